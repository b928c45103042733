//! The annex: every target with its figures, how they make its points, what proves them, and the sums.

use super::body::{EXPLANATIONS, index_of, is_explained};
use super::phrases::{lines, one_line};
use super::{Letterhead, Names, WORDS};
use i18n::exports::{export_text, fill_export_text};
use i18n::numbers::{day, points, short_points};
use i18n::sentences::{formula, goal, label, understood, value};
use i18n::{ExportKey, Key};
use scoring::assessment::{Answer, Assessment, Evidence};
use scoring::points::Points;
use scoring::scorecard::{Outcome, Scorecard, TargetScore, Totals};
use scoring::target_set::{Area, Criterion, Input, Target, TargetSet};

/// The table of scored targets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annex {
    /// "PHỤ LỤC".
    pub head: &'static str,
    /// Its title; whoever draws it sets it in capitals.
    pub title: String,
    /// The report that it belongs to, in italics.
    pub belongs_to: String,
    /// Areas, criteria, targets, and the total, in the set's order.
    pub rows: Vec<Row>,
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it is of.
    pub kind: RowKind,
    /// The lines of each cell, one cell a column.
    pub cells: [Vec<String>; COLUMNS.len()],
}

/// What a row is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// An area, with its sums.
    Area,
    /// A criterion.
    Criterion,
    /// A target.
    Target,
    /// The total.
    Total,
}

/// A column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its title.
    pub title: ExportKey,
    /// Its share of the width, in percent.
    pub width: u16,
    /// Whether it holds points, which stand at the right.
    pub is_points: bool,
}

/// The columns of the table, as forms of self-assessment have them.
pub const COLUMNS: [Column; 9] = [
    column(ExportKey::ReportColumnNumber, 5, false),
    column(ExportKey::ReportColumnName, 18, false),
    column(ExportKey::ReportColumnGoal, 7, false),
    column(ExportKey::ReportColumnMax, 5, true),
    column(ExportKey::ReportColumnFigures, 16, false),
    column(ExportKey::ReportColumnFormula, 15, false),
    column(ExportKey::ReportColumnEvidence, 13, false),
    column(ExportKey::ReportColumnPoints, 7, true),
    column(ExportKey::ReportColumnNote, 14, false),
];

const fn column(title: ExportKey, width: u16, is_points: bool) -> Column {
    Column { title, width, is_points }
}

/// What stands where there is no number.
const NONE: &str = "–";

impl Annex {
    pub(super) fn of(
        set: &TargetSet,
        assessment: &Assessment,
        card: &Scorecard,
        letterhead: &Letterhead,
        names: &Names,
    ) -> Self {
        let number = letterhead.number.split_once(':').map_or("", |(_, number)| number).trim_start();
        let number = ["số        ", number].concat();
        let mut rows = Vec::new();
        for (score, roman) in card.areas.iter().zip(ROMAN.iter().chain(std::iter::repeat(&""))) {
            let Some(area) = set.area(&score.id) else { continue };
            rows.push(sums(RowKind::Area, roman, WORDS.of(&area.name), &score.totals));
            area_rows(&mut rows, area, &score.targets, assessment);
        }
        rows.push(total(set, card));
        Self {
            head: export_text(ExportKey::ReportAnnex),
            title: fill_export_text(ExportKey::ReportAnnexTitle, &[("period", &names.period)]),
            belongs_to: fill_export_text(
                ExportKey::ReportAnnexWith,
                &[("number", &number), ("year", &letterhead.year), ("unit", &names.unit)],
            ),
            rows,
        }
    }
}

/// Numbers of areas; no set has more.
const ROMAN: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

/// Criteria and targets of an area.
fn area_rows(rows: &mut Vec<Row>, area: &Area, scores: &[std::rc::Rc<TargetScore>], assessment: &Assessment) {
    let mut number = 0;
    for criterion in &area.criteria {
        let of_criterion = |score: &&std::rc::Rc<TargetScore>| holds(criterion, &score.target);
        let mut scores = scores.iter().filter(of_criterion).peekable();
        if scores.peek().is_none() {
            continue;
        }
        number += 1;
        let mut cells = <[Vec<String>; COLUMNS.len()]>::default();
        let [first, name, ..] = &mut cells;
        first.push(number.to_string());
        name.push(WORDS.of(&criterion.name).to_owned());
        rows.push(Row { kind: RowKind::Criterion, cells });
        rows.extend(scores.map(|score| target_row(score, assessment)));
    }
}

fn holds(criterion: &Criterion, target: &Target) -> bool {
    criterion.targets.iter().any(|known| known.id == target.id)
}

