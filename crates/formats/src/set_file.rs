//! Reads the file of a target set from outside, or gives one reason why not. Nothing is changed here.

use super::document_reader::Refusal;
use super::{digest, document_reader};
use scoring::json::Json;
use scoring::json_reader::Fault;
use scoring::json_text::put_lines;
use scoring::loaded_set::LoadedSet;
use scoring::target_set::{FORMAT, TargetSet, VERSION, put_owners, read_foreign, read_reviewed};

/// The longest file of a set, in bytes of UTF-8: a real one has some tens of thousands, and every document made with a set
/// takes it along.
pub const MOST_BYTES: usize = 1_000_000;

/// Reads a file's bytes, with what its author should look at again.
pub fn read(bytes: &[u8]) -> Result<(LoadedSet, Vec<Fault>), Refusal> {
    read_by(&document_reader::text_of(bytes)?, read_reviewed)
}

/// Reads a file's text.
pub fn read_text(text: &str) -> Result<LoadedSet, Refusal> {
    let (loaded, _) = read_by(text, |json| Ok((read_foreign(json)?, Vec::new())))?;
    Ok(loaded)
}

fn read_by(
    text: &str,
    read: impl FnOnce(&Json) -> Result<(TargetSet, Vec<Fault>), Vec<Fault>>,
) -> Result<(LoadedSet, Vec<Fault>), Refusal> {
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
    let placed = |mut faults: Vec<Fault>| {
        put_owners(&mut faults, &json);
        put_lines(&mut faults, text, 0);
        // As they stand in the file: those of one target together.
        faults.sort_by_key(|fault| fault.line);
        faults
    };
    let (set, warnings) = read(&json).map_err(|faults| Refusal::Faulty(placed(faults)))?;
    Ok((LoadedSet { set, sha256: digest::hex(&json), text: text.into() }, placed(warnings)))
}
