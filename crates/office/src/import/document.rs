//! Builds the document from the cells of a template.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::sheet::{Row, Sheet};
use super::value::Value;
use super::{Import, Marks};
use crate::template::layout::{
    AS_OF, DATE, HEADING, KEY, LABEL, LINK, NOT_APPLICABLE, NOTE, NUMBER, PERIOD, PERIODS, PLACE, REASON,
    TARGET, TITLE, VALUE,
};
use crate::text::{fitted, plain};
use formats::workbook::RefusedCell;
use i18n::exports::{ExportKey, VIETNAMESE, export_text};
use i18n::sentences::label;
use scoring::assessment::{Answer, Assessment, DocumentInfo, Evidence, SAMPLE_UUIDS};
use scoring::figures::{FigureKind, NumberProblem, is_blank, read};
use scoring::folded::words;
use scoring::invisible_chars::is_invisible;
use scoring::target_set::{Field, Input, Target, TargetId, TargetSet};

/// The columns in which a row of figures says something.
const SAID: [u16; 4] = [VALUE, NOT_APPLICABLE, REASON, NOTE];

/// A document that is being filled.
pub(super) struct Filling<'a> {
    set: &'a TargetSet,
    assessment: Assessment,
    refused: Vec<RefusedCell>,
    /// The rows that were read, with their values.
    seen: BTreeMap<String, [Option<Value>; 4]>,
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
        Self { set, assessment, refused: Vec::new(), seen: BTreeMap::new() }
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
            let Some(Value::Text(key)) = row.value(KEY) else {
                if let Some(column) = row.first_of(&SAID).filter(|_| !is_figures_head(row)) {
                    self.refuse(sheet.place(row, column), "no-key", row.text(column).unwrap_or_default());
                }
                continue;
            };
            let said = SAID.map(|column| row.value(column).cloned());
            if let Some(first) = self.seen.get(key) {
                let other =
                    SAID.iter().zip(first).find(|(column, first)| first.as_ref() != row.value(**column));
                if let Some((column, _)) = other {
                    self.refuse(sheet.place(row, *column), "twice", row.text(*column).unwrap_or_default());
                }
                continue;
            }
            self.seen.insert(key.clone(), said);
            self.figure_row(sheet, row, key);
        }
    }

    fn figure_row(&mut self, sheet: &Sheet, row: &Row, key: &str) {
        let text = row.text(VALUE).unwrap_or_default();
        let heading = HEADING
            .into_iter()
            .chain([(PERIOD, ExportKey::TemplatePeriod), (AS_OF, ExportKey::TemplateAsOf)]);
        let Some((_, label)) = heading.into_iter().find(|(known, _)| *known == key) else {
            if key.contains('.') {
                self.target_row(sheet, row, key);
            }
            return;
        };
        if !says(row, LABEL, export_text(label)) {
            return self.refuse(sheet.place(row, VALUE), "other-row", text);
        }
        if let Some(problem) = no_value(row.value(VALUE)) {
            return self.refuse(sheet.place(row, VALUE), problem, text);
        }
        let (unit, period) = (&mut self.assessment.unit, &mut self.assessment.period);
        match key {
            "unit.name" => take(&mut unit.name, text),
            "unit.superior" => take(&mut unit.superior, text),
            "unit.place" => take(&mut unit.place, text),
            "unit.prepared_by" => take(&mut unit.prepared_by, text),
            PERIOD => match PERIODS.into_iter().find(|(_, word)| words(export_text(*word)) == words(&text)) {
                Some((kind, _)) => period.kind = kind,
                None => self.refuse(sheet.place(row, VALUE), "not-period", text),
            },
            _ => match row.value(VALUE) {
                None => period.as_of.clear(),
                Some(value) => match value.day() {
                    Some(day) => period.as_of = day,
                    None => self.refuse(sheet.place(row, VALUE), "not-date", text),
                },
            },
        }
    }

    fn target_row(&mut self, sheet: &Sheet, row: &Row, key: &str) {
        let (id, name) = key.rsplit_once('.').unwrap_or((key, ""));
        let set = self.set;
        let target = set.target(id).filter(|target| target.claims(&self.assessment.unit.level));
        let fields = target.map(|target| target.measure.fields()).unwrap_or_default();
        let Some((target, field)) = target.zip(fields.iter().find(|field| field.name == name)) else {
            if row.holds(&SAID) {
                self.refuse(sheet.place(row, TARGET), "unknown-target", id.to_owned());
            }
            return;
        };
        let seen = row.text(TARGET).unwrap_or_default();
        if !says(row, TARGET, id) || !says(row, LABEL, label(field, &target.measure, VIETNAMESE)) {
            if row.holds(&SAID) {
                self.refuse(sheet.place(row, VALUE), "other-row", seen);
            }
            return;
        }
        let figure = match row.value(VALUE).map(|value| taken(value, field)) {
            None => Some(String::new()),
            Some(Ok(text)) => Some(text),
            Some(Err(problem)) => {
                self.refuse(sheet.place(row, VALUE), problem, row.text(VALUE).unwrap_or_default());
                None
            }
        };
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
        if fields.first().is_some_and(|first| first.name == field.name) {
            self.beside(sheet, row, target);
        } else {
            for column in [NOT_APPLICABLE, REASON, NOTE].into_iter().filter(|column| row.holds(&[*column])) {
                self.refuse(sheet.place(row, column), "not-first-row", row.text(column).unwrap_or_default());
            }
        }
    }

    /// Takes what stands beside a target's first figure: whether nothing arises and why, and the note.
    fn beside(&mut self, sheet: &Sheet, row: &Row, target: &Target) {
        for column in [NOT_APPLICABLE, REASON, NOTE] {
            if let Some(problem) = no_value(row.value(column)) {
                self.refuse(sheet.place(row, column), problem, row.text(column).unwrap_or_default());
            }
        }
        let said = |column| {
            Some(row.text(column).unwrap_or_default()).filter(|_| no_value(row.value(column)).is_none())
        };
        if let Some(note) = said(NOTE) {
            take(&mut self.answer(target).note, note);
        }
        let mark = mark(row.value(NOT_APPLICABLE));
        let (Some(reason), Some(mark)) = (said(REASON), mark) else {
            if mark.is_none() && no_value(row.value(NOT_APPLICABLE)).is_none() {
                self.refuse(
                    sheet.place(row, NOT_APPLICABLE),
                    "not-mark",
                    row.text(NOT_APPLICABLE).unwrap_or_default(),
                );
            }
            return;
        };
        // A reason says it as well as the mark does; where they are against each other it can't be known which holds.
        match (mark, given(row.value(REASON))) {
            (Mark::Yes, Given::Nothing | Given::Unclear | Given::Reason) | (Mark::Blank, Given::Reason) => {
                take(self.answer(target).not_applicable.get_or_insert_default(), reason);
            }
            (Mark::Blank | Mark::No, Given::Nothing) | (Mark::No, Given::Unclear | Given::Arises) => {
                self.answer(target).not_applicable = None;
            }
            (Mark::Blank, Given::Unclear | Given::Arises) => {
                self.refuse(sheet.place(row, REASON), "not-reason", reason);
            }
            (Mark::Yes, Given::Arises) | (Mark::No, Given::Reason) => {
                self.refuse(
                    sheet.place(row, NOT_APPLICABLE),
                    "not-mark",
                    row.text(NOT_APPLICABLE).unwrap_or_default(),
                );
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
        // What a template has no place for stays with the document that it belongs to, each once.
        let mut known: BTreeMap<TargetId, Vec<Evidence>> = BTreeMap::new();
        for target in set.targets().filter(|target| target.claims(&level)) {
            if self.assessment.answers.contains_key(&*target.id) {
                known.insert(target.id.clone(), std::mem::take(&mut self.answer(target).evidence));
            }
        }
        for row in sheet.rows() {
            if row.value(KEY).is_some() || !row.holds(&[NUMBER, DATE, TITLE, PLACE, LINK]) || is_head(row) {
                continue;
            }
            let id = row.text(TARGET).unwrap_or_default();
            let Some(target) = target_of(set, &id).filter(|target| target.claims(&level)) else {
                let problem = if id.is_empty() { "no-target" } else { "unknown-target" };
                self.refuse(sheet.place(row, TARGET), problem, id);
                continue;
            };
            let document = self.document(sheet, row);
            let before = known.get_mut(&target.id);
            let same = before.and_then(|before| {
                let place = before.iter().position(|before| as_written(before) == document)?;
                Some(before.remove(place))
            });
            self.answer(target).evidence.push(same.unwrap_or(document));
        }
    }

    fn document(&mut self, sheet: &Sheet, row: &Row) -> Evidence {
        let said = |column| row.text(column).unwrap_or_default();
        for column in [NUMBER, DATE, TITLE, PLACE, LINK] {
            if let Some(problem) = no_value(row.value(column)) {
                self.refuse(sheet.place(row, column), problem, row.text(column).unwrap_or_default());
            }
        }
        let date = row.value(DATE).filter(|value| no_value(Some(value)).is_none());
        let date = date.map(|value| value.day().ok_or_else(|| value.text()));
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
    let text = fitted(plain(text)).trim().to_owned();
    if is_blank(&text) { String::new() } else { text }
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

/// The target of an id, in whatever case it was typed.
fn target_of<'a>(set: &'a TargetSet, id: &str) -> Option<&'a Target> {
    let alike = || set.targets().find(|target| target.id.eq_ignore_ascii_case(id));
    set.target(id).or_else(alike).map(Rc::as_ref)
}

/// Why a cell has no value that can be read; `None` for one that has, and for a blank one.
fn no_value(value: Option<&Value>) -> Option<&'static str> {
    match value? {
        Value::NoResult => Some("no-result"),
        Value::Error(_) => Some("error"),
        Value::Text(_)
        | Value::Number(_)
        | Value::Percent(_)
        | Value::Scaled(..)
        | Value::Drawn(_)
        | Value::Day(_)
        | Value::NoDay(_)
        | Value::Flag(_) => None,
    }
}

