//! `by_choice`: maximum × the share of the case ÷ 100.

use super::{Case, Earned};
use crate::exact::Exact;

/// The chosen case says which share of the maximum is earned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ByChoice;

impl ByChoice {
    pub(super) fn earned(self, case: Case<'_>) -> Option<Earned> {
        let share = case.reached.share()?.divided_by(Exact::HUNDRED)?;
        case.max.exact().times(share).map(Earned::plain)
    }
}
