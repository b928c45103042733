//! Trình chiếu: the screens shown to a room, one at a time. It shows the open document, and what is typed on a screen is
//! typed into that.

use std::collections::BTreeSet;

use crate::features::presentation::compared_unit::ComparedUnit;
use crate::features::presentation::screens::Screen;

/// Most units or years that stand side by side: more can't be read from the back of a room.
pub const MOST_SIDE_BY_SIDE: usize = 3;

/// The show: what is prepared of it, and where it stands while it runs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Presentation {
    /// The screen that is shown; `None` while the show does not run.
    pub at: Option<Screen>,
    /// How much of the screen has been revealed: from 0 to what [`steps`](crate::features::presentation::deck::steps) says.
    pub step: usize,
    /// The names of the screens that are passed over.
    pub left_out: BTreeSet<String>,
    /// The years that are compared; empty stands for the first of the set, the document's own and the last.
    pub compared: Vec<u16>,
    /// What is compared.
    pub compared_by: ComparedBy,
    /// The units that are compared, by their places; empty until one is chosen.
    pub units: Vec<Option<ComparedUnit>>,
    /// Whether the room sees nothing for now.
    pub is_blank: bool,
    /// Whether the speaker's notes are seen.
    pub has_notes: bool,
    /// Whether the list of screens is seen.
    pub has_list: bool,
    /// When the show began, ISO 8601.
    pub since: String,
    /// When the screen was reached, ISO 8601.
    pub reached: String,
    /// What the room answers to the exercise that is shown.
    pub answer: AudienceAnswer,
    /// Where a finger or pen came down.
    pub touched: Option<(i32, i32)>,
}

/// What stands side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ComparedBy {
    /// The open document against the goals of other years.
    #[default]
    Years,
    /// Units.
    Units,
}

/// What a room answers to an exercise; blank until it does.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AudienceAnswer {
    /// The number, as typed.
    pub typed: String,
    /// Whether the room holds that there is no number to answer.
    pub no_number: bool,
}

impl Presentation {
    /// Whether the screen of the reverse question is shown.
    pub fn asks_reverse_question(&self) -> bool {
        self.at == Some(Screen::Reverse)
    }

    /// Whether the show runs.
    pub const fn is_on(&self) -> bool {
        self.at.is_some()
    }

    /// Whether a screen is shown when its turn comes.
    pub fn takes(&self, screen: &Screen) -> bool {
        !self.left_out.contains(screen.name())
    }

    /// The years that are compared, rising.
    pub fn compared(&self, years: &[u16], own: u16) -> Vec<u16> {
        let mut wanted = self.compared.clone();
        if wanted.is_empty() {
            wanted =
                [years.first().copied(), Some(own), years.last().copied()].into_iter().flatten().collect();
        }
        years.iter().copied().filter(|year| wanted.contains(year)).take(MOST_SIDE_BY_SIDE).collect()
    }
}
