//! `toward_goal`: maximum × min(1, value ÷ goal).

use super::{Earned, RuleInput};

/// Points grow with the value until the goal, then stop. Needs a goal above zero that wants more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TowardGoal;

impl TowardGoal {
    pub(super) fn earned(self, input: RuleInput<'_>) -> Option<Earned> {
        let (value, goal) = (input.measured.number()?, input.goal?.value.exact());
        if value >= goal {
            return Some(Earned { capped: value > goal, ..Earned::all(input.max) });
        }
        input.max.exact().times(value.divided_by(goal)?).map(Earned::plain)
    }
}
