//! `bonus`: so many points added for each, up to the cap.

use super::{Earned, RuleInput};
use crate::json_reader::Cursor;
use crate::points::Points;
use crate::target_set::read_points;

/// Points added for each thing counted; the maximum of such a target is zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Bonus {
    /// Points for one.
    pub points_each: Points,
    /// The most points in all.
    pub cap: Points,
}

impl Bonus {
    pub(super) fn read(node: &Cursor<'_>) -> Option<Self> {
        let points_each = node.need("points_each").and_then(|points| read_points(&points));
        let cap = node.need("cap").and_then(|points| read_points(&points));
        Some(Self { points_each: points_each?, cap: cap? })
    }

    pub(super) fn earned(self, input: RuleInput<'_>) -> Option<Earned> {
        Some(Earned::counted(input.measured.count()?, self.points_each, self.cap))
    }
}
