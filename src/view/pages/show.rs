//! Trình chiếu: what a trainer shows to a room.

use yew::prelude::*;

use crate::view::live::{Drawing, Part, Place};
use crate::words::Key;

/// The page.
#[derive(PartialEq)]
pub struct Show;

impl Part for Show {
    fn draw(&self, page: &Drawing) -> Html {
        html! {
            <div class="sheet sheet-width">
                <h1>{ page.words.get(Key::PageShow) }</h1>
                { page.part(Place::Samples) }
            </div>
        }
    }
}
