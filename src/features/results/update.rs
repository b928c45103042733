//! How the table of results is arranged.

use crate::features::results::event::ResultsEvent;
use crate::features::results::last_year;
use crate::features::results::state::{Column, ResultFilter};
use crate::shell::effect::Effect;
use crate::shell::state::State;

/// Takes an event of this feature.
pub(crate) fn update(state: &mut State, event: ResultsEvent) -> Vec<Effect> {
    match event {
        ResultsEvent::Sorted(column) => results_sorted(state, column),
        ResultsEvent::Filtered(standing) => results_filtered(state, standing),
        ResultsEvent::LastYearChosen { name, file } => last_year::file_chosen(state, name, file),
        ResultsEvent::LastYearClosed => last_year::closed(state),
    }
}

pub(crate) fn results_sorted(state: &mut State, column: Column) -> Vec<Effect> {
    state.results.arrangement.choose(column);
    Vec::new()
}

pub(crate) fn results_filtered(state: &mut State, standing: ResultFilter) -> Vec<Effect> {
    state.results.arrangement.standing = standing;
    Vec::new()
}
