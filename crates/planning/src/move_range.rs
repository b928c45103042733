//! How far a target's figure can move, and in which direction points rise.

use super::order;
use super::trajectory::{Pinned, earned, first};
use scoring::assessment::Answer;
use scoring::exact::Exact;
use scoring::figures;
use scoring::figures::{Figure, FigureKind};
use scoring::points::{Decimals, Points};
use scoring::rules::{Rule, Steps};
use scoring::scorecard::TargetScore;
use scoring::target_set::{ChoiceOption, GoalInForce, Measure, RatioUnit};

/// The positions of one target.
#[derive(Debug, Clone)]
pub(super) struct MoveRange {
    /// What moves.
    pub figure: MovingFigure,
    /// The amount at position 0 where fewer is better; amounts are positions otherwise.
    pub top: Option<u128>,
    /// Where the figure is.
    pub now: u128,
    /// The last position.
    pub last: u128,
    /// What a share is counted from: `now`, or the share of the case chosen now.
    pub from: u128,
    /// The target's own total.
    pub total: u128,
    /// So many thousandths of a point in so many positions, where points follow a line.
    pub line: Option<(u128, u128)>,
    /// Thousandths that the line lies below one through position 0.
    pub shift: i128,
}

/// What moves.
#[derive(Debug, Clone)]
pub(super) enum MovingFigure {
    /// What is done of a whole.
    Whole {
        /// As typed.
        total: u128,
        /// As typed; 0 where blank.
        excluded: u128,
    },
    /// A percentage in units of 10^−scale.
    Percent {
        /// The decimals that it was typed with.
        scale: u32,
    },
    /// A number of things.
    Count,
    /// No and yes.
    YesNo,
    /// How many items are done.
    Items {
        /// Which ones are now.
        done: Vec<bool>,
    },
    /// Cases, by the place they have in the set.
    Cases {
        /// Shares rising; as in the set where they are the same.
        order: Vec<usize>,
    },
}

impl MoveRange {
    /// The range of a target's answer.
    pub fn of(score: &TargetScore, answer: &Answer, decimals: Decimals) -> Result<Self, Pinned> {
        if answer.not_applicable.is_some() {
            return Err(Pinned::NotApplicable);
        }
        let target = &score.target;
        let falls = falls(&target.rule, score.goal)?;
        let yes = |field: &str| answer.figure(field).trim() == "yes";
        let read = |field: &str, kind| figures::read(answer.figure(field), kind);
        match &target.measure {
            Measure::Rank { .. } => Err(Pinned::Rank),
            Measure::Given { .. } => Err(Pinned::Given),
            Measure::Ratio { unit, excluded, may_exceed, .. } => {
                let kind = match unit {
                    RatioUnit::Count => FigureKind::Count,
                    RatioUnit::Money => FigureKind::Money,
                };
                let understood = |field| read(field, kind).map_err(|_| Pinned::NotUnderstood);
                let total = understood("total")?.map(Figure::whole).ok_or(Pinned::NoTotal)?;
                let left_out = if excluded.is_some() { understood("excluded")? } else { None };
                let excluded = left_out.map_or(0, Figure::whole);
                let whole = total.checked_sub(excluded).ok_or(Pinned::NotUnderstood)?;
                if whole == 0 {
                    return Err(Pinned::NoTotal);
                }
                let done = read("done", kind).ok().flatten().map(Figure::whole);
                let most = if *may_exceed {
                    exceeding(score, whole).ok_or(Pinned::BeyondExact)?.max(done.unwrap_or_default())
                } else {
                    whole
                };
                if done.is_some_and(|done| done > most) {
                    return Err(Pinned::NotUnderstood);
                }
                let value_each = Exact::new(100, whole).ok_or(Pinned::BeyondExact)?;
                Self::up_to(most, done, falls, MovingFigure::Whole { total, excluded })
                    .on_line(score, value_each)
            }
            Measure::Percent { .. } => {
                let figure = read("value", FigureKind::Percent).ok().flatten();
                let figure = figure.filter(|figure| figure.exact() <= Exact::HUNDRED);
                let scale = figure.map_or(0, Figure::decimals);
                let one = 10_u128.checked_pow(scale).ok_or(Pinned::BeyondExact)?;
                let value_each = Exact::new(1, one).ok_or(Pinned::BeyondExact)?;
                let units = |figure: Figure| figure.exact().times(Exact::whole(one)).map(Exact::numerator);
                let now = figure.and_then(units);
                Self::up_to(100 * one, now, falls, MovingFigure::Percent { scale }).on_line(score, value_each)
            }
            Measure::Count { .. } => {
                let now = read("value", FigureKind::Count).ok().flatten().map(Figure::whole);
                Self::counting(score, now, falls, decimals)
            }
            Measure::YesNo { .. } => {
                Ok(Self::up_to(1, Some(u128::from(yes("value"))), false, MovingFigure::YesNo))
            }
            Measure::Checklist { items } => {
                let done: Vec<bool> = items.iter().map(|item| yes(&item.id)).collect();
                let now = done.iter().map(|done| u128::from(*done)).sum();
                let all = done.iter().map(|_| 1).sum();
                Ok(Self::up_to(all, Some(now), false, MovingFigure::Items { done }))
            }
            Measure::Choice { options } => Ok(Self::cases(options, answer.figure("value").trim())),
        }
    }

