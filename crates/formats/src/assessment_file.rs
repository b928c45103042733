//! `tu-cham/assessment`, version 1: an assessment from JSON and to JSON, unknown keys kept.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::digest;
use super::json_writer::ObjectWriter;
use scoring::assessment::{
    Answer, Assessment, DocumentInfo, Evidence, KeptPlan, MOST_REVISIONS, Narrative, Period, PeriodKind,
    SetReference, Task, Unit,
};
use scoring::json::{Json, Members};
use scoring::json_reader::{Cursor, Expected, Fault, FaultKind, read_with};

/// The `format` of an assessment file.
pub const FORMAT: &str = "tu-cham/assessment";
/// The newest version of the format that is understood.
pub const VERSION: u64 = 1;
/// The version of the application that writes a file.
pub const APP: &str = env!("CARGO_PKG_VERSION");

/// Reads an assessment; `format` and `version` have been looked at before, see [`super::document_reader`].
///
/// Missing texts are blank. Wrong types are faults, each with its path. `result`, `digest` and `app` are not part of
/// the assessment: they are worked out again when it is written.
pub fn read(json: &Json) -> Result<Assessment, Vec<Fault>> {
    read_with(json, read_root)
}

/// Keys at the top that are understood, or worked out anew.
const KNOWN: [&str; 14] = [
    "format",
    "version",
    "app",
    "document",
    "unit",
    "year",
    "period",
    "target_set",
    "answers",
    "narrative",
    "work",
    "plans",
    "result",
    "digest",
];

fn read_root(root: &Cursor<'_>) -> Option<Assessment> {
    let document = read_document(root);
    let unit = read_unit(root);
    let year = root.need("year").and_then(|year| read_year(&year));
    let period = read_period(root);
    let target_set = read_set_reference(root);
    let answers = root.need("answers").and_then(|answers| answers.entries());
    let answers = answers.map(|answers| {
        // Put in one by one: building the map from a list would bring a sort of its own into the module.
        let mut read = BTreeMap::new();
        read.extend(
            answers
                .into_iter()
                .filter_map(|(id, answer)| Some((id.to_owned(), Rc::new(read_answer(&answer)?)))),
        );
        read
    });
    let narrative = read_narrative(root);
    let work = by_id(root, "work", read_task);
    let plans = root.maybe("plans").and_then(|plans| plans.each(read_plan)).unwrap_or_default();
    Some(Assessment {
        document: document?,
        unit: unit?,
        year: year?,
        period: period?,
        target_set: target_set?,
        answers: answers?,
        narrative: narrative?,
        work,
        plans,
        rest: rest(root, &KNOWN),
    })
}

pub(super) fn read_year(node: &Cursor<'_>) -> Option<u16> {
    let year = u16::try_from(node.whole()?).ok();
    if year.is_none() {
        node.fault(FaultKind::Expected(Expected::Whole));
    }
    year
}

fn read_revision(node: &Cursor<'_>) -> Option<u32> {
    let revision = node.whole()?;
    let counted = u32::try_from(revision).ok().filter(|counted| *counted <= MOST_REVISIONS);
    if counted.is_none() {
        node.unknown(&revision.to_string());
    }
    counted
}

/// An object that may be absent: blank then.
fn part<T: Default>(root: &Cursor<'_>, key: &str, read: impl FnOnce(&Cursor<'_>) -> T) -> Option<T> {
    match root.maybe(key) {
        None => Some(T::default()),
        Some(node) => node.members().map(|_| read(&node)),
    }
}

/// A text that may be absent: blank then. A wrong type is noted, so what is returned does not count.
fn text(node: &Cursor<'_>, key: &str) -> String {
    node.maybe(key).and_then(|node| node.text()).unwrap_or_default().to_owned()
}

pub(super) fn rest(node: &Cursor<'_>, known: &[&str]) -> Members {
    let members = node.json().members().map(Vec::as_slice).unwrap_or_default();
    members.iter().filter(|(key, _)| !known.contains(&key.as_str())).cloned().collect()
}

