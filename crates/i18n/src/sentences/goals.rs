//! The goal in force, or what a target without one asks for: "≥ 55%", "làm đủ 2 việc".

use crate::numbers::{number, short_points};
use crate::{Key, Words};
use scoring::decimal::Decimal;
use scoring::exact::Exact;
use scoring::points::Points;
use scoring::rules::Rule;
use scoring::target_set::{Compare, GoalInForce, Measure, Target};

/// What a target asks for.
pub fn goal(target: &Target, goal: Option<GoalInForce>, words: Words) -> String {
    let decimal = |decimal: Decimal| number(&decimal.to_string(), words.0);
    let unit = if target.measure.is_percentage() { "%" } else { "" };
    if let Some(GoalInForce { compare, value }) = goal {
        let figure = decimal(value) + unit;
        return match (&target.measure, compare) {
            (Measure::Rank { .. }, Compare::AtMost) => words.fill(Key::GoalRank, &[("n", &figure)]),
            // Nothing is above 100 %, so "at least" says nothing more.
            (measure, Compare::AtLeast) if measure.is_percentage() && value.exact() == Exact::HUNDRED => {
                figure
            }
            (_, Compare::AtLeast | Compare::MoreThan | Compare::AtMost | Compare::LessThan) => {
                [sign(compare), " ", &figure].concat()
            }
        };
    }
    let each = |key, each: Points, cap: Points| {
        words.fill(key, &[("each", &short_points(each, words.0)), ("cap", &short_points(cap, words.0))])
    };
    match (&target.rule, &target.measure) {
        (Rule::ShareOfItems(_) | Rule::AllOrNothing(_), Measure::Checklist { items }) => {
            words.fill(Key::GoalItems, &[("n", &items.len().to_string())])
        }
        (Rule::PassFail(_), _) => words.get(Key::GoalYes).to_owned(),
        (Rule::AsGiven(_), _) => words.get(Key::GoalGiven).to_owned(),
        (Rule::PerItem(rule), _) => each(Key::GoalPerItem, rule.points_each, target.max_points),
        (Rule::Penalty(rule), _) => each(Key::GoalPenalty, rule.points_each, rule.cap),
        (Rule::Bonus(rule), _) => each(Key::GoalBonus, rule.points_each, rule.cap),
        (Rule::Steps(rule), _) => {
            let step = |step: &scoring::rules::Step| {
                let from = if step.inclusive { "≥ " } else { "> " };
                [from, &decimal(step.from), unit, ": ", &short_points(step.points, words.0)].concat()
            };
            rule.steps.iter().map(step).collect::<Vec<_>>().join(" · ")
        }
        (Rule::Proportional(rule), _) => match rule.floor {
            Some(floor) => words.fill(Key::GoalProportionalFrom, &[("n", &decimal(floor))]),
            None => words.get(Key::GoalProportional).to_owned(),
        },
        (Rule::ByChoice(_) | Rule::TowardGoal(_) | Rule::ShareOfItems(_) | Rule::AllOrNothing(_), _) => {
            words.get(Key::GoalChoice).to_owned()
        }
    }
}

/// The sign of a comparison.
pub const fn sign(compare: Compare) -> &'static str {
    match compare {
        Compare::AtLeast => "≥",
        Compare::MoreThan => ">",
        Compare::AtMost => "≤",
        Compare::LessThan => "<",
    }
}
