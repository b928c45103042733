//! The drafts on this computer.

use crate::document::draft::Draft;
use crate::document::saving::StorageScope;
use std::rc::Rc;

/// The drafts on this computer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DraftsState {
    /// The drafts, the latest first.
    pub entries: Rc<Vec<Draft>>,
    /// Entries of the storage that are not ours to read.
    pub foreign: usize,
    /// The documents with work of this visit that is in no file, by their ids.
    pub unfiled: Vec<String>,
    /// The set chosen for the next new document, by its SHA-256; blank for that of the open one.
    pub chosen_set: String,
    /// How this browser keeps drafts.
    pub storage_scope: StorageScope,
}
