//! `tu-cham/exercises`, version 1: exercises from JSON and to JSON, and those that come with the product.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::assessment_file::{APP, read_answer, read_year, rest, write_answer};
use super::document_reader;
use super::document_reader::Refusal;
use super::json_writer::ObjectWriter;
use scoring::assessment::{Answer, Assessment, SetReference, Unit};
use scoring::decimal::Decimal;
use scoring::exercise::{Asked, Exercise, Mistake};
use scoring::json::Json;
use scoring::json_reader::{Cursor, Expected, Fault, FaultKind, Violation, read_with};
use scoring::text::Text;

/// The `format` of a file of exercises.
pub const FORMAT: &str = "tu-cham/exercises";
/// The newest version of the format that is understood.
pub const VERSION: u64 = 1;

/// The longest file, in bytes of UTF-8.
pub const MOST_BYTES: usize = 1_000_000;
/// The most exercises of a file, or of anybody's own.
pub const MOST_EXERCISES: usize = 50;
/// The most mistakes of an exercise: more can't be read from the last row of a class.
pub const MOST_MISTAKES: usize = 5;
/// The most characters of a title.
pub const MOST_TITLE: usize = 120;
/// The most characters of a question.
pub const MOST_QUESTION: usize = 600;
/// The most characters of what went wrong in a mistake.
pub const MOST_WHY: usize = 300;
/// The most targets that an exercise answers.
const MOST_ANSWERS: usize = 300;

/// The exercises that come with the product.
const READY: &str = include_str!("../../../exercises/co-san.json");

/// The exercises that come with the product. A test holds that they never fault.
pub fn ready() -> Vec<Exercise> {
    read_text(READY).unwrap_or_default()
}

/// Reads a file's bytes.
pub fn read(bytes: &[u8]) -> Result<Vec<Exercise>, Refusal> {
    read_text(&document_reader::text_of(bytes)?)
}

/// Reads a file's text.
pub fn read_text(text: &str) -> Result<Vec<Exercise>, Refusal> {
    if text.len() > MOST_BYTES || document_reader::has_too_many_values(text) {
        return Err(Refusal::TooBig);
    }
    let json = Json::read(text).map_err(Refusal::NotJson)?;
    if json.get("format").and_then(Json::text) != Some(FORMAT) {
        return Err(Refusal::NotOurs);
    }
    match json.get("version") {
        Some(Json::Number(version)) => match version.as_u64() {
            Some(VERSION) => {}
            Some(version) if version > VERSION => return Err(Refusal::Newer(version)),
            _ => return Err(Refusal::NotOurs),
        },
        _ => return Err(Refusal::NotOurs),
    }
    read_all(&json).map_err(Refusal::Faulty)
}

fn read_all(json: &Json) -> Result<Vec<Exercise>, Vec<Fault>> {
    read_with(json, |root| {
        let list = root.need("exercises")?;
        let mut read: Vec<Exercise> = Vec::new();
        for (place, node) in list.items()?.iter().enumerate() {
            if place == MOST_EXERCISES {
                list.broken(Violation::TooMany);
                break;
            }
            let Some(exercise) = read_one(node) else { continue };
            if read.iter().any(|other| other.id == exercise.id) {
                node.broken_at("id", Violation::DuplicateId);
            }
            read.push(exercise);
        }
        Some(read)
    })
}

/// Keys of an exercise that are understood.
const KNOWN: [&str; 9] = ["id", "title", "question", "level", "year", "set", "answers", "asked", "mistakes"];

fn read_one(node: &Cursor<'_>) -> Option<Exercise> {
    let id = node.need("id").and_then(|id| Some(id.id()?.to_owned()));
    let title = words(node, "title", MOST_TITLE);
    let question = words(node, "question", MOST_QUESTION);
    let level = node.need("level").and_then(|level| Some(level.id()?.to_owned()));
    let year = node.need("year").and_then(|year| read_year(&year));
    let target_set = node.need("set").and_then(|set| read_set(&set));
    let answers = node.need("answers").and_then(|answers| read_answers(&answers));
    let asked = node.need("asked").and_then(|asked| read_asked(&asked));
    let mistakes = node.maybe("mistakes").map_or(Some(Vec::new()), |mistakes| {
        if mistakes.items()?.len() > MOST_MISTAKES {
            mistakes.broken(Violation::TooMany);
        }
        mistakes.each(read_mistake)
    });
    Some(Exercise {
        id: id?,
        title: title?,
        question: question?,
        unit: Assessment {
            unit: Unit { level: level?, ..Unit::default() },
            year: year?,
            target_set: target_set?,
            answers: answers?,
            rest: rest(node, &KNOWN),
            ..Assessment::default()
        },
        asked: asked?,
        mistakes: mistakes?,
    })
}

