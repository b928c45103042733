//! Who edits the document, when it is not this window.

use crate::features::windows::event::WindowEvent;
use yew::prelude::*;

use crate::features::windows::state::DocumentLock;
use crate::shell::state::State;
use crate::shell::view::{View, ViewContext};
use crate::ui::icons::{Icon, icon};
use i18n::Key;

/// The band that says so, and offers to edit here.
#[derive(PartialEq, Eq)]
pub struct OtherWindow {
    holder: DocumentLock,
}

impl View for OtherWindow {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        Self { holder: state.windows.lock.clone() }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        let said = match &self.holder {
            DocumentLock::Here => String::new(),
            DocumentLock::Elsewhere => words.get(Key::WindowElsewhere).to_owned(),
            DocumentLock::Asked => words.get(Key::WindowAsked).to_owned(),
            DocumentLock::Newer(version) => {
                let version: String = version.chars().take(20).collect();
                words.fill(Key::WindowNewer, &[("version", &version)])
            }
        };
        html! {
            <div class="sheet-width" role="status">
                if self.holder != DocumentLock::Here {
                    <p class="band">
                        { icon(Icon::Info) }
                        <span>{ said }</span>
                        if matches!(self.holder, DocumentLock::Newer(_)) {
                            <button type="button" class="button" data-action="carry-on"
                                onclick={ctx.always::<MouseEvent>(WindowEvent::EditHerePressed)}>{ words.get(Key::CarryOnHere) }</button>
                        }
                        if self.holder == DocumentLock::Elsewhere {
                            <button type="button" class="button button--primary" data-action="edit-here"
                                onclick={ctx.always::<MouseEvent>(WindowEvent::EditHerePressed)}>{ words.get(Key::EditHere) }</button>
                        }
                    </p>
                }
            </div>
        }
    }
}
