//! Where a file held over the page may be dropped.

use yew::prelude::*;

use crate::shell::state::State;
use crate::shell::view::{Drawing, Part};
use i18n::Key;

/// Covers the page while a file is held over it.
#[derive(PartialEq)]
pub struct DropZone {
    held: bool,
}

impl DropZone {
    /// Reads it.
    pub fn read(state: &State) -> Self {
        Self { held: state.file_held }
    }
}

impl Part for DropZone {
    fn draw(&self, page: &Drawing) -> Html {
        html! {
            <div class="dropzone" hidden={!self.held}>
                <p>{ page.words.get(Key::DropHere) }<small>{ page.words.get(Key::DropHelp) }</small></p>
            </div>
        }
    }
}
