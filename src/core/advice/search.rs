//! The search for the least cost: target by target, the best of what is possible so far.
//!
//! A state is what has been decided for the first few offers. Of two states the one that gained as much for no more
//! makes the other needless, and a state that can't be completed for less than the best plan known is needless too.
//! What remains is the plan of least cost, unless there is more to look at than there are steps for: then the states
//! that promise most go on, and the least that one of the others could come to is remembered as the bound.

use std::cmp::Ordering;

use super::bound::Bound;
use super::offer::{Offer, Pick};
use super::scale::sign;
use super::window::{Lists, Window};

/// A plan as found: for each offer, in the set's order, the position to reach.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// The positions; `None` where nothing is done.
    pub positions: Vec<Option<u128>>,
    /// The cost in parts of the scale.
    pub cost: i128,
    /// How many do something.
    pub count: usize,
}

/// What is searched for.
#[derive(Debug)]
pub(super) struct Search<'a> {
    /// The offers, in the set's order.
    pub offers: Vec<&'a Offer<'a>>,
    /// Thousandths to gain.
    pub need: i128,
    /// How many may do something.
    pub most: usize,
    /// What doing anything costs besides, so that bounds hold for plans of so few.
    pub toll: i128,
    /// By how much two costs in parts may look different the wrong way round.
    pub slop: i128,
    /// Whether fewer targets go before less cost.
    pub fewest: bool,
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

/// An offer and what it can do, with the least that a plan comes to in which it does so.
type List<'a> = (&'a Offer<'a>, Vec<(i128, Pick)>);

/// So many things that an offer can do are looked at one by one, without asking which of them could matter.
pub(super) const FEW: usize = 8;

/// One run through all offers.
struct Run<'a> {
    search: &'a Search<'a>,
    /// The offers in the order in which they are decided.
    order: Vec<&'a Offer<'a>>,
    bound: Bound,
    layers: Vec<Vec<State>>,
    /// The most that so many of the offers not decided yet can gain.
    gains: Vec<i128>,
    best: Found,
    /// The least that a plan not looked at could come to.
    unseen: i128,
}

impl<'a> Search<'a> {
    /// Looks for a better plan than one known until there is none or the steps are used up; the best one, and what no
    /// other plan's cost, tolls included, is below.
    pub fn improve(&'a self, best: Found, steps: usize) -> (Found, i128) {
        let root = Bound::new(&self.offers, self.toll, self.need);
        let price = root.price();
        let mut least = root.rest(0, self.need);
        // What is worth the most of each offer at this price; anything else it does costs so much more.
        let all = self.offers.iter().map(|offer| offer.least(price, self.toll)).sum::<i128>();
        let ceiling = self.ceiling(&best);
        let mut lists: Vec<List<'_>> = Vec::new();
        for offer in &self.offers {
            let others = price * self.need + all - offer.least(price, self.toll) + self.toll;
            let with = |pick: &Pick| others + pick.cost - price * pick.gain.min(self.need);
            let picks = offer.picks.iter().map(|pick| (with(pick), *pick));
            lists.push((offer, picks.filter(|(bound, _)| *bound <= ceiling).collect()));
        }
        let mut best = best;
        // Quick looks first: the better the plan known, the less there is to look at.
        for share in [16, 4, 1] {
            let (found, unseen) = self.run(&mut lists, best, steps / share);
            best = found;
            least = unseen.max(least);
            if least > self.ceiling(&best) {
                break;
            }
        }
        (best, least)
    }

    fn run(&'a self, lists: &mut [List<'a>], best: Found, steps: usize) -> (Found, i128) {
        // What lies further from the bound than the best plan known is in no better one.
        let ceiling = self.ceiling(&best);
        for (_, picks) in &mut *lists {
            picks.retain(|(bound, _)| *bound <= ceiling);
        }
        lists.sort_by_key(|(_, picks)| picks.len());
        let order: Vec<&Offer<'_>> = lists.iter().map(|(offer, _)| *offer).collect();
        let bound = Bound::new(&order, self.toll, self.need);
        let rest = bound.rest(0, self.need);
        let start = State { cost: 0, bound: rest, position: NOTHING, gain: 0, parent: 0, count: 0 };
        let layers = vec![vec![start]];
        let mut run = Run { search: self, order, bound, layers, gains: Vec::new(), best, unseen: i128::MAX };
        let mut left = steps;
        for (place, (offer, picks)) in lists.iter().enumerate() {
            let steps = left / (lists.len() - place);
            left = left.saturating_sub(run.layer(place, offer, picks, steps));
        }
        (run.best, run.unseen)
    }

    /// What a better plan is not above.
    pub fn ceiling(&self, best: &Found) -> i128 {
        best.cost + self.toll * i128::try_from(best.count).unwrap_or_default() + self.slop
    }

    /// Which of two plans is better: the cost, the number of targets, then the first target in which they differ, where
    /// the one is better that does more.
    fn compare(&self, a: &Found, b: &Found) -> Ordering {
        let cost = || {
            if self.slop == 0 || (a.cost - b.cost).abs() > self.slop {
                return a.cost.cmp(&b.cost);
            }
            let terms = self.offers.iter().zip(a.positions.iter().zip(&b.positions));
            sign(terms.map(|(offer, (a, b))| offer.exact_difference(*a, *b)))
        };
        let count = a.count.cmp(&b.count);
        let first = if self.fewest { count.then_with(cost) } else { cost().then(count) };
        first.then_with(|| b.positions.cmp(&a.positions))
    }
}

