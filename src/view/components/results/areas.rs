//! The areas: a bar each, their shape where there are three or more, and the table of the same numbers.

use std::rc::Rc;

use yew::prelude::*;

use super::Whose;
use crate::app::{LastYear, LoadedSet, State};
use crate::core::exact::Exact;
use crate::core::scorecard::{Scorecard, Totals, shown_index};
use crate::view::charts::{AreaBar, bars, figure, radar};
use crate::view::live::{Drawing, Part, Same};
use crate::words::Key;
use crate::words::numbers::{percent, points};

/// The areas of the unit's level.
#[derive(PartialEq)]
pub struct AreaCharts {
    set: Same<LoadedSet>,
    card: Same<Scorecard>,
    last: Option<Same<LastYear>>,
    whose: Whose,
}

impl AreaCharts {
    /// Reads them.
    pub fn read(state: &State) -> Self {
        Self {
            set: Same(Rc::clone(&state.loaded)),
            card: Same(Rc::clone(&state.card)),
            last: state.last_year.clone().map(Same),
            whose: Whose::read(state),
        }
    }

    fn name(&self, id: &str, page: &Drawing) -> String {
        let area = self.set.0.set.areas.iter().find(|area| area.id == id);
        area.map(|area| page.words.of(&area.name).to_owned()).unwrap_or_default()
    }
}

impl Part for AreaCharts {
    fn draw(&self, page: &Drawing) -> Html {
        let words = page.words;
        let set = &self.set.0.set;
        let of = self.whose.told(words);
        let areas: Vec<AreaBar> = self
            .card
            .0
            .areas
            .iter()
            .map(|area| AreaBar { name: self.name(&area.id, page), totals: area.totals })
            .collect();
        html! {
            <section class="block areas-block" aria-labelledby="areas-title">
                <h2 id="areas-title">{ words.get(Key::ResultsAreas) }</h2>
                <div class="areas-block__charts">
                    { figure(&bars(set, &areas, words), &of, page) }
                    if let Some(chart) = radar(set, &areas, words) {
                        { figure(&chart, &of, page) }
                    }
                    { table(self, page) }
                </div>
            </section>
        }
    }
}

fn table(part: &AreaCharts, page: &Drawing) -> Html {
    let words = page.words;
    let last = part.last.as_ref().map(|last| &last.0);
    let then = |id: &str| last.and_then(|last| last.card.areas.iter().find(|area| area.id == id));
    let year = last.map(|last| last.assessment.year);
    html! {
        <table class="table areas-table">
            <caption class="vh">{ words.get(Key::ResultsAreas) }</caption>
            <thead>
                <tr>
                    <th scope="col">{ words.get(Key::ResultsArea) }</th>
                    <th scope="col" class="num">{ words.get(Key::PointsTitle) }</th>
                    <th scope="col" class="num">{ words.get(Key::ResultsMax) }</th>
                    <th scope="col" class="num">{ words.get(Key::ResultsIndex) }</th>
                    <th scope="col" class="num">{ words.get(Key::Possible) }</th>
                    if let Some(year) = year {
                        <th scope="col" class="num">{ words.fill(Key::ResultsIndexOf, &[("year", &year.to_string())]) }</th>
                    }
                </tr>
            </thead>
            <tbody>
                for area in &part.card.0.areas {
                    <tr key={area.id.as_str()} data-area={area.id.clone()}>
                        <th scope="row">{ part.name(&area.id, page) }</th>
                        { sums(part, &area.totals, page) }
                        if year.is_some() {
                            { percentage(part, then(&area.id).and_then(|area| area.totals.index()), "last", page) }
                        }
                    </tr>
                }
            </tbody>
            <tfoot>
                <tr data-area="">
                    <th scope="row">{ words.get(Key::ResultsTotal) }</th>
                    { sums(part, &part.card.0.totals, page) }
                    if let Some(last) = last {
                        { percentage(part, last.card.totals.index(), "last", page) }
                    }
                </tr>
            </tfoot>
        </table>
    }
}

fn sums(part: &AreaCharts, totals: &Totals, page: &Drawing) -> Html {
    let words = page.words;
    html! {
        <>
            <td class="num" data-out="area-points" data-value={totals.points.to_string()}>{ points(totals.points, words.0) }</td>
            <td class="num" data-out="area-max" data-value={totals.max.to_string()}>{ points(totals.max, words.0) }</td>
            { percentage(part, totals.index(), "area-index", page) }
            { percentage(part, totals.index_possible(), "area-possible", page) }
        </>
    }
}

fn percentage(part: &AreaCharts, index: Option<Exact>, out: &'static str, page: &Drawing) -> Html {
    let index = index.map(|index| shown_index(&part.set.0.set, index));
    let shown = index.as_ref().map_or_else(|| "–".to_owned(), |index| percent(index, page.words.0));
    html! { <td class="num" data-out={out} data-value={index.map(|index| index.to_string()).unwrap_or_default()}>{ shown }</td> }
}
