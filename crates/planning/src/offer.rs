//! What each target offers to a plan: so many points more at such a cost.

use super::course::Course;
use super::scale::Scale;
use scoring::exact::Exact;
use scoring::points::Points;

/// One thing that a target can do for a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pick {
    /// Thousandths of a point more than now.
    pub gain: i128,
    /// Its cost, in parts of the scale.
    pub cost: i128,
    /// The position of the figure.
    pub position: u128,
}

/// All that one target can do.
#[derive(Debug)]
pub(super) struct Offer<'a> {
    /// The target's course.
    pub course: &'a Course,
    /// Its place among the offers, in the set's order.
    pub place: usize,
    /// The cost of one unit of its course.
    pub each: Exact,
    /// The same in parts of the scale.
    unit: i128,
    /// What it can do, gains and costs rising; for each gain the least cost.
    pub picks: Vec<Pick>,
    /// Whether the picks are all there is.
    whole: bool,
    /// Gains, first and last, that are not among the picks: there are too many.
    pub unlisted: Vec<(i128, i128)>,
    /// The most that it can gain.
    pub most: i128,
    /// Gains and costs that lie below or at everything it can do, bending upward.
    pub corners: Vec<(i128, i128)>,
}

impl<'a> Offer<'a> {
    /// What a target offers; `None` where it can gain nothing. The scale comes later: it depends on all of them.
    pub fn of(course: &'a Course, place: usize, weight: Exact) -> Option<Self> {
        let total = Exact::new(1, course.total())?;
        let each = weight.times(total)?;
        let most = difference(course.points_at_best(), course.points_now());
        let offer = Self {
            course,
            place,
            each,
            unit: 0,
            picks: Vec::new(),
            whole: false,
            unlisted: Vec::new(),
            most,
            corners: Vec::new(),
        };
        (most > 0).then_some(offer)
    }

    /// Lists what it can do, up to what is needed, if that is no more than there is room for, and where the corners of
    /// it lie.
    pub fn list(&mut self, scale: Scale, need: i128, room: usize) {
        self.unit = scale.floor(self.each);
        self.most = self.most.min(need);
        let step = i128::from(self.course.step());
        let points = u128::try_from(self.most / step).unwrap_or_default();
        let positions = self.course.last() - self.course.now();
        let many = u128::try_from(room).is_ok_and(|room| points.min(positions) > room);
        if many && self.course.floor(Points::ZERO).is_some() {
            self.unlisted.push((step, self.most - step));
        } else {
            self.list_from(step, room);
        }
        let mut below: Vec<(i128, i128)> =
            self.picks.iter().map(|pick| (pick.gain.min(need), pick.cost)).collect();
        for (from, to) in &self.unlisted {
            below.extend([(*from, self.below(*from)), (*to, self.below(*to))]);
        }
        below.extend(self.pick(self.most).map(|pick| (self.most, pick.cost)));
        self.corners = bend(below.into_iter());
        self.whole = self.unlisted.is_empty();
    }

    /// Lists what lies around a gain of one that has more than there is room for.
    pub fn list_around(&mut self, gain: i128, room: usize) {
        let Some((first, last)) = self.unlisted.pop() else { return };
        let step = i128::from(self.course.step());
        let half = i128::try_from(room / 2).unwrap_or_default();
        let positions = i128::try_from(self.course.last() - self.course.now()).unwrap_or(i128::MAX);
        // Apart by a step, or where positions are fewer than points, as far as a position brings.
        let apart = (self.most / positions.max(1)).max(step);
        let from = (gain - half * apart).clamp(first, last);
        self.list_from(from, room);
        if from > first {
            self.unlisted.push((first, from - step));
        }
        let listed = self.picks.last().map_or(from, |pick| pick.gain);
        if listed < last {
            self.unlisted.push((listed + step, last));
        }
        if listed < self.most {
            self.picks.extend(self.pick(self.most));
        }
    }

    fn list_from(&mut self, gain: i128, room: usize) {
        let step = i128::from(self.course.step());
        let mut next = self.pick(gain);
        while let Some(pick) = next {
            if self.picks.len() == room {
                self.unlisted.push((pick.gain, self.most));
                return;
            }
            self.picks.push(pick);
            let gain = pick.gain + step;
            next = if gain > self.most { None } else { self.on_line(pick, gain).or_else(|| self.pick(gain)) };
        }
    }

