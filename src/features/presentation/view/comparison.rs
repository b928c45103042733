//! Side by side: the same figures against the goals of other years; or other units.

use std::rc::Rc;

use yew::prelude::*;

use crate::features::presentation::event::PresentationEvent;
use crate::features::presentation::state::{ComparedBy, MOST_SIDE_BY_SIDE};
use crate::features::presentation::view::units::Units;
use crate::features::presentation::view::{area_name, index};
use crate::shell::state::State;
use crate::shell::view::{PtrEq, ViewContext};
use crate::ui::focus::is_checked;
use i18n::Key;
use i18n::numbers::points;
use scoring::loaded_set::LoadedSet;
use scoring::scorecard::{Scorecard, score};

/// What is compared.
#[derive(PartialEq, Eq)]
pub enum Comparison {
    /// Years.
    Years(Years),
    /// Units.
    Units(Units),
}

impl Comparison {
    /// Reads it.
    pub fn read(state: &State) -> Self {
        match state.presentation.compared_by {
            ComparedBy::Years => Self::Years(Years::read(state)),
            ComparedBy::Units => Self::Units(Units::read(state)),
        }
    }

    /// Sets what no attribute sets.
    pub fn after_render(&self) {
        if let Self::Units(units) = self {
            units.after_render();
        }
    }

    pub(crate) fn draw(&self, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        let units = matches!(self, Self::Units(_));
        let way = |by: ComparedBy, value: &'static str, key| {
            let chosen = ctx.always::<Event>(PresentationEvent::ComparedBy(by));
            html! {
                <label class="segment">
                    <input type="radio" name="compare-by" {value} checked={(by == ComparedBy::Units) == units} onchange={chosen}/>
                    <span>{ words.get(key) }</span>
                </label>
            }
        };
        html! {
            <>
                <fieldset class="segments deck__ways">
                    <legend class="vh">{ words.get(Key::PresentationCompare) }</legend>
                    { way(ComparedBy::Years, "years", Key::PresentationByYears) }
                    { way(ComparedBy::Units, "units", Key::PresentationByUnits) }
                </fieldset>
                // Each way brings its own elements: nothing of a table or a field is taken over.
                <div key={if units { "units" } else { "years" }} class="deck__comparison">
                    { match self {
                        Self::Years(years) => years.draw(ctx),
                        Self::Units(units) => units.draw(ctx),
                    } }
                </div>
            </>
        }
    }
}

/// The years compared.
#[derive(PartialEq, Eq)]
pub struct Years {
    set: PtrEq<LoadedSet>,
    own: u16,
    columns: Vec<(u16, Scorecard)>,
}

impl Years {
    /// Reads them.
    fn read(state: &State) -> Self {
        let set = state.document.set();
        let own = state.document.assessment().year;
        let column = |year| {
            let mut copy = state.document.assessment().clone();
            copy.year = year;
            (year, score(set, &copy))
        };
        Self {
            set: PtrEq(Rc::clone(state.document.loaded())),
            own,
            columns: state.presentation.compared(&set.years, own).into_iter().map(column).collect(),
        }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        let set = &self.set.0.set;
        let own = |year: u16| (year == self.own).then_some("own");
        let rows = self.columns.first().map(|(_, card)| card.areas.as_slice()).unwrap_or_default();
        html! {
            <>
                <h1>{ words.get(Key::PresentationOtherYear) }</h1>
                <fieldset class="deck__choices">
                    <legend>{ words.get(Key::PresentationCompareYears) }</legend>
                    for year in set.years.iter().copied() {
                        { self.choice(year, ctx) }
                    }
                </fieldset>
                <table class="deck__table">
                    <caption class="vh">{ words.get(Key::PresentationOtherYear) }</caption>
                    <thead><tr>
                        <th scope="col">{ words.get(Key::ResultsArea) }</th>
                        for (year, _) in &self.columns {
                            <th scope="col" class={classes!("num", own(*year))}>{ year.to_string() }</th>
                        }
                    </tr></thead>
                    <tbody>
                        for (place, area) in rows.iter().enumerate() {
                            <tr key={area.id.as_str()}>
                                <th scope="row">{ area_name(&area.id, set, words) }</th>
                                for (year, card) in &self.columns {
                                    <td class={classes!("num", own(*year))}>
                                        { card.areas.get(place).map(|area| points(area.totals.points, words.0)).unwrap_or_default() }
                                    </td>
                                }
                            </tr>
                        }
                    </tbody>
                    <tfoot><tr>
                        <th scope="row">{ words.get(Key::ResultsIndex) }</th>
                        for (year, card) in &self.columns {
                            <td class={classes!("num", own(*year))} data-year={year.to_string()}>
                                <b>{ index(card.totals.index(), set, words) }</b>
                            </td>
                        }
                    </tr></tfoot>
                </table>
                <p class="deck__lead">{ words.get(Key::PresentationSameFigures) }</p>
            </>
        }
    }

    fn choice(&self, year: u16, ctx: &ViewContext) -> Html {
        let is_in = self.columns.iter().any(|(known, _)| *known == year);
        let full = self.columns.len() >= MOST_SIDE_BY_SIDE;
        let chosen = ctx.on(move |event: &Event| Some(PresentationEvent::Compared(year, is_checked(event))));
        html! {
            <label class="choice" key={year}>
                <input type="checkbox" name="compared" value={year.to_string()} checked={is_in} disabled={full && !is_in} onchange={chosen}/>
                { " " }{ year.to_string() }
            </label>
        }
    }
}
