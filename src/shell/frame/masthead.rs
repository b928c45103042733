//! What is always in sight: the product, the pages, the score, where the data is.

use yew::prelude::*;

use crate::shell::view::{Drawing, Place};

/// The top of every page.
pub fn masthead(page: &Drawing) -> Html {
    html! {
        <div class="masthead">
            { page.part(Place::TopBar) }
            <div class="masthead__body sheet-width">
                { page.part(Place::Score) }
                { page.part(Place::Tools) }
            </div>
        </div>
    }
}
