//! `proportional`: maximum × value ÷ 100; below the floor, nothing.

use super::{Case, Earned};
use crate::decimal::Decimal;
use crate::exact::Exact;
use crate::reading::Node;

/// Points grow with the percentage up to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Proportional {
    /// The percentage below which nothing is earned.
    pub floor: Option<Decimal>,
}

impl Proportional {
    pub(super) fn read(node: &Node<'_>) -> Option<Self> {
        let Some(floor) = node.maybe("floor") else { return Some(Self { floor: None }) };
        Some(Self { floor: Some(floor.decimal()?) })
    }

    pub(super) fn earned(self, case: Case<'_>) -> Option<Earned> {
        let value = case.reached.number()?;
        if self.floor.is_some_and(|floor| value < floor.exact()) {
            return Some(Earned::NOTHING);
        }
        case.max.exact().times(value.divided_by(Exact::HUNDRED)?).map(Earned::plain)
    }
}
