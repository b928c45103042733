//! Sentences about a scorecard: goals, problems, gaps, formulas. No page puts these together by itself.

mod consistency;
mod faults;
mod formula;
mod goals;
mod plan;
mod problems;
mod reference;
pub mod work;

pub use consistency::finding;
pub use consistency::finding_title;
pub use consistency::finding_why;
pub use faults::fault;
pub use faults::fault_line;
pub use faults::line;
pub use faults::mended;
pub use faults::owner;
pub use faults::path;
pub use faults::place;
pub use faults::syntax;
pub use formula::formula;
pub use formula::rule;
pub use goals::goal;
pub use plan::cost;
pub use plan::held;
pub use plan::moved_figure;
pub use plan::pinned;
pub use plan::plain_figure;
pub use plan::work;
pub use plan::work_why;
pub use problems::label;
pub use problems::problem;
pub use problems::understood;
pub use reference::change;
pub use reference::measured_by;
pub use reference::points_arise;

use super::numbers::{number, points};
use super::{Key, Words};
use planning::Gap;
use scoring::scorecard::{Outcome, TargetScore};
use scoring::target_set::{Measure, Target};

/// What is missing to the goal, as work: "còn 58 kết quả".
pub fn gap(gap: Gap, target: &Target, words: Words) -> String {
    let count = |count: u128| number(&count.to_string(), words.0);
    let noun = target.measure.noun().map_or_else(|| words.get(Key::GapThings), |noun| words.of(noun));
    let with_noun = |key, n: u128| words.fill(key, &[("n", &count(n)), ("noun", noun)]);
    match gap {
        Gap::More(more) => with_noun(Key::GapMore, more),
        Gap::Fewer(fewer) => with_noun(Key::GapFewer, fewer),
        Gap::Places(places) => words.fill(Key::GapPlaces, &[("n", &count(places))]),
        Gap::Items(items) => words.fill(Key::GapItems, &[("n", &count(items))]),
        Gap::PercentagePoints(gap) => {
            words.fill(Key::GapPercent, &[("n", &number(&gap.to_string(), words.0))])
        }
        Gap::Undone => words.get(Key::GapUndone).to_owned(),
        Gap::Points(missing) => words.fill(Key::GapPoints, &[("n", &points(missing, words.0))]),
    }
}

/// A target's value for people: "48,235%", "hạng 8", "1/2 việc".
pub fn value(score: &TargetScore, words: Words) -> String {
    let Some(value) = score.value() else { return String::new() };
    let shown = number(&value, words.0);
    match &score.target.measure {
        Measure::Ratio { .. } | Measure::Percent { .. } => shown + "%",
        Measure::Count { .. } => shown,
        Measure::Rank { .. } => words.fill(Key::ValueRank, &[("n", &shown)]),
        Measure::Given { .. } => words.fill(Key::ValuePoints, &[("n", &shown)]),
        Measure::YesNo { .. } => words.get(if value == "yes" { Key::Yes } else { Key::No }).to_owned(),
        Measure::Checklist { items } => {
            words.fill(Key::ValueItems, &[("n", &shown), ("all", &items.len().to_string())])
        }
        Measure::Choice { options } => {
            let chosen = options.iter().find(|option| option.id == value);
            chosen.map(|option| words.of(&option.name).to_owned()).unwrap_or_default()
        }
    }
}

/// A target's state in words.
pub fn state(score: &TargetScore, words: Words) -> &'static str {
    words.get(match (&score.outcome, score.met()) {
        (Outcome::Empty, _) => Key::StateEmpty,
        (Outcome::NotApplicable, _) => Key::StateNotApplicable,
        (Outcome::Invalid(_), _) => Key::StateInvalid,
        (Outcome::Pending, _) => Key::StatePending,
        (Outcome::Scored(_), Some(true)) => Key::StateMet,
        (Outcome::Scored(_), Some(false)) => Key::StateUnmet,
        (Outcome::Scored(_), None) => Key::StateScored,
    })
}

/// A name within a sentence: "Cấp xã" as "cấp xã".
pub fn within(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
