//! Thử phương án: a copy of the figures to play with, and the reverse question.

use yew::prelude::*;

use crate::app::State;
use crate::view::live::{Drawing, Part};
use crate::words::Key;

/// The page.
#[derive(PartialEq)]
pub struct WhatIf;

impl WhatIf {
    /// Reads it.
    pub fn read(_state: &State) -> Self {
        Self
    }
}

impl Part for WhatIf {
    fn draw(&self, page: &Drawing) -> Html {
        let words = page.words;
        html! {
            <div class="sheet sheet-width">
                <h1>{ words.get(Key::PageWhatIf) }</h1>
            </div>
        }
    }
}
