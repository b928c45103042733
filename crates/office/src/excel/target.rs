//! One target in the sheet "Số liệu": a row a figure, with state, value and points beside the first.

use rust_xlsxwriter::{Format, XlsxError};

use super::columns::{
    ANSWERED, COUNTED, FIGURE, GOAL, ID, INTEGER, LABEL, MAX, MET, NAME, NOT_APPLICABLE, NOTE, POINTS,
    REASON, RULE, SHARE, STATE, THOUSANDTHS, VALUE,
};
use super::formulas::{Formulas, Subject};
use super::measures::{decimals, share_scale};
use super::page::{Cached, Page, Written};
use super::{Material, VIETNAMESE, formulas};
use i18n::Key;
use i18n::exports::{ExportKey, export_text};
use i18n::numbers::number;
use i18n::sentences::{formula, goal, label, problem, rule};
use scoring::assessment::Answer;
use scoring::exact::Exact;
use scoring::figures::{Figure, FigureKind, read};
use scoring::measured::Measured;
use scoring::points::Points;
use scoring::scorecard::{Outcome, TargetScore};
use scoring::target_set::{ChoiceOption, Input, Measure};

/// The most digits that Excel shows and keeps.
const MOST_DIGITS: usize = 15;

/// One row: a figure, an item or a case.
struct Row {
    label: String,
    cell: Cell,
    /// A case's share as a whole number.
    share: Option<u128>,
}

enum Cell {
    Blank,
    Figure(Figure, FigureKind),
    Text(String),
}

/// Writes a target from a row on; the row after it.
pub(super) fn write(
    page: &mut Page,
    material: &Material<'_>,
    score: &TargetScore,
    first: u32,
) -> Result<u32, XlsxError> {
    let blank = Answer::default();
    let answer =
        material.document.assessment().answers.get(&*score.target.id).map_or(&blank, |answer| &**answer);
    let rows = rows(&score.target.measure, answer);
    let count = rows.iter().map(|_| 1).sum();
    let formulas = subject(score, &rows, (first, count), material).as_ref().and_then(formulas::of);
    for (at, row) in (first..).zip(&rows) {
        figure_row(page, material, score, at, row)?;
    }
    target_row(page, material, score, answer, first, formulas.as_ref())?;
    for column in [ID, NAME, GOAL, NOT_APPLICABLE, REASON, STATE, VALUE, MET, MAX, POINTS, RULE, NOTE] {
        for at in first + 1..first + count {
            let id: &str = if column == ID { &score.target.id } else { "" };
            page.text(at, column, id, &material.style.faint)?;
        }
    }
    Ok(first + count)
}

/// What the formulas are made from; `None` where a figure is no number that a cell holds.
fn subject<'a>(
    score: &'a TargetScore,
    rows: &[Row],
    (row, count): (u32, u32),
    material: &Material<'_>,
) -> Option<Subject<'a>> {
    let (mut largest, mut decimals) = (0, 0);
    for row in rows {
        if let Cell::Figure(figure, kind) = &row.cell {
            if digits(*figure).len() > MOST_DIGITS {
                return None;
            }
            if kind.is_whole() {
                largest = figure.whole().max(largest);
            }
            decimals = figure.decimals().max(decimals);
        }
    }
    let step = material.document.set().decimals.step().into();
    let (target, goal) = (&*score.target, score.goal);
    Some(Subject { target, goal, row, rows: count, largest, decimals, step })
}

fn digits(figure: Figure) -> String {
    figure.exact().to_string().replace('.', "").trim_start_matches('0').to_owned()
}

fn rows(measure: &Measure, answer: &Answer) -> Vec<Row> {
    if let Measure::Choice { options } = measure {
        return cases(options, answer.figure("value").trim());
    }
    let fields = measure.fields();
    let row = |field: &scoring::target_set::Field<'_>| {
        let typed = answer.figure(field.name);
        let cell = match field.input {
            Input::Figure(kind) => match read(typed, kind) {
                Ok(Some(figure)) => Cell::Figure(figure, kind),
                Ok(None) => Cell::Blank,
                Err(_) => Cell::Text(typed.trim().to_owned()),
            },
            Input::YesNo | Input::Option(_) => match typed.trim() {
                "" => Cell::Blank,
                "yes" => Cell::Text(VIETNAMESE.get(Key::Yes).to_owned()),
                "no" => Cell::Text(VIETNAMESE.get(Key::No).to_owned()),
                strange => quoted(strange),
            },
        };
        Row { label: label(field, measure, VIETNAMESE).to_owned(), cell, share: None }
    };
    fields.iter().map(row).collect()
}

