//! How far an index is from the band above it, exactly. Khoảng cách đến mức xếp loại trên.

use super::exact::{Exact, Rounded};
use super::points::{Decimals, Points};
use super::scorecard::Totals;
use super::target_set::{Band, TargetSet};

/// The band above an index, and what is missing to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextBand<'a> {
    /// The band.
    pub band: &'a Band,
    /// Percentage points from the index to its edge.
    pub percent: Exact,
    /// The fewest points with which the index is in it, in whole steps of the set's decimals.
    pub points: Points,
}

/// The band above what is earned; `None` within the highest one, and when nothing counts.
pub fn next_band<'a>(set: &'a TargetSet, totals: &Totals) -> Option<NextBand<'a>> {
    let index = totals.index()?;
    // The bands are falling: the last one above is the nearest.
    let band = set.bands.iter().rev().find(|band| band.from.exact() > index)?;
    let edge = band.from.exact();
    let percent = edge.minus(index)?;
    // The sums, not the index, say what is missing: an index stays within 0 and 100, points may be below zero.
    let wanted = edge.times(totals.max.exact())?.divided_by(Exact::HUNDRED)?;
    let points = points_at_least(wanted, set.decimals)? - totals.points;
    Some(NextBand { band, percent, points })
}

/// A distance in percentage points for people: at most three decimals, more where it would look like none at all.
pub fn shown_distance(percent: Exact) -> Rounded {
    let mut shown = percent.to_decimals_unless(3, |shown| shown == Exact::ZERO);
    while shown.digits.last() == Some(&0) {
        shown.digits.pop();
    }
    shown
}

/// The fewest points, in whole steps, that are no less than this.
fn points_at_least(points: Exact, decimals: Decimals) -> Option<Points> {
    let rounded = Points::rounded(points, decimals)?;
    let step = Points::from_thousandths(decimals.step().into());
    Some(if rounded.exact() < points { rounded + step } else { rounded })
}
