//! Each target's path over the years of the set, with the unit's own value on it, and last year's.

use std::rc::Rc;

use yew::prelude::*;

use crate::document::last_year::LastYear;
use crate::document::view::blocks::{block, cell, head, row_head, table};
use crate::document::view::caption::DocumentCaption;
use crate::document::view::chart::figure;
use crate::features::results::view::table::target_name;
use crate::shell::state::State;
use crate::shell::view::{PtrEq, View, ViewContext};
use crate::ui::charts::path::{Path, path};
use crate::ui::charts::{Caption, Chart};
use i18n::sentences::{goal, value};
use i18n::{Key, Words};
use scoring::loaded_set::LoadedSet;
use scoring::scorecard::{Scorecard, TargetScore};

/// The paths of all targets that are measured by a number.
#[derive(PartialEq, Eq)]
pub struct Paths {
    set: PtrEq<LoadedSet>,
    card: PtrEq<Scorecard>,
    last: Option<PtrEq<LastYear>>,
    level: String,
    whose: DocumentCaption,
}

impl Paths {
    fn path<'a>(&'a self, score: &'a TargetScore) -> Path<'a> {
        let last = self.last.as_ref().and_then(|last| last.0.document.card().target(&score.target.id));
        Path {
            score,
            years: &self.set.0.set.years,
            level: &self.level,
            year: self.whose.year,
            last: last.map(Rc::as_ref),
        }
    }
}

impl View for Paths {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        Self {
            set: PtrEq(Rc::clone(state.document.loaded())),
            card: PtrEq(Rc::clone(state.document.card())),
            last: state.results.last_year.clone().map(PtrEq),
            level: state.document.assessment().unit.level.clone(),
            whose: DocumentCaption::read(state),
        }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        let caption = self.whose.caption(words);
        let (mut drawn, mut others) = (Vec::new(), Vec::new());
        for score in self.card.0.targets() {
            match path(self.path(score), words) {
                Some(chart) => drawn.push((score, chart)),
                None => others.push(score),
            }
        }
        let drawn = drawn.iter().map(|(score, chart)| card(self, score, chart, &caption, ctx));
        let ids = others.iter().map(|score| score.target.id.to_string()).collect::<Vec<_>>().join(", ");
        let others = words.fill(Key::ResultsPathsOthers, &[("ids", &ids)]);
        let body = html! {
            <>
                <p class="paths-block__lead">{ words.get(Key::ResultsPathsLead) }</p>
                { legend(self.last.is_some(), words) }
                // Seen or not, the tables are there for assistive tools and on paper.
                <input type="checkbox" class="table-switch" id="path-tables" name="path-tables"/>
                <label class="table-switch__label" for="path-tables">{ words.get(Key::ResultsShowTables) }</label>
                <div class="paths">{ drawn.collect::<Html>() }</div>
                <p class="paths-block__others">{ if ids.is_empty() { String::new() } else { others } }</p>
            </>
        };
        block("paths-block", words.get(Key::ResultsPaths), Html::default(), body)
    }
}

/// What line and marks mean; a shape each.
fn legend(last: bool, words: Words) -> Html {
    let entry = |shape: Html, key| {
        html! {
            <li>
                <svg class="legend" viewBox="0 0 28 14" aria-hidden="true">{ shape }</svg>
                { words.get(key) }
            </li>
        }
    };
    html! {
        <ul class="legends">
            { entry(html! { <path class="ink ink--goal" d="M1 7H27"/> }, Key::LegendGoal) }
            { entry(html! { <circle class="ink ink--value" cx="14" cy="7" r="5"/> }, Key::LegendValue) }
            if last {
                { entry(html! { <path class="ink ink--last" d="M8 7L14 1L20 7L14 13z"/> }, Key::LegendLast) }
            }
        </ul>
    }
}

fn card(part: &Paths, score: &TargetScore, chart: &Chart, caption: &Caption, ctx: &ViewContext) -> Html {
    let target = &score.target;
    html! {
        <div key={&*target.id} class="path" data-path={target.id.to_string()}>
            <h3 class="path__name">{ target_name(target, ctx.words) }</h3>
            { figure(chart, caption, ctx) }
            <div class="chart-table">{ chart_table(part.path(score), &chart.title, ctx.words) }</div>
        </div>
    }
}

/// The same numbers as a table.
fn chart_table(path: Path, title: &str, words: Words) -> Html {
    let row = |name, cells: Html| html! { <tr>{ row_head(words.get(name).into()) }{ cells }</tr> };
    let asked = path.years().map(|year| {
        let asked = year.goal.map(|asked| goal(&path.score.target, Some(asked), words));
        cell("", None, asked.unwrap_or_default(), None)
    });
    let reached = path.years().map(|year| {
        let reached = year.score.map(|score| value(score, words));
        cell("", None, reached.unwrap_or_default(), None)
    });
    let rows = [row(Key::ResultsGoal, asked.collect()), row(Key::ResultsValue, reached.collect())];
    let first = head(words.get(Key::HeadingYear).to_owned(), false);
    let heads = std::iter::once(first).chain(path.years().map(|year| head(year.year.to_string(), true)));
    table("", title, heads.collect(), rows.into_iter().collect(), Html::default())
}
