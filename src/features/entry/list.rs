//! Which targets are shown, and which of them with their details.

use crate::document::filter::Filter;
use crate::shell::effect::Effect;
use crate::shell::state::State;
use scoring::target_set::TargetId;

pub(crate) fn details_toggled(state: &mut State, target: TargetId) -> Vec<Effect> {
    if state.entry.details.contains(&target) {
        state.entry.details.retain(|open| *open != target);
    } else {
        state.entry.details.push(target);
    }
    Vec::new()
}

pub(crate) fn filter_chosen(state: &mut State, filter: Filter) -> Vec<Effect> {
    state.entry.filter = filter;
    state.choose_shown();
    Vec::new()
}

pub(crate) fn search_typed(state: &mut State, words: String) -> Vec<Effect> {
    state.entry.search = words;
    state.choose_shown();
    Vec::new()
}
