//! The parts of the page "Trình chiếu": the stage that fills the window, and what is on each screen.

mod closing;
mod comparison;
mod hand_out;
mod not_applicable;
mod opening;
mod paths;
mod screen;
mod stage;
mod target;
mod total;

pub use hand_out::HandOut;
pub use screen::{ScreenView, screen_name};
pub use stage::{Clock, Stage};

use yew::prelude::*;

use crate::app::{Action, ShowEvent};
use crate::view::live::Drawing;

/// A button of the show: its name for scripts, what it says, and what pressing it means.
fn button(class: &'static str, action: &'static str, word: Html, event: ShowEvent, page: &Drawing) -> Html {
    let press = page.always::<MouseEvent>(Action::Show(event));
    html! { <button type="button" {class} name={action} data-action={action} onclick={press}>{ word }</button> }
}
