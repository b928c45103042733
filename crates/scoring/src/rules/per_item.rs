//! `per_item`: so many points for each, up to the maximum.

use super::{Earned, RuleInput};
use crate::json_reader::Cursor;
use crate::points::Points;
use crate::target_set::read_points;

/// Points for each thing counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PerItem {
    /// Points for one.
    pub points_each: Points,
}

impl PerItem {
    pub(super) fn read(node: &Cursor<'_>) -> Option<Self> {
        Some(Self { points_each: read_points(&node.need("points_each")?)? })
    }

    pub(super) fn earned(self, input: RuleInput<'_>) -> Option<Earned> {
        Some(Earned::counted(input.measured.count()?, self.points_each, input.max))
    }
}
