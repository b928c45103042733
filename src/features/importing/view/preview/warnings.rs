//! What to know about a file before it is opened.

use yew::prelude::*;

use crate::document::view::differences::name;
use crate::features::importing::preview::{Preview, SetMatch, Stated};
use crate::features::importing::view::preview::facts::short;
use formats::workbook::RefusedCell;
use i18n::numbers::number;
use i18n::{Key, Words};
use scoring::target_set::TargetSet;

/// The most targets and ids that are named.
const MOST_NAMED: usize = 10;

/// The sentences about the file.
pub(crate) fn warnings(preview: &Preview, set: &TargetSet, words: Words) -> Html {
    let mut warnings = Vec::new();
    let named = &preview.document.assessment().target_set;
    let editions = [("edition", &*short(&named.edition, 20)), ("here", &*set.edition)];
    match preview.set {
        SetMatch::Same => {}
        SetMatch::OtherContent => warnings.push(words.get(Key::WarnOtherContent).to_owned()),
        SetMatch::OtherEdition => warnings.push(words.fill(Key::WarnOtherEdition, &editions)),
        SetMatch::OtherSet => {
            warnings.push(words.fill(Key::WarnOtherSet, &[("id", &short(&named.id, 64))]));
        }
        SetMatch::Missing => {
            warnings.push(words.fill(Key::WarnSetMissing, &[("id", &short(&named.id, 64))]));
        }
        SetMatch::NotNamed => warnings.push(words.get(Key::WarnSetNotNamed).to_owned()),
    }
    if !preview.orphaned.is_empty() {
        let ids = preview.orphaned.iter().map(|orphaned| {
            // Of a target that the set has, the fields that it does not.
            let field = orphaned.figures.first().filter(|_| orphaned.answer.is_none());
            let field = field.map(|(field, _)| [".", field].concat()).unwrap_or_default();
            short(&[&orphaned.id, field.as_str()].concat(), 64)
        });
        warnings.push(words.fill(Key::WarnOrphaned, &[("ids", &listed(ids, words))]));
    }
    if let Some(first) = preview.hidden.first() {
        let count = preview.hidden.len().to_string();
        let place = name(first, set, words);
        warnings.push(words.fill(Key::WarnHidden, &[("n", &count), ("place", &place)]));
    }
    html! {
        <div class="preview__warnings">
            for warning in warnings {
                <p class="warning"><bdi>{ warning }</bdi></p>
            }
            if !preview.refused.is_empty() {
                { refused_cells(&preview.refused, words) }
            }
            if preview.result_differs {
                { result_differs(&preview.stated, words) }
            }
        </div>
    }
}

/// The most cells that are named.
const MOST_CELLS: usize = 50;

/// The cells of a workbook that could not be taken, each with what is wrong and what to do.
fn refused_cells(refused: &[RefusedCell], words: Words) -> Html {
    let row = |refused: &RefusedCell| {
        let (cell, text) = (short(&refused.cell, 64), short(&refused.text, 40));
        let why = words.get(why_refused(&refused.problem));
        let values = [("cell", &*cell), ("text", &*text), ("why", why)];
        let row = words.fill(if text.is_empty() { Key::RefusedCell } else { Key::RefusedCellText }, &values);
        html! { <li data-cell={cell} data-problem={refused.problem.clone()}><bdi>{ row }</bdi></li> }
    };
    let more = refused.len().saturating_sub(MOST_CELLS);
    html! {
        <div class="warning" data-refused={refused.len().to_string()}>
            <p>{ words.fill(Key::WarnRefusedCells, &[("n", &refused.len().to_string())]) }</p>
            <ul class="preview__stated">
                { for refused.iter().take(MOST_CELLS).map(row) }
                if more > 0 {
                    <li>{ words.fill(Key::RefusedMore, &[("n", &more.to_string())]) }</li>
                }
            </ul>
        </div>
    }
}

fn why_refused(problem: &str) -> Key {
    match problem {
        "not-number" => Key::CellNotNumber,
        "negative" => Key::CellNegative,
        "fraction" => Key::CellFraction,
        "percent" => Key::CellPercent,
        "too-long" => Key::CellTooLong,
        "error" => Key::CellError,
        "not-yes-no" => Key::CellNotYesNo,
        "not-option" => Key::CellNotOption,
        "not-date" => Key::CellNotDate,
        "not-period" => Key::CellNotPeriod,
        "other-row" => Key::CellOtherRow,
        "no-key" => Key::CellNoKey,
        "no-result" => Key::CellNoResult,
        "not-mark" => Key::CellNotMark,
        "not-reason" => Key::CellNotReason,
        "not-first-row" => Key::CellNotFirstRow,
        "drawn" => Key::CellDrawn,
        "scaled" => Key::CellScaled,
        "maybe-percent" => Key::CellMaybePercent,
        "unknown-target" => Key::CellUnknownTarget,
        "no-target" => Key::CellNoTarget,
        "sheet-missing" => Key::CellSheetMissing,
        "twice" => Key::CellTwice,
        _ => Key::CellOther,
    }
}

/// The points that the file states otherwise. A file may be older than its set, or mended by hand with good reason.
fn result_differs(stated: &[Stated], words: Words) -> Html {
    let rows = stated.iter().take(MOST_NAMED).map(|stated| {
        let target = stated.target.as_deref().unwrap_or(words.get(Key::StatedTotal)).to_owned();
        let say = |text: Option<&String>| text.map_or_else(|| "–".to_owned(), |text| said(text, words));
        let (file, here) = (say(stated.file.as_ref()), say(stated.here.as_ref()));
        let name = stated.target.as_ref().map_or("total".to_owned(), ToString::to_string);
        let row = words.fill(Key::StatedRow, &[("what", &target), ("file", &file), ("here", &here)]);
        html! { <li data-stated={name}><bdi>{ row }</bdi></li> }
    });
    let more = stated.len().saturating_sub(MOST_NAMED);
    html! {
        <div class="warning">
            <p>{ words.get(Key::WarnResultDiffers) }</p>
            <ul class="preview__stated">
                { for rows }
                if more > 0 {
                    <li>{ words.fill(Key::StatedMore, &[("n", &more.to_string())]) }</li>
                }
            </ul>
        </div>
    }
}

/// Points that a file states: as numbers are written here, or as they stand where they are none.
fn said(text: &str, words: Words) -> String {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = digits.len() <= 12 && digits.starts_with(|c: char| c.is_ascii_digit());
    if plain && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        number(text, words.0)
    } else {
        short(text, 20)
    }
}

/// The first of some names, and how many more there are.
fn listed(names: impl ExactSizeIterator<Item = String>, words: Words) -> String {
    let more = names.len().saturating_sub(MOST_NAMED);
    let mut text = String::new();
    for name in names.take(MOST_NAMED) {
        if !text.is_empty() {
            text += ", ";
        }
        text += &name;
    }
    if more > 0 {
        text += " ";
        text += &words.fill(Key::ListedMore, &[("n", &more.to_string())]);
    }
    text
}
