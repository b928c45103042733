//! `proportional`: maximum × value ÷ 100; below the floor, nothing.

use super::{Earned, RuleInput};
use crate::decimal::Decimal;
use crate::exact::Exact;
use crate::json_reader::Cursor;

/// Points grow with the percentage up to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Proportional {
    /// The percentage below which nothing is earned.
    pub floor: Option<Decimal>,
}

impl Proportional {
    pub(super) fn read(node: &Cursor<'_>) -> Option<Self> {
        let Some(floor) = node.maybe("floor") else { return Some(Self { floor: None }) };
        Some(Self { floor: Some(floor.decimal()?) })
    }

    pub(super) fn earned(self, input: RuleInput<'_>) -> Option<Earned> {
        let value = input.measured.number()?;
        if self.floor.is_some_and(|floor| value < floor.exact()) {
            return Some(Earned::NOTHING);
        }
        if value > Exact::HUNDRED {
            return Some(Earned { capped: true, ..Earned::all(input.max) });
        }
        input.max.exact().times(value.divided_by(Exact::HUNDRED)?).map(Earned::plain)
    }
}
