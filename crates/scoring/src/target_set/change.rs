//! What a year changes in what a target asks of a level.

use super::{GoalInForce, Target};
use crate::exact::Exact;

/// What a year asks for, beside the year before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// The same.
    Same,
    /// A goal where there was none.
    New,
    /// No goal any more.
    Gone,
    /// The figure rose by so much.
    Up(Exact),
    /// The figure fell by so much.
    Down(Exact),
}

impl Change {
    fn between(before: Option<GoalInForce>, now: Option<GoalInForce>) -> Option<Self> {
        let (before, now) = match (before, now) {
            (None, None) => return Some(Self::Same),
            (None, Some(_)) => return Some(Self::New),
            (Some(_), None) => return Some(Self::Gone),
            (Some(before), Some(now)) => (before.value.exact(), now.value.exact()),
        };
        Some(match now.cmp(&before) {
            std::cmp::Ordering::Equal => Self::Same,
            std::cmp::Ordering::Greater => Self::Up(now.minus(before)?),
            std::cmp::Ordering::Less => Self::Down(before.minus(now)?),
        })
    }
}

impl Target {
    /// What a year changes for a level. `None` where there is nothing to compare: in the first of the years, and for a
    /// level that the target does not bind.
    pub fn change(&self, level: &str, years: &[u16], year: u16) -> Option<Change> {
        let before = years.iter().rev().find(|known| **known < year)?;
        let goal = |year| self.goal_in_force(level, year);
        if self.claims(level) { Change::between(goal(*before), goal(year)) } else { None }
    }
}
