//! Every target with its state, value, goal and points: to be ordered by any column, and filtered.

use crate::features::results::event::ResultsEvent;
use std::rc::Rc;

use yew::prelude::*;

use crate::document::view::blocks::{block, cell, points_cell, row_head, table};
use crate::document::view::row::look;
use crate::features::results::state::{Arrangement, Column, ResultFilter as ResultStanding};
use crate::shell::page::Page;
use crate::shell::state::State;
use crate::shell::view::{PtrEq, View, ViewContext};
use crate::ui::icons::{Icon, icon};
use i18n::sentences::{goal, state, value};
use i18n::{Key, Words};
use scoring::scorecard::{Scorecard, TargetScore};
use scoring::target_set::Target;

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
#[derive(PartialEq, Eq)]
pub struct ResultTable {
    card: PtrEq<Scorecard>,
    arrangement: Arrangement,
}

impl View for ResultTable {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        Self { card: PtrEq(Rc::clone(state.document.card())), arrangement: state.results.arrangement }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        let card = &self.card.0;
        let shown = self.arrangement.of(card);
        let message = if shown.is_empty() { words.get(Key::ResultsNothingShown) } else { "" };
        let heads =
            Column::ALL.into_iter().map(|(word, column)| heading(word, column, self.arrangement, ctx));
        let rows = shown.iter().map(|score| row(score, words));
        let totals = &card.totals;
        let sums = [
            ("total-points", Key::PointsTitle, totals.points),
            ("total-max", Key::ResultsMax, totals.max),
            ("total-left", Key::ResultsLeft, totals.max - totals.points),
        ];
        let sums = sums.map(|(out, name, sum)| points_cell(words.get(name), out, Some(sum), words));
        let foot = html! {
            <tr>
                <th scope="row" colspan="4">{ words.get(Key::ResultsTotal) }</th>
                { sums.into_iter().collect::<Html>() }
            </tr>
        };
        let title = words.get(Key::ResultsTargets);
        let body = html! {
            <>
                { table("cards results-table", title, heads.collect(), rows.collect(), foot) }
                <p class="results-table__none" role="status">{ message }</p>
            </>
        };
        block("targets-block", title, filters(self, ctx), body)
    }
}

fn filters(part: &ResultTable, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let count =
        |standing: ResultStanding| part.card.0.targets().filter(|score| standing.shows(score)).count();
    html! {
        <fieldset class="segments results-filter">
            <legend class="vh">{ words.get(Key::FilterLegend) }</legend>
            for (word, standing) in ResultStanding::ALL {
                <label class="segment" key={word}>
                    <input type="radio" name="result-filter" value={word} checked={standing == part.arrangement.standing}
                        onchange={ctx.always::<Event>(ResultsEvent::Filtered(standing))}/>
                    <span>{ words.get(standing_name(standing)) }{ " " }<b>{ count(standing) }</b></span>
                </label>
            }
        </fieldset>
    }
}

/// A column's head: a press orders by it, another one the other way round.
fn heading(word: &'static str, column: Column, arrangement: Arrangement, ctx: &ViewContext) -> Html {
    let chosen = arrangement.column == column;
    let order = match (chosen, arrangement.falling) {
        (false, _) => "none",
        (true, false) => "ascending",
        (true, true) => "descending",
    };
    let number = !matches!(column, Column::Target | Column::State);
    let name = ctx.words.get(column_name(column));
    html! {
        <th key={word} scope="col" class={classes!(number.then_some("num"))} aria-sort={order} data-name={name}>
            <button type="button" class="sort" data-action="sort" data-column={word}
                onclick={ctx.always::<MouseEvent>(ResultsEvent::Sorted(column))}>
                <span>{ name }</span>{ icon(Icon::Open) }
            </button>
        </th>
    }
}

fn row(score: &TargetScore, words: Words) -> Html {
    let target = &score.target;
    let (_, mark, drawing) = look(score);
    let label = |column| words.get(column_name(column));
    let points = [
        ("points", Column::Points, score.points()),
        ("max", Column::Max, score.counts().then_some(target.max_points)),
        ("left", Column::Left, score.left()),
    ];
    let points = points.map(|(out, column, points)| points_cell(label(column), out, points, words));
    html! {
        <tr key={&*target.id} data-target={target.id.to_string()}>
            { row_head(target_name(target, words)) }
            <td data-label={label(Column::State)}>
                <span class={classes!("mark", mark)} data-out="state" data-value={score.outcome.as_str()}>
                    { icon(drawing) }{ state(score, words) }
                </span>
            </td>
            { cell(label(Column::Value), Some("value"), value(score, words), Some(score.value().unwrap_or_default())) }
            { cell(label(Column::Goal), None, goal(target, score.goal, words), None) }
            { points.into_iter().collect::<Html>() }
        </tr>
    }
}

/// The target's id, which leads to its row, and its name.
pub fn target_name(target: &Target, words: Words) -> Html {
    html! {
        <>
            <a class="target-id" href={Page::Entry.address_of(&target.id)}>{ target.id.to_string() }</a>{ " " }
            { words.of(&target.name).to_owned() }
        </>
    }
}
