//! The screens of a show, in their order.

use super::path_pages;
use crate::app::state::State;
use crate::core::scorecard::Scorecard;
use crate::core::target_set::TargetId;

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
            Self::Paths => path_pages(&state.loaded.set).len().saturating_sub(1),
            Self::NotApplicable => 2,
            // Each area, then the sum.
            Self::Total => state.card.areas.len() + 1,
            _ => 0,
        }
    }
}

/// Every screen for a unit that is scored so.
pub fn screens(card: &Scorecard) -> Vec<Screen> {
    let targets = card.targets().map(|score| Screen::Target(score.target.id.clone()));
    [Screen::Opening, Screen::Paths]
        .into_iter()
        .chain(targets)
        .chain([Screen::NotApplicable, Screen::Total, Screen::Comparison, Screen::Reverse, Screen::Closing])
        .collect()
}
