//! Where a file held over the page may be dropped.

use yew::prelude::*;

use crate::view::hooks::{use_part, use_words};
use crate::view::words::Key;

/// Covers the page while a file is held over it.
#[component]
pub fn DropZone() -> Html {
    let words = use_words();
    let held = use_part(|state| state.file_held).unwrap_or_default();
    html! {
        <div class="dropzone" hidden={!held}>
            <p>{ words.get(Key::DropHere) }<small>{ words.get(Key::DropHelp) }</small></p>
        </div>
    }
}
