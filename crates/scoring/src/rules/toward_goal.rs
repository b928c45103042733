//! `toward_goal`: maximum × min(1, value ÷ goal).

use super::{Case, Earned};

/// Points grow with the value until the goal, then stop. Needs a goal above zero that wants more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TowardGoal;

impl TowardGoal {
    pub(super) fn earned(self, case: Case<'_>) -> Option<Earned> {
        let (value, goal) = (case.reached.number()?, case.goal?.value.exact());
        if value >= goal {
            return Some(Earned { capped: value > goal, ..Earned::all(case.max) });
        }
        case.max.exact().times(value.divided_by(goal)?).map(Earned::plain)
    }
}
