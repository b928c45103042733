//! Each target's path over the years of the set, with the unit's own value on it, and last year's.

use std::rc::Rc;

use yew::prelude::*;

use super::Whose;
use crate::app::{LastYear, LoadedSet, Page, State};
use crate::core::scorecard::{Scorecard, TargetScore};
use crate::view::charts::{Chart, Path, figure, path};
use crate::view::live::{Drawing, Part, Same};
use crate::words::sentences::{goal, value};
use crate::words::{Key, Words};

/// The paths of all targets that are measured by a number.
#[derive(PartialEq)]
pub struct Paths {
    set: Same<LoadedSet>,
    card: Same<Scorecard>,
    last: Option<Same<LastYear>>,
    level: String,
    whose: Whose,
}

impl Paths {
    /// Reads them.
    pub fn read(state: &State) -> Self {
        Self {
            set: Same(Rc::clone(&state.loaded)),
            card: Same(Rc::clone(&state.card)),
            last: state.last_year.clone().map(Same),
            level: state.assessment.unit.level.clone(),
            whose: Whose::read(state),
        }
    }

    fn path<'a>(&'a self, score: &'a TargetScore) -> Path<'a> {
        let last = self.last.as_ref().and_then(|last| last.0.card.target(&score.target.id));
        Path {
            score,
            years: &self.set.0.set.years,
            level: &self.level,
            year: self.whose.year,
            last: last.map(Rc::as_ref),
        }
    }
}

impl Part for Paths {
    fn draw(&self, page: &Drawing) -> Html {
        let words = page.words;
        let of = self.whose.told(words);
        let (mut drawn, mut others) = (Vec::new(), Vec::new());
        for score in self.card.0.targets() {
            match path(self.path(score), words) {
                Some(chart) => drawn.push((score, chart)),
                None => others.push(score),
            }
        }
        html! {
            <section class="block paths-block" aria-labelledby="paths-title">
                <h2 id="paths-title">{ words.get(Key::ResultsPaths) }</h2>
                <p class="paths-block__lead">{ words.get(Key::ResultsPathsLead) }</p>
                { legend(self.last.is_some(), words) }
                // Seen or not, the tables are there for assistive tools and on paper.
                <input type="checkbox" class="twins" id="path-tables" name="path-tables"/>
                <label class="twins__label" for="path-tables">{ words.get(Key::ResultsShowTables) }</label>
                <div class="paths">
                    for (score, chart) in drawn {
                        { card(self, score, &chart, &of, page) }
                    }
                </div>
                if !others.is_empty() {
                    <p class="paths-block__others">
                        { words.get(Key::ResultsPathsOthers) }{ " " }
                        { others.iter().map(|score| score.target.id.to_string()).collect::<Vec<_>>().join(", ") }{ "." }
                    </p>
                }
            </section>
        }
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

fn card(part: &Paths, score: &TargetScore, chart: &Chart, of: &str, page: &Drawing) -> Html {
    let words = page.words;
    let target = &score.target;
    html! {
        <div key={&*target.id} class="path" data-path={target.id.to_string()}>
            <h3 class="path__name">
                <a class="results-table__id" href={Page::Entry.address_of(&target.id)}>{ target.id.to_string() }</a>{ " " }
                { words.of(&target.name).to_owned() }
            </h3>
            { figure(chart, of, page) }
            { twin(part.path(score), &chart.title, words) }
        </div>
    }
}

/// The table of the same numbers.
fn twin(path: Path, title: &str, words: Words) -> Html {
    let asked = |asked| match asked {
        Some(in_force) => goal(&path.score.target, Some(in_force), words),
        None => "–".to_owned(),
    };
    let reached =
        |score: Option<&TargetScore>| match score.map(|score| value(score, words)).unwrap_or_default() {
            none if none.is_empty() => "–".to_owned(),
            value => value,
        };
    let years: Vec<_> = path.years().collect();
    html! {
        <div class="twin">
            <table class="table">
                <caption class="vh">{ title.to_owned() }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ words.get(Key::HeadingYear) }</th>
                        for year in &years {
                            <th scope="col" class="num" key={year.year}>{ year.year }</th>
                        }
                    </tr>
                </thead>
                <tbody>
                    <tr>
                        <th scope="row">{ words.get(Key::ResultsGoal) }</th>
                        for year in &years {
                            <td class="num" key={year.year}>{ asked(year.goal) }</td>
                        }
                    </tr>
                    <tr>
                        <th scope="row">{ words.get(Key::ResultsValue) }</th>
                        for year in &years {
                            <td class="num" key={year.year}>{ reached(year.score) }</td>
                        }
                    </tr>
                </tbody>
            </table>
        </div>
    }
}
