//! Which targets are shown.

use scoring::scorecard::{Outcome, TargetScore};

/// Which targets are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Filter {
    /// All.
    #[default]
    All,
    /// Not entered.
    NotEntered,
    /// Entered, with a figure that is not understood or can't be right.
    Invalid,
    /// Not met.
    NotMet,
    /// Scored without evidence or explanation.
    MissingEvidence,
}

impl Filter {
    /// Every filter with its word.
    pub const ALL: [(&'static str, Self); 5] = [
        ("all", Self::All),
        ("empty", Self::NotEntered),
        ("invalid", Self::Invalid),
        ("unmet", Self::NotMet),
        ("evidence", Self::MissingEvidence),
    ];

    /// Whether it shows a target.
    pub fn shows(self, score: &TargetScore) -> bool {
        match self {
            Self::All => true,
            Self::NotEntered => matches!(score.outcome, Outcome::Empty | Outcome::Pending),
            Self::Invalid => matches!(score.outcome, Outcome::Invalid(_)),
            Self::NotMet => score.met() == Some(false),
            Self::MissingEvidence => score.lacks_evidence(),
        }
    }
}
