//! The parts of the page "Trình chiếu": the stage that fills the window, and what is on each screen.

pub mod audience_qr;
pub mod closing;
pub mod comparison;
pub mod deck;
pub mod exercise;
pub mod exercise_steps;
pub mod handout;
pub mod levels;
pub mod not_applicable;
pub mod opening;
pub mod paths;
pub mod screen;
pub mod target;
pub mod total;
pub mod units;

use yew::prelude::*;

use crate::features::presentation::event::PresentationEvent;
use crate::shell::view::ViewContext;
use i18n::Words;
use i18n::numbers::percent;
use scoring::exact::Exact;
use scoring::scorecard::shown_index;
use scoring::target_set::TargetSet;

/// A button of the show: its name for scripts, what it says, and what pressing it means.
fn button(
    class: &'static str,
    action: &'static str,
    word: Html,
    event: PresentationEvent,
    ctx: &ViewContext,
) -> Html {
    let press = ctx.always::<MouseEvent>(event);
    html! { <button type="button" {class} name={action} data-action={action} onclick={press}>{ word }</button> }
}

/// An index as the room sees it; a dash where nothing counts.
fn index(index: Option<Exact>, set: &TargetSet, words: Words) -> String {
    index.map_or_else(|| "–".to_owned(), |index| percent(&shown_index(set, index), words.0))
}

/// The name of an area.
fn area_name(id: &str, set: &TargetSet, words: Words) -> String {
    set.area(id).map(|area| words.of(&area.name).to_owned()).unwrap_or_default()
}
