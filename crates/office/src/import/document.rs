//! Builds the document from the cells of a template.

use std::rc::Rc;

use super::sheet::{Row, Sheet};
use super::value::Value;
use super::{Import, Marks};
use crate::template::layout::{
    AS_OF, DATE, LINK, NOT_APPLICABLE, NOTE, NUMBER, PERIOD, PERIODS, PLACE, REASON, TARGET, TITLE, VALUE,
};
use crate::text::{fitted, plain};
use formats::workbook::RefusedCell;
use i18n::exports::{ExportKey, export_text};
use scoring::assessment::{Answer, Assessment, DocumentInfo, Evidence, SAMPLE_UUIDS};
use scoring::figures::{FigureKind, NumberProblem, read};
use scoring::target_set::{Field, Input, Target, TargetSet};

/// A document that is being filled.
pub(super) struct Filling<'a> {
    set: &'a TargetSet,
    assessment: Assessment,
    refused: Vec<RefusedCell>,
    /// The rows that were read, with their values.
    seen: Vec<(String, Option<Value>)>,
}

impl<'a> Filling<'a> {
    pub(super) fn new(set: &'a TargetSet, marks: Marks, known: Option<&Assessment>) -> Self {
        let mut assessment = known.cloned().unwrap_or_default();
        let rest = std::mem::take(&mut assessment.document.rest);
        assessment.document = DocumentInfo { rest, ..DocumentInfo::default() };
        // The form of a sample, filled, is a sample still, and its UUID says so.
        if marks.document.starts_with(SAMPLE_UUIDS) {
            assessment.document.id = marks.document;
        }
        assessment.unit.level = marks.level;
        assessment.year = marks.year;
        let named = &mut assessment.target_set;
        (named.id, named.edition, named.sha256) = (marks.set, marks.edition, marks.sha256);
        Self { set, assessment, refused: Vec::new(), seen: Vec::new() }
    }

    pub(super) fn done(mut self) -> Import {
        self.assessment.answers.retain(|_, answer| !answer.is_blank());
        Import { assessment: self.assessment, refused: self.refused }
    }

    fn refuse(&mut self, cell: String, problem: &str, text: String) {
        let text = text.chars().take(80).collect();
        self.refused.push(RefusedCell { cell, problem: problem.to_owned(), text });
    }

    /// Takes the sheet of figures.
    pub(super) fn figures(&mut self, sheet: &Sheet) {
        for row in sheet.rows() {
            let Some(Value::Text(key)) = row.value(0) else { continue };
            let value = row.value(VALUE);
            if let Some((_, first)) = self.seen.iter().find(|(seen, _)| seen == key) {
                if first.as_ref() != value {
                    self.refuse(sheet.place(row, VALUE), "twice", row.text(VALUE).unwrap_or_default());
                }
                continue;
            }
            self.seen.push((key.clone(), value.cloned()));
            self.figure_row(sheet, row, key);
        }
    }

    fn figure_row(&mut self, sheet: &Sheet, row: &Row, key: &str) {
        let text = row.text(VALUE).unwrap_or_default();
        let (unit, period) = (&mut self.assessment.unit, &mut self.assessment.period);
        match key {
            "unit.name" => take(&mut unit.name, text),
            "unit.superior" => take(&mut unit.superior, text),
            "unit.place" => take(&mut unit.place, text),
            "unit.prepared_by" => take(&mut unit.prepared_by, text),
            PERIOD => match PERIODS.into_iter().find(|(_, word)| export_text(*word) == text) {
                Some((kind, _)) => period.kind = kind,
                None => self.refuse(sheet.place(row, VALUE), "not-period", text),
            },
            AS_OF => match row.value(VALUE) {
                None => period.as_of.clear(),
                Some(value) => match value.day() {
                    Some(day) => period.as_of = day,
                    None => self.refuse(sheet.place(row, VALUE), "not-date", text),
                },
            },
            _ if !key.contains('.') => {}
            _ => self.target_row(sheet, row, key),
        }
    }

    fn target_row(&mut self, sheet: &Sheet, row: &Row, key: &str) {
        let (id, name) = key.rsplit_once('.').unwrap_or((key, ""));
        let set = self.set;
        let target = set.target(id).filter(|target| target.claims(&self.assessment.unit.level));
        let fields = target.map(|target| target.measure.fields()).unwrap_or_default();
        let Some((target, field)) = target.zip(fields.iter().find(|field| field.name == name)) else {
            if row.holds(&[VALUE, NOT_APPLICABLE, REASON, NOTE]) {
                self.refuse(sheet.place(row, TARGET), "unknown-target", id.to_owned());
            }
            return;
        };
        let figure = match row.value(VALUE).map(|value| taken(value, field)) {
            None => Some(String::new()),
            Some(Ok(text)) => Some(text),
            Some(Err(problem)) => {
                self.refuse(sheet.place(row, VALUE), problem, row.text(VALUE).unwrap_or_default());
                None
            }
        };
        let first = target.measure.fields().first().is_some_and(|first| first.name == field.name);
        let answer = self.answer(target);
        match figure {
            Some(blank) if blank.is_empty() => {
                answer.figures.remove(field.name);
            }
            Some(figure) => {
                answer.figures.insert(field.name.to_owned(), figure);
            }
            None => {}
        }
        if first {
            take(&mut answer.note, row.text(NOTE).unwrap_or_default());
            // A reason says it as well as the mark does.
            let reason = row.text(REASON).unwrap_or_default();
            let arises = row.value(NOT_APPLICABLE).is_none() && reason.is_empty();
            if arises {
                answer.not_applicable = None;
            } else {
                take(answer.not_applicable.get_or_insert_default(), reason);
            }
        }
    }

