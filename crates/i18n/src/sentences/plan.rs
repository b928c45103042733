//! What a plan asks for, as work in the unit's own counts, and why a figure can't be moved.

use super::{goal, label, value};
use crate::numbers::number;
use crate::{Key, Words};
use planning::{HeldBy, Pinned};
use scoring::assessment::Answer;
use scoring::exact::Exact;
use scoring::measured::Measured;
use scoring::scorecard::TargetScore;
use scoring::target_set::Measure;

/// The figure that a plan moves, for people: "410", "40%", "1/2 việc"; blank where nothing is scored.
pub fn moved_figure(score: &TargetScore, words: Words) -> String {
    match score.why().map(|why| &why.measured) {
        Some(Measured::Ratio { done, .. }) => number(&done.to_string(), words.0),
        Some(Measured::Percent(percent)) => number(&percent.to_string(), words.0) + "%",
        Some(
            Measured::Count(_)
            | Measured::Rank(_)
            | Measured::YesNo(_)
            | Measured::Items { .. }
            | Measured::Choice { .. }
            | Measured::Given(_),
        )
        | None => value(score, words),
    }
}

/// The same as programs read it: plain digits with a dot, `yes`, `no`, the id of a case.
pub fn plain_figure(score: &TargetScore) -> String {
    match score.why().map(|why| &why.measured) {
        Some(Measured::Ratio { done, .. }) => done.to_string(),
        Some(Measured::Percent(percent)) => percent.to_string(),
        Some(
            Measured::Count(_)
            | Measured::Rank(_)
            | Measured::YesNo(_)
            | Measured::Items { .. }
            | Measured::Choice { .. }
            | Measured::Given(_),
        )
        | None => score.value().unwrap_or_default(),
    }
}

/// What is to be done so that a target comes from one score to another: "Đã số hóa: từ 410 lên 468 (thêm 58 kết quả)".
///
/// `figures` are the fields that move with their texts; those that stay as they are may be among them.
pub fn work(
    before: &TargetScore,
    after: &TargetScore,
    entered: Option<&Answer>,
    figures: &[(String, String)],
    words: Words,
) -> String {
    let target = &after.target;
    let fields = target.measure.fields();
    let named = |name: &str| fields.iter().find(|field| field.name == name);
    let first = figures.first().and_then(|(name, _)| named(name));
    let place = first.map(|field| label(field, &target.measure, words)).unwrap_or_default();
    let (from, to) = (moved_figure(before, words), moved_figure(after, words));
    match &target.measure {
        Measure::Checklist { .. } => {
            let done = |name: &str| entered.is_some_and(|entered| entered.figure(name).trim() == "yes");
            let more = figures.iter().filter(|(name, text)| text == "yes" && !done(name));
            let items = more.filter_map(|(name, _)| named(name));
            let items: Vec<_> = items.map(|field| label(field, &target.measure, words)).collect();
            return words.fill(Key::DoItems, &[("items", &items.join("; "))]);
        }
        Measure::YesNo { .. } => return words.get(Key::DoYes).to_owned(),
        _ if before.why().is_none() => return words.fill(Key::DoEnter, &[("label", place), ("to", &to)]),
        Measure::Choice { .. } => return words.fill(Key::DoChoice, &[("from", &from), ("to", &to)]),
        Measure::Ratio { .. }
        | Measure::Percent { .. }
        | Measure::Count { .. }
        | Measure::Rank { .. }
        | Measure::Given { .. } => {}
    }
    let noun = target.measure.noun().map_or_else(|| words.get(Key::GapThings), |noun| words.of(noun));
    let (key, n) = match (whole(before), whole(after)) {
        (Some(before), Some(after)) if after < before => (Key::DoFewer, before - after),
        (Some(before), Some(after)) => (Key::DoMore, after - before),
        _ => (Key::DoPercent, 0),
    };
    let n = number(&n.to_string(), words.0);
    words.fill(key, &[("label", place), ("from", &from), ("to", &to), ("n", &n), ("noun", noun)])
}

/// Why that earns more: "55,059%; mức phải đạt: ≥ 55%".
pub fn work_why(after: &TargetScore, words: Words) -> String {
    let goal = goal(&after.target, after.goal, words);
    words.fill(Key::DoWhy, &[("value", &value(after, words)), ("goal", &goal)])
}

/// A count that is moved.
fn whole(score: &TargetScore) -> Option<u128> {
    match score.why()?.measured {
        Measured::Ratio { done, .. } => Some(done),
        Measured::Count(count) => Some(count),
        Measured::Percent(_)
        | Measured::Rank(_)
        | Measured::YesNo(_)
        | Measured::Items { .. }
        | Measured::Choice { .. }
        | Measured::Given(_) => None,
    }
}

/// Why a target's figure can't be moved, and what to do about it.
pub fn pinned(why: Pinned, words: Words) -> &'static str {
    words.get(match why {
        Pinned::Rank => Key::ScenarioPinnedRank,
        Pinned::Given => Key::ScenarioPinnedGiven,
        Pinned::NotApplicable => Key::ScenarioPinnedNotApplicable,
        Pinned::NoTotal => Key::ScenarioPinnedNoTotal,
        Pinned::NotUnderstood => Key::ScenarioPinnedNotUnderstood,
        Pinned::Uneven => Key::ScenarioPinnedUneven,
        Pinned::BeyondExact => Key::ScenarioPinnedBeyond,
    })
}

/// What holds a target back, in few words.
pub fn held(by: HeldBy, words: Words) -> &'static str {
    words.get(match by {
        HeldBy::Question => Key::AskHeldQuestion,
        HeldBy::Figures(Pinned::Rank) => Key::AskHeldRank,
        HeldBy::Figures(Pinned::Given) => Key::AskHeldGiven,
        HeldBy::Figures(Pinned::NotApplicable) => Key::AskHeldNotApplicable,
        HeldBy::Figures(Pinned::NoTotal) => Key::AskHeldNoTotal,
        HeldBy::Figures(Pinned::NotUnderstood) => Key::AskHeldNotUnderstood,
        HeldBy::Figures(Pinned::Uneven) => Key::AskHeldUneven,
        HeldBy::Figures(Pinned::BeyondExact) => Key::AskHeldBeyond,
    })
}

/// A cost: with three decimals, needless zeros left out, and never 0 where there is one.
pub fn cost(cost: Exact, words: Words) -> String {
    let rounded = cost.to_decimals_unless(3, |shown| shown == Exact::ZERO).to_string();
    number(rounded.trim_end_matches('0').trim_end_matches('.'), words.0)
}
