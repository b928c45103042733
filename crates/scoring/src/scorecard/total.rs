//! Sums over targets, and the indexes that follow from them.

use super::{Outcome, TargetScore};
use crate::exact::Exact;
use crate::points::Points;

/// Sums over some targets: an area's, or all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    /// Points earned.
    pub points: Points,
    /// The maximum of all that counts.
    pub max: Points,
    /// The maximum of what is answered: scored, or not applicable with full marks.
    pub answered_max: Points,
    /// How many targets there are.
    pub targets: usize,
    /// How many are empty.
    pub empty: usize,
    /// How many are invalid.
    pub invalid: usize,
    /// How many wait for others.
    pub pending: usize,
}

impl Totals {
    /// The sums over some targets.
    pub(super) fn of<'a>(targets: impl Iterator<Item = &'a TargetScore>) -> Self {
        targets.map(Self::one).sum()
    }

    fn one(score: &TargetScore) -> Self {
        let count = |is: bool| usize::from(is);
        let max = if score.counts() { score.target.max_points } else { Points::ZERO };
        let answered = matches!(score.outcome, Outcome::Scored(_) | Outcome::NotApplicable);
        Self {
            points: score.points().unwrap_or_default(),
            max,
            answered_max: if answered { max } else { Points::ZERO },
            targets: 1,
            empty: count(matches!(score.outcome, Outcome::Empty)),
            invalid: count(matches!(score.outcome, Outcome::Invalid(_))),
            pending: count(matches!(score.outcome, Outcome::Pending)),
        }
    }

    /// How many targets are answered: scored or not applicable.
    pub const fn answered(&self) -> usize {
        self.targets - self.empty - self.invalid - self.pending
    }

    /// Whether nothing is empty or invalid.
    pub const fn is_complete(&self) -> bool {
        self.empty == 0 && self.invalid == 0
    }

    /// The index: what is earned already, of everything; 0 to 100. Chỉ số.
    pub fn index(&self) -> Option<Exact> {
        index(self.points, self.max)
    }

    /// The points still possible, if everything not answered earned its maximum.
    pub fn points_possible(&self) -> Points {
        self.points + self.max - self.answered_max
    }

    /// What is still possible, if everything not answered earned its maximum.
    pub fn index_possible(&self) -> Option<Exact> {
        index(self.points_possible(), self.max)
    }

    /// The index over what is answered alone.
    pub fn index_of_answered(&self) -> Option<Exact> {
        index(self.points, self.answered_max)
    }
}

/// 100 × points ÷ maximum, kept within 0 and 100; `None` when the maximum is zero.
fn index(points: Points, max: Points) -> Option<Exact> {
    let part = u128::try_from(points.thousandths()).unwrap_or(0);
    let whole = u128::try_from(max.thousandths()).unwrap_or(0);
    Exact::new(part * 100, whole).map(|index| index.min(Exact::HUNDRED))
}

impl std::iter::Sum for Totals {
    fn sum<I: Iterator<Item = Self>>(totals: I) -> Self {
        totals.fold(Self::default(), |sum, one| Self {
            points: sum.points + one.points,
            max: sum.max + one.max,
            answered_max: sum.answered_max + one.answered_max,
            targets: sum.targets + one.targets,
            empty: sum.empty + one.empty,
            invalid: sum.invalid + one.invalid,
            pending: sum.pending + one.pending,
        })
    }
}
