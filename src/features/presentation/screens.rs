//! The screens of a show, in their order.

use std::rc::Rc;

use crate::features::presentation::paths::path_pages;
use crate::shell::state::State;
use scoring::target_set::TargetId;

/// A screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Screen {
    /// The programme: areas, number of targets, levels.
    Opening,
    /// What is asked for, year by year and level by level.
    Paths,
    /// A target.
    Target(TargetId),
    /// What "không phát sinh" does to the score.
    NotApplicable,
    /// The total, area by area.
    Total,
    /// Years or units side by side.
    Comparison,
    /// An exercise, by its name: "exercise-" and its id.
    Exercise(Rc<str>),
    /// The reverse question.
    Reverse,
    /// What to take home.
    Closing,
}

impl Screen {
    /// Its name for scripts, and in the list of those passed over.
    pub fn name(&self) -> &str {
        match self {
            Self::Opening => "opening",
            Self::Paths => "paths",
            Self::Target(id) => id,
            Self::Exercise(name) => name,
            Self::NotApplicable => "not-applicable",
            Self::Total => "total",
            Self::Comparison => "comparison",
            Self::Reverse => "reverse",
            Self::Closing => "closing",
        }
    }

    /// In how many steps it is revealed after it is first seen.
    pub fn steps(&self, state: &State) -> usize {
        match self {
            // The code of the sample, as large as the window.
            Self::Opening | Self::Closing => usize::from(state.sample_link().is_some()),
            Self::Paths => path_pages(state.document.set()).len().saturating_sub(1),
            Self::NotApplicable => 2,
            // Each area, then the sum.
            Self::Total => state.document.card().areas.len() + 1,
            // How it is worked out, the rule, the answer, and what is often answered instead.
            Self::Exercise(_) => match self.exercise().and_then(|id| state.exercise(id)) {
                Some((exercise, Some(_))) => 3 + usize::from(!exercise.mistakes.is_empty()),
                _ => 0,
            },
            Self::Target(_) | Self::Comparison | Self::Reverse => 0,
        }
    }

    /// The id of the exercise that it shows.
    pub fn exercise(&self) -> Option<&str> {
        if let Self::Exercise(name) = self { name.strip_prefix(EXERCISE) } else { None }
    }
}

/// What the names of exercises begin with.
const EXERCISE: &str = "exercise-";

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