fn read_document(root: &Cursor<'_>) -> Option<DocumentInfo> {
    part(root, "document", |node| DocumentInfo {
        id: text(node, "id"),
        revision: node.maybe("revision").and_then(|revision| read_revision(&revision)).unwrap_or_default(),
        created: text(node, "created"),
        saved: text(node, "saved"),
        rest: rest(node, &["id", "revision", "created", "saved"]),
    })
}

fn read_unit(root: &Cursor<'_>) -> Option<Unit> {
    part(root, "unit", |node| Unit {
        name: text(node, "name"),
        level: text(node, "level"),
        superior: text(node, "superior"),
        place: text(node, "place"),
        prepared_by: text(node, "prepared_by"),
        rest: rest(node, &["name", "level", "superior", "place", "prepared_by"]),
    })
}

fn read_period(root: &Cursor<'_>) -> Option<Period> {
    part(root, "period", |node| Period {
        kind: node.maybe("kind").and_then(|kind| kind.one_of(&PeriodKind::ALL)).unwrap_or_default(),
        as_of: text(node, "as_of"),
        rest: rest(node, &["kind", "as_of"]),
    })
}

fn read_set_reference(root: &Cursor<'_>) -> Option<SetReference> {
    part(root, "target_set", |node| SetReference {
        id: text(node, "id"),
        edition: text(node, "edition"),
        sha256: text(node, "sha256"),
        rest: rest(node, &["id", "edition", "sha256"]),
    })
}

fn read_narrative(root: &Cursor<'_>) -> Option<Narrative> {
    part(root, "narrative", |node| Narrative {
        difficulties: text(node, "difficulties"),
        proposals: text(node, "proposals"),
        basis: text(node, "basis"),
        recipients: text(node, "recipients"),
        rest: rest(node, &["difficulties", "proposals", "basis", "recipients"]),
    })
}

/// An object of many entries of one kind, which may be absent.
fn by_id<T>(node: &Cursor<'_>, key: &str, read: impl Fn(&Cursor<'_>) -> Option<T>) -> BTreeMap<String, T> {
    let mut found = BTreeMap::new();
    for (id, entry) in node.maybe(key).and_then(|node| node.entries()).unwrap_or_default() {
        if let Some(entry) = read(&entry) {
            found.insert(id.to_owned(), entry);
        }
    }
    found
}

fn read_text(node: &Cursor<'_>) -> Option<String> {
    node.text().map(str::to_owned)
}

fn read_task(node: &Cursor<'_>) -> Option<Task> {
    node.members()?;
    Some(Task {
        who: text(node, "who"),
        by: text(node, "by"),
        figures: by_id(node, "figures", read_text),
        rest: rest(node, &["who", "by", "figures"]),
    })
}

fn read_plan(node: &Cursor<'_>) -> Option<KeptPlan> {
    node.members()?;
    Some(KeptPlan {
        name: text(node, "name"),
        wanted: text(node, "wanted"),
        figures: by_id(node, "figures", |node| {
            node.members()?;
            let mut figures = BTreeMap::new();
            for (field, figure) in node.entries()? {
                if let Some(figure) = read_text(&figure) {
                    figures.insert(field.to_owned(), figure);
                }
            }
            Some(figures)
        }),
        rest: rest(node, &["name", "wanted", "figures"]),
    })
}

pub(super) fn read_answer(node: &Cursor<'_>) -> Option<Answer> {
    node.members()?;
    let evidence = node.maybe("evidence").and_then(|evidence| evidence.each(read_evidence));
    Some(Answer {
        figures: by_id(node, "figures", read_text),
        note: text(node, "note"),
        evidence: evidence.unwrap_or_default(),
        not_applicable: node.maybe("not_applicable").and_then(|reason| Some(reason.text()?.to_owned())),
        rest: rest(node, &["figures", "note", "evidence", "not_applicable"]),
    })
}

fn read_evidence(node: &Cursor<'_>) -> Option<Evidence> {
    node.members()?;
    Some(Evidence {
        number: text(node, "number"),
        date: text(node, "date"),
        title: text(node, "title"),
        place: text(node, "place"),
        url: text(node, "link"),
        rest: rest(node, &["number", "date", "title", "place", "link"]),
    })
}

