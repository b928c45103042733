//! One target on trial.

use std::rc::Rc;

use planning::{Pinned, Trajectory};
use scoring::assessment::Answer;
use scoring::exact::Exact;
use scoring::figures::{FigureKind, is_blank, read};
use scoring::measured::Measured;
use scoring::points::Points;
use scoring::scorecard::TargetScore;
use scoring::target_set::TargetId;

/// The heaviest that a target may weigh.
const MOST_WEIGHT: u128 = 1000;

/// One target on the copy.
#[derive(Debug, Clone)]
pub struct TriedTarget {
    /// Its score in the document.
    pub real: Rc<TargetScore>,
    /// Its score on the copy.
    pub score: Rc<TargetScore>,
    /// What was entered in the document.
    pub entered: Rc<Answer>,
    /// What is tried.
    pub answer: Rc<Answer>,
    /// What moving its figure can reach, or why it can't be moved.
    pub trajectory: Result<Trajectory, Pinned>,
    /// Whether the reverse question must leave it as it is.
    pub pinned: bool,
    /// What its work costs beside the others', as typed; blank is 1.
    pub weight: String,
    /// Where the hand holds the slider of points, which need not be points that a figure earns.
    pub held: Option<Points>,
}

impl PartialEq for TriedTarget {
    /// Rows compare by address; two trials are equal when they hold the same.
    fn eq(&self, other: &Self) -> bool {
        self.score == other.score
            && self.answer == other.answer
            && self.pinned == other.pinned
            && self.weight == other.weight
            && self.held == other.held
    }
}

impl Eq for TriedTarget {}

impl TriedTarget {
    /// The target's id.
    pub fn id(&self) -> &TargetId {
        &self.real.target.id
    }

    /// Whether its figures are others than the document's.
    pub fn is_moved(&self) -> bool {
        self.answer.figures != self.entered.figures
    }

    /// The points that it counts with.
    pub fn points(&self) -> Points {
        self.score.points().unwrap_or_default()
    }

    /// Where its figure stands on its course; `None` while it is blank, not understood or can't be moved.
    pub fn position(&self) -> Option<u128> {
        position(self.trajectory.as_ref().ok()?, &self.score)
    }

    /// What its work costs beside the others': `None` when what was typed is no number above 0 and up to 1000.
    pub fn cost(&self) -> Option<Exact> {
        if is_blank(&self.weight) {
            return Some(Exact::whole(1));
        }
        let weight = read(&self.weight, FigureKind::Points).ok()??.exact();
        (weight > Exact::ZERO && weight <= Exact::whole(MOST_WEIGHT)).then_some(weight)
    }
}

/// Where a scored figure stands on its target's course: the last position whose figure is not beyond it.
pub(crate) fn position(trajectory: &Trajectory, score: &TargetScore) -> Option<u128> {
    let figure = match &score.why()?.measured {
        Measured::Ratio { done, .. } | Measured::Items { done, .. } => Exact::whole(*done),
        Measured::YesNo(yes) => Exact::whole(u128::from(*yes)),
        Measured::Choice { id, .. } => {
            // Two cases may have one share.
            let chosen =
                |position: &u128| trajectory.figures_at(*position).iter().any(|(_, text)| text == id);
            return (0..=trajectory.last()).find(chosen);
        }
        reached @ (Measured::Percent(_) | Measured::Count(_) | Measured::Rank(_) | Measured::Given(_)) => {
            reached.number()?
        }
    };
    let beyond = |position| {
        let there = trajectory.figure_at(position);
        if trajectory.falls() { there < figure } else { there > figure }
    };
    // The first position beyond lies above `low` and not above `high`.
    let (mut low, mut high) = (0, trajectory.last() + 1);
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        *(if beyond(middle) { &mut high } else { &mut low }) = middle;
    }
    Some(low)
}
