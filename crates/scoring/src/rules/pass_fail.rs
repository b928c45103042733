//! `pass_fail`: the maximum if the goal is met, else nothing.

use super::{Earned, RuleInput};

/// All at the goal, nothing before it; for a yes/no, yes passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PassFail;

impl PassFail {
    pub(super) fn earned(self, input: RuleInput<'_>) -> Option<Earned> {
        let passed = match input.measured.yes() {
            Some(yes) => yes,
            None => input.goal?.is_met_by(input.measured.number()?),
        };
        Some(if passed { Earned::all(input.max) } else { Earned::NOTHING })
    }
}
