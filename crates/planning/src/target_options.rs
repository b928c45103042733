//! The moves that a plan can make for one target: so many points more at such a cost.

use super::scale::Scale;
use super::trajectory::Trajectory;
use scoring::exact::Exact;
use scoring::points::Points;

/// A figure moved to a position: what it gains and what it costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Move {
    /// Thousandths of a point more than now.
    pub gain: i128,
    /// Its cost, in parts of the scale.
    pub cost: i128,
    /// The position of the figure.
    pub position: u128,
}

/// All moves of one target.
#[derive(Debug)]
pub(super) struct TargetOptions<'a> {
    /// The target's trajectory.
    pub trajectory: &'a Trajectory,
    /// Its place among the targets of the search, in the set's order.
    pub place: usize,
    /// The cost of one unit of its trajectory.
    pub each: Exact,
    /// The same in parts of the scale.
    unit: i128,
    /// The moves, gains and costs rising; for each gain the least cost.
    pub moves: Vec<Move>,
    /// Whether the list of moves is complete.
    whole: bool,
    /// Ranges of gains, first and last, whose moves are not listed: there are too many.
    pub unlisted: Vec<(i128, i128)>,
    /// The most that it can gain.
    pub most: i128,
    /// The lower convex hull of gains and costs: nothing it can do lies below.
    pub hull: Vec<(i128, i128)>,
}

impl<'a> TargetOptions<'a> {
    /// The options of a target; `None` where it can gain nothing. The scale comes later: it depends on all targets.
    pub fn of(trajectory: &'a Trajectory, place: usize, weight: Exact) -> Option<Self> {
        let total = Exact::new(1, trajectory.total())?;
        let each = weight.times(total)?;
        let most = difference(trajectory.points_at_best(), trajectory.points_now());
        let options = Self {
            trajectory,
            place,
            each,
            unit: 0,
            moves: Vec::new(),
            whole: false,
            unlisted: Vec::new(),
            most,
            hull: Vec::new(),
        };
        (most > 0).then_some(options)
    }

    /// Lists the moves up to what is needed, if there are no more than the limit, and works out the hull.
    pub fn list(&mut self, scale: Scale, need: i128, limit: usize) {
        self.unit = scale.floor(self.each);
        self.most = self.most.min(need);
        let step = i128::from(self.trajectory.step());
        let points = u128::try_from(self.most / step).unwrap_or_default();
        let positions = self.trajectory.last() - self.trajectory.now();
        let many = u128::try_from(limit).is_ok_and(|limit| points.min(positions) > limit);
        if many && self.trajectory.floor(Points::ZERO).is_some() {
            self.unlisted.push((step, self.most - step));
        } else {
            self.list_from(step, limit);
        }
        let mut below: Vec<(i128, i128)> =
            self.moves.iter().map(|candidate| (candidate.gain.min(need), candidate.cost)).collect();
        for (from, to) in &self.unlisted {
            below.extend([(*from, self.below(*from)), (*to, self.below(*to))]);
        }
        below.extend(self.cheapest_for(self.most).map(|candidate| (self.most, candidate.cost)));
        self.hull = lower_hull(below.into_iter());
        self.whole = self.unlisted.is_empty();
    }

    /// Lists the moves around a gain, for a target that has more of them than the limit.
    pub fn list_around(&mut self, gain: i128, limit: usize) {
        let Some((first, last)) = self.unlisted.pop() else { return };
        let step = i128::from(self.trajectory.step());
        let half = i128::try_from(limit / 2).unwrap_or_default();
        let positions = i128::try_from(self.trajectory.last() - self.trajectory.now()).unwrap_or(i128::MAX);
        // Apart by a step, or where positions are fewer than points, as far as a position brings.
        let apart = (self.most / positions.max(1)).max(step);
        let from = (gain - half * apart).clamp(first, last);
        self.list_from(from, limit);
        if from > first {
            self.unlisted.push((first, from - step));
        }
        let listed = self.moves.last().map_or(from, |candidate| candidate.gain);
        if listed < last {
            self.unlisted.push((listed + step, last));
        }
        if listed < self.most {
            self.moves.extend(self.cheapest_for(self.most));
        }
    }

    fn list_from(&mut self, gain: i128, limit: usize) {
        let step = i128::from(self.trajectory.step());
        let mut next = self.cheapest_for(gain);
        while let Some(candidate) = next {
            if self.moves.len() == limit {
                self.unlisted.push((candidate.gain, self.most));
                return;
            }
            self.moves.push(candidate);
            let gain = candidate.gain + step;
            next = if gain > self.most {
                None
            } else {
                self.on_line(candidate, gain).or_else(|| self.cheapest_for(gain))
            };
        }
    }

    /// The cheapest move that gains at least so much, where points follow the line from the move before.
    fn on_line(&self, before: Move, gain: i128) -> Option<Move> {
        let now = self.trajectory.points_now();
        let points = |gain: i128| Some(now + Points::from_thousandths(i64::try_from(gain).ok()?));
        let (upper, lower) = self.trajectory.floor(points(gain)?)?;
        let position = upper.div_ceil(lower);
        let reached = self.trajectory.on_line(position)?;
        // Near the most that can be earned the points are capped.
        let within =
            reached < self.trajectory.points_at_best() - Points::from_thousandths(self.trajectory.step());
        (within && position > before.position).then(|| self.priced(position, difference(reached, now)))
    }

