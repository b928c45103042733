//! `pass_fail`: the maximum if the goal is met, else nothing.

use super::{Case, Earned};

/// All at the goal, nothing before it; for a yes/no, yes passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PassFail;

impl PassFail {
    pub(super) fn earned(self, case: Case<'_>) -> Option<Earned> {
        let passed = match case.reached.yes() {
            Some(yes) => yes,
            None => case.goal?.is_met_by(case.reached.number()?),
        };
        Some(if passed { Earned::all(case.max) } else { Earned::NOTHING })
    }
}
