//! What the user chose to see.

use scoring::scorecard::{Outcome, TargetScore};

/// A colour theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// Nền sáng.
    Light,
    /// Nền tối.
    Dark,
    /// Theo máy.
    #[default]
    System,
}

impl Theme {
    /// Every theme with its word.
    pub const ALL: [(&'static str, Self); 3] =
        [("light", Self::Light), ("dark", Self::Dark), ("system", Self::System)];

    /// Its word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::System => "system",
        }
    }
}

/// Which targets are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Filter {
    /// All.
    #[default]
    All,
    /// Not entered, or not understood.
    NotEntered,
    /// Not met.
    NotMet,
    /// Scored without evidence or explanation.
    MissingEvidence,
}

impl Filter {
    /// Every filter with its word.
    pub const ALL: [(&'static str, Self); 4] = [
        ("all", Self::All),
        ("empty", Self::NotEntered),
        ("unmet", Self::NotMet),
        ("evidence", Self::MissingEvidence),
    ];

    /// Whether it shows a target.
    pub fn shows(self, score: &TargetScore) -> bool {
        match self {
            Self::All => true,
            Self::NotEntered => {
                matches!(score.outcome, Outcome::Empty | Outcome::Invalid(_) | Outcome::Pending)
            }
            Self::NotMet => score.met() == Some(false),
            Self::MissingEvidence => score.lacks_evidence(),
        }
    }
}
