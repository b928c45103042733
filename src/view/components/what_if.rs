//! The parts of the page "Thử phương án".

mod ask;
mod bar;
mod lever;
mod plans;
mod trial;

pub use ask::Ask;
pub use bar::TrialBar;
pub use plans::Plans;
pub use trial::Trial;

use yew::prelude::*;

use crate::app::{Action, WhatIfEvent};
use crate::view::live::Drawing;

/// A button of the page: its name for scripts, what it says, and what pressing it means.
fn button(class: &'static str, action: &'static str, word: Html, event: WhatIfEvent, page: &Drawing) -> Html {
    let press = page.always::<MouseEvent>(Action::WhatIf(event));
    html! { <button type="button" {class} data-action={action} onclick={press}>{ word }</button> }
}

/// A word for the eye, and a longer one for those who hear it alone.
fn named(seen: &'static str, heard: String) -> Html {
    html! { <><span aria-hidden="true">{ seen }</span><span class="vh">{ heard }</span></> }
}
