//! What the rest of a plan costs at least.
//!
//! At a price per thousandth of a point, everything that an offer can do is worth its gain × price less its cost. If
//! each offer did what is worth the most, whatever is gained, the cost less that worth is below that of every plan
//! (Lagrange): so at any price, and the highest such bound of several prices is taken.

use super::offer::Offer;
use super::order;

/// Prices on either side of the one that just brings what is needed.
const PRICES_BESIDE: usize = 12;

/// Bounds for the offers from each place on.
#[derive(Debug)]
pub(super) struct Bound {
    prices: Vec<i128>,
    /// For each place the sums of [`Offer::least`] from there on, by price.
    rests: Vec<Vec<i128>>,
    /// Where the price stands that just brings what is needed.
    middle: usize,
}

impl Bound {
    /// Bounds for offers in this order.
    pub fn new(offers: &[&Offer<'_>], toll: i128, need: i128) -> Self {
        let (all, middle) = prices(offers, toll, need);
        let start = middle.saturating_sub(PRICES_BESIDE);
        let prices: Vec<i128> = all.into_iter().skip(start).take(2 * PRICES_BESIDE + 1).collect();
        let mut rests = vec![vec![0; prices.len()]];
        for offer in offers.iter().rev() {
            let after = rests.last().into_iter().flatten();
            let rest =
                prices.iter().zip(after).map(|(price, after)| after + offer.least(*price, toll)).collect();
            rests.push(rest);
        }
        rests.reverse();
        Self { prices, rests, middle: middle - start }
    }

    /// The price that just brings what is needed.
    pub fn price(&self) -> i128 {
        self.prices.get(self.middle).copied().unwrap_or_default()
    }

    /// What gaining so much costs at least, tolls included, with the offers from a place on.
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

/// The prices of all stretches of all offers, rising, and where the one stands that just brings what is needed.
fn prices(offers: &[&Offer<'_>], toll: i128, need: i128) -> (Vec<i128>, usize) {
    let stretches: Vec<(i128, i128)> = offers
        .iter()
        .flat_map(|offer| offer.stretches(toll))
        .map(|(gain, cost)| (cost / gain, gain))
        .collect();
    let stretches = order::by(stretches, |priced| *priced);
    let mut prices: Vec<i128> = vec![0];
    let (mut gained, mut middle) = (0, 0);
    for (price, gain) in stretches {
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

/// The toll for doing anything at all at which the bound is highest for plans of so many targets.
///
/// Those who may only do so many things must not be bounded by many small ones.
pub(super) fn toll(offers: &[&Offer<'_>], need: i128, targets: i128) -> i128 {
    let bound = |toll: i128| {
        let (prices, middle) = prices(offers, toll, need);
        let price = prices.get(middle).copied().unwrap_or_default();
        let least: i128 = offers.iter().map(|offer| offer.least(price, toll)).sum();
        price * need + least - toll * targets
    };
    // The bound rises with the toll up to one and falls after it.
    let (mut from, mut to) =
        (0, offers.iter().flat_map(|offer| offer.stretches(0)).map(|(_, cost)| cost).sum());
    for _ in 0..24 {
        let (left, right) = (from + (to - from) / 3, to - (to - from) / 3);
        if bound(left) < bound(right) { from = left } else { to = right }
    }
    from
}