/// A text that must be there: one for both languages, or one for each.
fn words(node: &Cursor<'_>, key: &str, most: usize) -> Option<Text> {
    let node = node.need(key)?;
    let words = match node.json().text() {
        Some(text) => Text { vi: text.to_owned(), en: text.to_owned() },
        None => node.words()?,
    };
    if words.vi.trim().is_empty() {
        node.broken(Violation::Empty);
    }
    if [&words.vi, &words.en].iter().any(|text| text.chars().count() > most) {
        node.broken(Violation::TooMany);
    }
    Some(words)
}

fn read_set(node: &Cursor<'_>) -> Option<SetReference> {
    let text = |key| node.need(key).and_then(|node| Some(node.text()?.to_owned()));
    let id = node.need("id").and_then(|id| Some(id.id()?.to_owned()));
    let (edition, sha256) = (text("edition"), text("sha256"));
    Some(SetReference { id: id?, edition: edition?, sha256: sha256?, ..SetReference::default() })
}

fn read_answers(node: &Cursor<'_>) -> Option<BTreeMap<String, Rc<Answer>>> {
    let entries = node.entries()?;
    if entries.len() > MOST_ANSWERS {
        node.broken(Violation::TooMany);
    }
    let mut answers = BTreeMap::new();
    for (id, answer) in entries {
        if let Some(answer) = read_answer(&answer) {
            answers.insert(id.to_owned(), Rc::new(answer));
        }
    }
    Some(answers)
}

fn read_asked(node: &Cursor<'_>) -> Option<Asked> {
    let kind = node.need("kind")?;
    let word = kind.text()?;
    let of = match word {
        "index" => "",
        "area" => node.need("area")?.id()?,
        _ => {
            if !Asked::KINDS.contains(&word) {
                kind.unknown(word);
                return None;
            }
            node.need("target")?.id()?
        }
    };
    Asked::new(word, of)
}

fn read_mistake(node: &Cursor<'_>) -> Option<Mistake> {
    let answer = node.need("answer").and_then(|answer| {
        let text = answer.text()?;
        if !is_number(text) {
            answer.fault(FaultKind::Expected(Expected::Decimal));
        }
        Some(text.to_owned())
    });
    let why = words(node, "why", MOST_WHY);
    Some(Mistake { answer: answer?, why: why? })
}

/// Whether a text is an answer as files have it: a decimal, below zero with its sign.
pub fn is_number(text: &str) -> bool {
    Decimal::read(text.strip_prefix('-').unwrap_or(text)).is_some()
}

/// A file of exercises, as text.
pub fn write(title: &str, exercises: &[Exercise]) -> String {
    let exercises: Vec<Json> = exercises.iter().map(write_one).collect();
    ObjectWriter::new()
        .with("format", FORMAT)
        .with("version", VERSION)
        .with("title", title)
        .with("app", APP)
        .with("exercises", exercises)
        .done()
        .to_pretty()
}

fn write_one(exercise: &Exercise) -> Json {
    let Exercise { id, title, question, unit, asked, mistakes } = exercise;
    let set = ObjectWriter::new()
        .with("id", unit.target_set.id.as_str())
        .with("edition", unit.target_set.edition.as_str())
        .with("sha256", unit.target_set.sha256.as_str());
    let answers = unit.answers.iter().map(|(id, answer)| (id.clone(), write_answer(answer)));
    let of = match asked {
        Asked::Points(_) | Asked::Value(_) => Some("target"),
        Asked::Area(_) => Some("area"),
        Asked::Index => None,
    };
    let wanted = ObjectWriter::new().with("kind", asked.kind());
    let wanted = match of {
        Some(key) => wanted.with(key, asked.of()),
        None => wanted,
    };
    let mistake = |mistake: &Mistake| {
        ObjectWriter::new()
            .with("answer", mistake.answer.as_str())
            .with("why", localized(&mistake.why))
            .done()
    };
    let mistakes: Vec<Json> = mistakes.iter().map(mistake).collect();
    ObjectWriter::new()
        .with("id", id.as_str())
        .with("title", localized(title))
        .with("question", localized(question))
        .with("level", unit.unit.level.as_str())
        .with("year", u64::from(unit.year))
        .with("set", set.done())
        .with("answers", Json::Object(answers.collect()))
        .with("asked", wanted.done())
        .with("mistakes", mistakes)
        .with_rest(&unit.rest)
}

/// A text as one string where both languages have the same.
fn localized(words: &Text) -> Json {
    if words.vi == words.en {
        return words.vi.as_str().into();
    }
    ObjectWriter::new().with("vi", words.vi.as_str()).with("en", words.en.as_str()).done()
}
