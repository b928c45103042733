//! Every target with its state, value, goal and points: to be ordered by any column, and filtered.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::{Action, Arrangement, Column, Page, ResultStanding, State};
use crate::core::points::Points;
use crate::core::scorecard::{Scorecard, TargetScore};
use crate::view::components::row::look;
use crate::view::icons::{Icon, icon};
use crate::view::live::{Drawing, Part, Same};
use crate::words::numbers::points;
use crate::words::sentences::{goal, state, value};
use crate::words::{Key, Words};

const fn column_name(column: Column) -> Key {
    match column {
        Column::Target => Key::ResultsTarget,
        Column::State => Key::ResultsState,
        Column::Value => Key::ResultsValue,
        Column::Goal => Key::ResultsGoal,
        Column::Points => Key::PointsTitle,
        Column::Max => Key::ResultsMax,
        Column::Left => Key::ResultsLeft,
    }
}

const fn standing_name(standing: ResultStanding) -> Key {
    match standing {
        ResultStanding::All => Key::FilterAll,
        ResultStanding::Left => Key::ResultsFilterLeft,
        ResultStanding::Missing => Key::ResultsFilterMissing,
        ResultStanding::Met => Key::ResultsFilterMet,
    }
}

/// The table of targets.
#[derive(PartialEq)]
pub struct ResultTable {
    card: Same<Scorecard>,
    arrangement: Arrangement,
}

impl ResultTable {
    /// Reads it.
    pub fn read(state: &State) -> Self {
        Self { card: Same(Rc::clone(&state.card)), arrangement: state.results }
    }
}

impl Part for ResultTable {
    fn draw(&self, page: &Drawing) -> Html {
        let words = page.words;
        let card = &self.card.0;
        let shown = self.arrangement.of(card);
        let empty = shown.is_empty();
        let totals = &card.totals;
        html! {
            <section class="block" aria-labelledby="targets-title">
                <div class="block__head">
                    <h2 id="targets-title">{ words.get(Key::ResultsTargets) }</h2>
                    { filters(self, page) }
                </div>
                <table class="table results-table">
                    <caption class="vh">{ words.get(Key::ResultsTargets) }</caption>
                    <thead>
                        <tr>
                            for (word, column) in Column::ALL {
                                { head(word, column, self.arrangement, page) }
                            }
                        </tr>
                    </thead>
                    <tbody>
                        for score in shown {
                            { row(&score, words) }
                        }
                    </tbody>
                    <tfoot>
                        <tr data-total="true">
                            <th scope="row" colspan="4">{ words.get(Key::ResultsTotal) }</th>
                            { sum("total-points", Key::PointsTitle, totals.points, words) }
                            { sum("total-max", Key::ResultsMax, totals.max, words) }
                            { sum("total-left", Key::ResultsLeft, totals.max - totals.points, words) }
                        </tr>
                    </tfoot>
                </table>
                <p class="results-table__none" role="status">{ if empty { words.get(Key::ResultsNothingShown) } else { "" } }</p>
            </section>
        }
    }
}

fn filters(part: &ResultTable, page: &Drawing) -> Html {
    let words = page.words;
    let count =
        |standing: ResultStanding| part.card.0.targets().filter(|score| standing.shows(score)).count();
    html! {
        <fieldset class="segments results-filter">
            <legend class="vh">{ words.get(Key::FilterLegend) }</legend>
            for (word, standing) in ResultStanding::ALL {
                <label class="segment" key={word}>
                    <input type="radio" name="result-filter" value={word} checked={standing == part.arrangement.standing}
                        onchange={page.always::<Event>(Action::ResultsFiltered(standing))}/>
                    <span>{ words.get(standing_name(standing)) }{ " " }<b>{ count(standing) }</b></span>
                </label>
            }
        </fieldset>
    }
}

/// A column's head: a press orders by it, another one the other way round.
fn head(word: &'static str, column: Column, arrangement: Arrangement, page: &Drawing) -> Html {
    let chosen = arrangement.column == column;
    let order = match (chosen, arrangement.falling) {
        (false, _) => "none",
        (true, false) => "ascending",
        (true, true) => "descending",
    };
    let number = !matches!(column, Column::Target | Column::State);
    html! {
        <th key={word} scope="col" class={classes!(number.then_some("num"))} aria-sort={order}>
            <button type="button" class="sort" data-action="sort" data-column={word}
                onclick={page.always::<MouseEvent>(Action::ResultsSorted(column))}>
                <span>{ page.words.get(column_name(column)) }</span>{ icon(Icon::Open) }
            </button>
        </th>
    }
}

fn row(score: &TargetScore, words: Words) -> Html {
    let target = &score.target;
    let (_, mark, drawing) = look(score);
    let earned = score.points();
    html! {
        <tr key={&*target.id} data-target={target.id.to_string()}>
            <th scope="row">
                <a class="results-table__id" href={Page::Entry.address_of(&target.id)}>{ target.id.to_string() }</a>{ " " }
                { words.of(&target.name).to_owned() }
            </th>
            <td data-label={words.get(Key::ResultsState)}>
                <span class={classes!("mark", mark)} data-out="state" data-value={score.outcome.word()}>
                    { icon(drawing) }{ state(score, words) }
                </span>
            </td>
            <td class="num" data-label={words.get(Key::ResultsValue)} data-out="value"
                data-value={score.value().unwrap_or_default()}>{ or_dash(value(score, words)) }</td>
            <td class="num results-table__goal" data-label={words.get(Key::ResultsGoal)}>{ goal(target, score.goal, words) }</td>
            { cell("points", Key::PointsTitle, earned, words) }
            { cell("max", Key::ResultsMax, score.counts().then_some(target.max_points), words) }
            { cell("left", Key::ResultsLeft, score.left(), words) }
        </tr>
    }
}

fn sum(out: &'static str, name: Key, sum: Points, words: Words) -> Html {
    cell(out, name, Some(sum), words)
}

fn cell(out: &'static str, name: Key, of: Option<Points>, words: Words) -> Html {
    let shown = of.map_or_else(|| "–".to_owned(), |of| points(of, words.0));
    let value = of.map(|of| of.to_string()).unwrap_or_default();
    html! { <td class="num" data-label={words.get(name)} data-out={out} data-value={value}>{ shown }</td> }
}

fn or_dash(text: String) -> String {
    if text.is_empty() { "–".to_owned() } else { text }
}