/// Whether a cell says these words, however they are composed, spaced and cased.
fn says(row: &Row, column: u16, text: &str) -> bool {
    words(&row.text(column).unwrap_or_default()) == words(text)
}

/// What stands where "nothing arises" is marked.
#[derive(Clone, Copy)]
enum Mark {
    Blank,
    Yes,
    No,
}

/// What a mark says; `None` where that is not clear.
fn mark(value: Option<&Value>) -> Option<Mark> {
    let Some(value) = value else { return Some(Mark::Blank) };
    if let Value::Flag(flag) = value {
        return Some(if *flag { Mark::Yes } else { Mark::No });
    }
    let text = value.text();
    match words(&text).as_str() {
        "x" | "co" | "yes" | "1" | "khong phat sinh" | "true" | "v" => Some(Mark::Yes),
        "khong" | "no" | "chua" | "0" | "co phat sinh" | "false" => Some(Mark::No),
        "" if matches!(text.trim(), "✓" | "✔" | "☑" | "☒") => Some(Mark::Yes),
        "" if matches!(text.trim(), "-" | "–" | "—" | "☐") => Some(Mark::No),
        _ => None,
    }
}

/// What stands where the reason is given why nothing arises.
#[derive(Clone, Copy)]
enum Given {
    /// Nothing, or a mark that says nothing.
    Nothing,
    /// A no, a number or a mark: whether anything arises can't be known by it.
    Unclear,
    /// That something arises.
    Arises,
    /// A reason.
    Reason,
}

