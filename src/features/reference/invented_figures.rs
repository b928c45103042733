//! Invented figures to begin an example with: short of the goal where there is one, so that the rule has something to show.

use scoring::assessment::Answer;
use scoring::exact::Exact;
use scoring::rules::Rule;
use scoring::target_set::{GoalInForce, Measure, RatioUnit, Target};

/// What is left of the whole of an invented ratio once something is excluded.
const WHOLE: u128 = 200;

/// What an invented ratio excludes, where its measure asks for it.
const EXCLUDED: u128 = 20;

/// An invented sum of money for each thing that a ratio would count.
const MONEY: u128 = 10_000_000;

/// Figures for a target with this goal in force.
pub(crate) fn invented(target: &Target, goal: Option<GoalInForce>) -> Answer {
    let mut answer = Answer::default();
    let mut put = |field: &str, text: String| answer.figures.insert(field.to_owned(), text);
    match &target.measure {
        Measure::Ratio { unit, excluded, may_exceed, .. } => {
            let of_each = if *unit == RatioUnit::Money { MONEY } else { 1 };
            let out = if excluded.is_some() { EXCLUDED } else { 0 };
            let share = number(target, goal);
            let done = WHOLE * if *may_exceed { share } else { share.min(100) } / 100;
            put("done", (done * of_each).to_string());
            put("total", ((WHOLE + out) * of_each).to_string());
            if out > 0 {
                put("excluded", (out * of_each).to_string());
            }
        }
        Measure::Percent { .. } => {
            put("value", number(target, goal).min(100).to_string());
        }
        Measure::Count { .. } | Measure::Rank { .. } => {
            put("value", number(target, goal).to_string());
        }
        Measure::YesNo { .. } => {
            put("value", "yes".to_owned());
        }
        Measure::Checklist { items } => {
            for (place, item) in items.iter().enumerate() {
                put(&item.id, if place + 1 < items.len() { "yes" } else { "no" }.to_owned());
            }
        }
        Measure::Choice { options } => {
            if let Some(option) = options.get(1).or_else(|| options.first()) {
                put("value", option.id.clone());
            }
        }
        Measure::Given { .. } => {
            put("value", most_of(target.max_points.exact()).to_string());
        }
    }
    answer
}

/// A whole number that earns something, and not everything, where the rule allows it.
fn number(target: &Target, goal: Option<GoalInForce>) -> u128 {
    let middle =
        |a: Exact, b: Exact| a.plus(b).and_then(|sum| sum.divided_by(Exact::whole(2))).map_or(1, floor);
    match &target.rule {
        Rule::Steps(rule) => match (rule.steps.first(), rule.steps.get(1)) {
            (Some(first), Some(second)) => middle(first.from.exact(), second.from.exact()),
            (Some(only), None) => floor(only.from.exact()),
            (None, _) => 1,
        },
        Rule::Proportional(rule) => rule.floor.map_or(75, |least| middle(least.exact(), Exact::HUNDRED)),
        Rule::PerItem(rule) => {
            target.max_points.exact().divided_by(rule.points_each.exact()).map_or(1, most_of).max(1)
        }
        Rule::Penalty(_) | Rule::Bonus(_) => 2,
        Rule::TowardGoal(_)
        | Rule::PassFail(_)
        | Rule::ShareOfItems(_)
        | Rule::AllOrNothing(_)
        | Rule::ByChoice(_)
        | Rule::AsGiven(_) => goal.map_or(1, |goal| most_of(goal.value.exact())).max(1),
    }
}

/// Three quarters, as a whole number.
fn most_of(number: Exact) -> u128 {
    Exact::new(3, 4).and_then(|share| number.times(share)).map_or(0, floor)
}

fn floor(number: Exact) -> u128 {
    number.numerator() / number.denominator()
}
