//! What a set asks for and how it scores, as sentences to read: what a year changes, what is measured, how points arise.

use super::problems::label;
use crate::numbers::{number, short_points};
use crate::{Key, Words};
use scoring::exact::Exact;
use scoring::points::Points;
use scoring::rules::{Rule, Step};
use scoring::target_set::{Change, Measure, RatioUnit, Target};

/// What a year changes: "+20", "mới", "không đổi".
pub fn change(change: Change, words: Words) -> String {
    let signed = |sign: &str, by: Exact| {
        // Goals are decimals, so that there is a last digit.
        let by = by.to_decimals_unless(0, |_| true).to_string();
        [sign, &number(&by, words.0)].concat()
    };
    match change {
        Change::Same => words.get(Key::ReferenceSame).to_owned(),
        Change::New => words.get(Key::ReferenceNew).to_owned(),
        Change::Gone => words.get(Key::ReferenceGone).to_owned(),
        Change::Up(by) => signed("+", by),
        Change::Down(by) => signed("−", by),
    }
}

/// What a target is measured by: its fields, and what is made of them.
pub fn measured_by(measure: &Measure, words: Words) -> String {
    let Measure::Ratio { unit, done, total, excluded, .. } = measure else {
        let fields = measure.fields();
        return fields.iter().map(|field| label(field, measure, words)).collect::<Vec<_>>().join("; ");
    };
    let excluded = excluded.as_ref().map(|excluded| words.of(excluded));
    let key = if excluded.is_some() { Key::ReferenceRatioLess } else { Key::ReferenceRatio };
    let parts =
        [("done", words.of(done)), ("total", words.of(total)), ("excluded", excluded.unwrap_or_default())];
    let ratio = words.fill(key, &parts);
    match unit {
        RatioUnit::Count => ratio,
        RatioUnit::Money => words.fill(Key::ReferenceMoney, &[("ratio", &ratio)]),
    }
}

/// How a target's points arise, a sentence a line.
pub fn points_arise(target: &Target, words: Words) -> Vec<String> {
    let short = |points: Points| short_points(points, words.0);
    let max = short(target.max_points);
    let noun = target.measure.noun().map_or_else(|| words.get(Key::ReferenceCase), |noun| words.of(noun));
    let with_max = |key| words.fill(key, &[("max", &max)]);
    let each = |key, each: Points, cap: Points| {
        let (each, cap) = (short(each), short(cap));
        words.fill(key, &[("noun", noun), ("each", &each), ("cap", &cap), ("max", &cap)])
    };
    let items = |key| {
        let n = target.measure.fields().len().to_string();
        words.fill(key, &[("n", &n), ("max", &max)])
    };
    let one = match &target.rule {
        Rule::TowardGoal(_) => with_max(Key::ReferencePointsToward),
        Rule::Proportional(rule) => {
            let mut lines = vec![with_max(Key::ReferencePointsProportional)];
            lines.extend(rule.floor.map(|floor| {
                words.fill(
                    Key::ReferencePointsProportionalFrom,
                    &[("n", &number(&floor.to_string(), words.0))],
                )
            }));
            return lines;
        }
        Rule::Steps(rule) => return steps(&rule.steps, target, words),
        Rule::PassFail(_) => with_max(Key::ReferencePointsPass),
        Rule::PerItem(rule) => each(Key::ReferencePointsPerItem, rule.points_each, target.max_points),
        Rule::ShareOfItems(_) => items(Key::ReferencePointsShare),
        Rule::AllOrNothing(_) => items(Key::ReferencePointsAll),
        Rule::ByChoice(_) => return options(target, &max, words),
        Rule::AsGiven(_) => with_max(Key::ReferencePointsGiven),
        Rule::Penalty(rule) => each(Key::ReferencePointsPenalty, rule.points_each, rule.cap),
        Rule::Bonus(rule) => each(Key::ReferencePointsBonus, rule.points_each, rule.cap),
    };
    vec![one]
}

fn steps(steps: &[Step], target: &Target, words: Words) -> Vec<String> {
    let unit = if target.measure.is_percentage() { "%" } else { "" };
    let line = |step: &Step| {
        let key = if step.inclusive { Key::ReferencePointsStepFrom } else { Key::ReferencePointsStepAbove };
        let from = number(&step.from.to_string(), words.0) + unit;
        words.fill(key, &[("n", &from), ("points", &short_points(step.points, words.0))])
    };
    let mut lines: Vec<_> = steps.iter().map(line).collect();
    // Nothing is below a step that begins at zero.
    if steps.last().is_none_or(|last| !last.inclusive || last.from.exact() > Exact::ZERO) {
        lines.push(words.get(Key::ReferencePointsStepRest).to_owned());
    }
    lines
}

fn options(target: &Target, max: &str, words: Words) -> Vec<String> {
    let Measure::Choice { options } = &target.measure else { return Vec::new() };
    let line = |option: &scoring::target_set::ChoiceOption| {
        let share = number(&option.share.to_string(), words.0);
        let parts = [("option", words.of(&option.name)), ("share", share.as_str()), ("max", max)];
        words.fill(Key::ReferencePointsOption, &parts)
    };
    options.iter().map(line).collect()
}
