//! The heading of the document: unit, level, year, period, who prepared it.

use crate::document::view::heading::{list, period_name};
use crate::features::entry::event::EntryEvent;
use crate::shell::view::PtrEq;
use scoring::loaded_set::LoadedSet;
use std::rc::Rc;
use yew::prelude::*;

use crate::document::fields::HeadingField;
use crate::shell::state::State;
use crate::shell::view::{View, ViewContext};
use crate::ui::date::date_figure;
use crate::ui::focus::{set_list, value};
use i18n::numbers::day;
use i18n::sentences::within;
use i18n::{Key, Words};
use scoring::assessment::{Period, PeriodKind, Unit};
use scoring::invisible_chars::show_invisible;

/// The heading's form; it can be folded to one line.
#[derive(PartialEq, Eq)]
pub struct Heading {
    unit: Unit,
    period: Period,
    year: u16,
    loaded: PtrEq<LoadedSet>,
}

impl View for Heading {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        Self {
            unit: state.document.assessment().unit.clone(),
            period: state.document.assessment().period.clone(),
            year: state.document.assessment().year,
            loaded: PtrEq(Rc::clone(state.document.loaded())),
        }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        let text = |field, name: &'static str, label, value: &str, class| {
            text_field(ctx, field, name, words.get(label), value, class)
        };
        html! {
            <details class="document" open=true>
                <summary class="document__summary">{ summary(self, words) }</summary>
                <div class="document__form">
                    { text(HeadingField::Name, "unit", Key::HeadingUnit, &self.unit.name, "document__unit") }
                    { text(HeadingField::Superior, "superior", Key::HeadingSuperior, &self.unit.superior, "document__superior") }
                    { level(self, ctx) }
                    { year(self, ctx) }
                    { period(ctx) }
                    { date_field(ctx, words.get(Key::HeadingAsOf), &self.period.as_of) }
                    { text(HeadingField::Place, "place", Key::HeadingPlace, &self.unit.place, "") }
                    { text(HeadingField::PreparedBy, "prepared_by", Key::HeadingPreparedBy, &self.unit.prepared_by, "") }
                    <p class="document__note">{ words.get(Key::HeadingNote) }</p>
                </div>
            </details>
        }
    }

    /// A list's choice is set as a property: an option's `selected` no longer does anything once the user has touched
    /// the list.
    fn after_render(&self) {
        set_list("level", &self.unit.level);
        set_list("year", &self.year.to_string());
        set_list("period", self.period.kind.as_str());
    }
}

/// "UBND xã Phú Mậu · cấp xã · 2023 · cả năm · số liệu đến 01/12/2023".
fn summary(part: &Heading, words: Words) -> Html {
    let unit = part.unit.name.trim();
    let unit = if unit.is_empty() { words.get(Key::UnitUnnamed).to_owned() } else { show_invisible(unit) };
    let level = part.loaded.0.set.levels.iter().find(|level| level.id == part.unit.level);
    let level = level.map(|level| within(words.of(&level.name))).unwrap_or_default();
    let mut rest = vec![level, part.year.to_string(), within(words.get(period_name(part.period.kind)))];
    if !part.period.as_of.is_empty() {
        rest.push(words.fill(Key::AsOf, &[("date", &day(&part.period.as_of))]));
    }
    html! {
        <>
            <b><bdi>{ unit }</bdi></b>{ " " }<span>{ rest.join(" · ") }</span>{ " " }
            <span class="link" aria-hidden="true">{ words.get(Key::Edit) }</span>
        </>
    }
}

fn text_field(
    ctx: &ViewContext,
    field: HeadingField,
    name: &'static str,
    label: &'static str,
    text: &str,
    class: &'static str,
) -> Html {
    let id = ["heading-", name].concat();
    let typed = ctx.on(move |event: &InputEvent| Some(EntryEvent::HeadingTyped(field, value(event))));
    html! {
        <div class={classes!("field", class)}>
            <label class="field__label" for={id.clone()}>{ label }</label>
            <input class="input" {id} {name} type="text" autocomplete="off" value={text.to_owned()} oninput={typed} readonly={ctx.read_only}/>
        </div>
    }
}

fn date_field(ctx: &ViewContext, label: &'static str, date: &str) -> Html {
    let typed = ctx.on(|event: &InputEvent| Some(EntryEvent::HeadingTyped(HeadingField::AsOf, value(event))));
    html! {
        <div class="field document__date">
            <label class="field__label" for="heading-as_of">{ label }</label>
            { date_figure(ctx.read_only, "heading-as_of".to_owned(), "as_of".to_owned(), date, typed) }
        </div>
    }
}

fn level(part: &Heading, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let options = part
        .loaded
        .0
        .set
        .levels
        .iter()
        .map(|level| (level.id.clone(), words.of(&level.name).to_owned()))
        .collect();
    let chosen = ctx.on(|event: &Event| Some(EntryEvent::LevelChosen(value(event))));
    list(ctx.read_only, "level", words.get(Key::HeadingLevel), options, chosen)
}

fn year(part: &Heading, ctx: &ViewContext) -> Html {
    let options = part.loaded.0.set.years.iter().map(|year| (year.to_string(), year.to_string())).collect();
    let chosen = ctx.on(|event: &Event| value(event).parse().ok().map(EntryEvent::YearChosen));
    list(ctx.read_only, "year", ctx.words.get(Key::HeadingYear), options, chosen)
}

fn period(ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let named = |(word, kind): (&str, PeriodKind)| (word.to_owned(), words.get(period_name(kind)).to_owned());
    let options = PeriodKind::ALL.into_iter().map(named).collect();
    let chosen = ctx.on(|event: &Event| {
        let word = value(event);
        PeriodKind::ALL
            .into_iter()
            .find(|(known, _)| *known == word)
            .map(|(_, kind)| EntryEvent::PeriodChosen(kind))
    });
    list(ctx.read_only, "period", words.get(Key::HeadingPeriod), options, chosen)
}
