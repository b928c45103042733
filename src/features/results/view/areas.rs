//! The areas: a bar each, their shape where there are three or more, and the table of the same numbers.

use std::rc::Rc;

use yew::prelude::*;

use crate::document::last_year::LastYear;
use crate::document::view::blocks::{block, head, index_cell, points_cell, row_head, table};
use crate::document::view::caption::DocumentCaption;
use crate::document::view::chart::figure;
use crate::shell::state::State;
use crate::shell::view::{PtrEq, View, ViewContext};
use crate::ui::charts::areas::{AreaBar, bars};
use crate::ui::charts::radar::radar;
use i18n::Key;
use scoring::loaded_set::LoadedSet;
use scoring::scorecard::{Scorecard, Totals};

/// The areas of the unit's level.
#[derive(PartialEq, Eq)]
pub struct AreaCharts {
    set: PtrEq<LoadedSet>,
    card: PtrEq<Scorecard>,
    last: Option<PtrEq<LastYear>>,
    whose: DocumentCaption,
}

impl AreaCharts {
    fn name(&self, id: &str, ctx: &ViewContext) -> String {
        let area = self.set.0.set.area(id);
        area.map(|area| ctx.words.of(&area.name).to_owned()).unwrap_or_default()
    }
}

impl View for AreaCharts {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        Self {
            set: PtrEq(Rc::clone(state.document.loaded())),
            card: PtrEq(Rc::clone(state.document.card())),
            last: state.results.last_year.clone().map(PtrEq),
            whose: DocumentCaption::read(state),
        }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        let set = &self.set.0.set;
        let caption = self.whose.caption(words);
        let areas: Vec<AreaBar> = self
            .card
            .0
            .areas
            .iter()
            .map(|area| AreaBar { name: self.name(&area.id, ctx), totals: area.totals })
            .collect();
        let radar = radar(set, &areas, words).map(|chart| figure(&chart, &caption, ctx));
        let body = html! {
            <div class="areas-block__charts">
                { figure(&bars(set, &areas, words), &caption, ctx) }
                { radar.unwrap_or_default() }
                { numbers(self, ctx) }
            </div>
        };
        block("areas-block", words.get(Key::ResultsAreas), Html::default(), body)
    }
}

/// The same numbers as a table.
fn numbers(part: &AreaCharts, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let last = part.last.as_ref().map(|last| &last.0);
    let columns = [Key::PointsTitle, Key::ResultsMax, Key::ResultsIndex, Key::Possible];
    let mut columns: Vec<String> = columns.iter().map(|column| words.get(*column).to_owned()).collect();
    if let Some(last) = last {
        let year = last.document.assessment().year.to_string();
        columns.push(words.fill(Key::ResultsIndexOf, &[("year", &year)]));
    }
    let row = |id: &str, name: &str, totals: &Totals, then: Option<&Totals>| {
        let set = &part.set.0.set;
        let outs = ["area-points", "area-max", "area-index", "area-possible", "area-last"];
        let cells = columns.iter().zip(outs).map(|(label, out)| match out {
            "area-points" => points_cell(label, out, Some(totals.points), words),
            "area-max" => points_cell(label, out, Some(totals.max), words),
            "area-index" => index_cell(label, out, totals.index(), set, words),
            "area-possible" => index_cell(label, out, totals.index_possible(), set, words),
            _ => index_cell(label, out, then.and_then(Totals::index), set, words),
        });
        html! { <tr data-area={id.to_owned()}>{ row_head(name.into()) }{ cells.collect::<Html>() }</tr> }
    };
    let then = |id: &str| {
        let areas = last.map(|last| &last.document.card().areas);
        areas.and_then(|areas| areas.iter().find(|area| area.id == id)).map(|area| &area.totals)
    };
    let areas = &part.card.0.areas;
    let rows =
        areas.iter().map(|area| row(&area.id, &part.name(&area.id, ctx), &area.totals, then(&area.id)));
    let total = &part.card.0.totals;
    let total = row("", words.get(Key::ResultsTotal), total, last.map(|last| &last.document.card().totals));
    let first = head(words.get(Key::ResultsArea).to_owned(), false);
    let heads = std::iter::once(first).chain(columns.iter().map(|column| head(column.clone(), true)));
    table("cards areas-table", words.get(Key::ResultsAreas), heads.collect(), rows.collect(), total)
}
