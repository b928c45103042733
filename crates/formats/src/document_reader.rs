//! Reads a file from outside as an assessment, or gives one reason why not. Nothing is changed here.
//!
//! The order is: size → encoding → the block of a saved copy → JSON → `format` → `version` → migration → typed reading.

use super::file_text::decode;
use super::migrations::migrate;
use super::{assessment_file, digest, exercise_file, migrations, shared_copy};
use scoring::assessment::Assessment;
use scoring::json::{Json, JsonError};
use scoring::json_reader::Fault;
use scoring::json_text::{SyntaxFault, put_lines, syntax};
use scoring::target_set;

/// The largest file that is read, in bytes: 5 MB.
pub const MOST_BYTES: u64 = 5_000_000;

/// The most values that a file may hold, roughly. A real one holds some hundreds; a million of them would slow down all
/// that is done after, for unknown keys are kept.
const MOST_VALUES: usize = 120_000;

/// An assessment that was read from a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadDocument {
    /// The assessment.
    pub assessment: Assessment,
    /// The result that the file states, to be compared with the one worked out here.
    pub stated_result: Option<Json>,
    /// What the file's digest tells of its content.
    pub digest_status: DigestStatus,
    /// The version of the application that wrote it, as stated.
    pub app: String,
    /// The set that a saved copy of the application carries with it, as text; blank where there is none.
    pub set: String,
}

/// What a file's digest tells of its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DigestStatus {
    /// The content is as it was written.
    Intact,
    /// The content was changed after it was written.
    Changed,
    /// The file has none.
    Absent,
}

/// Why a file is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Larger than [`MOST_BYTES`], or with more values than any real file.
    TooBig,
    /// Nothing in it.
    Blank,
    /// Bytes, but all of them spaces or NULs: what was copied or downloaded never arrived.
    NoContent,
    /// Not text.
    NotText,
    /// Text, but no JSON, or JSON cut short.
    NotJson(JsonError),
    /// By the looks of it one of our files, with other words around it, such as those of a letter.
    AmongWords,
    /// JSON, but not one of our files.
    NotOurs,
    /// By its other keys one of our files, which should bear this `format` and does not.
    NoFormat(&'static str),
    /// A web page that is none of ours.
    OtherPage,
    /// The application's own page, with no document in it.
    EmptyCopy,
    /// A set of targets, not an assessment.
    TargetSet,
    /// Exercises, not an assessment.
    Exercises,
    /// Written by a newer version of the product.
    Newer(u64),
    /// One of ours with values that are not as the format says.
    Faulty(Vec<Fault>),
}

impl Refusal {
    /// A stable text for the page's `data-problem`.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::TooBig => "too-big",
            Self::Blank => "blank",
            Self::NoContent => "no-content",
            Self::NotText => "not-text",
            Self::NotJson(_) => "not-json",
            Self::AmongWords => "among-words",
            Self::NotOurs => "not-ours",
            Self::NoFormat(_) => "not-ours",
            Self::OtherPage => "other-page",
            Self::EmptyCopy => "empty-copy",
            Self::TargetSet => "target-set",
            Self::Exercises => "exercises",
            Self::Newer(_) => "newer",
            Self::Faulty(_) => "faulty",
        }
    }
}

/// Whether a file with this text is small enough to be read again.
pub fn is_readable_size(text: &str) -> bool {
    u64::try_from(text.len()).is_ok_and(|size| size <= MOST_BYTES) && !has_too_many_values(text)
}

/// Reads a file's bytes.
pub fn read(bytes: &[u8]) -> Result<ReadDocument, Refusal> {
    let text = text_of(bytes)?;
    // Marks and NULs are no content.
    if text.is_empty() && !bytes.is_empty() {
        return Err(Refusal::NoContent);
    }
    if has_too_many_values(&text) {
        return Err(Refusal::TooBig);
    }
    read_text(&text)
}

/// A file's text, unless it is larger than is read or none.
pub(super) fn text_of(bytes: &[u8]) -> Result<String, Refusal> {
    if u64::try_from(bytes.len()).map_or(true, |size| size > MOST_BYTES) {
        return Err(Refusal::TooBig);
    }
    decode(bytes).ok_or(Refusal::NotText)
}

/// Whether a text holds more values than any real file.
pub(super) fn has_too_many_values(text: &str) -> bool {
    // Each value but the first of a list or an object stands behind a comma. Commas in texts count too: few have so many.
    text.bytes().filter(|byte| matches!(byte, b',' | b'[' | b'{')).count() > MOST_VALUES
}

/// Reads text that this product has kept itself: what was saved is read again, however much was written into it.
pub fn read_text(text: &str) -> Result<ReadDocument, Refusal> {
    if text.is_empty() {
        return Err(Refusal::Blank);
    }
    if text.trim_matches(|c: char| c.is_whitespace() || c == '\0').is_empty() {
        return Err(Refusal::NoContent);
    }
    // No JSON begins so.
    if text.trim_start().starts_with('<') {
        return read_page(text);
    }
    let json = Json::read(text).map_err(|error| {
        let is_among_words = !text.trim_start().starts_with('{') && names_ours(text);
        if is_among_words { Refusal::AmongWords } else { Refusal::NotJson(error) }
    })?;
    read_json(&json)
}