/// The whole file, with its digest. `result` comes from [`super::result::of`].
pub fn write(assessment: &Assessment, result: Json) -> Json {
    let Assessment { document, unit, year, period, target_set, answers, narrative, work, plans, rest } =
        assessment;
    let document = ObjectWriter::new()
        .with("id", document.id.as_str())
        .with("revision", u64::from(document.revision))
        .with("created", document.created.as_str())
        .with("saved", document.saved.as_str())
        .with_rest(&document.rest);
    let unit = ObjectWriter::new()
        .with("name", unit.name.as_str())
        .with("level", unit.level.as_str())
        .with("superior", unit.superior.as_str())
        .with("place", unit.place.as_str())
        .with("prepared_by", unit.prepared_by.as_str())
        .with_rest(&unit.rest);
    let period = ObjectWriter::new()
        .with("kind", period.kind.as_str())
        .with("as_of", period.as_of.as_str())
        .with_rest(&period.rest);
    let target_set = ObjectWriter::new()
        .with("id", target_set.id.as_str())
        .with("edition", target_set.edition.as_str())
        .with("sha256", target_set.sha256.as_str())
        .with_rest(&target_set.rest);
    let answers = answers.iter().filter(|(_, answer)| !answer.is_blank());
    let answers = answers.map(|(id, answer)| (id.clone(), write_answer(answer))).collect();
    let narrative = ObjectWriter::new()
        .with("difficulties", narrative.difficulties.as_str())
        .with("proposals", narrative.proposals.as_str())
        .with_some("basis", non_blank(&narrative.basis))
        .with_some("recipients", non_blank(&narrative.recipients))
        .with_rest(&narrative.rest);
    let work = work.iter().filter(|(_, task)| !task.is_blank());
    let work: Vec<_> = work.map(|(id, task)| (id.clone(), write_task(task))).collect();
    let plans: Vec<Json> = plans.iter().map(write_plan).collect();
    let mut file = ObjectWriter::new()
        .with("format", FORMAT)
        .with("version", VERSION)
        .with("app", APP)
        .with("document", document)
        .with("unit", unit)
        .with("year", u64::from(*year))
        .with("period", period)
        .with("target_set", target_set)
        .with("answers", Json::Object(answers))
        .with("narrative", narrative)
        .with_some("work", (!work.is_empty()).then_some(Json::Object(work)))
        .with_some("plans", (!plans.is_empty()).then_some(plans))
        .with("result", result)
        .with_rest(rest);
    let digest = digest::of_file(&file);
    if let Json::Object(members) = &mut file {
        members.push(("digest".to_owned(), digest.into()));
    }
    file
}

/// A text that is left out of the file while it is blank.
fn non_blank(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

fn write_figures(figures: &BTreeMap<String, String>) -> Json {
    Json::Object(figures.iter().map(|(field, figure)| (field.clone(), figure.as_str().into())).collect())
}

fn write_task(task: &Task) -> Json {
    ObjectWriter::new()
        .with("who", task.who.as_str())
        .with("by", task.by.as_str())
        .with_some("figures", (!task.figures.is_empty()).then(|| write_figures(&task.figures)))
        .with_rest(&task.rest)
}

fn write_plan(plan: &KeptPlan) -> Json {
    let figures = plan.figures.iter().map(|(id, figures)| (id.clone(), write_figures(figures)));
    ObjectWriter::new()
        .with("name", plan.name.as_str())
        .with("wanted", plan.wanted.as_str())
        .with("figures", Json::Object(figures.collect()))
        .with_rest(&plan.rest)
}

pub(super) fn write_answer(answer: &Answer) -> Json {
    let Answer { figures, note, evidence, not_applicable, rest } = answer;
    let evidence: Vec<Json> = evidence.iter().map(write_evidence).collect();
    ObjectWriter::new()
        .with("figures", write_figures(figures))
        .with_some("not_applicable", not_applicable.as_deref())
        .with_some("note", non_blank(note))
        .with_some("evidence", (!evidence.is_empty()).then_some(evidence))
        .with_rest(rest)
}

fn write_evidence(evidence: &Evidence) -> Json {
    ObjectWriter::new()
        .with("number", evidence.number.as_str())
        .with("date", evidence.date.as_str())
        .with("title", evidence.title.as_str())
        .with("place", evidence.place.as_str())
        .with("link", evidence.url.as_str())
        .with_rest(&evidence.rest)
}
