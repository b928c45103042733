//! Where a file held over the page may be dropped.

use yew::prelude::*;

use crate::shell::state::State;
use crate::shell::view::{View, ViewContext};
use i18n::Key;

/// Covers the page while a file is held over it.
#[derive(PartialEq, Eq)]
pub struct DropZone {
    held: bool,
}

impl View for DropZone {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        Self { held: state.importing.file_held }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        html! {
            <div class="dropzone" hidden={!self.held}>
                <p>{ ctx.words.get(Key::DropHere) }<small>{ ctx.words.get(Key::DropHelp) }</small></p>
            </div>
        }
    }
}
