//! What one target can reach by moving one figure, everything else staying as typed.

use std::rc::Rc;

use super::move_range::{MoveRange, MovingFigure};
use scoring::assessment::Answer;
use scoring::exact::Exact;
use scoring::measured::{Measured, ratio};
use scoring::points::{Decimals, Points};
use scoring::scorecard::{TargetScore, scored};
use scoring::target_set::{Measure, Target};

/// Every figure that one target could have, as positions from the one that earns the least (0) to `last`, never
/// earning less from one position to the next.
///
/// A ratio moves what is done within its whole, a percentage moves in the unit that it was typed in (whole percents
/// where it is blank), a count moves up to the figure that earns the most, a checklist sets its items to yes in their
/// order, a choice goes through its cases by their shares. Where fewer is better the positions lead downward.
#[derive(Debug, Clone)]
pub struct Trajectory {
    score: Rc<TargetScore>,
    answer: Rc<Answer>,
    decimals: Decimals,
    range: MoveRange,
    best: Points,
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

impl Trajectory {
    /// The trajectory of a scored target and the answer it was scored by.
    ///
    /// A figure that is blank or not understood starts from the position that earns the least; items and questions
    /// without an answer count as not done, and penalties as none.
    pub fn of(score: &Rc<TargetScore>, answer: &Rc<Answer>, decimals: Decimals) -> Result<Self, Pinned> {
        let range = MoveRange::of(score, answer, decimals)?;
        let (score, answer) = (Rc::clone(score), Rc::clone(answer));
        let mut trajectory = Self { score, answer, decimals, range, best: Points::ZERO };
        trajectory.best = trajectory.earned(trajectory.range.last).ok_or(Pinned::BeyondExact)?;
        Ok(trajectory)
    }

    /// The target.
    pub fn target(&self) -> &Rc<Target> {
        &self.score.target
    }

    /// Where the figure is now.
    pub const fn now(&self) -> u128 {
        self.range.now
    }

    /// The last position; positions go from 0.
    pub const fn last(&self) -> u128 {
        self.range.last
    }

    /// Whether the figure falls from the position that earns the least to the one that earns the most.
    pub const fn falls(&self) -> bool {
        self.range.top.is_some()
    }

    /// The points that it counts with now: none while a figure is blank or not understood.
    pub fn points_now(&self) -> Points {
        self.score.points().unwrap_or_default()
    }

    /// The points at the last position: the most that it can earn.
    pub const fn points_at_best(&self) -> Points {
        self.best
    }

    /// The points at a position, by the target's own rule, rounded and capped as every score is.
    pub fn points_at(&self, position: u128) -> Points {
        self.earned(position.min(self.range.last)).unwrap_or_default()
    }

    /// The least position with at least so many points; `None` when even the last has fewer.
    ///
    /// The reverse of [`Self::points_at`]: no position before it earns as much.
    pub fn position_for(&self, points: Points) -> Option<u128> {
        if points > self.best {
            return None;
        }
        let suffices = |position| self.points_at(position) >= points;
        // Nearly always where the line of the rule crosses these points; the rule itself decides.
        let floor = self.floor(points).map_or(0, |(upper, lower)| upper.div_ceil(lower)).min(self.range.last);
        if suffices(floor) && floor.checked_sub(1).is_none_or(|before| !suffices(before)) {
            return Some(floor);
        }
        Some(first(0, self.range.last, suffices))
    }

    /// The figure that moves, as a number: what is done, a percentage, a count, items done, 1 for yes, a case's share.
    pub fn figure_at(&self, position: u128) -> Exact {
        let whole = Exact::whole(self.amount(position));
        match (&self.range.figure, &self.target().measure) {
            (MovingFigure::Percent { scale }, _) => {
                Exact::new(whole.numerator(), 10_u128.pow(*scale)).unwrap_or(whole)
            }
            (MovingFigure::Cases { order }, Measure::Choice { options }) => {
                let place = usize::try_from(position).ok().and_then(|at| order.get(at));
                place.and_then(|place| options.get(*place)).map_or(Exact::ZERO, |option| option.share.exact())
            }
            (
                MovingFigure::Whole { .. }
                | MovingFigure::Count
                | MovingFigure::YesNo
                | MovingFigure::Items { .. }
                | MovingFigure::Cases { .. },
                _,
            ) => whole,
        }
    }

    /// The fields that move and their texts at a position, as they would be typed.
    pub fn figures_at(&self, position: u128) -> Vec<(String, String)> {
        let amount = self.amount(position);
        let value = |text: String| vec![("value".to_owned(), text)];
        let word = |yes| if yes { "yes" } else { "no" }.to_owned();
        match (&self.range.figure, &self.target().measure) {
            (MovingFigure::Whole { .. }, _) => vec![("done".to_owned(), amount.to_string())],
            (MovingFigure::Percent { .. }, _) => {
                value(self.figure_at(position).to_string().replace('.', ","))
            }
            (MovingFigure::YesNo, _) => value(word(amount > 0)),
            (MovingFigure::Items { done }, Measure::Checklist { items }) => {
                // What is done stays done as long as so many are; then the others follow in their order.
                let more = amount.saturating_sub(self.range.now);
                let (mut keep, mut add) = (amount.min(self.range.now), more);
                let take = |left: &mut u128| {
                    let taken = *left > 0;
                    *left = left.saturating_sub(1);
                    taken
                };
                let set = items.iter().zip(done).map(|(item, done)| {
                    (item.id.clone(), word(if *done { take(&mut keep) } else { take(&mut add) }))
                });
                set.collect()
            }
            (MovingFigure::Cases { order }, Measure::Choice { options }) => {
                let place = usize::try_from(position).ok().and_then(|at| order.get(at));
                let option = place.and_then(|place| options.get(*place));
                value(option.map(|option| option.id.clone()).unwrap_or_default())
            }
            (MovingFigure::Count | MovingFigure::Items { .. } | MovingFigure::Cases { .. }, _) => {
                value(amount.to_string())
            }
        }
    }

