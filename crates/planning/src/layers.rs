//! The search target by target: the best of what is possible so far.
//!
//! A state is what has been decided for the first few offers. Of two states the one that gained as much for no more
//! makes the other needless, and a state that can't be completed for less than the best plan known is needless too.
//! What remains is the plan of least cost, unless there is more to look at than there are steps for: then the states
//! that promise most go on, and the least that one of the others could come to is remembered as the bound.

use std::cmp::Ordering;

use super::bound::Bound;
use super::offer::{Offer, Pick};
use super::order;
use super::search::{Difference, Found, Search, in_order};
use super::window::{Lists, Window};

/// So many things that an offer can do are looked at one by one, without asking which of them could matter.
pub(super) const FEW: usize = 8;

/// One run through all offers.
pub(super) struct Layers<'a> {
    search: &'a Search<'a>,
    /// The offers in the order in which they are decided.
    order: Vec<&'a Offer<'a>>,
    bound: Bound,
    /// What goes on after each offer decided; the last is what goes on now.
    states: Vec<Vec<State>>,
    /// The most that so many of the offers not decided yet can gain.
    gains: Vec<i128>,
    /// The best plan known.
    pub best: Found,
    /// The least that a plan not looked at could come to.
    pub unseen: i128,
}

/// What has been decided so far. Kept small: most of the time goes into sorting them.
#[derive(Debug, Clone, Copy)]
struct State {
    cost: i128,
    /// What it comes to at least, tolls included.
    bound: i128,
    /// The position that the last offer decided goes to, or [`NOTHING`].
    position: u128,
    gain: i64,
    /// The state before that.
    parent: u32,
    count: u32,
}

/// The position of an offer that does nothing.
const NOTHING: u128 = u128::MAX;

impl State {
    fn position(&self) -> Option<u128> {
        (self.position != NOTHING).then_some(self.position)
    }
}

impl<'a> Layers<'a> {
    /// Nothing decided yet; the offers come in this order.
    pub fn new(search: &'a Search<'a>, order: Vec<&'a Offer<'a>>, best: Found) -> Self {
        let bound = Bound::new(&order, search.toll, search.need);
        let rest = bound.rest(0, search.need);
        let start = State { cost: 0, bound: rest, position: NOTHING, gain: 0, parent: 0, count: 0 };
        let states = vec![vec![start]];
        Self { search, order, bound, states, gains: Vec::new(), best, unseen: i128::MAX }
    }

    /// Decides one offer for every state; how many steps that took.
    pub fn decide(&mut self, place: usize, offer: &Offer<'_>, picks: &[(i128, Pick)], steps: usize) -> usize {
        self.gains = most_gains(self.order.get(place + 1..).unwrap_or_default());
        let room = steps.isqrt().max(FEW);
        let mut promising = Vec::new();
        if picks.len() > room {
            promising = picks.to_vec();
            promising = order::by(promising, |(bound, _)| (*bound, 0));
            promising.truncate(room);
            promising = order::by(promising, |(_, pick)| (pick.gain, 0));
        }
        let mut states = self.states.pop().unwrap_or_default();
        let width = (steps / (picks.len().min(room) + 1)).max(4);
        if states.len() > width {
            states = order::by(states, |state| (state.bound, 0));
            self.unseen = self.unseen.min(states.get(width).map_or(i128::MAX, |state| state.bound));
            states.truncate(width);
        }
        let ways = states.len();
        self.states.push(states);
        let lists = Lists { picks, promising: &promising, room };
        let mut next = Vec::new();
        let taken: usize =
            (0..ways).map(|parent| self.decide_one(place, parent, offer, &lists, &mut next)).sum();
        let compared = self.without_needless(&mut next);
        self.states.push(next);
        taken + compared
    }

