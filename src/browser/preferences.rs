//! Small choices kept between visits: theme, language, the last document. Losing them loses no work.

use super::{
    local::{self, PREFIX},
    storage::StorageProblem,
};

/// The stored choice; `None` if none was made or the browser doesn't tell.
pub fn get(name: &str) -> Option<String> {
    local::get(&key(name))
}

/// Stores a choice under `tu-cham.<name>`; `None` forgets it.
///
/// Names must not begin with `flush.`, which is where [`flush`](super::flush) keeps its texts.
///
/// # Errors
/// What the browser refuses; the choice then holds for this visit only.
pub fn set(name: &str, value: Option<&str>) -> Result<(), StorageProblem> {
    local::set(&key(name), value)
}

fn key(name: &str) -> String {
    [PREFIX, name].concat()
}
