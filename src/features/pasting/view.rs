//! The dialog that shows a pasted table: what each column and row was taken for, and what would be filled in.

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use crate::features::pasting::event::PasteEvent;
use crate::features::pasting::state::{PastedTable, meaning_word};
use crate::shell::state::State;
use crate::shell::view::{PtrEq, View, ViewContext};
use crate::ui::dialog::Modal;
use crate::ui::focus::value;
use formats::pasted_table::origin::Origin;
use formats::pasted_table::{CellProblem, Column, ColumnMeaning, Row, RowKind};
use i18n::{Key, Words};
use scoring::folded;
use scoring::invisible_chars::show_invisible;
use scoring::target_set::{Input, Target};

/// The most choices of targets that are drawn; where there would be more, rows show their targets as text.
const MOST_CHOICES: usize = 8_000;
/// The most rows that are drawn.
const MOST_DRAWN: usize = 300;

/// The dialog over the page, while a pasted table waits.
#[derive(PartialEq, Eq)]
pub struct PastedTableDialog {
    waiting: Option<PtrEq<PastedTable>>,
    over_sample: bool,
}

impl View for PastedTableDialog {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        Self {
            waiting: state.pasting.as_ref().map(|table| PtrEq(Rc::clone(table))),
            over_sample: state.document.assessment().is_sample(),
        }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        html! {
            <div class="dialog-slot">
                if let Some(PtrEq(table)) = &self.waiting {
                    { draw(table, self.over_sample, ctx) }
                }
            </div>
        }
    }
}

fn draw(table: &PastedTable, over_sample: bool, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let reading = &table.reading;
    let targets = table.targets();
    let figures = reading.figures().count();
    let filled: BTreeSet<_> = reading.figures().map(|figure| &figure.target).collect();
    let unused = reading.rows.iter().filter(|row| row.figures.is_empty()).count();
    let counts =
        [("n", figures.to_string()), ("targets", filled.len().to_string()), ("rows", unused.to_string())];
    let counts = counts.each_ref().map(|(name, count)| (*name, count.as_str()));
    let choosable = reading.rows.len().min(MOST_DRAWN) * targets.len() <= MOST_CHOICES;
    let more = reading.rows.len().saturating_sub(MOST_DRAWN) + reading.unread;
    let body = html! {
        <>
            if let Some(name) = &table.file {
                <p><bdi>{ show_invisible(name) }</bdi></p>
                if over_sample {
                    <p class="warning" data-leaves-sample="">{ words.get(Key::ImportLeavesSample) }</p>
                }
            }
            for (word, warning) in doubts(table, over_sample, words) {
                <p class="warning" data-doubt={word} key={word}>{ warning }</p>
            }
            <p>{ words.get(Key::PasteLead) }</p>
            <p data-out="paste-count" data-value={figures.to_string()} role="status"><b>{ words.fill(Key::PasteCount, &counts) }</b></p>
            <div class="pasted__scroll" tabindex="0" role="region" aria-label={words.get(Key::PasteTable)}>
                <table class="table pasted">
                    <thead>
                        <tr>
                            <th scope="col">{ words.get(Key::PasteRow) }</th>
                            for (place, column) in reading.columns.iter().enumerate() {
                                <th scope="col" key={place}>{ meaning(place, column, &targets, ctx) }</th>
                            }
                        </tr>
                    </thead>
                    <tbody>
                        for (place, row) in reading.rows.iter().take(MOST_DRAWN).enumerate() {
                            { line(place, row, &reading.columns, choosable.then_some(&*targets), ctx) }
                        }
                    </tbody>
                </table>
            </div>
            if more > 0 {
                <p>{ words.fill(Key::PasteMore, &[("n", &more.to_string())]) }</p>
            }
        </>
    };
    let apply = if table.file.is_some() { PasteEvent::FileApplied } else { PasteEvent::Applied };
    let foot = html! {
        <>
            <button type="button" class="button button--primary" data-action="paste-apply" disabled={figures == 0 || ctx.read_only}
                onclick={ctx.always::<MouseEvent>(apply)}>
                { words.fill(Key::PasteApply, &[("n", &figures.to_string())]) }
            </button>
            <button type="button" class="button push" data-action="import-cancel"
                onclick={ctx.always::<MouseEvent>(PasteEvent::Cancelled)}>{ words.get(Key::PasteCancel) }</button>
        </>
    };
    let title =
        words.get(if table.file.is_some() { Key::PasteTitleFile } else { Key::PasteTitle }).to_owned();
    Modal { key: "paste", preview: Some("paste"), title, body, foot, ..Modal::default() }.draw()
}