    /// The answer with the figures of a position.
    pub fn answer_at(&self, position: u128) -> Answer {
        let mut answer = (*self.answer).clone();
        answer.figures.extend(self.figures_at(position));
        answer
    }

    /// The share of the target's own total that a position adds to what there is now; zero below it.
    ///
    /// The total is the whole of a ratio, 100 %, all items, or the count that earns the most (where fewer is better,
    /// the count at position 0); a case counts the share that it adds.
    pub fn share(&self, position: u128) -> Exact {
        Exact::new(self.units(position), self.range.total).unwrap_or(Exact::ZERO)
    }

    /// The share's numerator, [`Self::total`] being its denominator: whole numbers to add up.
    pub(super) fn units(&self, position: u128) -> u128 {
        let units = match &self.range.figure {
            MovingFigure::Cases { .. } => {
                self.figure_at(position).times(Exact::whole(1_000_000)).map(Exact::numerator)
            }
            MovingFigure::Whole { .. }
            | MovingFigure::Percent { .. }
            | MovingFigure::Count
            | MovingFigure::YesNo
            | MovingFigure::Items { .. } => Some(position),
        };
        units.unwrap_or_default().saturating_sub(self.range.from)
    }

    /// The target's own total, in [`Self::units`]; never zero.
    pub(super) const fn total(&self) -> u128 {
        self.range.total
    }

    /// One unit of the last decimal that points are rounded to, in thousandths.
    pub(super) fn step(&self) -> i64 {
        self.decimals.step().into()
    }

    /// A fraction of positions that so many points can't be earned below, where points follow a line; `None` where
    /// they don't, or there is no telling.
    pub(super) fn floor(&self, points: Points) -> Option<(u128, u128)> {
        let (points_each, positions) = self.range.line?;
        // Half a step less is rounded up to it.
        let twice = points.thousandths().checked_mul(2)?.checked_sub(self.step())?;
        let twice = i128::from(twice).checked_add(self.range.shift.checked_mul(2)?)?;
        let upper = u128::try_from(twice.max(0)).ok()?.checked_mul(positions)?;
        Some((upper, points_each.checked_mul(2)?))
    }

    /// The points at a position by the line that they follow, where nothing cuts it; `None` where they follow none.
    pub(super) fn on_line(&self, position: u128) -> Option<Points> {
        let (points_each, positions) = self.range.line?;
        let step = i128::from(self.step());
        let positions = i128::try_from(positions).ok()?;
        let along = i128::try_from(position.checked_mul(points_each)?).ok()?;
        let earned = along.checked_sub(self.range.shift.checked_mul(positions)?)?;
        let halves = earned.checked_mul(2)?.checked_add(step.checked_mul(positions)?)?;
        let steps = halves.div_euclid(positions.checked_mul(2 * step)?);
        i64::try_from(steps * step).ok().map(Points::from_thousandths)
    }

    fn amount(&self, position: u128) -> u128 {
        self.range.amount(position.min(self.range.last))
    }

    fn earned(&self, position: u128) -> Option<Points> {
        earned(&self.score, &self.range, self.decimals, position)
    }
}

/// The points of a position of a range, by the rule that scores every answer.
pub(super) fn earned(
    score: &TargetScore,
    range: &MoveRange,
    decimals: Decimals,
    position: u128,
) -> Option<Points> {
    let amount = range.amount(position);
    let measured = match (&range.figure, &score.target.measure) {
        (MovingFigure::Whole { total, excluded }, _) => ratio(amount, *total, *excluded, true).ok()?,
        (MovingFigure::Percent { scale }, _) => {
            Measured::Percent(Exact::new(amount, 10_u128.checked_pow(*scale)?)?)
        }
        (MovingFigure::Count, _) => Measured::Count(amount),
        (MovingFigure::YesNo, _) => Measured::YesNo(amount > 0),
        (MovingFigure::Items { done }, _) => {
            Measured::Items { done: amount, all: u128::try_from(done.len()).unwrap_or_default() }
        }
        (MovingFigure::Cases { order }, Measure::Choice { options }) => {
            let option = options.get(*order.get(usize::try_from(amount).ok()?)?)?;
            Measured::Choice { id: String::new(), share: option.share.exact() }
        }
        (MovingFigure::Cases { .. }, _) => return None,
    };
    scored(&score.target, score.goal, measured, decimals).map(|scored| scored.points)
}

/// The first position of a range from which a condition holds to the end; the end where it holds nowhere before.
pub(super) fn first(from: u128, to: u128, holds: impl Fn(u128) -> bool) -> u128 {
    let (mut from, mut to) = (from, to);
    while from < to {
        let middle = from + (to - from) / 2;
        if holds(middle) {
            to = middle;
        } else {
            from = middle + 1;
        }
    }
    from
}