/// A row a case; the one chosen says "có".
fn cases(options: &[ChoiceOption], chosen: &str) -> Vec<Row> {
    let scale = share_scale(options.iter().map(|option| option.share.exact()));
    let known = options.iter().any(|option| option.id == chosen);
    let row = |(place, option): (usize, &ChoiceOption)| {
        let cell = match place {
            _ if option.id == chosen => Cell::Text(VIETNAMESE.get(Key::Yes).to_owned()),
            0 if !known && !chosen.is_empty() => quoted(chosen),
            _ => Cell::Blank,
        };
        let share = option.share.exact().times(Exact::whole(scale)).map(Exact::numerator);
        Row { label: case_label(option), cell, share }
    };
    options.iter().enumerate().map(row).collect()
}

fn case_label(option: &ChoiceOption) -> String {
    let share = number(&option.share.to_string(), VIETNAMESE.0);
    [VIETNAMESE.of(&option.name), " (", &share, "%)"].concat()
}

/// What was not understood is told from a "có" that means something.
fn quoted(text: &str) -> Cell {
    Cell::Text(["“", text, "”"].concat())
}

fn figure_row(page: &mut Page, material: &Material<'_>, score: &TargetScore, at: u32, row: &Row) -> Written {
    let style = &material.style;
    page.text(at, LABEL, &row.label, &style.text)?;
    match &row.cell {
        Cell::Figure(figure, _) if digits(*figure).len() <= MOST_DIGITS => {
            let places = usize::try_from(figure.decimals()).unwrap_or(0);
            let unit = if matches!(score.target.measure, Measure::Percent { .. }) { "%" } else { "" };
            page.number(at, FIGURE, &figure.exact().to_string(), &style.decimals(places, unit))?;
        }
        Cell::Figure(figure, _) => {
            page.text(at, FIGURE, &number(&figure.exact().to_string(), VIETNAMESE.0), &style.figure)?;
        }
        Cell::Text(text) => page.text(at, FIGURE, text, &style.figure)?,
        Cell::Blank => page.text(at, FIGURE, "", &style.figure)?,
    }
    if let Some(share) = row.share {
        page.number(at, SHARE, &share.to_string(), &style.grey)?;
    }
    Ok(())
}

fn target_row(
    page: &mut Page,
    material: &Material<'_>,
    score: &TargetScore,
    answer: &Answer,
    at: u32,
    formulas: Option<&Formulas>,
) -> Written {
    let style = &material.style;
    let target = &score.target;
    let integer = |points: Points| Cached::Number(points.thousandths().to_string());
    page.text(at, ID, &target.id, &style.text)?;
    page.text(at, NAME, VIETNAMESE.of(&target.name), &style.text)?;
    page.text(at, GOAL, &goal(target, score.goal, VIETNAMESE), &style.text)?;
    let set_aside = if answer.not_applicable.is_some() { VIETNAMESE.get(Key::Yes) } else { "" };
    page.text(at, NOT_APPLICABLE, set_aside, &style.centred)?;
    page.text(at, REASON, answer.not_applicable.as_deref().unwrap_or("").trim(), &style.text)?;
    let state = Cached::Text(state(&score.outcome).to_owned());
    page.live((at, STATE), formulas.map(|all| all.state.as_str()), &state, &style.centred)?;
    let (value, format) = value(score, material);
    page.live((at, VALUE), formulas.map(|all| all.value.as_str()), &value, &format)?;
    if target.rule.is_extra() {
        page.text(at, MET, "", &style.centred)?;
    } else {
        let met = Cached::Text(score.met().map_or("", met).to_owned());
        let formula = formulas.and_then(|all| all.met.as_deref());
        page.live((at, MET), formula, &met, &style.centred)?;
    }
    page.number(at, MAX, &target.max_points.to_string(), &style.points)?;
    let shown = score.points().map_or(Cached::NONE, |points| Cached::Number(points.to_string()));
    page.live((at, POINTS), formulas.map(|all| all.shown.as_str()), &shown, &style.bold_points)?;
    page.text(at, RULE, &how(score), &style.text)?;
    page.text(at, NOTE, &note(score, answer, formulas.is_none()), &style.text)?;
    let earned = integer(score.points().unwrap_or_default());
    page.live((at, THOUSANDTHS), formulas.map(|all| all.thousandths.as_str()), &earned, &style.grey)?;
    let max = if score.counts() { target.max_points } else { Points::ZERO };
    page.live((at, COUNTED), formulas.map(|all| all.counted.as_str()), &integer(max), &style.grey)?;
    let answered = matches!(score.outcome, Outcome::Scored(_) | Outcome::NotApplicable);
    let max = if answered { max } else { Points::ZERO };
    page.live((at, ANSWERED), formulas.map(|all| all.answered.as_str()), &integer(max), &style.grey)?;
    if let Some(formula) = formulas.and_then(|all| all.integer.as_deref()) {
        page.live((at, INTEGER), Some(formula), &Cached::Number(scaled(score, answer)), &style.grey)?;
    }
    Ok(())
}

