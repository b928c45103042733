//! The page on which the set is read and examples are played with.

use std::rc::Rc;

use crate::app::effect::Effect;
use crate::app::explore::{Explore, ExploreEvent};
use crate::app::state::State;

/// Keeps the page, while it is shown, one on the set of the open document: begun when it is first reached, and anew on another set.
pub(super) fn follow(state: &mut State) {
    let State { explore, loaded, assessment, .. } = state;
    match explore {
        Some(page) if Rc::ptr_eq(&page.loaded, loaded) => page.follow(assessment),
        _ => *explore = Some(Explore::begin(loaded, assessment)),
    }
}

pub(super) fn take(state: &mut State, event: ExploreEvent) -> Vec<Effect> {
    let State { explore: Some(page), assessment, .. } = state else { return Vec::new() };
    match event {
        ExploreEvent::LevelChosen(level) => page.choose_level(level, assessment),
        ExploreEvent::YearChosen(year) => page.choose_year(year, assessment),
        ExploreEvent::SearchTyped(words) => page.search(words),
        ExploreEvent::FigureTyped(id, field, text) => page.put(&id, field, text),
        ExploreEvent::Restored(id) => page.restore(&id),
    }
    Vec::new()
}

/// Brings the target that an address names into view.
pub(super) fn reach(state: &mut State, place: String) -> Option<Effect> {
    follow(state);
    let State { explore: Some(page), assessment, .. } = state else { return None };
    page.uncover(&place, assessment).then_some(Effect::Show(place))
}
