//! The kept versions of the open document.

use crate::document::versions::VersionEntry;
use std::rc::Rc;

/// The kept versions of the open document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct VersionsState {
    /// The versions, the newest first; `None` until the storage has told.
    pub listed: Option<Rc<Vec<VersionEntry>>>,
    /// The hour, ISO 8601, in which a version was last kept by the clock.
    pub kept_hour: String,
}
