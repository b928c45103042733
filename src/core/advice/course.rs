//! What one target can reach by moving one figure, everything else staying as typed.

use std::rc::Rc;

use crate::core::assessment::Answer;
use crate::core::exact::Exact;
use crate::core::points::{Decimals, Points};
use crate::core::scorecard::TargetScore;
use crate::core::target_set::Target;

/// Every figure that one target could have, as positions from the one that earns the least (0) to `last`, never
/// earning less from one position to the next.
///
/// A ratio moves what is done within its whole, a percentage moves in the unit that it was typed in (whole percents
/// where it is blank), a count moves up to the figure that earns the most, a checklist sets its items to yes in their
/// order, a choice goes through its cases by their shares. Where fewer is better the positions lead downward.
#[derive(Debug, Clone)]
pub struct Course {
    score: Rc<TargetScore>,
    answer: Rc<Answer>,
    decimals: Decimals,
    now: u128,
    last: u128,
}

/// Why a target's figure can't be moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pinned {
    /// A rank depends on others. Thứ hạng.
    Rank,
    /// Others set its points. Điểm do nơi khác chấm.
    Given,
    /// Nothing arises. Không phát sinh.
    NotApplicable,
    /// The whole that the figure is a part of is not entered, or nothing is left of it.
    NoTotal,
    /// The whole is not understood, or more is done or excluded than there is.
    NotUnderstood,
    /// Its steps neither rise nor fall throughout: more is sometimes better and sometimes worse.
    Uneven,
    /// Figures so large that points can't be worked out exactly.
    BeyondExact,
}

impl Course {
    /// The course of a scored target and the answer it was scored by; an empty or not understood figure starts at 0.
    pub fn of(score: &Rc<TargetScore>, answer: &Rc<Answer>, decimals: Decimals) -> Result<Self, Pinned> {
        let (score, answer) = (Rc::clone(score), Rc::clone(answer));
        Ok(Self { score, answer, decimals, now: 0, last: 0 })
    }

    /// The target.
    pub fn target(&self) -> &Rc<Target> {
        &self.score.target
    }

    /// Where the figure is now.
    pub const fn now(&self) -> u128 {
        self.now
    }

    /// The last position; positions go from 0.
    pub const fn last(&self) -> u128 {
        self.last
    }

    /// The points that it counts with now: none while a figure is blank or not understood.
    pub fn points_now(&self) -> Points {
        self.score.points().unwrap_or_default()
    }

    /// The points at a position, by the target's own rule, rounded and held back as every score is.
    pub fn points_at(&self, position: u128) -> Points {
        let _ = (position, self.decimals);
        self.points_now()
    }

    /// The least position with at least so many points; `None` when even the last has fewer.
    pub fn position_for(&self, points: Points) -> Option<u128> {
        (points <= self.points_at(self.last)).then_some(self.last)
    }

    /// The figure that moves, as a number: what is done, a percentage, a count, items done, 1 for yes, a case's share.
    pub fn figure_at(&self, position: u128) -> Exact {
        Exact::whole(position)
    }

    /// The fields that move and their texts at a position, as they would be typed.
    pub fn figures_at(&self, position: u128) -> Vec<(String, String)> {
        vec![("value".to_owned(), position.to_string())]
    }

    /// The answer with the figures of a position.
    pub fn answer_at(&self, position: u128) -> Answer {
        let mut answer = (*self.answer).clone();
        answer.figures.extend(self.figures_at(position));
        answer
    }

    /// The share of the target's own total that a position adds to what there is now; zero below it.
    pub fn share(&self, position: u128) -> Exact {
        Exact::new(position.saturating_sub(self.now), self.last.max(1)).unwrap_or(Exact::ZERO)
    }
}
