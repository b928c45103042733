//! `all_or_nothing`: the maximum if every item is done, else nothing.

use super::{Case, Earned};

/// One item missing costs everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AllOrNothing;

impl AllOrNothing {
    pub(super) fn earned(self, case: Case<'_>) -> Option<Earned> {
        let (done, all) = case.reached.items()?;
        Some(if done == all { Earned::all(case.max) } else { Earned::NOTHING })
    }
}