    /// The amount at a position.
    pub fn amount(&self, position: u128) -> u128 {
        self.top.map_or(position, |top| top.saturating_sub(position))
    }

    fn up_to(whole: u128, now: Option<u128>, falls: bool, figure: MovingFigure) -> Self {
        let now = now.map_or(0, |now| if falls { whole - now } else { now });
        let top = falls.then_some(whole);
        Self { figure, top, now, last: whole, from: now, total: whole.max(1), line: None, shift: 0 }
    }

    fn cases(options: &[ChoiceOption], chosen: &str) -> Self {
        // Shares have six decimals at most: millionths of a percent are whole.
        let millionths = |share: Exact| share.times(Exact::whole(1_000_000)).map_or(0, Exact::numerator);
        let share = |place: usize| options.get(place).map_or(0, |option| millionths(option.share.exact()));
        let order = order::by((0..options.len()).collect(), |place| {
            (i128::try_from(share(*place)).unwrap_or_default(), 0)
        });
        let now =
            order.iter().position(|place| options.get(*place).is_some_and(|option| option.id == chosen));
        let from = now.and_then(|now| order.get(now)).map_or(0, |place| share(*place));
        let count = |count: usize| u128::try_from(count).unwrap_or_default();
        Self {
            last: count(options.len().saturating_sub(1)),
            now: count(now.unwrap_or_default()),
            from,
            total: 100_000_000,
            figure: MovingFigure::Cases { order },
            top: None,
            line: None,
            shift: 0,
        }
    }

    /// A count goes between the figure that earns the least and the one that earns the most, or as far as it is now.
    fn counting(
        score: &TargetScore,
        now: Option<u128>,
        falls: bool,
        decimals: Decimals,
    ) -> Result<Self, Pinned> {
        let goal = score.goal.map(|goal| goal.value.exact());
        let over = |value: Exact| value.numerator() / value.denominator() + 1;
        let fill = |cap: Points, each: Points| {
            let [cap, each] = [cap, each].map(|points| u128::from(points.thousandths().unsigned_abs()));
            if each == 0 { 0 } else { cap.div_ceil(each) }
        };
        // From here on nothing changes.
        let end = match &score.target.rule {
            Rule::PerItem(rule) => fill(score.target.max_points, rule.points_each),
            Rule::Bonus(rule) => fill(rule.cap, rule.points_each),
            Rule::Penalty(rule) => fill(rule.cap, rule.points_each),
            Rule::Steps(rule) => rule.steps.first().map_or(0, |step| over(step.from.exact())),
            Rule::TowardGoal(_)
            | Rule::Proportional(_)
            | Rule::PassFail(_)
            | Rule::ShareOfItems(_)
            | Rule::AllOrNothing(_)
            | Rule::ByChoice(_)
            | Rule::AsGiven(_) => goal.map_or(0, over),
        };
        let mut range =
            Self::up_to(end, Some(0), false, MovingFigure::Count).on_line(score, Exact::whole(1))?;
        let points = |amount| earned(score, &range, decimals, amount);
        let (at_none, at_end) = (points(0), points(end));
        let end = first(0, end, |amount| points(amount) == at_end);
        if !falls {
            let now = now.unwrap_or_default();
            range.last = end.max(now);
            (range.now, range.from, range.total) = (now, now, end.max(1));
            return Ok(range);
        }
        let extra = score.target.rule.is_extra();
        let top = end.max(now.unwrap_or_default());
        // None entered counts as none where it takes points off, else as the worst.
        let now = now.unwrap_or(if extra { 0 } else { top });
        let good = first(0, end, |amount| points(amount) != at_none);
        let best = if at_none == at_end { now } else { good.saturating_sub(1).min(now) };
        if let Rule::Penalty(rule) = &score.target.rule {
            let each = u128::from(rule.points_each.thousandths().unsigned_abs());
            range.shift = i128::try_from(top.checked_mul(each).ok_or(Pinned::BeyondExact)?)
                .map_err(|_| Pinned::BeyondExact)?;
            range.line = (each > 0).then_some((each, 1));
        }
        range.top = Some(top);
        range.last = top - best;
        range.now = top - now;
        range.from = range.now;
        range.total = top.max(1);
        Ok(range)
    }