    /// Decides one offer for one state; how many steps that took.
    fn decide_one(
        &mut self,
        place: usize,
        parent: usize,
        offer: &Offer<'_>,
        lists: &Lists<'_>,
        next: &mut Vec<State>,
    ) -> usize {
        let Some(state) = self.states.last().and_then(|layer| layer.get(parent)).copied() else { return 0 };
        let search = self.search;
        let ceiling = search.ceiling(&self.best);
        let need = search.need - i128::from(state.gain);
        let before = usize::try_from(state.count).unwrap_or_default();
        let mut steps = 1;
        let tolls = |count: usize| search.toll * i128::try_from(count).unwrap_or_default();
        let mut keep = |pick: Option<&Pick>| {
            steps += 1;
            let (gain, cost) = pick.map_or((0, 0), |pick| (pick.gain, pick.cost));
            let (need, cost) = (need - gain, state.cost + cost);
            let count = before + usize::from(pick.is_some());
            let bound = cost + tolls(count) + self.bound.rest(place + 1, need);
            let within = self.gains.get(search.most - count).or(self.gains.last());
            if bound > ceiling || within.is_none_or(|most| need > *most) {
                return;
            }
            let small = (i64::try_from(gain), u32::try_from(parent), u32::try_from(count));
            if let (Ok(gain), Ok(parent), Ok(count)) = small {
                let position = pick.map_or(NOTHING, |pick| pick.position);
                next.push(State { cost, bound, position, gain: state.gain + gain, parent, count });
            }
        };
        keep(None);
        if before == search.most {
            return steps;
        }
        let spent = state.cost + tolls(before + 1);
        let lower = |gain: i128| spent + offer.lowest(gain) + self.bound.rest(place + 1, need - gain);
        let window = Window::of(offer, lists, need, ceiling, lower);
        for pick in &window.picks {
            keep(Some(pick));
        }
        steps += window.steps;
        self.unseen = self.unseen.min(window.unseen);
        if let Some(last) = offer.pick(need) {
            let found = Found { positions: Vec::new(), cost: state.cost + last.cost, count: before + 1 };
            if search.ceiling(&found) <= ceiling + search.slop {
                let mut positions = self.positions(place, parent);
                if let Some(position) = positions.get_mut(offer.place) {
                    *position = Some(last.position);
                }
                let found = Found { positions, ..found };
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
            let Some((state, offer)) = state.zip(self.order.get(place - 1)) else { break };
            if let Some(position) = positions.get_mut(offer.place) {
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
        for (layer, offer) in self.states.iter().zip(&self.order).rev() {
            if a.position != b.position {
                differences.push((*offer, a.position(), b.position()));
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

    /// Leaves out the states that another one makes needless; how many steps it took to compare those exactly whose
    /// costs look the same.
    fn without_needless(&mut self, states: &mut Vec<State>) -> usize {
        let search = self.search;
        // The last state kept for each number of targets: none before it costs less.
        let mut kept: Vec<Option<State>> = vec![None; if search.fewest { search.most + 1 } else { 1 }];
        let mut steps = 0;
        let all = order::by(std::mem::take(states), |state| (-i128::from(state.gain), state.cost));
        for state in all {
            let slot = if search.fewest { usize::try_from(state.count).unwrap_or_default() } else { 0 };
            let needless = kept.iter().take(slot + 1).flatten().any(|other| {
                if other.cost + search.slop < state.cost {
                    return true;
                }
                if other.cost > state.cost + search.slop {
                    return false;
                }
                let differences = self.differences(*other, state);
                steps += FEW + differences.len();
                // With fewer targets it may do what it likes when the fewest are asked for: then there is no such plan.
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

/// The most that so many of the offers can gain, for each number from none on.
pub(super) fn most_gains(offers: &[&Offer<'_>]) -> Vec<i128> {
    let most = order::by(offers.iter().map(|offer| offer.most).collect(), |most| (-most, 0));
    let mut sums = vec![0];
    for gain in most {
        sums.push(sums.last().unwrap_or(&0) + gain);
    }
    sums
}
