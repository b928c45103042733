//! The heading of the document: unit, level, year, period, who prepared it.

use yew::prelude::*;

use crate::app::{Action, HeadingField, State};
use crate::core::assessment::{Period, PeriodKind, Unit};
use crate::core::target_set::Level;
use crate::view::focus::value;
use crate::view::hooks::{Dispatch, use_dispatch, use_part, use_words};
use crate::view::numbers::day;
use crate::view::sentences::within;
use crate::view::words::{Key, Words};

/// What of the document stands in its heading.
#[derive(Clone, PartialEq)]
struct Part {
    unit: Unit,
    period: Period,
    year: u16,
    levels: Vec<Level>,
    years: Vec<u16>,
}

fn part(state: &State) -> Part {
    Part {
        unit: state.assessment.unit.clone(),
        period: state.assessment.period.clone(),
        year: state.assessment.year,
        levels: state.loaded.set.levels.clone(),
        years: state.loaded.set.years.clone(),
    }
}

/// The heading's form; it can be folded to one line.
#[component]
pub fn DocumentForm() -> Html {
    let words = use_words();
    let dispatch = use_dispatch();
    let Some(part) = use_part(part) else { return html! { <details class="document"/> } };
    let text = |field, name: &'static str, label, value: &str, class| {
        text_field(&dispatch, field, name, words.get(label), value, class)
    };
    html! {
        <details class="document" open=true>
            <summary class="document__summary">{ summary(&part, words) }</summary>
            <div class="document__form">
                { text(HeadingField::Name, "unit", Key::HeadingUnit, &part.unit.name, "field--wide field--full") }
                { text(HeadingField::Superior, "superior", Key::HeadingSuperior, &part.unit.superior, "field--wide field--full") }
                { level(&part, &dispatch, words) }
                { year(&part, &dispatch, words) }
                { period(&part, &dispatch, words) }
                { date_field(&dispatch, words.get(Key::HeadingAsOf), &part.period.as_of) }
                { text(HeadingField::Place, "place", Key::HeadingPlace, &part.unit.place, "") }
                { text(HeadingField::PreparedBy, "prepared_by", Key::HeadingPreparedBy, &part.unit.prepared_by, "field--wide field--full") }
                <p class="document__note">{ words.get(Key::HeadingNote) }</p>
            </div>
        </details>
    }
}

/// "UBND xã Phú Mậu · cấp xã · 2023 · cả năm · số liệu đến 01/12/2023".
fn summary(part: &Part, words: Words) -> Html {
    let unit = part.unit.name.trim();
    let unit = if unit.is_empty() { words.get(Key::UnitUnnamed) } else { unit };
    let level = part.levels.iter().find(|level| level.id == part.unit.level);
    let level = level.map(|level| within(words.of(&level.name))).unwrap_or_default();
    let mut rest = vec![level, part.year.to_string(), within(words.get(period_name(part.period.kind)))];
    if !part.period.as_of.is_empty() {
        rest.push(words.fill(Key::AsOf, &[("date", &day(&part.period.as_of))]));
    }
    html! {
        <>
            <b>{ unit.to_owned() }</b>{ " " }<span>{ rest.join(" · ") }</span>{ " " }
            <span class="link" aria-hidden="true">{ words.get(Key::Edit) }</span>
        </>
    }
}

fn text_field(
    dispatch: &Dispatch,
    field: HeadingField,
    name: &'static str,
    label: &'static str,
    text: &str,
    class: &'static str,
) -> Html {
    let id = ["heading-", name].concat();
    let typed = dispatch.on(move |event: InputEvent| Action::HeadingTyped(field, value(&event)));
    html! {
        <div class={classes!("field", class)}>
            <label class="field__label" for={id.clone()}>{ label }</label>
            <input class="input" {id} {name} type="text" autocomplete="off" value={text.to_owned()} oninput={typed}/>
        </div>
    }
}

fn date_field(dispatch: &Dispatch, label: &'static str, date: &str) -> Html {
    let typed = dispatch.on(|event: InputEvent| Action::HeadingTyped(HeadingField::AsOf, value(&event)));
    html! {
        <div class="field field--narrow">
            <label class="field__label" for="heading-as_of">{ label }</label>
            <input class="input" id="heading-as_of" name="as_of" type="date" value={date.to_owned()} oninput={typed}/>
        </div>
    }
}

/// A choice of the heading. The list's value is set as a property: an option's `selected` no longer does anything once
/// the user has touched the list.
#[derive(Properties, PartialEq)]
struct SelectProps {
    name: &'static str,
    label: &'static str,
    class: &'static str,
    value: String,
    options: Vec<(String, String)>,
    onchange: Callback<Event>,
}

#[component]
fn Select(props: &SelectProps) -> Html {
    let list = use_node_ref();
    use_effect_with((props.value.clone(), props.options.clone(), list.clone()), |(value, _, list)| {
        if let Some(list) = list.cast::<web_sys::HtmlSelectElement>() {
            list.set_value(value);
        }
    });
    let id = ["heading-", props.name].concat();
    html! {
        <div class={classes!("field", props.class)}>
            <label class="field__label" for={id.clone()}>{ props.label }</label>
            <select class="input" {id} name={props.name} ref={list} onchange={props.onchange.clone()}>
                for (value, name) in &props.options {
                    <option key={value.as_str()} value={value.clone()}>{ name }</option>
                }
            </select>
        </div>
    }
}

fn level(part: &Part, dispatch: &Dispatch, words: Words) -> Html {
    let options: Vec<_> =
        part.levels.iter().map(|level| (level.id.clone(), words.of(&level.name).to_owned())).collect();
    let onchange = dispatch.on(|event: Event| Action::LevelChosen(value(&event)));
    let label = words.get(Key::HeadingLevel);
    html! { <Select name="level" {label} class="" value={part.unit.level.clone()} {options} {onchange}/> }
}

fn year(part: &Part, dispatch: &Dispatch, words: Words) -> Html {
    let options: Vec<_> = part.years.iter().map(|year| (year.to_string(), year.to_string())).collect();
    let onchange = dispatch.maybe(|event: Event| value(&event).parse().ok().map(Action::YearChosen));
    let label = words.get(Key::HeadingYear);
    html! { <Select name="year" {label} class="field--narrow" value={part.year.to_string()} {options} {onchange}/> }
}

fn period(part: &Part, dispatch: &Dispatch, words: Words) -> Html {
    let named = |(word, kind): (&str, PeriodKind)| (word.to_owned(), words.get(period_name(kind)).to_owned());
    let options: Vec<_> = PeriodKind::ALL.into_iter().map(named).collect();
    let onchange = dispatch.maybe(|event: Event| {
        let word = value(&event);
        PeriodKind::ALL
            .into_iter()
            .find(|(known, _)| *known == word)
            .map(|(_, kind)| Action::PeriodChosen(kind))
    });
    let label = words.get(Key::HeadingPeriod);
    let value = part.period.kind.word().to_owned();
    html! { <Select name="period" {label} class="field--narrow" {value} {options} {onchange}/> }
}

const fn period_name(kind: PeriodKind) -> Key {
    match kind {
        PeriodKind::Year => Key::PeriodYear,
        PeriodKind::FirstQuarter => Key::PeriodFirstQuarter,
        PeriodKind::FirstHalf => Key::PeriodFirstHalf,
        PeriodKind::NineMonths => Key::PeriodNineMonths,
    }
}