/// The figure without its mark.
fn scaled(score: &TargetScore, answer: &Answer) -> String {
    let kind = if score.target.measure.is_percentage() { FigureKind::Percent } else { FigureKind::Points };
    let figure = read(answer.figure("value"), kind).ok().flatten();
    let scaled = figure.and_then(|figure| {
        let power = 10_u128.checked_pow(decimals(figure.decimals()))?;
        figure.exact().times(Exact::whole(power))
    });
    scaled.unwrap_or(Exact::ZERO).to_string()
}

fn state(outcome: &Outcome) -> &'static str {
    VIETNAMESE.get(match outcome {
        Outcome::Empty => Key::StateEmpty,
        Outcome::NotApplicable => Key::StateNotApplicable,
        Outcome::Invalid(_) => Key::StateInvalid,
        Outcome::Pending => Key::StatePending,
        Outcome::Scored(_) => Key::StateScored,
    })
}

fn met(met: bool) -> &'static str {
    VIETNAMESE.get(if met { Key::StateMet } else { Key::StateUnmet })
}

/// The value and how it is shown: as many decimals as it takes not to look like a goal that it misses.
fn value(score: &TargetScore, material: &Material<'_>) -> (Cached, Format) {
    let unit = if score.target.measure.is_percentage() { "%" } else { "" };
    let places = |text: &str| text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let usual = if unit.is_empty() { 0 } else { 3 };
    let shown = score.value().map_or(usual, |value| places(&value));
    let value = score.why().map_or(Cached::NONE, |why| match &why.measured {
        Measured::Ratio { percent, .. } => Cached::Number(percent.to_decimals(12).to_string()),
        Measured::Percent(value) | Measured::Given(value) => Cached::Number(value.to_string()),
        Measured::Count(count) | Measured::Rank(count) | Measured::Items { done: count, .. } => {
            Cached::Number(count.to_string())
        }
        Measured::YesNo(yes) => {
            Cached::Text(VIETNAMESE.get(if *yes { Key::Yes } else { Key::No }).to_owned())
        }
        Measured::Choice { id, .. } => Cached::Text(chosen(&score.target.measure, id)),
    });
    (value, material.style.decimals(shown, unit))
}

fn chosen(measure: &Measure, id: &str) -> String {
    let Measure::Choice { options } = measure else { return String::new() };
    options.iter().find(|option| option.id == id).map(case_label).unwrap_or_default()
}

/// The rule in words, and with the unit's own figures where it is scored.
fn how(score: &TargetScore) -> String {
    let mut lines = vec![VIETNAMESE.get(rule(&score.target.rule)).to_owned()];
    lines.extend(score.why().into_iter().flat_map(|why| formula(&score.target, why, VIETNAMESE)));
    lines.join("\n")
}

fn note(score: &TargetScore, answer: &Answer, fixed: bool) -> String {
    let mut lines = Vec::new();
    lines.extend(score.problem().map(|what| problem(what, &score.target, answer, VIETNAMESE)));
    if fixed {
        lines.push(export_text(ExportKey::ExcelFixed).to_owned());
    }
    lines.join("\n")
}
