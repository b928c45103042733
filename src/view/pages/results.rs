//! Kết quả: the index, the areas, every target with what is left of its points, and the work that this asks for.

use yew::prelude::*;

use crate::app::State;
use crate::view::live::{Drawing, Part};
use crate::words::Key;

/// The page.
#[derive(PartialEq)]
pub struct Results;

impl Results {
    /// Reads it.
    pub fn read(_state: &State) -> Self {
        Self
    }
}

impl Part for Results {
    fn draw(&self, page: &Drawing) -> Html {
        let words = page.words;
        html! {
            <div class="sheet sheet-width">
                <h1>{ words.get(Key::PageResults) }</h1>
            </div>
        }
    }
}
