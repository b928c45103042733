//! A beam search, target by target.
//!
//! A state is what has been decided for the first few targets. A state is dominated by one that gained as much for no
//! more, and pruned when it can't be completed for less than the best plan known. What remains is the plan of least
//! cost, unless there are more states than steps: then those with the lowest bounds go on (the beam), and the least that
//! a pruned one could come to is remembered as `pruned_bound`.

use std::cmp::Ordering;

use super::bound::Bound;
use super::candidate_window::{CandidateWindow, Lists};
use super::order;
use super::search::{Difference, FoundPlan, Search, in_order};
use super::target_options::{Move, TargetOptions};

/// So many moves of a target are looked at one by one, without asking which of them could matter.
pub(super) const ALWAYS_LISTED: usize = 8;

/// One run through all targets.
pub(super) struct BeamSearch<'a> {
    search: &'a Search<'a>,
    /// The targets in the order in which they are decided.
    order: Vec<&'a TargetOptions<'a>>,
    bound: Bound,
    /// The layers: the states kept after each target decided; the last layer is the present one.
    states: Vec<Vec<State>>,
    /// The most that so many of the targets not decided yet can gain.
    gains: Vec<i128>,
    /// The best plan known.
    pub best: FoundPlan,
    /// The least that a plan not looked at could come to.
    pub pruned_bound: i128,
}

/// What has been decided so far. Kept small: most of the time goes into sorting them.
#[derive(Debug, Clone, Copy)]
struct State {
    cost: i128,
    /// The lower bound of a plan that begins so, fixed costs included.
    bound: i128,
    /// The position that the last target decided goes to, or [`NOTHING`].
    position: u128,
    gain: i64,
    /// The state before that.
    parent: u32,
    count: u32,
}

/// The position of a target that stays as it is.
const NOTHING: u128 = u128::MAX;

impl State {
    fn position(&self) -> Option<u128> {
        (self.position != NOTHING).then_some(self.position)
    }
}

impl<'a> BeamSearch<'a> {
    /// Nothing decided yet; the targets come in this order.
    pub fn new(search: &'a Search<'a>, order: Vec<&'a TargetOptions<'a>>, best: FoundPlan) -> Self {
        let bound = Bound::new(&order, search.fixed_cost, search.need);
        let rest = bound.rest(0, search.need);
        let start = State { cost: 0, bound: rest, position: NOTHING, gain: 0, parent: 0, count: 0 };
        let states = vec![vec![start]];
        Self { search, order, bound, states, gains: Vec::new(), best, pruned_bound: i128::MAX }
    }

    /// Decides one target for every state; how many steps that took.
    pub fn decide(
        &mut self,
        place: usize,
        options: &TargetOptions<'_>,
        moves: &[(i128, Move)],
        steps: usize,
    ) -> usize {
        self.gains = most_gains(self.order.get(place + 1..).unwrap_or_default());
        let limit = steps.isqrt().max(ALWAYS_LISTED);
        let mut promising = Vec::new();
        if moves.len() > limit {
            promising = moves.to_vec();
            promising = order::by(promising, |(bound, _)| (*bound, 0));
            promising.truncate(limit);
            promising = order::by(promising, |(_, candidate)| (candidate.gain, 0));
        }
        let mut states = self.states.pop().unwrap_or_default();
        let width = (steps / (moves.len().min(limit) + 1)).max(4);
        if states.len() > width {
            states = order::by(states, |state| (state.bound, 0));
            self.pruned_bound =
                self.pruned_bound.min(states.get(width).map_or(i128::MAX, |state| state.bound));
            states.truncate(width);
        }
        let ways = states.len();
        self.states.push(states);
        let lists = Lists { moves, promising: &promising, limit };
        let mut next = Vec::new();
        let taken: usize =
            (0..ways).map(|parent| self.decide_one(place, parent, options, &lists, &mut next)).sum();
        let compared = self.without_needless(&mut next);
        self.states.push(next);
        taken + compared
    }