/// Words that are no reason: noes, and that nobody knows.
const NO_REASONS: [&str; 36] = [
    "khong",
    "ko",
    "kg",
    "kh",
    "hong",
    "no",
    "none",
    "nil",
    "null",
    "na",
    "n a",
    "khong co",
    "ko co",
    "k co",
    "chua",
    "chua co",
    "chua ro",
    "khong ro",
    "khong biet",
    "chua biet",
    "co",
    "yes",
    "true",
    "false",
    "dung",
    "sai",
    "khong co ly do",
    "khong ly do",
    "chua co ly do",
    "khong co gi",
    "trong",
    "de trong",
    "chua cap nhat",
    "dang cap nhat",
    "bo trong",
    "bo qua",
];

/// What a reason says.
fn given(value: Option<&Value>) -> Given {
    let Some(value) = value else { return Given::Nothing };
    if let Value::Flag(_) = value {
        return Given::Unclear;
    }
    let text = value.text();
    let said = words(&text);
    if said.is_empty() {
        let is_silent =
            |c: char| c.is_whitespace() || is_invisible(c) || "-‐‑‒–—―−_.…·•*/\\|,;:'\"".contains(c);
        return if text.chars().all(is_silent) { Given::Nothing } else { Given::Unclear };
    }
    if arises(&said) {
        return Given::Arises;
    }
    let is_number = said.chars().all(|c| c.is_numeric() || c == ' ');
    let is_letter = said.chars().count() == 1;
    if is_number || is_letter || NO_REASONS.contains(&said.as_str()) { Given::Unclear } else { Given::Reason }
}

