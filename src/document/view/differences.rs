//! What one document says otherwise than another, as a table.

use yew::prelude::*;

use crate::document::difference::{ChangedField, Difference};
use crate::document::fields::HeadingField;
use crate::document::view::heading::period_name;
use i18n::numbers::day;
use i18n::sentences::label;
use i18n::{Key, Words};
use scoring::assessment::PeriodKind;
use scoring::invisible_chars::show_invisible;
use scoring::target_set::{Input, TargetSet};

/// The most rows that are drawn.
const MOST_ROWS: usize = 100;

/// The most letters of a text that are shown of it, and how many of them before the first that differs.
const MOST_LETTERS: usize = 240;
const LETTERS_BEFORE: usize = 40;

/// A table of differences: what, what stands in the one document, what in the other. `caption` says what is compared,
/// `before` and `after` name the two documents.
pub fn differences(
    list: &[Difference],
    set: &TargetSet,
    caption: &str,
    [before, after]: [&str; 2],
    words: Words,
) -> Html {
    let more = list.len().saturating_sub(MOST_ROWS);
    html! {
        <div class="differences">
            <table class="table">
                <caption>{ caption.to_owned() }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ words.get(Key::DifferenceWhat) }</th>
                        <th scope="col">{ before.to_owned() }</th>
                        <th scope="col">{ after.to_owned() }</th>
                    </tr>
                </thead>
                <tbody>
                    for (place, difference) in list.iter().take(MOST_ROWS).enumerate() {
                        { row(place, difference, set, words) }
                    }
                </tbody>
            </table>
            if more > 0 {
                <p class="differences__more">{ words.fill(Key::DifferenceMore, &[("n", &more.to_string())]) }</p>
            }
        </div>
    }
}

fn row(place: usize, difference: &Difference, set: &TargetSet, words: Words) -> Html {
    let Difference { what, before, after } = difference;
    let cell = |text: Option<&String>, other: Option<&String>| {
        let Some(text) = text else {
            return html! { <td class="differences__blank">{ words.get(Key::DifferenceBlank) }</td> };
        };
        // Text from a file keeps its own direction, whatever letters it holds.
        html! { <td><bdi>{ value(what, text, other.map_or("", String::as_str), set, words) }</bdi></td> }
    };
    html! {
        <tr key={place} data-difference={what.name()}>
            <th scope="row"><bdi>{ name(what, set, words) }</bdi></th>
            { cell(before.as_ref(), after.as_ref()) }
            { cell(after.as_ref(), before.as_ref()) }
        </tr>
    }
}

/// What differs: "TT-3 · Đã số hóa".
pub(crate) fn name(what: &ChangedField, set: &TargetSet, words: Words) -> String {
    let of = |target: &str, part: &str| [&excerpt(target, ""), " · ", part].concat();
    match what {
        ChangedField::Heading(HeadingField::Name) => words.get(Key::HeadingUnit).to_owned(),
        ChangedField::Heading(HeadingField::Superior) => words.get(Key::HeadingSuperior).to_owned(),
        ChangedField::Heading(HeadingField::Place) => words.get(Key::HeadingPlace).to_owned(),
        ChangedField::Heading(HeadingField::PreparedBy) => words.get(Key::HeadingPreparedBy).to_owned(),
        ChangedField::Heading(HeadingField::AsOf) => words.get(Key::HeadingAsOf).to_owned(),
        ChangedField::Level => words.get(Key::HeadingLevel).to_owned(),
        ChangedField::Year => words.get(Key::HeadingYear).to_owned(),
        ChangedField::Period => words.get(Key::HeadingPeriod).to_owned(),
        ChangedField::Figure(target, field) => {
            let measure = set.target(target).map(|target| &target.measure);
            let fields = measure.map(|measure| (measure, measure.fields()));
            let known = fields.as_ref().and_then(|(measure, fields)| {
                let known = fields.iter().find(|known| known.name == field)?;
                Some(label(known, measure, words))
            });
            of(target, known.unwrap_or(&excerpt(field, "")))
        }
        ChangedField::NotApplicable(target) => of(target, words.get(Key::StateNotApplicable)),
        ChangedField::Note(target) => of(target, words.get(Key::DifferenceNote)),
        ChangedField::Evidence(target) => of(target, words.get(Key::EvidenceTitle)),
        ChangedField::Difficulties => words.get(Key::DifferenceDifficulties).to_owned(),
        ChangedField::Proposals => words.get(Key::DifferenceProposals).to_owned(),
        ChangedField::Basis => words.get(Key::DifferenceBasis).to_owned(),
        ChangedField::Recipients => words.get(Key::DifferenceRecipients).to_owned(),
        ChangedField::Work(target) => of(target, words.get(Key::DifferenceWork)),
        ChangedField::Plans => words.get(Key::DifferencePlans).to_owned(),
        ChangedField::Other(path) => words.fill(Key::DifferenceOther, &[("path", &excerpt(path, ""))]),
    }
}

/// What stands there, in words where the file has an id or a word of its own; figures and texts as they were typed.
fn value(what: &ChangedField, text: &str, other: &str, set: &TargetSet, words: Words) -> String {
    let known = match what {
        ChangedField::Level => set.level(text).map(|level| words.of(&level.name)),
        ChangedField::Period => {
            let kind = PeriodKind::ALL.into_iter().find(|(word, _)| *word == text);
            kind.map(|(_, kind)| words.get(period_name(kind)))
        }
        ChangedField::Heading(HeadingField::AsOf) => return excerpt(&day(text), ""),
        ChangedField::NotApplicable(_) if text.trim().is_empty() => {
            Some(words.get(Key::DifferenceReasonOwed))
        }
        ChangedField::Figure(target, field) => chosen(target, field, text, set, words),
        ChangedField::Heading(_)
        | ChangedField::Year
        | ChangedField::NotApplicable(_)
        | ChangedField::Note(_)
        | ChangedField::Evidence(_)
        | ChangedField::Difficulties
        | ChangedField::Proposals
        | ChangedField::Basis
        | ChangedField::Recipients
        | ChangedField::Work(_)
        | ChangedField::Plans
        | ChangedField::Other(_) => None,
    };
    known.map_or_else(|| excerpt(text, other), str::to_owned)
}

/// The name of what was chosen in a field that is chosen in, not typed.
fn chosen<'a>(target: &str, field: &str, text: &str, set: &'a TargetSet, words: Words) -> Option<&'a str> {
    let fields = set.target(target)?.measure.fields();
    match (fields.into_iter().find(|known| known.name == field)?.input, text) {
        (Input::YesNo, "yes") => Some(words.get(Key::Yes)),
        (Input::YesNo, "no") => Some(words.get(Key::No)),
        (Input::Option(options), id) => {
            options.iter().find(|option| option.id == id).map(|option| words.of(&option.name))
        }
        _ => None,
    }
}

/// A text as it may be shown, cut around where it begins to differ from the other when it is long.
pub(crate) fn excerpt(text: &str, other: &str) -> String {
    if text.chars().nth(MOST_LETTERS).is_none() {
        return show_invisible(text);
    }
    let same = text.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    let from = same.saturating_sub(LETTERS_BEFORE);
    let mut rest = text.chars().skip(from);
    let mut shown: String = rest.by_ref().take(MOST_LETTERS).collect();
    if from > 0 {
        shown.insert(0, '…');
    }
    if rest.next().is_some() {
        shown.push('…');
    }
    show_invisible(&shown)
}
