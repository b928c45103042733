//! The same figures against the goals of other years, side by side.

use std::rc::Rc;

use yew::prelude::*;

use super::{area_name, index};
use crate::app::{Action, LoadedSet, MOST_SIDE_BY_SIDE, ShowEvent, State};
use crate::core::scorecard::{Scorecard, score};
use crate::view::focus::is_checked;
use crate::view::live::{Drawing, Same};
use crate::words::Key;
use crate::words::numbers::points;

/// The years compared.
#[derive(PartialEq)]
pub struct Comparison {
    set: Same<LoadedSet>,
    own: u16,
    columns: Vec<(u16, Scorecard)>,
}

impl Comparison {
    /// Reads it.
    pub fn read(state: &State) -> Self {
        let set = &state.loaded.set;
        let own = state.assessment.year;
        let column = |year| {
            let mut copy = state.assessment.clone();
            copy.year = year;
            (year, score(set, &copy))
        };
        Self {
            set: Same(Rc::clone(&state.loaded)),
            own,
            columns: state.show.compared(&set.years, own).into_iter().map(column).collect(),
        }
    }

    pub(super) fn draw(&self, page: &Drawing) -> Html {
        let words = page.words;
        let set = &self.set.0.set;
        let own = |year: u16| (year == self.own).then_some("own");
        let rows = self.columns.first().map(|(_, card)| card.areas.as_slice()).unwrap_or_default();
        html! {
            <>
                <h1>{ words.get(Key::ScreenComparison) }</h1>
                <fieldset class="stage__choices">
                    <legend>{ words.get(Key::ShowCompareYears) }</legend>
                    for year in set.years.iter().copied() {
                        { self.choice(year, page) }
                    }
                </fieldset>
                <table class="stage__table">
                    <caption class="vh">{ words.get(Key::ScreenComparison) }</caption>
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
                <p class="stage__lead">{ words.get(Key::ShowSameFigures) }</p>
            </>
        }
    }

    fn choice(&self, year: u16, page: &Drawing) -> Html {
        let is_in = self.columns.iter().any(|(known, _)| *known == year);
        let full = self.columns.len() >= MOST_SIDE_BY_SIDE;
        let chosen =
            page.on(move |event: &Event| Some(Action::Show(ShowEvent::Compared(year, is_checked(event)))));
        html! {
            <label class="choice" key={year}>
                <input type="checkbox" name="compared" value={year.to_string()} checked={is_in} disabled={full && !is_in} onchange={chosen}/>
                { " " }{ year.to_string() }
            </label>
        }
    }
}
