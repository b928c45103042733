//! Which screens there are for the open document, and in how many steps each is revealed.

use crate::features::presentation::paths::path_pages;
use crate::features::presentation::screens::{EXERCISE, Screen};
use crate::shell::state::State;

/// In how many steps it is revealed after it is first seen.
pub fn steps(screen: &Screen, state: &State) -> usize {
    match screen {
        // The code of the sample, as large as the window.
        Screen::Opening | Screen::Closing => usize::from(state.sample_link().is_some()),
        Screen::Paths => path_pages(state.document.set()).len().saturating_sub(1),
        Screen::NotApplicable => 2,
        // Each area, then the sum.
        Screen::Total => state.document.card().areas.len() + 1,
        // How it is worked out, the rule, the answer, and what is often answered instead.
        Screen::Exercise(_) => match screen.exercise().and_then(|id| state.exercise(id)) {
            Some((exercise, Some(_))) => 3 + usize::from(!exercise.mistakes.is_empty()),
            _ => 0,
        },
        Screen::Target(_) | Screen::Comparison | Screen::Reverse => 0,
    }
}

/// Every screen for the open document.
pub fn screens(state: &State) -> Vec<Screen> {
    let exercises =
        state.all_exercises().map(|exercise| Screen::Exercise([EXERCISE, &exercise.id].concat().into()));
    let targets = state.document.card().targets().map(|score| Screen::Target(score.target.id.clone()));
    [Screen::Opening, Screen::Paths]
        .into_iter()
        .chain(targets)
        .chain([Screen::NotApplicable, Screen::Total, Screen::Comparison])
        .chain(exercises)
        .chain([Screen::Reverse, Screen::Closing])
        .collect()
}
