//! From a question to a plan.

use std::rc::Rc;

use super::bound::{Bound, toll};
use super::course::{Course, Pinned, first};
use super::layers::most_gains;
use super::offer::Offer;
use super::order;
use super::plan::{Aim, Held, HeldBy, Outcome, Plan, Proof, Question, Step, Unreachable};
use super::scale::Scale;
use super::search::{Found, Search};
use scoring::assessment::{Answer, Assessment};
use scoring::exact::Exact;
use scoring::points::Points;
use scoring::scorecard::{Scorecard, Totals};
use scoring::target_set::TargetSet;

/// Steps of search that take less than 50 ms for 60 targets, in a browser too.
pub const BUDGET: u32 = 100_000;

/// How many things that targets can do are listed, for all of them together.
const LISTED: usize = 60_000;

/// Gains × costs in parts of the scale stay below this, so that sums of them never overflow.
const LARGEST: u128 = 1 << 112;

/// Finds the plan of least cost, or of fewest targets, that reaches an index.
///
/// Cost is Σ weight × share. Ties go to fewer targets, then to the set's order: the first target in which two plans
/// differ decides, and the one that does more there is taken. The search takes `budget` steps at most ([`BUDGET`]);
/// when they do not suffice the plan is the best one found, and its proof says what none can cost less than.
pub fn solve(
    set: &TargetSet,
    assessment: &Assessment,
    card: &Scorecard,
    question: &Question,
    budget: u32,
) -> Outcome {
    let index = |points| Totals { points, ..card.totals }.index();
    let now = card.totals.points;
    let reached = |points| index(points).is_some_and(|index| index >= question.wanted);
    if reached(now) {
        return Outcome::Already;
    }
    let (courses, held) = courses(set, assessment, card, question);
    let best = courses.iter().fold(now, |sum, course| sum + (course.points_at_best() - course.points_now()));
    if !reached(best) {
        let wanted = question.wanted.times(card.totals.max.exact()).and_then(|wanted| {
            let thousandths = wanted.times(Exact::whole(10))?;
            i64::try_from(thousandths.numerator().div_ceil(thousandths.denominator())).ok()
        });
        let wanted = Points::from_thousandths(wanted.unwrap_or(i64::MAX));
        let missing = (wanted - best).max(Points::ZERO);
        return Outcome::Unreachable(Unreachable { best: index(best).unwrap_or(Exact::ZERO), missing, held });
    }
    // Asked of the sums themselves, so that no other reckoning can say otherwise.
    let points = |thousandths: u128| Points::from_thousandths(i64::try_from(thousandths).unwrap_or(i64::MAX));
    let most = u128::try_from(best.thousandths()).unwrap_or_default();
    let wanted = points(first(0, most, |thousandths| reached(points(thousandths))));
    let need = i128::from(wanted.thousandths()) - i128::from(now.thousandths());
    // All points are whole steps of the set's decimals.
    let whole = i128::from(set.decimals.step());
    let need = (need + whole - 1) / whole * whole;
    let solved = Solver::new(&courses, question, need).solve(need, budget);
    let steps: Vec<Step> = courses.iter().zip(&solved.positions).filter_map(step).collect();
    let points = steps.iter().fold(now, |sum, step| sum + step.gain);
    Outcome::Plan(Plan {
        cost: solved.cost,
        points,
        index: index(points).unwrap_or(Exact::ZERO),
        proof: solved.proof,
        steps,
    })
}

fn step((course, position): (&Course, &Option<u128>)) -> Option<Step> {
    let to = (*position)?;
    Some(Step {
        target: course.target().id.clone(),
        from: course.now(),
        to,
        figures: course.figures_at(to),
        gain: course.points_at(to) - course.points_now(),
        share: course.share(to),
    })
}

