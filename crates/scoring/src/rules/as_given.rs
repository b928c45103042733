//! `as_given`: the points that others set, 0 to the maximum.

use super::{Earned, RuleInput};

/// Points that the unit can't score itself, such as a survey's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AsGiven;

impl AsGiven {
    pub(super) fn earned(self, input: RuleInput<'_>) -> Option<Earned> {
        input.measured.number().map(Earned::plain)
    }
}
