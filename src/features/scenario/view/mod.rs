//! The parts of the page "Thử phương án".

pub mod ask;
pub mod bar;
pub mod plans;
pub mod slider;
pub mod tried_row;

use yew::prelude::*;

use crate::features::scenario::event::ScenarioEvent;
use crate::shell::view::ViewContext;

/// A button of the page: its name for scripts, what it says, and what pressing it means.
fn button(
    class: &'static str,
    action: &'static str,
    word: Html,
    event: ScenarioEvent,
    ctx: &ViewContext,
) -> Html {
    let press = ctx.always::<MouseEvent>(event);
    html! { <button type="button" {class} data-action={action} onclick={press}>{ word }</button> }
}

/// A word for the eye, and a longer one for those who hear it alone.
fn named(seen: &'static str, heard: String) -> Html {
    html! { <><span aria-hidden="true">{ seen }</span><span class="vh">{ heard }</span></> }
}
