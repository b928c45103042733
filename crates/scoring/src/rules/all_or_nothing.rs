//! `all_or_nothing`: the maximum if every item is done, else nothing.

use super::{Earned, RuleInput};

/// One item missing costs everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AllOrNothing;

impl AllOrNothing {
    pub(super) fn earned(self, input: RuleInput<'_>) -> Option<Earned> {
        let (done, all) = input.measured.items()?;
        Some(if done == all { Earned::all(input.max) } else { Earned::NOTHING })
    }
}
