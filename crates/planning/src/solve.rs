//! From a question to a plan.

use std::rc::Rc;

use super::beam_search::most_gains;
use super::bound::{Bound, best_fixed_cost};
use super::order;
use super::plan::{Aim, Held, HeldBy, Outcome, Plan, Proof, Question, Step, Unreachable};
use super::scale::Scale;
use super::search::{FoundPlan, Search};
use super::target_options::TargetOptions;
use super::trajectory::{Pinned, Trajectory, first};
use scoring::assessment::{Answer, Assessment};
use scoring::exact::Exact;
use scoring::points::Points;
use scoring::scorecard::{Scorecard, Totals};
use scoring::target_set::TargetSet;

/// Steps of search that take less than 50 ms for 60 targets, in a browser too.
pub const BUDGET: u32 = 100_000;

/// How many moves are listed, for all targets together.
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
    let (trajectories, held) = trajectories(set, assessment, card, question);
    let best = trajectories
        .iter()
        .fold(now, |sum, trajectory| sum + (trajectory.points_at_best() - trajectory.points_now()));
    if !reached(best) {
        let wanted = question.wanted.times(card.totals.max.exact()).and_then(|wanted| {
            let thousandths = wanted.times(Exact::whole(10))?;
            i64::try_from(thousandths.numerator().div_ceil(thousandths.denominator())).ok()
        });
        let wanted = Points::from_thousandths(wanted.unwrap_or(i64::MAX));
        let missing = (wanted - best).max(Points::ZERO);
        return Outcome::Unreachable(Unreachable { best: index(best).unwrap_or(Exact::ZERO), missing, held });
    }
    // Found with the sums themselves, so that no second calculation can differ from them.
    let points = |thousandths: u128| Points::from_thousandths(i64::try_from(thousandths).unwrap_or(i64::MAX));
    let most = u128::try_from(best.thousandths()).unwrap_or_default();
    let wanted = points(first(0, most, |thousandths| reached(points(thousandths))));
    let need = i128::from(wanted.thousandths()) - i128::from(now.thousandths());
    // All points are whole steps of the set's decimals.
    let whole = i128::from(set.decimals.step());
    let need = (need + whole - 1) / whole * whole;
    let solved = Solver::new(&trajectories, question, need).solve(need, budget);
    let steps: Vec<Step> = trajectories.iter().zip(&solved.positions).filter_map(step).collect();
    let points = steps.iter().fold(now, |sum, step| sum + step.gain);
    Outcome::Plan(Plan {
        cost: solved.cost,
        points,
        index: index(points).unwrap_or(Exact::ZERO),
        proof: solved.proof,
        steps,
    })
}

fn step((trajectory, position): (&Trajectory, &Option<u128>)) -> Option<Step> {
    let to = (*position)?;
    Some(Step {
        target: trajectory.target().id.clone(),
        from: trajectory.now(),
        to,
        figures: trajectory.figures_at(to),
        gain: trajectory.points_at(to) - trajectory.points_now(),
        share: trajectory.share(to),
    })
}

