//! Who edits the document, when it is not this window.

use crate::features::windows::event::WindowEvent;
use yew::prelude::*;

use crate::features::windows::state::Holder;
use crate::shell::state::State;
use crate::shell::view::{View, ViewContext};
use crate::ui::icons::{Icon, icon};
use i18n::Key;

/// The band that says so, and offers to edit here.
#[derive(PartialEq, Eq)]
pub struct OtherWindow {
    holder: Holder,
}

impl View for OtherWindow {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        Self { holder: state.holder.clone() }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        let said = match &self.holder {
            Holder::Here => String::new(),
            Holder::Elsewhere => words.get(Key::WindowElsewhere).to_owned(),
            Holder::Asked => words.get(Key::WindowAsked).to_owned(),
            Holder::Newer(version) => {
                let version: String = version.chars().take(20).collect();
                words.fill(Key::WindowNewer, &[("version", &version)])
            }
        };
        html! {
            <div class="sheet-width" role="status">
                if self.holder != Holder::Here {
                    <p class="band">
                        { icon(Icon::Info) }
                        <span>{ said }</span>
                        if self.holder == Holder::Elsewhere {
                            <button type="button" class="button button--primary" data-action="edit-here"
                                onclick={ctx.always::<MouseEvent>(WindowEvent::EditHerePressed)}>{ words.get(Key::EditHere) }</button>
                        }
                    </p>
                }
            </div>
        }
    }
}
