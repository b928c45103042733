//! The search for the least cost: quick looks first, then all that there are steps for.

use std::cmp::Ordering;

use super::bound::Bound;
use super::layers::Layers;
use super::offer::{Offer, Pick};
use super::order;
use super::scale::sign;

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

/// An offer and what it can do, with the least that a plan comes to in which it does so.
type List<'a> = (&'a Offer<'a>, Vec<(i128, Pick)>);

/// An offer, and the positions it goes to in one plan and in another.
pub(super) type Difference<'a> = (&'a Offer<'a>, Option<u128>, Option<u128>);

/// The plan is better that does more at the first difference, in the set's order.
pub(super) fn in_order(differences: &[Difference<'_>]) -> Ordering {
    let first = differences.iter().min_by_key(|(offer, ..)| offer.place);
    first.map_or(Ordering::Equal, |(_, a, b)| b.cmp(a))
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

    fn run(&'a self, lists: &mut Vec<List<'a>>, best: Found, steps: usize) -> (Found, i128) {
        // What lies further from the bound than the best plan known is in no better one.
        let ceiling = self.ceiling(&best);
        for (_, picks) in lists.iter_mut() {
            picks.retain(|(bound, _)| *bound <= ceiling);
        }
        *lists = order::by(std::mem::take(lists), |(_, picks)| {
            (i128::try_from(picks.len()).unwrap_or_default(), 0)
        });
        let order: Vec<&Offer<'_>> = lists.iter().map(|(offer, _)| *offer).collect();
        let mut run = Layers::new(self, order, best);
        let mut left = steps;
        for (place, (offer, picks)) in lists.iter().enumerate() {
            let steps = left / (lists.len() - place);
            left = left.saturating_sub(run.decide(place, offer, picks, steps));
        }
        (run.best, run.unseen)
    }

    /// What a better plan is not above.
    pub fn ceiling(&self, best: &Found) -> i128 {
        best.cost + self.toll * i128::try_from(best.count).unwrap_or_default() + self.slop
    }

    /// Which of two plans is better: the cost, the number of targets, then the first target in which they differ, where
    /// the one is better that does more.
    pub fn compare(&self, a: &Found, b: &Found) -> Ordering {
        let pairs = self.offers.iter().zip(a.positions.iter().zip(&b.positions));
        let differences: Vec<Difference<'_>> =
            pairs.filter(|(_, (a, b))| a != b).map(|(offer, (a, b))| (*offer, *a, *b)).collect();
        let count = a.count.cmp(&b.count);
        let cost = || self.compare_costs(a.cost, b.cost, &differences);
        let first = if self.fewest { count.then_with(cost) } else { cost().then(count) };
        first.then_with(|| in_order(&differences))
    }

    /// Which of two costs is less, by what differs between them where their parts can't tell.
    pub fn compare_costs(&self, a: i128, b: i128, differences: &[Difference<'_>]) -> Ordering {
        if self.slop == 0 || (a - b).abs() > self.slop {
            return a.cmp(&b);
        }
        sign(differences.iter().map(|(offer, a, b)| offer.exact_difference(*a, *b)))
    }
}
