//! What the user chose to see on the page of results: which targets, in which order.

use std::cmp::Ordering;
use std::rc::Rc;

use crate::document::last_year::LastYear;
use scoring::exact::Exact;
use scoring::points::Points;
use scoring::scorecard::{Outcome, Scorecard, TargetScore};
use scoring::target_set::Measure;

/// What the page of results compares with, and how its table is arranged.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ResultsState {
    /// How the table of results is arranged.
    pub arrangement: Arrangement,
    /// The unit's assessment of the year before, where one is at hand.
    pub last_year: Option<Rc<LastYear>>,
    /// The draft that was looked at for it, by id and revision: whatever came of that, it need not be read again.
    pub last_year_looked: Option<(String, u32)>,
    /// The document that was begun last as the next year of another one, and that other one, by their ids.
    pub made_from: (String, String),
}

/// A column of the table of targets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Column {
    /// The target, in the set's order.
    #[default]
    Target,
    /// Its state: what is missing first.
    State,
    /// What was reached.
    Value,
    /// What it asks for.
    Goal,
    /// Points earned.
    Points,
    /// Its maximum.
    Max,
    /// Points still to be had.
    Left,
}

impl Column {
    /// Every column with its word.
    pub const ALL: [(&'static str, Self); 7] = [
        ("target", Self::Target),
        ("state", Self::State),
        ("value", Self::Value),
        ("goal", Self::Goal),
        ("points", Self::Points),
        ("max", Self::Max),
        ("left", Self::Left),
    ];

    /// Whether its largest come first when it is chosen: one looks for where most is to be had.
    const fn falls_first(self) -> bool {
        matches!(self, Self::Max | Self::Left)
    }
}

/// Which targets the table shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ResultFilter {
    /// All.
    #[default]
    All,
    /// Not fully earned: points are still to be had.
    Left,
    /// Not entered, not understood, or waiting for others.
    Missing,
    /// Goal met.
    Met,
}

impl ResultFilter {
    /// Every choice with its word.
    pub const ALL: [(&'static str, Self); 4] =
        [("all", Self::All), ("left", Self::Left), ("missing", Self::Missing), ("met", Self::Met)];

    /// Whether it shows a target.
    pub fn shows(self, score: &TargetScore) -> bool {
        match self {
            Self::All => true,
            Self::Left => score.left().is_some_and(|left| left > Points::ZERO),
            Self::Missing => {
                matches!(score.outcome, Outcome::Empty | Outcome::Invalid(_) | Outcome::Pending)
            }
            Self::Met => score.met() == Some(true),
        }
    }
}

/// How the table of targets is arranged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Arrangement {
    /// The column that orders it.
    pub column: Column,
    /// Whether the largest come first.
    pub falling: bool,
    /// Which targets are shown.
    pub standing: ResultFilter,
}

impl Arrangement {
    /// Orders by a column; chosen again, the other way round.
    pub(crate) fn choose(&mut self, column: Column) {
        self.falling = if self.column == column { !self.falling } else { column.falls_first() };
        self.column = column;
    }

    /// The targets shown, in their order. What a column says nothing of comes last either way, and equals keep the set's
    /// order.
    pub fn of(self, card: &Scorecard) -> Vec<Rc<TargetScore>> {
        let mut arranged: Vec<Rc<TargetScore>> = Vec::new();
        for score in card.targets().filter(|score| self.standing.shows(score)) {
            let before = |other: &Rc<TargetScore>| self.compare(other, score) != Ordering::Greater;
            arranged.insert(arranged.partition_point(before), Rc::clone(score));
        }
        if self.column == Column::Target && self.falling {
            arranged.reverse();
        }
        arranged
    }

    fn compare(self, a: &TargetScore, b: &TargetScore) -> Ordering {
        let turned = |order: Ordering| if self.falling { order.reverse() } else { order };
        let (a, b) = (self.key(a), self.key(b));
        match (&a, &b) {
            (Key::Nothing, Key::Nothing) => Ordering::Equal,
            (Key::Nothing, _) => Ordering::Greater,
            (_, Key::Nothing) => Ordering::Less,
            _ => turned(a.cmp(&b)),
        }
    }

    fn key(self, score: &TargetScore) -> Key {
        let points = |points: Option<Points>| points.map_or(Key::Nothing, Key::Points);
        match self.column {
            // All equal: they keep the set's order.
            Column::Target => Key::Rank(0),
            Column::State => Key::Rank(urgency(score)),
            Column::Value => {
                let number = score.why().and_then(|why| why.measured.number());
                number.map_or(Key::Nothing, |number| Key::Number(kind(score), number))
            }
            Column::Goal => {
                score.goal.map_or(Key::Nothing, |goal| Key::Number(kind(score), goal.value.exact()))
            }
            Column::Points => points(score.points()),
            Column::Max => points(score.counts().then_some(score.target.max_points)),
            Column::Left => points(score.left()),
        }
    }
}

/// What a target is ordered by.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Rank(u8),
    Number(u8, Exact),
    Points(Points),
    Nothing,
}

/// Percentages are compared with percentages, counts with counts.
fn kind(score: &TargetScore) -> u8 {
    match score.target.measure {
        Measure::Ratio { .. } | Measure::Percent { .. } => 0,
        Measure::Count { .. } => 1,
        Measure::Rank { .. } => 2,
        Measure::YesNo { .. }
        | Measure::Checklist { .. }
        | Measure::Choice { .. }
        | Measure::Given { .. } => 3,
    }
}

/// What wants to be looked at first.
const fn urgency(score: &TargetScore) -> u8 {
    match (&score.outcome, score.met()) {
        (Outcome::Invalid(_), _) => 0,
        (Outcome::Empty, _) => 1,
        (Outcome::Pending, _) => 2,
        (Outcome::Scored(_), Some(false)) => 3,
        (Outcome::Scored(_), None) => 4,
        (Outcome::Scored(_), Some(true)) => 5,
        (Outcome::NotApplicable, _) => 6,
    }
}
