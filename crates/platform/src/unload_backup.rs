//! A backup of unsaved work: written at once while the page is being hidden, where `IndexedDB` would come too late.
//!
//! One key a document, `tu-cham.flush.<uuid>`; the value is the revision, a line feed, the time, a line feed, the text.
//! Where a later revision stands there, which another window or another page from disk wrote, the text goes beside it,
//! under `tu-cham.flush.<uuid>.beside`.
//! localStorage may lose its last seconds when a browser is killed, so this is never the only copy of a draft.

use std::cmp::Reverse;

use super::local;
use super::local::PREFIX;
use super::storage::StorageProblem;

/// A document's text as it was when the page was left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnloadBackup {
    /// The document's UUID.
    pub id: String,
    /// The document's revision.
    pub revision: u32,
    /// When it was written, ISO 8601.
    pub saved: String,
    /// The document's file as text.
    pub text: String,
}

/// Writes the text before the call returns, in place of the backup of this document before. A later revision stays,
/// and the text goes beside it.
///
/// # Errors
/// What the browser refuses; the older text, if any, is then still there.
pub fn write(id: &str, revision: u32, saved: &str, text: &str) -> Result<(), StorageProblem> {
    let [own, beside] = keys(id);
    let key = if is_later(id, &own, revision) { beside } else { own };
    local::set(&key, Some(&join(revision, saved, text)))
}

/// Every backup that was not removed, the greatest revision first. Values in another shape are skipped and stay where
/// they are; a store that can't be read gives none.
pub fn list() -> Vec<UnloadBackup> {
    let Ok(store) = local::store() else { return Vec::new() };
    let [start, _] = keys("");
    let length = store.length().unwrap_or(0);
    let mut found: Vec<_> = (0..length)
        .filter_map(|at| {
            let key = store.key(at).ok()??;
            let name = key.strip_prefix(&start)?;
            split(name.strip_suffix(BESIDE).unwrap_or(name), &store.get_item(&key).ok()??)
        })
        .collect();
    found.sort_by_key(|backup| Reverse(backup.revision));
    found
}

/// Forgets what was flushed for a document up to a revision, once that is safe in a better place. What was typed later
/// may be nowhere else yet.
///
/// # Errors
/// What the browser refuses.
pub fn drop_up_to(id: &str, revision: u32) -> Result<(), StorageProblem> {
    keys(id).iter().filter(|key| !is_later(id, key, revision)).try_for_each(|key| local::set(key, None))
}

/// Forgets what was flushed for a document that is deleted.
///
/// # Errors
/// What the browser refuses.
pub fn remove(id: &str) -> Result<(), StorageProblem> {
    keys(id).iter().try_for_each(|key| local::set(key, None))
}

/// Whether what stands under a key of a document is later than a revision.
fn is_later(id: &str, key: &str, revision: u32) -> bool {
    let flushed = local::get(key).and_then(|value| split(id, &value));
    flushed.is_some_and(|flushed| flushed.revision > revision)
}

/// What ends the key of a text that stands beside a later one.
const BESIDE: &str = ".beside";

/// The two keys of a document.
fn keys(id: &str) -> [String; 2] {
    let own = [PREFIX, "flush.", id].concat();
    let beside = [&own, BESIDE].concat();
    [own, beside]
}

fn join(revision: u32, saved: &str, text: &str) -> String {
    [&revision.to_string(), saved, text].join("\n")
}

fn split(id: &str, value: &str) -> Option<UnloadBackup> {
    let mut parts = value.splitn(3, '\n');
    let revision = parts.next()?.parse().ok()?;
    let saved = parts.next()?.to_owned();
    let text = parts.next()?.to_owned();
    Some(UnloadBackup { id: id.to_owned(), revision, saved, text })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backup_is_read_back_with_its_own_line_feeds() {
        let value = join(12, "2023-12-01T08:00:00+07:00", "{\n  \"a\": 1\n}\n");
        let backup = UnloadBackup {
            id: "u".to_owned(),
            revision: 12,
            saved: "2023-12-01T08:00:00+07:00".to_owned(),
            text: "{\n  \"a\": 1\n}\n".to_owned(),
        };
        assert_eq!(split("u", &value), Some(backup));
    }

    #[test]
    fn a_value_in_another_shape_is_skipped() {
        for value in ["", "12", "12\n2023", "x\n2023\n{}", "-1\n2023\n{}", "4294967296\n2023\n{}"] {
            assert_eq!(split("u", value), None, "{value:?}");
        }
    }
}
