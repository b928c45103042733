//! Why a target scores what it does, as data: the page and every report print the same one.

use super::measured::Measured;
use super::points::Points;
use super::rules::Earned;
use super::scorecard::shown_percent;
use super::target_set::GoalInForce;

/// Why a target scores what it does. The rule itself stands in the target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The measured value.
    pub measured: Measured,
    /// The goal in force.
    pub goal: Option<GoalInForce>,
    /// The maximum.
    pub max: Points,
    /// What the rule gave, exactly.
    pub earned: Earned,
    /// Whether rounding would have given the maximum, and the points were capped one unit below it.
    pub capped_below_max: bool,
    /// The points.
    pub points: Points,
}

impl Explanation {
    /// The value as in files: "48.235" for percentages, plain counts, "yes", an option's id, items done.
    pub fn value(&self) -> String {
        match &self.measured {
            Measured::Ratio { percent, .. } | Measured::Percent(percent) => {
                shown_percent(*percent, self.goal).to_string()
            }
            Measured::Count(count) | Measured::Rank(count) | Measured::Items { done: count, .. } => {
                count.to_string()
            }
            Measured::YesNo(yes) => if *yes { "yes" } else { "no" }.to_owned(),
            Measured::Choice { id, .. } => id.clone(),
            Measured::Given(points) => points.to_decimals(3).to_string(),
        }
    }

    /// Whether the points were rounded at all.
    pub fn is_rounded(&self) -> bool {
        self.earned.points != self.points.exact()
    }
}
