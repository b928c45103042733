//! A lower bound of the cost of the rest of a plan.
//!
//! At a price per thousandth of a point, every move of a target is worth its gain × price less its cost. If each target
//! made the move that is worth the most, whatever is gained, the cost less that worth is below that of every plan
//! (Lagrangian relaxation): so at any price, and the highest such bound of several prices is taken.

use super::order;
use super::target_options::TargetOptions;

/// How many prices are kept on either side of the one that just brings what is needed.
const PRICES_BESIDE: usize = 12;

/// Bounds for the targets from each place on.
#[derive(Debug)]
pub(super) struct Bound {
    prices: Vec<i128>,
    /// For each place the sums of [`TargetOptions::least`] from there on, by price.
    rests: Vec<Vec<i128>>,
    /// The index of the price that just brings what is needed.
    middle: usize,
}

impl Bound {
    /// Bounds for targets in this order.
    pub fn new(targets: &[&TargetOptions<'_>], fixed_cost: i128, need: i128) -> Self {
        let (all, middle) = prices(targets, fixed_cost, need);
        let start = middle.saturating_sub(PRICES_BESIDE);
        let prices: Vec<i128> = all.into_iter().skip(start).take(2 * PRICES_BESIDE + 1).collect();
        let mut rests = vec![vec![0; prices.len()]];
        for options in targets.iter().rev() {
            let after = rests.last().into_iter().flatten();
            let rest = prices
                .iter()
                .zip(after)
                .map(|(price, after)| after + options.least(*price, fixed_cost))
                .collect();
            rests.push(rest);
        }
        rests.reverse();
        Self { prices, rests, middle: middle - start }
    }

    /// The price that just brings what is needed.
    pub fn price(&self) -> i128 {
        self.prices.get(self.middle).copied().unwrap_or_default()
    }

    /// What gaining so much costs at least, fixed costs included, with the targets from a place on.
    pub fn rest(&self, place: usize, need: i128) -> i128 {
        let Some(rests) = self.rests.get(place).filter(|_| need > 0) else { return 0 };
        let at = |index: usize| Some(self.prices.get(index)? * need + rests.get(index)?);
        // The bounds rise with the price up to one and fall after it.
        let (mut index, mut best) = (self.middle, at(self.middle).unwrap_or_default());
        while let Some(higher) = at(index + 1).filter(|higher| *higher > best) {
            (index, best) = (index + 1, higher);
        }
        if index == self.middle {
            while let Some(higher) = index.checked_sub(1).and_then(at).filter(|higher| *higher > best) {
                (index, best) = (index - 1, higher);
            }
        }
        best.max(0)
    }
}

/// The prices of all segments of all targets, rising, and the index of the one that just brings what is needed.
fn prices(targets: &[&TargetOptions<'_>], fixed_cost: i128, need: i128) -> (Vec<i128>, usize) {
    let segments: Vec<(i128, i128)> = targets
        .iter()
        .flat_map(|options| options.segments(fixed_cost))
        .map(|(gain, cost)| (cost / gain, gain))
        .collect();
    let segments = order::by(segments, |priced| *priced);
    let mut prices: Vec<i128> = vec![0];
    let (mut gained, mut middle) = (0, 0);
    for (price, gain) in segments {
        if prices.last() != Some(&price) {
            prices.push(price);
        }
        if gained < need {
            middle = prices.len() - 1;
        }
        gained += gain;
    }
    (prices, middle)
}

/// The fixed cost per moved target at which the bound is highest for plans of so many targets.
///
/// Without it many small moves would make the bound of a plan with few targets too low.
pub(super) fn best_fixed_cost(targets: &[&TargetOptions<'_>], need: i128, target_count: i128) -> i128 {
    let bound = |fixed_cost: i128| {
        let (prices, middle) = prices(targets, fixed_cost, need);
        let price = prices.get(middle).copied().unwrap_or_default();
        let least: i128 = targets.iter().map(|options| options.least(price, fixed_cost)).sum();
        price * need + least - fixed_cost * target_count
    };
    // The bound rises with the fixed cost up to one and falls after it.
    let (mut from, mut to) =
        (0, targets.iter().flat_map(|options| options.segments(0)).map(|(_, cost)| cost).sum());
    for _ in 0..24 {
        let (left, right) = (from + (to - from) / 3, to - (to - from) / 3);
        if bound(left) < bound(right) { from = left } else { to = right }
    }
    from
}