/// The targets that a plan may move, and those that it may not but could gain by.
fn trajectories(
    set: &TargetSet,
    assessment: &Assessment,
    card: &Scorecard,
    question: &Question,
) -> (Vec<Trajectory>, Vec<Held>) {
    let blank = Rc::new(Answer::default());
    let (mut trajectories, mut held) = (Vec::new(), Vec::new());
    for score in card.targets() {
        let id = &score.target.id;
        let answer = assessment.answers.get(&**id).unwrap_or(&blank);
        let (points, by) = match Trajectory::of(score, answer, set.decimals) {
            Ok(trajectory) if !question.pinned.contains(id) => {
                trajectories.push(trajectory);
                continue;
            }
            Ok(trajectory) => (trajectory.points_at_best() - trajectory.points_now(), HeldBy::Question),
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
    (trajectories, held)
}

/// What was found: for each trajectory the position to reach.
struct Solved {
    positions: Vec<Option<u128>>,
    cost: Exact,
    proof: Proof,
}

struct Solver<'a> {
    trajectories: usize,
    /// The index of each target's trajectory.
    places: Vec<usize>,
    targets: Vec<TargetOptions<'a>>,
    scale: Scale,
    fewest: bool,
}

impl<'a> Solver<'a> {
    fn new(trajectories: &'a [Trajectory], question: &Question, need: i128) -> Self {
        let (mut targets, mut places) = (Vec::new(), Vec::new());
        for (place, trajectory) in trajectories.iter().enumerate() {
            let weight = question.weight(&trajectory.target().id);
            if let Some(options) = TargetOptions::of(trajectory, targets.len(), weight) {
                targets.push(options);
                places.push(place);
            }
        }
        let cost = |options: &TargetOptions<'_>| {
            let units = Exact::whole(options.trajectory.units(options.trajectory.last()));
            options
                .each
                .times(units)
                .map_or(u128::MAX >> 64, |cost| cost.numerator() / cost.denominator() + 1)
        };
        let costs: u128 = targets.iter().map(cost).sum();
        let gains: u128 = targets
            .iter()
            .map(|options: &TargetOptions<'_>| u128::try_from(options.most).unwrap_or_default())
            .sum();
        let most = LARGEST / costs.saturating_mul(gains).max(1);
        let scale = Scale::of(targets.iter().map(|options| options.each), most.max(1));
        let limit = LISTED / targets.len().max(1);
        for options in &mut targets {
            options.list(scale, need, limit);
        }
        Self {
            trajectories: trajectories.len(),
            places,
            targets,
            scale,
            fewest: question.aim == Aim::FewestTargets,
        }
    }

    fn solve(mut self, need: i128, budget: u32) -> Solved {
        let refs: Vec<&TargetOptions<'_>> = self.targets.iter().collect();
        let most = if self.fewest { fewest(&refs, need) } else { refs.len() };
        let fixed_cost = if most < refs.len() {
            best_fixed_cost(&refs, need, i128::try_from(most).unwrap_or_default())
        } else {
            0
        };
        let price = Bound::new(&refs, fixed_cost, need).price() + 1;
        let worth: Vec<i128> =
            self.targets.iter().map(|options| worthwhile(options, price, fixed_cost)).collect();
        let limit = LISTED / self.targets.len().max(1);
        for (options, gain) in self.targets.iter_mut().zip(&worth) {
            options.list_around(*gain, limit);
        }
        let rounding_tolerance = if self.scale.exact {
            0
        } else {
            self.targets.iter().map(TargetOptions::rounding_tolerance).sum()
        };
        let targets: Vec<&TargetOptions<'_>> = self.targets.iter().collect();
        let search = Search { targets, need, most, fixed_cost, rounding_tolerance, fewest: self.fewest };
        let budget = usize::try_from(budget).unwrap_or(usize::MAX);
        let (mut best, least) = search.improve(self.start(&search, &worth), budget);
        let proven = least >= search.ceiling(&best);
        if !proven {
            best = self.trimmed(&search, best.positions);
        }
        let part = |parts: i128| {
            Exact::new(u128::try_from(parts).unwrap_or_default(), self.scale.parts).unwrap_or(Exact::ZERO)
        };
        let fixed_costs = fixed_cost * i128::try_from(most).unwrap_or_default();
        let proof = if proven { Proof::Least } else { Proof::AtLeast(part(least - fixed_costs)) };
        let mut positions = vec![None; self.trajectories];
        for (place, position) in self.places.iter().zip(&best.positions) {
            if let Some(slot) = positions.get_mut(*place) {
                *slot = *position;
            }
        }
        let costs = self.targets.iter().zip(&best.positions).filter_map(|(options, position)| {
            options.each.times(Exact::whole(options.trajectory.units((*position)?)))
        });
        let cost = costs.into_iter().try_fold(Exact::ZERO, Exact::plus);
        Solved { positions, cost: cost.unwrap_or_else(|| part(best.cost + rounding_tolerance)), proof }
    }

    /// A plan to begin with: what is worth the most at the price that brings what is needed, or the largest gains.
    fn start(&self, search: &Search<'_>, worth: &[i128]) -> FoundPlan {
        let all = || {
            self.targets
                .iter()
                .map(|options| options.cheapest_for(options.most).map(|candidate| candidate.position))
                .collect()
        };
        let mut positions: Vec<Option<u128>> = if search.most < self.targets.len() {
            let largest = order::by(search.targets.clone(), |options| (-options.most, 0));
            let mut positions: Vec<Option<u128>> = all();
            for options in largest.into_iter().skip(search.most) {
                if let Some(position) = positions.get_mut(options.place) {
                    *position = None;
                }
            }
            positions
        } else {
            let moves = self.targets.iter().zip(worth);
            moves
                .map(|(options, gain)| {
                    options
                        .cheapest_for((*gain).max(1))
                        .filter(|_| *gain > 0)
                        .map(|candidate| candidate.position)
                })
                .collect()
        };
        if gain(search, &positions) < search.need {
            positions = all();
        }
        self.trimmed(search, positions)
    }

    /// A plan with every figure as low as the others allow, the dearest first.
    fn trimmed(&self, search: &Search<'_>, positions: Vec<Option<u128>>) -> FoundPlan {
        let mut positions = positions;
        let mut spare = gain(search, &positions) - search.need;
        let mut dearest: Vec<(i128, &TargetOptions<'_>)> = Vec::new();
        for (options, position) in self.targets.iter().zip(&positions) {
            if let Some(position) = position {
                let candidate = options.at(*position);
                dearest.push((-(candidate.cost / candidate.gain.max(1)), options));
            }
        }
        for (_, options) in order::by(dearest, |(cost, _)| (*cost, 0)) {
            let Some(position) = positions.get_mut(options.place) else { continue };
            let gained = position.map_or(0, |position| options.at(position).gain);
            let lower = (gained > spare).then(|| options.cheapest_for(gained - spare)).flatten();
            *position = lower.map(|candidate| candidate.position);
            spare -= gained - lower.map_or(0, |candidate| candidate.gain);
        }
        let pairs = self.targets.iter().zip(&positions);
        let cost = pairs.filter_map(|(options, position)| Some(options.at((*position)?).cost)).sum();
        let count = positions.iter().flatten().count();
        FoundPlan { positions, cost, count }
    }
}

fn gain(search: &Search<'_>, positions: &[Option<u128>]) -> i128 {
    let pairs = search.targets.iter().zip(positions);
    pairs.filter_map(|(options, position)| Some(options.at((*position)?).gain)).sum()
}

/// The gain at which a target is worth the most at a price; 0 where doing nothing is.
fn worthwhile(options: &TargetOptions<'_>, price: i128, fixed_cost: i128) -> i128 {
    let worth = |(gain, cost): &(i128, i128)| (price * gain - cost - fixed_cost, *gain);
    options.hull.iter().map(worth).max().filter(|(worth, _)| *worth >= 0).map_or(0, |(_, gain)| gain)
}

/// With how few targets it can be done.
fn fewest(targets: &[&TargetOptions<'_>], need: i128) -> usize {
    most_gains(targets).into_iter().take_while(|most| *most < need).count()
}