/// Whether words say that something arises: "có phát sinh 5 hồ sơ", and not "không có phát sinh".
fn arises(said: &str) -> bool {
    let said: Vec<&str> = said.split(' ').collect();
    let before = std::iter::once("").chain(said.iter().copied());
    before.zip(said.windows(3)).any(|(before, said)| {
        matches!(said, ["co" | "van" | "da" | "con", "phat", "sinh"])
            && !matches!(before, "khong" | "ko" | "kg" | "k" | "chua" | "chang")
    })
}

/// Whether a row is the head of the table of figures.
fn is_figures_head(row: &Row) -> bool {
    says(row, VALUE, export_text(ExportKey::TemplateValue))
        && says(row, TARGET, export_text(ExportKey::TemplateTarget))
}

/// Whether a row is the head of the table of documents.
fn is_head(row: &Row) -> bool {
    says(row, NUMBER, export_text(ExportKey::TemplateNumber))
        && says(row, TARGET, export_text(ExportKey::TemplateTarget))
}

/// The value of a cell for a field, as it stands in a file; or the text for what is wrong.
fn taken(value: &Value, field: &Field<'_>) -> Result<String, &'static str> {
    if let Some(problem) = no_value(Some(value)) {
        return Err(problem);
    }
    let text = value.text();
    match field.input {
        Input::Figure(kind) => match value {
            Value::Drawn(_) => Err("drawn"),
            Value::Scaled(..) => Err("scaled"),
            Value::Flag(_) | Value::Day(_) | Value::NoDay(_) => Err("not-number"),
            // As text "1,234" would be a grouped number; as a number it is a fraction.
            Value::Number(number) if kind.is_whole() && number.contains(',') => {
                Err(if number.starts_with('-') { "negative" } else { "fraction" })
            }
            // A percentage that another sheet shows as "85%" is 0,85 once only its value is pasted.
            Value::Number(number) if kind == FigureKind::Percent && number.starts_with("0,") => {
                Err("maybe-percent")
            }
            // Excel makes a percentage of "48%" by itself; where one is asked for, its number says the same.
            Value::Percent(number) if kind == FigureKind::Percent => number_of(number, kind),
            Value::Text(_) | Value::Number(_) | Value::Percent(_) | Value::Error(_) | Value::NoResult => {
                number_of(&text, kind)
            }
        },
        Input::YesNo => match (value, words(&text).as_str()) {
            (Value::Flag(true), _) | (_, "co" | "yes") => Ok("yes".to_owned()),
            (Value::Flag(false), _) | (_, "khong" | "no") => Ok("no".to_owned()),
            _ => Err("not-yes-no"),
        },
        Input::Option(options) => {
            let exact = options.iter().find(|option| option.name.vi == text || option.id == text);
            let said = words(&text);
            let mut alike = options.iter().filter(|option| words(&option.name.vi) == said);
            let alike = alike.next().filter(|_| alike.next().is_none());
            exact.or(alike).map(|option| option.id.clone()).ok_or("not-option")
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