    /// The cheapest that gains at least so much, where points go on along the line from one pick to it.
    fn on_line(&self, before: Pick, gain: i128) -> Option<Pick> {
        let now = self.course.points_now();
        let points = |gain: i128| Some(now + Points::from_thousandths(i64::try_from(gain).ok()?));
        let (upper, lower) = self.course.floor(points(gain)?)?;
        let position = upper.div_ceil(lower);
        let reached = self.course.on_line(position)?;
        // Near the most that can be earned the line is cut or held back.
        let within = reached < self.course.points_at_best() - Points::from_thousandths(self.course.step());
        (within && position > before.position).then(|| self.priced(position, difference(reached, now)))
    }

    /// The cheapest that gains at least so much; `None` where nothing does.
    pub fn pick(&self, gain: i128) -> Option<Pick> {
        if gain > self.most {
            return None;
        }
        if self.whole {
            return self.picks.get(self.picks.partition_point(|pick| pick.gain < gain)).copied();
        }
        let points = self.course.points_now() + Points::from_thousandths(i64::try_from(gain).ok()?);
        Some(self.at(self.course.position_for(points)?.max(self.course.now())))
    }

    /// What a position does.
    pub fn at(&self, position: u128) -> Pick {
        self.priced(position, difference(self.course.points_at(position), self.course.points_now()))
    }

    fn priced(&self, position: u128, gain: i128) -> Pick {
        let units = i128::try_from(self.course.units(position)).unwrap_or(i128::MAX);
        Pick { gain, cost: self.unit.saturating_mul(units), position }
    }

    /// A cost that gaining so much can't be below.
    pub fn below(&self, gain: i128) -> i128 {
        let floor = || {
            let points = self.course.points_now() + Points::from_thousandths(i64::try_from(gain).ok()?);
            let (upper, lower) = self.course.floor(points)?;
            let more = upper.checked_sub(self.course.now().checked_mul(lower)?)?;
            let [more, lower] = [i128::try_from(more).ok()?, i128::try_from(lower).ok()?];
            let whole = (more / lower).checked_mul(self.unit)?;
            whole.checked_add((more % lower).checked_mul(self.unit).map_or(0, |rest| rest / lower))
        };
        floor().unwrap_or_default()
    }

    /// A cost that gaining so much can't be below, bending upward as the corners do; the first where it gains less than
    /// anything it can do.
    pub fn lowest(&self, gain: i128) -> i128 {
        let after = self.corners.partition_point(|(corner, _)| *corner < gain);
        let before = after.checked_sub(1).and_then(|before| self.corners.get(before));
        match (before, self.corners.get(after)) {
            (Some(from), Some(to)) => from.1 + (to.1 - from.1) * (gain - from.0) / (to.0 - from.0),
            (from, to) => to.or(from).map_or(0, |(_, cost)| *cost),
        }
    }

    /// By how much a cost in parts may be too low.
    pub fn slop(&self) -> i128 {
        i128::try_from(self.course.units(self.course.last())).unwrap_or(i128::MAX >> 16)
    }

    /// How much more one position costs than another, exactly: what stands above and below the line.
    pub fn exact_difference(&self, more: Option<u128>, less: Option<u128>) -> (i128, i128) {
        let part = |part: u128| i128::try_from(part).unwrap_or(i128::MAX >> 16);
        let units = |position: Option<u128>| part(position.map_or(0, |position| self.course.units(position)));
        ((units(more) - units(less)) * part(self.each.numerator()), part(self.each.denominator()))
    }

    /// The least of cost − price × gain over all that it can do, doing nothing included, when doing anything at all
    /// costs a toll besides.
    pub fn least(&self, price: i128, toll: i128) -> i128 {
        self.corners.iter().map(|(gain, cost)| cost + toll - price * gain).min().unwrap_or(0).min(0)
    }

    /// The corners on the way from doing nothing, with a toll: gain and cost of each stretch.
    pub fn stretches(&self, toll: i128) -> Vec<(i128, i128)> {
        let shifted = self.corners.iter().map(|(gain, cost)| (*gain, cost + toll));
        let bent = bend(std::iter::once((0, 0)).chain(shifted));
        bent.iter().zip(bent.iter().skip(1)).map(|(from, to)| (to.0 - from.0, to.1 - from.1)).collect()
    }
}

/// The lower edge of points whose gains rise: what lies above a straight line between two others is left out.
fn bend(points: impl Iterator<Item = (i128, i128)>) -> Vec<(i128, i128)> {
    let mut bent: Vec<(i128, i128)> = Vec::new();
    for point in points {
        while let Some(last) = bent.last() {
            let before = bent.len().checked_sub(2).and_then(|at| bent.get(at));
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
            bent.pop();
        }
        if bent.last().is_none_or(|last| last.0 < point.0) {
            bent.push(point);
        }
    }
    bent
}

fn difference(more: Points, less: Points) -> i128 {
    i128::from(more.thousandths()) - i128::from(less.thousandths())
}
