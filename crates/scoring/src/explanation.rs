//! Why a target scores what it does, as data: the page and every report print the same one.

use super::points::Points;
use super::reached::Reached;
use super::rules::Earned;
use super::scorecard::shown_percent;
use super::target_set::GoalInForce;

/// Why a target scores what it does. The rule itself stands in the target.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// What was reached.
    pub reached: Reached,
    /// The goal in force.
    pub goal: Option<GoalInForce>,
    /// The maximum.
    pub max: Points,
    /// What the rule gave, exactly.
    pub earned: Earned,
    /// Whether rounding would have reached the maximum, and was held one unit below it.
    pub held_back: bool,
    /// The points.
    pub points: Points,
}

impl Explanation {
    /// The value as in files: "48.235" for percentages, plain counts, "yes", an option's id, items done.
    pub fn value(&self) -> String {
        match &self.reached {
            Reached::Ratio { percent, .. } | Reached::Percent(percent) => {
                shown_percent(*percent, self.goal).to_string()
            }
            Reached::Count(count) | Reached::Rank(count) | Reached::Items { done: count, .. } => {
                count.to_string()
            }
            Reached::YesNo(yes) => if *yes { "yes" } else { "no" }.to_owned(),
            Reached::Choice { id, .. } => id.clone(),
            Reached::Given(points) => points.to_decimals(3).to_string(),
        }
    }

    /// Whether the points were rounded at all.
    pub fn is_rounded(&self) -> bool {
        self.earned.points != self.points.exact()
    }
}