    /// Notes the line that points follow, a position being worth so much of the value; refuses what could not be held
    /// exactly somewhere on it.
    fn on_line(mut self, score: &TargetScore, value_each: Exact) -> Result<Self, Pinned> {
        let max = u128::from(score.target.max_points.thousandths().unsigned_abs());
        let full = match &score.target.rule {
            Rule::TowardGoal(_) => score.goal.ok_or(Pinned::BeyondExact)?.value.exact(),
            Rule::Proportional(_) => Exact::HUNDRED,
            Rule::PerItem(_) | Rule::Bonus(_) => {
                let each = match &score.target.rule {
                    Rule::PerItem(rule) => rule.points_each,
                    Rule::Bonus(rule) => rule.points_each,
                    Rule::TowardGoal(_)
                    | Rule::Proportional(_)
                    | Rule::Steps(_)
                    | Rule::PassFail(_)
                    | Rule::ShareOfItems(_)
                    | Rule::AllOrNothing(_)
                    | Rule::ByChoice(_)
                    | Rule::AsGiven(_)
                    | Rule::Penalty(_) => Points::ZERO,
                };
                let each = u128::from(each.thousandths().unsigned_abs());
                self.line = (each > 0).then_some((each, 1));
                return Ok(self);
            }
            Rule::Steps(_)
            | Rule::PassFail(_)
            | Rule::ShareOfItems(_)
            | Rule::AllOrNothing(_)
            | Rule::ByChoice(_)
            | Rule::AsGiven(_)
            | Rule::Penalty(_) => return Ok(self),
        };
        let product = |factors: [u128; 5]| {
            factors.iter().try_fold(1_u128, |product, factor| product.checked_mul((*factor).max(1)))
        };
        let most = self.last;
        let upper = product([max, value_each.numerator(), full.denominator(), most, 1000]);
        let lower = product([value_each.denominator(), full.numerator(), 1000, 1, 1]);
        if upper.is_none() || lower.is_none() {
            return Err(Pinned::BeyondExact);
        }
        let each =
            max.checked_mul(value_each.numerator()).and_then(|each| each.checked_mul(full.denominator()));
        let positions = value_each.denominator().checked_mul(full.numerator());
        self.line = each.filter(|each| *each > 0 && self.top.is_none()).zip(positions);
        Ok(self)
    }
}

/// How much of a whole can be done where that may be more than it: beyond its goal and steps nothing changes.
fn exceeding(score: &TargetScore, whole: u128) -> Option<u128> {
    let edge = match &score.target.rule {
        Rule::Steps(rule) => rule.steps.first().map(|step| step.from.exact()),
        Rule::TowardGoal(_)
        | Rule::Proportional(_)
        | Rule::PassFail(_)
        | Rule::PerItem(_)
        | Rule::ShareOfItems(_)
        | Rule::AllOrNothing(_)
        | Rule::ByChoice(_)
        | Rule::AsGiven(_)
        | Rule::Penalty(_)
        | Rule::Bonus(_) => score.goal.map(|goal| goal.value.exact()),
    };
    let least = edge.map_or(Some(Exact::ZERO), |edge| edge.times(Exact::new(whole, 100)?))?;
    Some(whole.max(least.numerator() / least.denominator() + 1))
}

/// Whether points fall as the figure grows.
fn falls(rule: &Rule, goal: Option<GoalInForce>) -> Result<bool, Pinned> {
    match rule {
        Rule::Penalty(_) => Ok(true),
        Rule::PassFail(_) => Ok(goal.is_some_and(|goal| !goal.compare.wants_more())),
        Rule::Steps(steps) => steps_fall(steps),
        Rule::TowardGoal(_)
        | Rule::Proportional(_)
        | Rule::PerItem(_)
        | Rule::ShareOfItems(_)
        | Rule::AllOrNothing(_)
        | Rule::ByChoice(_)
        | Rule::AsGiven(_)
        | Rule::Bonus(_) => Ok(false),
    }
}

fn steps_fall(rule: &Steps) -> Result<bool, Pinned> {
    let mut points: Vec<Points> = rule.steps.iter().map(|step| step.points).collect();
    // Below the last step there is nothing, unless it holds from 0.
    if !rule.steps.last().is_some_and(|step| step.inclusive && step.from.exact() == Exact::ZERO) {
        points.push(Points::ZERO);
    }
    if points.is_sorted_by(|a, b| a >= b) {
        return Ok(false);
    }
    if points.is_sorted() { Ok(true) } else { Err(Pinned::Uneven) }
}
