//! The way to `localStorage`, where even reading the property can throw.

use web_sys::Storage;

use super::problem::StorageProblem;

/// What every key of this program begins with: `file://` pages may share one store.
pub(super) const PREFIX: &str = "tu-cham.";

/// The store, or why there is none.
pub(super) fn store() -> Result<Storage, StorageProblem> {
    let window = web_sys::window().ok_or(StorageProblem::Blocked)?;
    window.local_storage().map_err(|thrown| StorageProblem::of(&thrown))?.ok_or(StorageProblem::Blocked)
}

/// Writes a value under a key, or removes the key if there is none.
pub(super) fn set(key: &str, value: Option<&str>) -> Result<(), StorageProblem> {
    let store = store()?;
    let done = match value {
        Some(value) => store.set_item(key, value),
        None => store.remove_item(key),
    };
    done.map_err(|thrown| StorageProblem::of(&thrown))
}

/// The value under a key; `None` if there is none or the store can't be read.
pub(super) fn get(key: &str) -> Option<String> {
    store().ok()?.get_item(key).ok()?
}
