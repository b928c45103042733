//! Units side by side, each by the targets of its own level: points area by area, and the index.

use std::rc::Rc;

use yew::prelude::*;

use crate::features::presentation::compared_unit::ComparedUnit;
use crate::features::presentation::event::PresentationEvent;
use crate::features::presentation::units::{Side, offered as comparable_units, scored as scored_unit};
use crate::features::presentation::view::target::meter;
use crate::features::presentation::view::{area_name, index};
use crate::shell::state::State;
use crate::shell::view::{PtrEq, ViewContext};
use crate::ui::focus::{set_list, value};
use i18n::numbers::{points, short_points};
use i18n::{Key, Words};
use scoring::invisible_chars::show_invisible;
use scoring::loaded_set::LoadedSet;
use scoring::scorecard::{AreaScore, Scorecard};

/// The lists to choose from, by their names; as many as units stand side by side.
const LISTS: [&str; 3] = ["compared-unit-1", "compared-unit-2", "compared-unit-3"];

/// The units compared.
#[derive(PartialEq, Eq)]
pub struct Units {
    offered: Vec<Side>,
    chosen: Vec<Option<ComparedUnit>>,
    columns: Vec<Column>,
    own: PtrEq<LoadedSet>,
}

#[derive(PartialEq, Eq)]
struct Column {
    side: Side,
    set: PtrEq<LoadedSet>,
    card: Rc<Scorecard>,
}

impl Units {
    /// Reads them.
    pub fn read(state: &State) -> Self {
        let chosen = state.presentation.compared_units(state);
        let column = |unit: &ComparedUnit| {
            let (side, set, card) = scored_unit(state, unit)?;
            Some(Column { side, set: PtrEq(set), card })
        };
        Self {
            offered: comparable_units(state),
            columns: chosen.iter().flatten().filter_map(column).collect(),
            chosen,
            own: PtrEq(Rc::clone(state.document.loaded())),
        }
    }

    /// Sets what no attribute sets: which unit each list shows.
    pub fn after_render(&self) {
        for (name, chosen) in LISTS.iter().zip(&self.chosen) {
            set_list(name, &chosen.as_ref().map(ComparedUnit::name).unwrap_or_default());
        }
    }

    pub(crate) fn draw(&self, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        html! {
            <>
                <h1>{ words.get(Key::PresentationUnits) }</h1>
                <div class="deck__units">
                    for (place, name) in LISTS.iter().enumerate() {
                        { self.list(place, name, ctx) }
                    }
                </div>
                <table class="deck__table deck__table--units">
                    <caption class="vh">{ words.get(Key::PresentationUnits) }</caption>
                    <thead><tr>
                        <th scope="col">{ words.get(Key::ResultsArea) }</th>
                        for column in &self.columns {
                            { self.head(column, words) }
                        }
                    </tr></thead>
                    <tbody>
                        for (id, name) in self.areas(words) {
                            <tr key={[&id, "/", &name].concat()} data-area={id.clone()}>
                                <th scope="row">{ name.clone() }</th>
                                { self.columns.iter().map(|column| cell(column, column.area(&id, &name, words), words)).collect::<Html>() }
                            </tr>
                        }
                    </tbody>
                    <tfoot><tr>
                        <th scope="row">{ words.get(Key::ResultsIndex) }</th>
                        for column in &self.columns {
                            { sum(column, words) }
                        }
                    </tr></tfoot>
                </table>
                <p class="deck__lead">{ words.get(Key::PresentationUnitsOwn) }</p>
            </>
        }
    }

    /// The areas of all columns, each once: sets may give an id two meanings, so names count as well.
    fn areas(&self, words: Words) -> Vec<(String, String)> {
        let mut areas: Vec<(String, String)> = Vec::new();
        for column in &self.columns {
            for area in &column.card.areas {
                let name = area_name(&area.id, &column.set.0.set, words);
                if !areas.iter().any(|(id, known)| *id == area.id && *known == name) {
                    areas.push((area.id.clone(), name));
                }
            }
        }
        areas
    }