    /// The cheapest move that gains at least so much; `None` where none does.
    pub fn cheapest_for(&self, gain: i128) -> Option<Move> {
        if gain > self.most {
            return None;
        }
        if self.whole {
            return self.moves.get(self.moves.partition_point(|candidate| candidate.gain < gain)).copied();
        }
        let points = self.trajectory.points_now() + Points::from_thousandths(i64::try_from(gain).ok()?);
        Some(self.at(self.trajectory.position_for(points)?.max(self.trajectory.now())))
    }

    /// The move to a position.
    pub fn at(&self, position: u128) -> Move {
        self.priced(position, difference(self.trajectory.points_at(position), self.trajectory.points_now()))
    }

    fn priced(&self, position: u128, gain: i128) -> Move {
        let units = i128::try_from(self.trajectory.units(position)).unwrap_or(i128::MAX);
        Move { gain, cost: self.unit.saturating_mul(units), position }
    }

    /// A cost that gaining so much can't be below.
    pub fn below(&self, gain: i128) -> i128 {
        let floor = || {
            let points = self.trajectory.points_now() + Points::from_thousandths(i64::try_from(gain).ok()?);
            let (upper, lower) = self.trajectory.floor(points)?;
            let more = upper.checked_sub(self.trajectory.now().checked_mul(lower)?)?;
            let [more, lower] = [i128::try_from(more).ok()?, i128::try_from(lower).ok()?];
            let whole = (more / lower).checked_mul(self.unit)?;
            whole.checked_add((more % lower).checked_mul(self.unit).map_or(0, |rest| rest / lower))
        };
        floor().unwrap_or_default()
    }

    /// A convex lower bound of the cost of gaining so much: the hull at that gain; its first cost where the gain is less
    /// than any move brings.
    pub fn lowest(&self, gain: i128) -> i128 {
        let after = self.hull.partition_point(|(corner, _)| *corner < gain);
        let before = after.checked_sub(1).and_then(|before| self.hull.get(before));
        match (before, self.hull.get(after)) {
            (Some(from), Some(to)) => from.1 + (to.1 - from.1) * (gain - from.0) / (to.0 - from.0),
            (from, to) => to.or(from).map_or(0, |(_, cost)| *cost),
        }
    }

    /// By how much a cost in parts may be too low, because it was rounded down.
    pub fn rounding_tolerance(&self) -> i128 {
        i128::try_from(self.trajectory.units(self.trajectory.last())).unwrap_or(i128::MAX >> 16)
    }

    /// How much more one position costs than another, exactly: numerator and denominator.
    pub fn exact_difference(&self, more: Option<u128>, less: Option<u128>) -> (i128, i128) {
        let part = |part: u128| i128::try_from(part).unwrap_or(i128::MAX >> 16);
        let units =
            |position: Option<u128>| part(position.map_or(0, |position| self.trajectory.units(position)));
        ((units(more) - units(less)) * part(self.each.numerator()), part(self.each.denominator()))
    }

    /// The least of cost − price × gain over all moves, doing nothing included, when any move costs the fixed cost
    /// besides.
    pub fn least(&self, price: i128, fixed_cost: i128) -> i128 {
        self.hull.iter().map(|(gain, cost)| cost + fixed_cost - price * gain).min().unwrap_or(0).min(0)
    }

    /// The segments of the hull from doing nothing on, with a fixed cost: gain and cost of each.
    pub fn segments(&self, fixed_cost: i128) -> Vec<(i128, i128)> {
        let shifted = self.hull.iter().map(|(gain, cost)| (*gain, cost + fixed_cost));
        let hull_points = lower_hull(std::iter::once((0, 0)).chain(shifted));
        hull_points
            .iter()
            .zip(hull_points.iter().skip(1))
            .map(|(from, to)| (to.0 - from.0, to.1 - from.1))
            .collect()
    }
}

/// The lower convex hull of points whose gains rise: what lies above a straight line between two others is left out.
fn lower_hull(points: impl Iterator<Item = (i128, i128)>) -> Vec<(i128, i128)> {
    let mut hull_points: Vec<(i128, i128)> = Vec::new();
    for point in points {
        while let Some(last) = hull_points.last() {
            let before = hull_points.len().checked_sub(2).and_then(|at| hull_points.get(at));
            let needless = match before {
                _ if last.0 >= point.0 => last.1 >= point.1,
                Some(before) => {
                    (last.1 - before.1) * (point.0 - before.0) >= (point.1 - before.1) * (last.0 - before.0)
                }
                None => false,
            };
            if !needless {
                break;
            }
            hull_points.pop();
        }
        if hull_points.last().is_none_or(|last| last.0 < point.0) {
            hull_points.push(point);
        }
    }
    hull_points
}

fn difference(more: Points, less: Points) -> i128 {
    i128::from(more.thousandths()) - i128::from(less.thousandths())
}
