//! Reads the file of a target set from outside, or gives one reason why not. Nothing is changed here.

use super::document_reader::Refusal;
use super::{digest, document_reader};
use scoring::json::Json;
use scoring::json_text::put_lines;
use scoring::loaded_set::LoadedSet;
use scoring::target_set::{FORMAT, VERSION, put_owners, read_foreign};

/// The longest file of a set, in bytes of UTF-8: a real one has some tens of thousands, and every document made with a set
/// takes it along.
pub const MOST_BYTES: usize = 1_000_000;

/// Reads a file's bytes.
pub fn read(bytes: &[u8]) -> Result<LoadedSet, Refusal> {
    read_text(&document_reader::text_of(bytes)?)
}

/// Reads a file's text.
pub fn read_text(text: &str) -> Result<LoadedSet, Refusal> {
    if text.len() > MOST_BYTES || document_reader::has_too_many_values(text) {
        return Err(Refusal::TooBig);
    }
    let json = Json::read(text).map_err(Refusal::NotJson)?;
    if json.get("format").and_then(Json::text) != Some(FORMAT) {
        return Err(Refusal::NotOurs);
    }
    if let Some(Json::Number(version)) = json.get("version")
        && let Some(version) = version.as_u64()
        && version > VERSION
    {
        return Err(Refusal::Newer(version));
    }
    let set = read_foreign(&json).map_err(|mut faults| {
        put_owners(&mut faults, &json);
        put_lines(&mut faults, text, 0);
        // As they stand in the file: those of one target together.
        faults.sort_by_key(|fault| fault.line);
        Refusal::Faulty(faults)
    })?;
    Ok(LoadedSet { set, sha256: digest::hex(&json), text: text.into() })
}