/// What speaks against filling this form from a file: it is of another unit or year, or a sample's. Each with a stable word.
fn doubts(table: &PastedTable, over_sample: bool, words: Words) -> Vec<(&'static str, String)> {
    let Origin { year, unit, is_sample } = &table.origin;
    let mut doubts = Vec::new();
    if *is_sample && !over_sample {
        doubts.push(("sample", words.get(Key::PasteSample).to_owned()));
    }
    if let Some(year) = year.filter(|year| *year != table.year) {
        let years = [("year", &*year.to_string()), ("open", &*table.year.to_string())];
        doubts.push(("year", words.fill(Key::PasteOtherYear, &years)));
    }
    if !unit.is_empty() && !table.unit.is_empty() && folded::words(unit) != folded::words(&table.unit) {
        let units = [("unit", &*show_invisible(unit)), ("open", &*show_invisible(&table.unit))];
        doubts.push(("unit", words.fill(Key::PasteOtherUnit, &units)));
    }
    doubts
}

/// The heading of a column, and the choice of what it means.
fn meaning(place: usize, column: &Column, targets: &[&Target], ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let typed = |target: &&Target| {
        target.measure.fields().iter().filter(|field| matches!(field.input, Input::Figure(_))).count()
    };
    let most = targets.iter().map(typed).max().unwrap_or(0);
    let others = [
        ColumnMeaning::Nothing,
        ColumnMeaning::Number,
        ColumnMeaning::Id,
        ColumnMeaning::Name,
        ColumnMeaning::Label,
        ColumnMeaning::Entered,
    ];
    let meanings = (0..most).map(ColumnMeaning::Figure).chain(others);
    let name = format!("paste-column-{place}");
    let chosen = ctx.on(move |event: &Event| Some(PasteEvent::ColumnChosen(place, value(event))));
    let label = words.fill(Key::PasteColumn, &[("n", &(place + 1).to_string())]);
    html! {
        <>
            <span class="pasted__heading">{ column.heading.clone() }</span>
            <select class="input" name={name} aria-label={label} onchange={chosen}>
                for each in meanings {
                    <option value={meaning_word(each)} selected={each == column.meaning}>{ meaning_name(each, words) }</option>
                }
            </select>
        </>
    }
}

fn meaning_name(meaning: ColumnMeaning, words: Words) -> String {
    let key = match meaning {
        ColumnMeaning::Nothing => Key::PasteMeansNothing,
        ColumnMeaning::Number => Key::PasteMeansNumber,
        ColumnMeaning::Id => Key::PasteMeansId,
        ColumnMeaning::Name => Key::PasteMeansName,
        ColumnMeaning::Label => Key::PasteMeansLabel,
        ColumnMeaning::Entered => Key::PasteMeansEntered,
        ColumnMeaning::Figure(0) => Key::PasteMeansFirst,
        ColumnMeaning::Figure(1) => Key::PasteMeansSecond,
        ColumnMeaning::Figure(2) => Key::PasteMeansThird,
        ColumnMeaning::Figure(place) => {
            return words.fill(Key::PasteMeansFigure, &[("n", &(place + 1).to_string())]);
        }
    };
    words.get(key).to_owned()
}