/// Whether a text has the `format` of a file of ours in it, as it stands in one.
pub(super) fn names_ours(text: &str) -> bool {
    let formats = [assessment_file::FORMAT, target_set::FORMAT, exercise_file::FORMAT];
    text.contains('{') && formats.into_iter().any(|format| text.contains(&format!("\"{format}\"")))
}

/// A refusal that says more to those who write files by hand: the lines of faults, and what makes a text no JSON.
pub fn explained(refusal: Refusal, bytes: &[u8]) -> Refusal {
    let Ok(whole) = text_of(bytes) else { return refusal };
    let blocks = whole.trim_start().starts_with('<').then(|| shared_copy::read(&whole)).flatten();
    let (text, before) = blocks.as_ref().map_or((&*whole, 0), |blocks| (blocks.data, blocks.lines_before));
    match refusal {
        Refusal::NotJson(error) if error.duplicate.is_none() => Refusal::NotJson(match syntax(text) {
            Some((line, SyntaxFault::Unclosed(bracket, from))) => {
                let syntax = Some(SyntaxFault::Unclosed(bracket, from + before));
                JsonError { line: line + before, syntax, ..error }
            }
            Some((line, fault)) => JsonError { line: line + before, syntax: Some(fault), ..error },
            None => error,
        }),
        Refusal::Faulty(mut faults) => {
            put_lines(&mut faults, text, before);
            Refusal::Faulty(faults)
        }
        other @ (Refusal::NotJson(_)
        | Refusal::TooBig
        | Refusal::Blank
        | Refusal::NoContent
        | Refusal::NotText
        | Refusal::AmongWords
        | Refusal::NotOurs
        | Refusal::NoFormat(_)
        | Refusal::OtherPage
        | Refusal::EmptyCopy
        | Refusal::TargetSet
        | Refusal::Exercises
        | Refusal::Newer(_)) => other,
    }
}

/// Reads the document that a saved copy of the application carries. The page itself is not run and not looked at.
fn read_page(html: &str) -> Result<ReadDocument, Refusal> {
    let blocks = shared_copy::read(html).ok_or(Refusal::OtherPage)?;
    if blocks.data.trim().is_empty() {
        return Err(Refusal::EmptyCopy);
    }
    let in_page =
        |error: JsonError| Refusal::NotJson(JsonError { line: error.line + blocks.lines_before, ..error });
    let received = read_json(&Json::read(blocks.data).map_err(in_page)?)?;
    Ok(ReadDocument { set: blocks.set.trim().to_owned(), ..received })
}

/// Reads JSON that may be one of our files.
pub fn read_json(json: &Json) -> Result<ReadDocument, Refusal> {
    match json.get("format").and_then(Json::text) {
        Some(assessment_file::FORMAT) => {}
        Some(target_set::FORMAT) => return Err(Refusal::TargetSet),
        Some(exercise_file::FORMAT) => return Err(Refusal::Exercises),
        _ => return Err(no_format(json)),
    }
    let version = match json.get("version") {
        Some(Json::Number(version)) => version.as_u64().ok_or(Refusal::NotOurs)?,
        _ => return Err(Refusal::NotOurs),
    };
    if version > assessment_file::VERSION {
        return Err(Refusal::Newer(version));
    }
    if version == 0 {
        return Err(Refusal::NotOurs);
    }
    let migrated = migrate(json, version, &migrations::ASSESSMENT);
    let assessment = assessment_file::read(&migrated).map_err(Refusal::Faulty)?;
    // The digest is of the file as it was written.
    let digest_status = match json.get("digest").and_then(Json::text) {
        None => DigestStatus::Absent,
        Some(stated) if stated == digest::of_file(json) => DigestStatus::Intact,
        Some(_) => DigestStatus::Changed,
    };
    let app = json.get("app").and_then(Json::text).unwrap_or_default().to_owned();
    Ok(ReadDocument {
        assessment,
        stated_result: migrated.get("result").cloned(),
        digest_status,
        app,
        set: String::new(),
    })
}

/// What is said of JSON without a `format` that is known: which one it should have, by what else stands in it.
fn no_format(json: &Json) -> Refusal {
    let holds = |keys: &[&str]| keys.iter().all(|key| json.get(key).is_some());
    match () {
        () if holds(&["areas", "levels"]) => Refusal::NoFormat(target_set::FORMAT),
        () if holds(&["answers", "unit"]) => Refusal::NoFormat(assessment_file::FORMAT),
        () if holds(&["exercises"]) => Refusal::NoFormat(exercise_file::FORMAT),
        () => Refusal::NotOurs,
    }
}

/// Whether two results say the same, whatever the order of their keys.
pub fn same_result(a: &Json, b: &Json) -> bool {
    match (a, b) {
        (Json::Object(a), Json::Object(b)) => {
            a.len() == b.len()
                && a.iter().all(|(key, value)| {
                    b.iter().any(|(other, other_value)| key == other && same_result(value, other_value))
                })
        }
        (Json::List(a), Json::List(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same_result(a, b))
        }
        (a, b) => a == b,
    }
}