/// The targets that a plan may move, and those that it may not but could gain by.
fn courses(
    set: &TargetSet,
    assessment: &Assessment,
    card: &Scorecard,
    question: &Question,
) -> (Vec<Course>, Vec<Held>) {
    let blank = Rc::new(Answer::default());
    let (mut courses, mut held) = (Vec::new(), Vec::new());
    for score in card.targets() {
        let id = &score.target.id;
        let answer = assessment.answers.get(&**id).unwrap_or(&blank);
        let (points, by) = match Course::of(score, answer, set.decimals) {
            Ok(course) if !question.pinned.contains(id) => {
                courses.push(course);
                continue;
            }
            Ok(course) => (course.points_at_best() - course.points_now(), HeldBy::Question),
            // Nothing arises: there is nothing to gain.
            Err(Pinned::NotApplicable) => continue,
            Err(pinned) => {
                (score.target.max_points - score.points().unwrap_or_default(), HeldBy::Figures(pinned))
            }
        };
        if points > Points::ZERO {
            held.push(Held { target: id.clone(), points, by });
        }
    }
    (courses, held)
}

/// What was found: for each course the position to reach.
struct Solved {
    positions: Vec<Option<u128>>,
    cost: Exact,
    proof: Proof,
}

struct Solver<'a> {
    courses: usize,
    /// Which course each offer is of.
    places: Vec<usize>,
    offers: Vec<Offer<'a>>,
    scale: Scale,
    fewest: bool,
}

impl<'a> Solver<'a> {
    fn new(courses: &'a [Course], question: &Question, need: i128) -> Self {
        let (mut offers, mut places) = (Vec::new(), Vec::new());
        for (place, course) in courses.iter().enumerate() {
            let weight = question.weight(&course.target().id);
            if let Some(offer) = Offer::of(course, offers.len(), weight) {
                offers.push(offer);
                places.push(place);
            }
        }
        let cost = |offer: &Offer<'_>| {
            let units = Exact::whole(offer.course.units(offer.course.last()));
            offer.each.times(units).map_or(u128::MAX >> 64, |cost| cost.numerator() / cost.denominator() + 1)
        };
        let costs: u128 = offers.iter().map(cost).sum();
        let gains: u128 =
            offers.iter().map(|offer: &Offer<'_>| u128::try_from(offer.most).unwrap_or_default()).sum();
        let most = LARGEST / costs.saturating_mul(gains).max(1);
        let scale = Scale::of(offers.iter().map(|offer| offer.each), most.max(1));
        let room = LISTED / offers.len().max(1);
        for offer in &mut offers {
            offer.list(scale, need, room);
        }
        Self { courses: courses.len(), places, offers, scale, fewest: question.aim == Aim::FewestTargets }
    }

    fn solve(mut self, need: i128, budget: u32) -> Solved {
        let refs: Vec<&Offer<'_>> = self.offers.iter().collect();
        let most = if self.fewest { fewest(&refs, need) } else { refs.len() };
        let toll =
            if most < refs.len() { toll(&refs, need, i128::try_from(most).unwrap_or_default()) } else { 0 };
        let price = Bound::new(&refs, toll, need).price() + 1;
        let worth: Vec<i128> = self.offers.iter().map(|offer| worthwhile(offer, price, toll)).collect();
        let room = LISTED / self.offers.len().max(1);
        for (offer, gain) in self.offers.iter_mut().zip(&worth) {
            offer.list_around(*gain, room);
        }
        let slop = if self.scale.exact { 0 } else { self.offers.iter().map(Offer::slop).sum() };
        let offers: Vec<&Offer<'_>> = self.offers.iter().collect();
        let search = Search { offers, need, most, toll, slop, fewest: self.fewest };
        let budget = usize::try_from(budget).unwrap_or(usize::MAX);
        let (mut best, least) = search.improve(self.start(&search, &worth), budget);
        let proven = least >= search.ceiling(&best);
        if !proven {
            best = self.trimmed(&search, best.positions);
        }
        let part = |parts: i128| {
            Exact::new(u128::try_from(parts).unwrap_or_default(), self.scale.parts).unwrap_or(Exact::ZERO)
        };
        let tolls = toll * i128::try_from(most).unwrap_or_default();
        let proof = if proven { Proof::Least } else { Proof::AtLeast(part(least - tolls)) };
        let mut positions = vec![None; self.courses];
        for (place, position) in self.places.iter().zip(&best.positions) {
            if let Some(slot) = positions.get_mut(*place) {
                *slot = *position;
            }
        }
        let costs =
            self.offers.iter().zip(&best.positions).filter_map(|(offer, position)| {
                offer.each.times(Exact::whole(offer.course.units((*position)?)))
            });
        let cost = costs.into_iter().try_fold(Exact::ZERO, Exact::plus);
        Solved { positions, cost: cost.unwrap_or_else(|| part(best.cost + slop)), proof }
    }

