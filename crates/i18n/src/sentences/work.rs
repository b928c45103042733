//! Việc cần làm, in words: what to do, with which figures, what it brings.

use super::problems::label;
use crate::numbers::{number, points, short_points};
use crate::{Key, Words};
use planning::{Amount, FigureChange, ToDo, Work};
use scoring::exact::Exact;
use scoring::scorecard::TargetScore;
use scoring::target_set::{Measure, Target};

/// What to do: "Thêm 58 kết quả".
pub fn to_do(work: &Work, words: Words) -> String {
    let target = &work.score.target;
    match &work.to_do {
        ToDo::Enter => words.get(Key::WorkEnter).to_owned(),
        ToDo::Correct => words.get(Key::WorkCorrect).to_owned(),
        ToDo::Wait => words.get(Key::WorkWait).to_owned(),
        ToDo::Given => words.get(Key::WorkGiven).to_owned(),
        ToDo::SeeRule => words.get(Key::WorkSeeRule).to_owned(),
        ToDo::More(change) => by(Key::WorkMore, change.from, change.to, target, words),
        ToDo::Fewer(change) => by(Key::WorkFewer, change.to, change.from, target, words),
        ToDo::Places(change) => by(Key::WorkPlaces, change.to, change.from, target, words),
        ToDo::Yes => words.get(Key::WorkYes).to_owned(),
        ToDo::Items(items) => words.fill(Key::WorkItems, &[("n", &items.len().to_string())]),
        ToDo::Choose(option) => {
            words.fill(Key::WorkChoose, &[("option", &option_name(target, option, words))])
        }
    }
}

/// The figures or acts that it is about: "Kết quả đã số hóa: từ 410 lên 468 trên tổng số 850"; blank where there is
/// nothing more to say.
pub fn in_figures(work: &Work, words: Words) -> String {
    let target = &work.score.target;
    match &work.to_do {
        ToDo::More(change) => figures(Key::WorkUp, change, target, words),
        ToDo::Fewer(change) => figures(Key::WorkDown, change, target, words),
        ToDo::Places(change) => words
            .fill(Key::WorkRank, &[("from", &amount(change.from, words)), ("to", &amount(change.to, words))]),
        ToDo::Items(items) => {
            let fields = target.measure.fields();
            let names = fields.iter().filter(|field| items.iter().any(|item| item == field.name));
            names.map(|field| label(field, &target.measure, words)).collect::<Vec<_>>().join("; ")
        }
        ToDo::Yes => {
            let fields = target.measure.fields();
            fields.first().map(|field| label(field, &target.measure, words).to_owned()).unwrap_or_default()
        }
        ToDo::Enter | ToDo::Correct | ToDo::Wait | ToDo::Given | ToDo::SeeRule | ToDo::Choose(_) => {
            String::new()
        }
    }
}

/// The next step on the way: "Trước mắt thêm 12 hồ sơ: +1 điểm"; blank where there is none.
pub fn next_step(work: &Work, words: Words) -> String {
    let (ToDo::More(change) | ToDo::Fewer(change)) = &work.to_do else { return String::new() };
    let Some((next, gain)) = change.next else { return String::new() };
    let target = &work.score.target;
    let what = match &work.to_do {
        ToDo::Fewer(_) => by(Key::WorkFewer, next, change.from, target, words),
        ToDo::Enter
        | ToDo::Correct
        | ToDo::Wait
        | ToDo::Given
        | ToDo::SeeRule
        | ToDo::More(_)
        | ToDo::Places(_)
        | ToDo::Yes
        | ToDo::Items(_)
        | ToDo::Choose(_) => by(Key::WorkMore, change.from, next, target, words),
    };
    words.fill(Key::WorkNext, &[("what", &super::within(&what)), ("points", &short_points(gain, words.0))])
}

/// That a plan says how far it goes; blank where none does.
pub fn planned(work: &Work, words: Words) -> String {
    if work.planned { words.get(Key::WorkPlanned).to_owned() } else { String::new() }
}

/// The points that it brings: "+1,230".
pub fn gain(work: &Work, words: Words) -> String {
    ["+", &points(work.gain, words.0)].concat()
}

/// How the target stands once it is done: "lên 10/10 điểm (100%)"; what may come where that can't be told yet.
pub fn outcome(work: &Work, words: Words) -> String {
    let max = work.score.target.max_points;
    let max_shown = short_points(max, words.0);
    match work.after.as_deref().and_then(TargetScore::points) {
        Some(earned) => {
            let earned_shown = short_points(earned, words.0);
            let share = earned.exact().times(Exact::HUNDRED).and_then(|part| part.divided_by(max.exact()));
            match share {
                Some(share) => {
                    // As short as it goes without looking like all of it.
                    let shown =
                        share.to_decimals_unless(1, |shown| share.reaches(shown, Exact::HUNDRED)).to_string();
                    let shown = number(shown.trim_end_matches('0').trim_end_matches('.'), words.0);
                    words.fill(
                        Key::WorkReaches,
                        &[("points", &earned_shown), ("max", &max_shown), ("share", &shown)],
                    )
                }
                None => words.fill(Key::WorkReachesExtra, &[("points", &earned_shown)]),
            }
        }
        None => words.fill(Key::WorkAtMost, &[("max", &max_shown)]),
    }
}

/// The value once it is done: "55,059%"; blank where that can't be told.
pub fn value_after(work: &Work, words: Words) -> String {
    work.after.as_deref().map(|after| super::value(after, words)).unwrap_or_default()
}

/// "Thêm 58 kết quả": from the smaller to the larger amount.
fn by(key: Key, less: Amount, more: Amount, target: &Target, words: Words) -> String {
    let (n, noun) = match (less, more) {
        (Amount::Percent(less), Amount::Percent(more)) => {
            let apart = more.minus(less).unwrap_or(more);
            (apart.to_string(), words.get(Key::WorkPercent))
        }
        (Amount::Whole(less), Amount::Whole(more)) => {
            let noun = target.measure.noun().map_or("", |noun| words.of(noun));
            (more.saturating_sub(less).to_string(), noun)
        }
        _ => (String::new(), ""),
    };
    words.fill(key, &[("n", &number(&n, words.0)), ("noun", noun)]).trim_end().to_owned()
}

fn figures(key: Key, change: &FigureChange, target: &Target, words: Words) -> String {
    let fields = target.measure.fields();
    // The figure that is worked on is the first of every measure.
    let label = fields.first().map(|field| label(field, &target.measure, words)).unwrap_or_default();
    let line = words.fill(
        key,
        &[("label", label), ("from", &amount(change.from, words)), ("to", &amount(change.to, words))],
    );
    match change.whole {
        Some(whole) => {
            words.fill(Key::WorkOf, &[("line", &line), ("whole", &number(&whole.to_string(), words.0))])
        }
        None => line,
    }
}

fn amount(amount: Amount, words: Words) -> String {
    match amount {
        Amount::Whole(whole) => number(&whole.to_string(), words.0),
        Amount::Percent(percent) => number(&percent.to_string(), words.0) + "%",
    }
}

fn option_name(target: &Target, option: &str, words: Words) -> String {
    let Measure::Choice { options } = &target.measure else { return String::new() };
    let chosen = options.iter().find(|known| known.id == option);
    chosen.map(|option| words.of(&option.name).to_owned()).unwrap_or_default()
}