/// A row of sums.
fn sums(kind: RowKind, number: &str, name: &str, totals: &Totals) -> Row {
    let mut cells = <[Vec<String>; COLUMNS.len()]>::default();
    let [first, named, _, max, _, _, _, earned, _] = &mut cells;
    first.push(number.to_owned());
    named.push(name.to_owned());
    max.push(short_points(totals.max, WORDS.0));
    earned.push(points(totals.points, WORDS.0));
    Row { kind, cells }
}

/// The total, with index and band.
fn total(set: &TargetSet, card: &Scorecard) -> Row {
    let mut row = sums(RowKind::Total, "", export_text(ExportKey::ReportTotalRow), &card.totals);
    let band = card.band_of(set);
    let mut said = Vec::new();
    if let Some(index) = card.totals.index() {
        said.push([export_text(ExportKey::ReportIndex), " ", &index_of(set, index)].concat());
    }
    said.extend(band.map(|band| WORDS.of(&band.name).to_owned()));
    let [.., note] = &mut row.cells;
    *note = said;
    row
}

fn target_row(score: &TargetScore, assessment: &Assessment) -> Row {
    let target = &score.target;
    let blank = Answer::default();
    let answer = assessment.answers.get(&*target.id).map_or(&blank, std::rc::Rc::as_ref);
    let max = if score.counts() { short_points(target.max_points, WORDS.0) } else { NONE.to_owned() };
    let earned = score.points().map_or_else(|| NONE.to_owned(), |earned| points(earned, WORDS.0));
    let how = match score.why() {
        Some(why) => formula(target, why, WORDS),
        None => vec![NONE.to_owned()],
    };
    let proofs: Vec<_> = answer.evidence.iter().filter(|entry| !entry.is_blank()).map(proof).collect();
    Row {
        kind: RowKind::Target,
        cells: [
            vec![target.id.to_string()],
            vec![WORDS.of(&target.name).to_owned()],
            vec![goal(target, score.goal, WORDS)],
            vec![max],
            figures(score, answer),
            how,
            if proofs.is_empty() { vec![NONE.to_owned()] } else { proofs },
            vec![earned],
            note(score, answer, assessment),
        ],
    }
}

/// The figures as they were understood, and what was typed where they were not.
fn figures(score: &TargetScore, answer: &Answer) -> Vec<String> {
    let measure = &score.target.measure;
    if matches!(score.outcome, Outcome::NotApplicable) {
        return vec![NONE.to_owned()];
    }
    let figure = |field: &scoring::target_set::Field| {
        let typed = answer.figure(field.name);
        let shown = match field.input {
            Input::Figure(kind) => understood(typed, kind, WORDS)
                .map_or_else(|| one_line(typed), |shown| shown.trim_start_matches("= ").to_owned()),
            Input::YesNo => match typed {
                "yes" => WORDS.get(Key::Yes).to_owned(),
                "no" => WORDS.get(Key::No).to_owned(),
                other => one_line(other),
            },
            Input::Option(_) if score.why().is_some() => value(score, WORDS),
            Input::Option(_) => one_line(typed),
        };
        (!shown.is_empty()).then(|| [label(field, measure, WORDS), ": ", &shown].concat())
    };
    let figures: Vec<_> = measure.fields().iter().filter_map(figure).collect();
    if figures.is_empty() { vec![NONE.to_owned()] } else { figures }
}

/// A document: "12/BC-UBND ngày 01/12/2023, Báo cáo…, mục II, trang 3".
fn proof(entry: &Evidence) -> String {
    let (number, date) = (one_line(&entry.number), one_line(&entry.date));
    let dated = match (number.is_empty(), date.is_empty()) {
        (_, true) => number,
        (true, false) => fill_export_text(ExportKey::ReportEvidenceUndated, &[("date", &day(&date))]),
        (false, false) => {
            fill_export_text(ExportKey::ReportEvidenceDated, &[("number", &number), ("date", &day(&date))])
        }
    };
    let parts = [dated, one_line(&entry.title), one_line(&entry.place), one_line(&entry.url)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// What is to be said of a target: why it has no points, and the note, unless the report's text has it in full.
fn note(score: &TargetScore, answer: &Answer, assessment: &Assessment) -> Vec<String> {
    let mut said = Vec::new();
    if !score.counts() && score.target.max_points > Points::ZERO {
        let max = short_points(score.target.max_points, WORDS.0);
        said.push(fill_export_text(ExportKey::ReportLeftOut, &[("max", &max)]));
    }
    if is_explained(score, assessment) {
        said.push(fill_export_text(ExportKey::ReportExplained, &[("n", EXPLANATIONS)]));
    } else {
        said.extend(lines(&answer.note));
    }
    said
}
