//! `by_choice`: maximum × the share of the case ÷ 100.

use super::{Earned, RuleInput};
use crate::exact::Exact;

/// The chosen case gives the share of the maximum that is earned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ByChoice;

impl ByChoice {
    pub(super) fn earned(self, input: RuleInput<'_>) -> Option<Earned> {
        let share = input.measured.share()?.divided_by(Exact::HUNDRED)?;
        input.max.exact().times(share).map(Earned::plain)
    }
}
