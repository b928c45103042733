//! `steps`: the points of the first step that holds, else nothing.

use super::{Earned, RuleInput};
use crate::decimal::Decimal;
use crate::exact::Exact;
use crate::json_reader::Cursor;
use crate::points::Points;
use crate::target_set::read_points;

/// Points by thresholds, falling.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Steps {
    /// The steps, falling.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub steps: Vec<Step>,
}

/// One threshold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Step {
    /// The value from which it holds.
    pub from: Decimal,
    /// Whether `from` itself holds ("từ …") or only what is above it ("trên …").
    #[cfg_attr(feature = "schema", schemars(with = "Option<bool>"))]
    pub inclusive: bool,
    /// What it earns.
    pub points: Points,
}

impl Step {
    fn holds(&self, value: Exact) -> bool {
        let from = self.from.exact();
        if self.inclusive { value >= from } else { value > from }
    }
}

impl Steps {
    pub(super) fn read(node: &Cursor<'_>) -> Option<Self> {
        let step = |node: &Cursor<'_>| {
            let from = node.need("from").and_then(|from| from.decimal());
            let inclusive = node.maybe("inclusive").map_or(Some(true), |inclusive| inclusive.bool());
            let points = node.need("points").and_then(|points| read_points(&points));
            Some(Step { from: from?, inclusive: inclusive?, points: points? })
        };
        Some(Self { steps: node.need("steps")?.some(step)? })
    }

    /// Whether each step starts below the one before it; at one threshold "above" comes before "from".
    pub fn fall(&self) -> bool {
        self.steps.is_sorted_by(|a, b| {
            let (upper, lower) = (a.from.exact(), b.from.exact());
            upper > lower || (upper == lower && !a.inclusive && b.inclusive)
        })
    }

    pub(super) fn earned(&self, input: RuleInput<'_>) -> Option<Earned> {
        let value = input.measured.number()?;
        let held = self.steps.iter().enumerate().find(|(_, step)| step.holds(value));
        Some(held.map_or(Earned::NOTHING, |(index, step)| Earned {
            step: Some(index),
            ..Earned::all(step.points)
        }))
    }
}