    /// A plan to begin with: what is worth the most at the price that brings what is needed, or the largest gains.
    fn start(&self, search: &Search<'_>, worth: &[i128]) -> Found {
        let all =
            || self.offers.iter().map(|offer| offer.pick(offer.most).map(|pick| pick.position)).collect();
        let mut positions: Vec<Option<u128>> = if search.most < self.offers.len() {
            let largest = order::by(search.offers.clone(), |offer| (-offer.most, 0));
            let mut positions: Vec<Option<u128>> = all();
            for offer in largest.into_iter().skip(search.most) {
                if let Some(position) = positions.get_mut(offer.place) {
                    *position = None;
                }
            }
            positions
        } else {
            let picks = self.offers.iter().zip(worth);
            picks
                .map(|(offer, gain)| {
                    offer.pick((*gain).max(1)).filter(|_| *gain > 0).map(|pick| pick.position)
                })
                .collect()
        };
        if gain(search, &positions) < search.need {
            positions = all();
        }
        self.trimmed(search, positions)
    }

    /// A plan with every figure as low as the others allow, the dearest first.
    fn trimmed(&self, search: &Search<'_>, positions: Vec<Option<u128>>) -> Found {
        let mut positions = positions;
        let mut spare = gain(search, &positions) - search.need;
        let mut dearest: Vec<(i128, &Offer<'_>)> = Vec::new();
        for (offer, position) in self.offers.iter().zip(&positions) {
            if let Some(position) = position {
                let pick = offer.at(*position);
                dearest.push((-(pick.cost / pick.gain.max(1)), offer));
            }
        }
        for (_, offer) in order::by(dearest, |(cost, _)| (*cost, 0)) {
            let Some(position) = positions.get_mut(offer.place) else { continue };
            let gained = position.map_or(0, |position| offer.at(position).gain);
            let lower = (gained > spare).then(|| offer.pick(gained - spare)).flatten();
            *position = lower.map(|pick| pick.position);
            spare -= gained - lower.map_or(0, |pick| pick.gain);
        }
        let pairs = self.offers.iter().zip(&positions);
        let cost = pairs.filter_map(|(offer, position)| Some(offer.at((*position)?).cost)).sum();
        let count = positions.iter().flatten().count();
        Found { positions, cost, count }
    }
}

fn gain(search: &Search<'_>, positions: &[Option<u128>]) -> i128 {
    let pairs = search.offers.iter().zip(positions);
    pairs.filter_map(|(offer, position)| Some(offer.at((*position)?).gain)).sum()
}

/// The gain at which an offer is worth the most at a price; 0 where doing nothing is.
fn worthwhile(offer: &Offer<'_>, price: i128, toll: i128) -> i128 {
    let worth = |(gain, cost): &(i128, i128)| (price * gain - cost - toll, *gain);
    offer.corners.iter().map(worth).max().filter(|(worth, _)| *worth >= 0).map_or(0, |(_, gain)| gain)
}

/// With how few targets it can be done.
fn fewest(offers: &[&Offer<'_>], need: i128) -> usize {
    most_gains(offers).into_iter().take_while(|most| *most < need).count()
}