    /// A list to choose the unit of a place from. The first place is never left empty.
    fn list(&self, place: usize, name: &'static str, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        let chosen = ctx.on(move |event: &Event| {
            Some(PresentationEvent::UnitCompared(place, ComparedUnit::of_name(&value(event))))
        });
        let group = |key, of: fn(&ComparedUnit) -> bool| {
            let mut sides = self.offered.iter().filter(|side| of(&side.unit)).peekable();
            sides.peek().is_some().then(|| {
                html! {
                    <optgroup label={words.get(key)}>
                        for side in sides {
                            <option value={side.unit.name()}>{ told(side, words) }</option>
                        }
                    </optgroup>
                }
            })
        };
        html! {
            <select class="input" {name} aria-label={words.fill(Key::PresentationUnit, &[("n", &(place + 1).to_string())])} onchange={chosen}>
                if place > 0 {
                    <option value="">{ words.get(Key::PresentationUnitNone) }</option>
                }
                { group(Key::PresentationUnitOpen, |unit| *unit == ComparedUnit::Open) }
                { group(Key::SamplesTitle, |unit| matches!(unit, ComparedUnit::Sample(_))) }
                { group(Key::DraftsTitle, |unit| matches!(unit, ComparedUnit::Draft(_))) }
            </select>
        }
    }

    fn head(&self, column: &Column, words: Words) -> Html {
        let side = &column.side;
        html! {
            <th scope="col" class={classes!(own(side))}>
                <b>{ name(side, words) }</b><br/>
                { words.of(&side.level).to_owned() }{ ", " }{ side.year.to_string() }
                if side.is_sample {
                    { " " }<span class="deck__sample">{ words.get(Key::PresentationUnitSample) }</span>
                }
                if column.set != self.own {
                    <br/>{ words.of(&column.set.0.set.title).to_owned() }
                }
            </th>
        }
    }
}

impl Column {
    /// The area of an id and a name; `None` where the unit has none such.
    fn area(&self, id: &str, name: &str, words: Words) -> Option<&AreaScore> {
        let area = self.card.areas.iter().find(|area| area.id == id)?;
        (area_name(id, &self.set.0.set, words) == name).then_some(area)
    }
}

fn own(side: &Side) -> Option<&'static str> {
    (side.unit == ComparedUnit::Open).then_some("own")
}

fn name(side: &Side, words: Words) -> String {
    if side.name.is_empty() { words.get(Key::UnitUnnamed).to_owned() } else { show_invisible(&side.name) }
}

/// "UBND xã Phú Mậu, Cấp xã, 2023".
fn told(side: &Side, words: Words) -> String {
    [name(side, words), words.of(&side.level).to_owned(), side.year.to_string()].join(", ")
}

/// The points of an area, of those that it may bring, in figures and as a length.
fn cell(column: &Column, area: Option<&AreaScore>, words: Words) -> Html {
    let class = classes!("num", own(&column.side));
    let Some(AreaScore { totals, .. }) = area else { return html! { <td {class}>{ "–" }</td> } };
    html! {
        <td {class}>
            { points(totals.points, words.0) }<span class="deck__of">{ "/" }{ short_points(totals.max, words.0) }</span>
            { meter(Some(totals.points), totals.max) }
        </td>
    }
}

/// The index of a unit, with its band or what is missing for one.
fn sum(column: &Column, words: Words) -> Html {
    let (card, set) = (&column.card, &column.set.0.set);
    let said = match card.band_of(set) {
        Some(band) => words.of(&band.name).to_owned(),
        None if card.totals.empty > 0 => {
            words.fill(Key::ResultsEmpty, &[("n", &card.totals.empty.to_string())])
        }
        None => String::new(),
    };
    html! {
        <td class={classes!("num", own(&column.side))} data-unit={column.side.unit.name()}>
            <b>{ index(card.totals.index(), set, words) }</b><br/><span class="deck__band">{ said }</span>
        </td>
    }
}