    /// Decides one target for one state; how many steps that took.
    fn decide_one(
        &mut self,
        place: usize,
        parent: usize,
        options: &TargetOptions<'_>,
        lists: &Lists<'_>,
        next: &mut Vec<State>,
    ) -> usize {
        let Some(state) = self.states.last().and_then(|layer| layer.get(parent)).copied() else { return 0 };
        let search = self.search;
        let ceiling = search.ceiling(&self.best);
        let need = search.need - i128::from(state.gain);
        let before = usize::try_from(state.count).unwrap_or_default();
        let mut steps = 1;
        let fixed_costs = |count: usize| search.fixed_cost * i128::try_from(count).unwrap_or_default();
        let mut keep = |candidate: Option<&Move>| {
            steps += 1;
            let (gain, cost) = candidate.map_or((0, 0), |candidate| (candidate.gain, candidate.cost));
            let (need, cost) = (need - gain, state.cost + cost);
            let count = before + usize::from(candidate.is_some());
            let bound = cost + fixed_costs(count) + self.bound.rest(place + 1, need);
            let within = self.gains.get(search.most - count).or(self.gains.last());
            if bound > ceiling || within.is_none_or(|most| need > *most) {
                return;
            }
            let small = (i64::try_from(gain), u32::try_from(parent), u32::try_from(count));
            if let (Ok(gain), Ok(parent), Ok(count)) = small {
                let position = candidate.map_or(NOTHING, |candidate| candidate.position);
                next.push(State { cost, bound, position, gain: state.gain + gain, parent, count });
            }
        };
        keep(None);
        if before == search.most {
            return steps;
        }
        let spent = state.cost + fixed_costs(before + 1);
        let lower = |gain: i128| spent + options.lowest(gain) + self.bound.rest(place + 1, need - gain);
        let window = CandidateWindow::of(options, lists, need, ceiling, lower);
        for candidate in &window.moves {
            keep(Some(candidate));
        }
        steps += window.steps;
        self.pruned_bound = self.pruned_bound.min(window.pruned_bound);
        if let Some(last) = options.cheapest_for(need) {
            let found = FoundPlan { positions: Vec::new(), cost: state.cost + last.cost, count: before + 1 };
            if search.ceiling(&found) <= ceiling + search.rounding_tolerance {
                let mut positions = self.positions(place, parent);
                if let Some(position) = positions.get_mut(options.place) {
                    *position = Some(last.position);
                }
                let found = FoundPlan { positions, ..found };
                if search.compare(&found, &self.best) == Ordering::Less {
                    self.best = found;
                }
            }
        }
        steps
    }

    /// What a state of a layer does, in the set's order.
    fn positions(&self, layer: usize, index: usize) -> Vec<Option<u128>> {
        let mut positions = vec![None; self.order.len()];
        let mut index = index;
        for place in (1..=layer).rev() {
            let state = self.states.get(place).and_then(|layer| layer.get(index));
            let Some((state, options)) = state.zip(self.order.get(place - 1)) else { break };
            if let Some(position) = positions.get_mut(options.place) {
                *position = state.position();
            }
            index = usize::try_from(state.parent).unwrap_or(usize::MAX);
        }
        positions
    }

    /// In what two states differ that are to stand in the next layer.
    fn differences(&self, a: State, b: State) -> Vec<Difference<'_>> {
        let (mut a, mut b) = (a, b);
        let mut differences = Vec::new();
        for (layer, options) in self.states.iter().zip(&self.order).rev() {
            if a.position != b.position {
                differences.push((*options, a.position(), b.position()));
            }
            if a.parent == b.parent {
                break;
            }
            let [before_a, before_b] = [a, b].map(|state| {
                usize::try_from(state.parent).ok().and_then(|parent| layer.get(parent)).copied()
            });
            let Some(before) = before_a.zip(before_b) else { break };
            (a, b) = before;
        }
        differences
    }

    /// Removes the states that another one dominates; how many steps it took to compare those exactly whose costs look the
    /// same.
    fn without_needless(&mut self, states: &mut Vec<State>) -> usize {
        let search = self.search;
        // The last state kept for each number of targets: none before it costs less.
        let mut kept: Vec<Option<State>> = vec![None; if search.fewest { search.most + 1 } else { 1 }];
        let mut steps = 0;
        let all = order::by(std::mem::take(states), |state| (-i128::from(state.gain), state.cost));
        for state in all {
            let slot = if search.fewest { usize::try_from(state.count).unwrap_or_default() } else { 0 };
            let needless = kept.iter().take(slot + 1).flatten().any(|other| {
                if other.cost + search.rounding_tolerance < state.cost {
                    return true;
                }
                if other.cost > state.cost + search.rounding_tolerance {
                    return false;
                }
                let differences = self.differences(*other, state);
                steps += ALWAYS_LISTED + differences.len();
                // Where the fewest targets are asked for no plan has fewer, so their numbers need not be compared.
                let counts = || if search.fewest { Ordering::Equal } else { other.count.cmp(&state.count) };
                let costs = search.compare_costs(other.cost, state.cost, &differences);
                costs.then_with(counts).then_with(|| in_order(&differences)) != Ordering::Greater
            });
            if !needless {
                if let Some(slot) = kept.get_mut(slot) {
                    *slot = Some(state);
                }
                states.push(state);
            }
        }
        steps
    }
}

/// The most that so many of the targets can gain, for each number from none on.
pub(super) fn most_gains(targets: &[&TargetOptions<'_>]) -> Vec<i128> {
    let most = order::by(targets.iter().map(|options| options.most).collect(), |most| (-most, 0));
    let mut sums = vec![0];
    for gain in most {
        sums.push(sums.last().unwrap_or(&0) + gain);
    }
    sums
}