    fn answer(&mut self, target: &Target) -> &mut Answer {
        Rc::make_mut(self.assessment.answers.entry(target.id.to_string()).or_default())
    }

    /// Takes the sheet of documents; without it those that are known stay.
    pub(super) fn evidence(&mut self, sheet: Option<&Sheet>) {
        let Some(sheet) = sheet else {
            self.refuse(export_text(ExportKey::TemplateEvidence).to_owned(), "sheet-missing", String::new());
            return;
        };
        let level = self.assessment.unit.level.clone();
        let set = self.set;
        let mut known = Vec::new();
        for target in set.targets().filter(|target| target.claims(&level)) {
            if self.assessment.answers.contains_key(&*target.id) {
                known.push((target.id.clone(), std::mem::take(&mut self.answer(target).evidence)));
            }
        }
        for row in sheet.rows() {
            if row.value(0).is_some() || !row.holds(&[NUMBER, DATE, TITLE, PLACE, LINK]) || is_head(row) {
                continue;
            }
            let id = row.text(TARGET).unwrap_or_default();
            let Some(target) = set.target(&id).filter(|target| target.claims(&level)) else {
                let problem = if id.is_empty() { "no-target" } else { "unknown-target" };
                self.refuse(sheet.place(row, TARGET), problem, id);
                continue;
            };
            let document = self.document(sheet, row);
            // What a template has no place for stays with the document that it belongs to.
            let mut before =
                known.iter().filter(|(of, _)| *of == target.id).flat_map(|(_, documents)| documents);
            let same = before.find(|before| as_written(before) == document).cloned();
            self.answer(target).evidence.push(same.unwrap_or(document));
        }
    }

    fn document(&mut self, sheet: &Sheet, row: &Row) -> Evidence {
        let said = |column| row.text(column).unwrap_or_default();
        let date = row.value(DATE).map(|value| value.day().ok_or_else(|| value.text()));
        let date = match date {
            Some(Ok(day)) => day,
            Some(Err(text)) => {
                self.refuse(sheet.place(row, DATE), "not-date", text);
                String::new()
            }
            None => String::new(),
        };
        let (number, title, place, url) = (said(NUMBER), said(TITLE), said(PLACE), said(LINK));
        Evidence { number, date, title, place, url, rest: Vec::new() }
    }
}

/// A text as a cell gives it back.
fn written(text: &str) -> String {
    fitted(plain(text)).trim().to_owned()
}

/// Takes the text of a cell; where that is what was written into it, the text stays as it was, in full.
fn take(known: &mut String, said: String) {
    if written(known) != said {
        *known = said;
    }
}

/// A document as its row gives it back.
fn as_written(document: &Evidence) -> Evidence {
    let Evidence { number, date, title, place, url, .. } = document;
    let [number, title, place, url] = [number, title, place, url].map(|text| written(text));
    Evidence { number, date: date.clone(), title, place, url, rest: Vec::new() }
}

/// Whether a row is the head of the table.
fn is_head(row: &Row) -> bool {
    row.text(NUMBER).as_deref() == Some(export_text(ExportKey::TemplateNumber))
        && row.text(TARGET).as_deref() == Some(export_text(ExportKey::TemplateTarget))
}

/// The value of a cell for a field, as it stands in a file; or the text for what is wrong.
fn taken(value: &Value, field: &Field<'_>) -> Result<String, &'static str> {
    if matches!(value, Value::Error(_)) {
        return Err("error");
    }
    let text = value.text();
    match field.input {
        Input::Figure(kind) => match value {
            Value::Flag(_) | Value::Day(_) => Err("not-number"),
            // As text "1,234" would be a grouped number; as a number it is a fraction.
            Value::Number(number) if kind.is_whole() && number.contains(',') => {
                Err(if number.starts_with('-') { "negative" } else { "fraction" })
            }
            // Excel makes a percentage of "48%" by itself; where one is asked for, its number says the same.
            Value::Percent(number) if kind == FigureKind::Percent => number_of(number, kind),
            Value::Text(_) | Value::Number(_) | Value::Percent(_) | Value::Error(_) => number_of(&text, kind),
        },
        Input::YesNo => match (value, text.to_lowercase().as_str()) {
            (Value::Flag(true), _) | (_, "có" | "yes") => Ok("yes".to_owned()),
            (Value::Flag(false), _) | (_, "không" | "no") => Ok("no".to_owned()),
            _ => Err("not-yes-no"),
        },
        Input::Option(options) => {
            let chosen = options.iter().find(|option| option.name.vi == text || option.id == text);
            chosen.map(|option| option.id.clone()).ok_or("not-option")
        }
    }
}

fn number_of(text: &str, kind: FigureKind) -> Result<String, &'static str> {
    read(text, kind).map(|_| text.to_owned()).map_err(|problem| match problem {
        NumberProblem::NotANumber => "not-number",
        NumberProblem::Negative => "negative",
        NumberProblem::UnexpectedPercent => "percent",
        NumberProblem::Fraction => "fraction",
        NumberProblem::TooLong => "too-long",
    })
}
