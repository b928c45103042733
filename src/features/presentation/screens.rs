//! The screens of a show, in their order.

use std::rc::Rc;

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

    /// The id of the exercise that it shows.
    pub fn exercise(&self) -> Option<&str> {
        if let Self::Exercise(name) = self { name.strip_prefix(EXERCISE) } else { None }
    }
}

/// What the names of exercises begin with.
pub(crate) const EXERCISE: &str = "exercise-";