impl Run<'_> {
    /// Decides one offer for every state; how many steps that took.
    fn layer(&mut self, place: usize, offer: &Offer<'_>, picks: &[(i128, Pick)], steps: usize) -> usize {
        self.gains = most_gains(self.order.get(place + 1..).unwrap_or_default());
        let room = steps.isqrt().max(FEW);
        let mut promising = Vec::new();
        if picks.len() > room {
            promising = picks.to_vec();
            promising.sort_by_key(|(bound, _)| *bound);
            promising.truncate(room);
            promising.sort_by_key(|(_, pick)| pick.gain);
        }
        let mut states = self.layers.pop().unwrap_or_default();
        let width = (steps / (picks.len().min(room) + 1)).max(4);
        if states.len() > width {
            states.sort_by_key(|state| state.bound);
            self.unseen = self.unseen.min(states.get(width).map_or(i128::MAX, |state| state.bound));
            states.truncate(width);
        }
        let ways = states.len();
        self.layers.push(states);
        let lists = Lists { picks, promising: &promising, room };
        let mut next = Vec::new();
        let taken = (0..ways).map(|parent| self.decide(place, parent, offer, &lists, &mut next)).sum();
        self.without_needless(&mut next);
        self.layers.push(next);
        taken
    }

    /// Decides one offer for one state; how many steps that took.
    fn decide(
        &mut self,
        place: usize,
        parent: usize,
        offer: &Offer<'_>,
        lists: &Lists<'_>,
        next: &mut Vec<State>,
    ) -> usize {
        let Some(state) = self.layers.last().and_then(|layer| layer.get(parent)).copied() else { return 0 };
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
            let state = self.layers.get(place).and_then(|layer| layer.get(index));
            let Some((state, offer)) = state.zip(self.order.get(place - 1)) else { break };
            if let Some(position) = positions.get_mut(offer.place) {
                *position = state.position();
            }
            index = usize::try_from(state.parent).unwrap_or(usize::MAX);
        }
        positions
    }

    /// Leaves out the states that another one makes needless.
    fn without_needless(&mut self, states: &mut Vec<State>) {
        states.sort_unstable_by(|a, b| {
            b.gain.cmp(&a.gain).then(a.cost.cmp(&b.cost)).then(a.count.cmp(&b.count))
        });
        let search = self.search;
        let place = self.layers.len();
        // The last state kept for each number of targets: none before it costs less.
        let mut kept: Vec<Option<State>> = vec![None; if search.fewest { search.most + 1 } else { 1 }];
        let all = std::mem::take(states);
        for state in all {
            let count = usize::try_from(state.count).unwrap_or_default();
            let slot = if search.fewest { count } else { 0 };
            let needless = kept.iter().take(slot + 1).flatten().any(|other| {
                if other.cost + search.slop < state.cost {
                    return true;
                }
                if other.cost > state.cost + search.slop {
                    return false;
                }
                let [mut a, mut b] = [*other, state].map(|state| {
                    let parent = usize::try_from(state.parent).unwrap_or(usize::MAX);
                    let mut positions = self.positions(place - 1, parent);
                    let offer = self.order.get(place - 1);
                    if let Some(position) = offer.and_then(|offer| positions.get_mut(offer.place)) {
                        *position = state.position();
                    }
                    Found { positions, cost: state.cost, count }
                });
                a.count = if search.fewest { 0 } else { usize::try_from(other.count).unwrap_or_default() };
                b.count = if search.fewest { 0 } else { count };
                search.compare(&a, &b) != Ordering::Greater
            });
            if !needless {
                if let Some(slot) = kept.get_mut(slot) {
                    *slot = Some(state);
                }
                states.push(state);
            }
        }
    }
}

/// The most that so many of the offers can gain, for each number from none on.
fn most_gains(offers: &[&Offer<'_>]) -> Vec<i128> {
    let mut most: Vec<i128> = offers.iter().map(|offer| offer.most).collect();
    most.sort_unstable_by(|a, b| b.cmp(a));
    let mut sums = vec![0];
    for gain in most {
        sums.push(sums.last().unwrap_or(&0) + gain);
    }
    sums
}