fn line(place: usize, row: &Row, columns: &[Column], targets: Option<&[&Target]>, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let said = kind_words(row.kind, words);
    html! {
        <tr key={place} class={row_class(row)} data-row={place.to_string()} data-target={row.target.as_ref().map(ToString::to_string)}>
            <th scope="row">
                {match targets {
                    Some(targets) => target_choice(place, row, targets, ctx),
                    None => html! { { row.target.as_ref().map(ToString::to_string).unwrap_or_default() } },
                }}
                if !said.is_empty() {
                    <span class="pasted__note">{ said }</span>
                }
            </th>
            for (at, (cell, column)) in row.cells.iter().zip(columns).enumerate() {
                { self::cell(at, cell, column, row, words) }
            }
        </tr>
    }
}

/// A row that the user has to decide about stands out, one that fills nothing steps back.
const fn row_class(row: &Row) -> Option<&'static str> {
    match row.kind {
        RowKind::UnknownTarget | RowKind::Repeated | RowKind::BeyondLast => Some("pasted__asked"),
        RowKind::NoFigures
        | RowKind::Heading
        | RowKind::ColumnNumbers
        | RowKind::Section
        | RowKind::Total
        | RowKind::LeftOut => Some("pasted__unused"),
        RowKind::Figures => None,
    }
}

fn cell(at: usize, cell: &str, column: &Column, row: &Row, words: Words) -> Html {
    let problem = row.problems.iter().find(|(place, _)| *place == at).map(|(_, problem)| *problem);
    let is_figure = matches!(column.meaning, ColumnMeaning::Figure(_));
    let class = classes!(
        is_figure.then_some("num"),
        (column.meaning == ColumnMeaning::Nothing).then_some("pasted__out"),
        problem.is_some().then_some("pasted__wrong")
    );
    html! {
        <td {class}>
            { cell.to_owned() }
            if let Some(problem) = problem {
                <span class="pasted__note">{ words.get(problem_key(problem)) }</span>
            }
        </td>
    }
}

/// The choice of the target that a row is about.
fn target_choice(place: usize, row: &Row, targets: &[&Target], ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let name = format!("paste-row-{place}");
    let chosen = ctx.on(move |event: &Event| Some(PasteEvent::RowChosen(place, value(event))));
    let label = words.fill(Key::PasteRowTarget, &[("n", &(place + 1).to_string())]);
    html! {
        <select class="input" name={name} aria-label={label} onchange={chosen}>
            <option value="" selected={row.target.is_none()}>{ words.get(Key::PasteRowOut) }</option>
            for target in targets {
                <option value={target.id.to_string()} selected={row.target.as_ref() == Some(&target.id)}>
                    { format!("{} {}", target.id, words.of(&target.name)) }
                </option>
            }
        </select>
    }
}

/// What a row that fills nothing is; blank for one that does.
fn kind_words(kind: RowKind, words: Words) -> &'static str {
    words.get(match kind {
        RowKind::Figures => return "",
        RowKind::NoFigures => Key::PasteRowNoFigures,
        RowKind::Heading => Key::PasteRowHeading,
        RowKind::ColumnNumbers => Key::PasteRowColumnNumbers,
        RowKind::Section => Key::PasteRowSection,
        RowKind::Total => Key::PasteRowTotal,
        RowKind::BeyondLast => Key::PasteRowBeyond,
        RowKind::UnknownTarget => Key::PasteRowUnknown,
        RowKind::Repeated => Key::PasteRowRepeated,
        RowKind::LeftOut => Key::PasteRowLeftOut,
    })
}

const fn problem_key(problem: CellProblem) -> Key {
    match problem {
        CellProblem::Mark => Key::PasteCellMark,
        CellProblem::Error => Key::PasteCellError,
        CellProblem::TooNarrow => Key::PasteCellNarrow,
        CellProblem::Rounded => Key::PasteCellRounded,
        CellProblem::Words => Key::PasteCellWords,
        CellProblem::NoField => Key::PasteCellNoField,
        CellProblem::NotUnderstood => Key::PasteCellNotUnderstood,
        CellProblem::SmallPercent => Key::PasteCellSmallPercent,
    }
}
