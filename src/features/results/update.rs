//! How the table of results is arranged.

use crate::features::results::state::{Column, Standing};
use crate::shell::effect::Effect;
use crate::shell::state::State;

pub(crate) fn results_sorted(state: &mut State, column: Column) -> Vec<Effect> {
    state.results.choose(column);
    Vec::new()
}

pub(crate) fn results_filtered(state: &mut State, standing: Standing) -> Vec<Effect> {
    state.results.standing = standing;
    Vec::new()
}
