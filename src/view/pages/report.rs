//! Báo cáo: the official report from the same data, to print and to hand over as Word, Excel and CSV.

use yew::prelude::*;

use crate::app::State;
use crate::view::live::{Drawing, Part};
use crate::words::Key;

/// The page.
#[derive(PartialEq)]
pub struct Report;

impl Report {
    /// Reads it.
    pub fn read(_state: &State) -> Self {
        Self
    }
}

impl Part for Report {
    fn draw(&self, page: &Drawing) -> Html {
        let words = page.words;
        html! {
            <div class="sheet sheet-width">
                <h1>{ words.get(Key::PageReport) }</h1>
            </div>
        }
    }
}
