//! The formula of an explanation with the unit's own figures in it.

use super::goals::sign;
use crate::numbers::{number, percent, points, short_points};
use crate::{Key, Words};
use scoring::explanation::Explanation;
use scoring::measured::Measured;
use scoring::points::Points;
use scoring::rules::Rule;
use scoring::scorecard::shown_percent;
use scoring::target_set::Target;

/// The steps of the calculation, one a line; the last one ends in the points.
pub fn formula(target: &Target, why: &Explanation, words: Words) -> Vec<String> {
    let mut lines = Vec::new();
    let count = |count: u128| number(&count.to_string(), words.0);
    let value = match &why.measured {
        Measured::Ratio { percent: value, done, total, excluded } => {
            let value = percent(&shown_percent(*value, why.goal), words.0);
            let whole = match excluded {
                0 => count(*total),
                excluded => format!("({} − {})", count(*total), count(*excluded)),
            };
            lines.push(format!("{} ÷ {whole} = {value}", count(*done)));
            value
        }
        Measured::Percent(value) => percent(&shown_percent(*value, why.goal), words.0),
        Measured::Count(number) | Measured::Rank(number) => count(*number),
        Measured::YesNo(yes) => words.get(if *yes { Key::Yes } else { Key::No }).to_owned(),
        Measured::Items { done, all } => format!("{done} ÷ {all}"),
        Measured::Choice { share, .. } => number(&share.to_string(), words.0) + "%",
        Measured::Given(given) => number(&given.to_string(), words.0),
    };
    lines.push(last_line(target, why, &value, words));
    lines
}

fn last_line(target: &Target, why: &Explanation, value: &str, words: Words) -> String {
    let short = |points: Points| short_points(points, words.0);
    let (max, result) = (short(why.max), points(why.points, words.0));
    let unit = if target.measure.is_percentage() { "%" } else { "" };
    let edge = why.goal.map(|goal| number(&goal.value.to_string(), words.0) + unit).unwrap_or_default();
    match &target.rule {
        Rule::TowardGoal(_) => format!("{max} × min(1; {value} ÷ {edge}) = {result}"),
        Rule::Proportional(rule) => {
            match rule.floor.filter(|floor| why.measured.number().is_some_and(|value| value < floor.exact()))
            {
                Some(floor) => format!("{value} < {}% → {result}", number(&floor.to_string(), words.0)),
                None => format!("{max} × {value} = {result}"),
            }
        }
        Rule::Steps(rule) => match why.earned.step.and_then(|step| rule.steps.get(step)) {
            Some(step) => {
                let sign = if step.inclusive { "≥" } else { ">" };
                format!("{value} {sign} {}{unit} → {result}", number(&step.from.to_string(), words.0))
            }
            None => format!("{value} → {result}"),
        },
        Rule::PassFail(_) => match why.goal {
            Some(goal) => {
                let holds = if why.measured.number().is_some_and(|value| goal.is_met_by(value)) {
                    "✓"
                } else {
                    "✗"
                };
                format!("{value} {} {edge} {holds} → {result}", sign(goal.compare))
            }
            None => format!("{value} → {result}"),
        },
        Rule::PerItem(rule) => format!("min({max}; {value} × {}) = {result}", short(rule.points_each)),
        Rule::ShareOfItems(_) => format!("{max} × {value} = {result}"),
        Rule::AllOrNothing(_) => format!("{value} → {result}"),
        Rule::ByChoice(_) => format!("{max} × {value} = {result}"),
        Rule::AsGiven(_) => format!("{value} = {result}"),
        Rule::Penalty(rule) => {
            format!("−min({}; {value} × {}) = {result}", short(rule.cap), short(rule.points_each))
        }
        Rule::Bonus(rule) => {
            format!("min({}; {value} × {}) = {result}", short(rule.cap), short(rule.points_each))
        }
    }
}

/// How points arise under a rule, in words.
pub const fn rule(rule: &Rule) -> Key {
    match rule {
        Rule::TowardGoal(_) => Key::RuleTowardGoal,
        Rule::Proportional(_) => Key::RuleProportional,
        Rule::Steps(_) => Key::RuleSteps,
        Rule::PassFail(_) => Key::RulePassFail,
        Rule::PerItem(_) => Key::RulePerItem,
        Rule::ShareOfItems(_) => Key::RuleShareOfItems,
        Rule::AllOrNothing(_) => Key::RuleAllOrNothing,
        Rule::ByChoice(_) => Key::RuleByChoice,
        Rule::AsGiven(_) => Key::RuleAsGiven,
        Rule::Penalty(_) => Key::RulePenalty,
        Rule::Bonus(_) => Key::RuleBonus,
    }
}
