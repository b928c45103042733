//! The page on which the set is read and examples are played with.

use std::rc::Rc;

use crate::features::reference::event::ReferenceEvent;
use crate::features::reference::state::Explore;
use crate::shell::effect::Effect;
use crate::shell::state::State;

/// Keeps the page, while it is shown, one on the set of the open document: begun when it is first reached, and anew on another set.
pub(crate) fn sync(state: &mut State) {
    let State { explore, loaded, assessment, .. } = state;
    match explore {
        Some(page) if Rc::ptr_eq(&page.loaded, loaded) => page.follow(assessment),
        _ => *explore = Some(Explore::begin(loaded, assessment)),
    }
}

pub(crate) fn update(state: &mut State, event: ReferenceEvent) -> Vec<Effect> {
    let State { explore: Some(page), assessment, .. } = state else { return Vec::new() };
    match event {
        ReferenceEvent::LevelChosen(level) => page.choose_level(level, assessment),
        ReferenceEvent::YearChosen(year) => page.choose_year(year, assessment),
        ReferenceEvent::SearchTyped(words) => page.search(words),
        ReferenceEvent::FigureTyped(id, field, text) => page.put(&id, field, text),
        ReferenceEvent::Restored(id) => page.restore(&id),
    }
    Vec::new()
}

/// Brings the target that an address names into view.
pub(crate) fn reach(state: &mut State, place: String) -> Option<Effect> {
    sync(state);
    let State { explore: Some(page), assessment, .. } = state else { return None };
    page.uncover(&place, assessment).then_some(Effect::Show(place))
}
