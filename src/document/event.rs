//! What can happen to the open document as a whole: opening, saving, undo.

use crate::document::draft::Stored;
use crate::document::event_scope::EventScope;

/// Something that happened to the open document as a whole: opening, saving, undo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DocumentEvent {
    /// The storage was read, or could not be.
    Started(Box<Stored>),
    /// Time to save.
    SaveDue,
    /// The page is being hidden or left, perhaps for good.
    PageHidden,
    /// The storage has the revision of a document.
    Saved {
        /// The document.
        id: String,
        /// Its revision.
        revision: u32,
    },
    /// The storage could not keep it.
    SaveFailed,
    /// The storage was deleted while the page is open; what is stored from now on goes into a new one.
    StorageDeleted,
    /// Not even a copy could be left for the next start while the page was being hidden.
    BackUpFailed,
    /// The storage could not delete what was to be removed.
    DeleteFailed,
    /// Undo.
    UndoPressed,
    /// Redo.
    RedoPressed,
}

impl DocumentEvent {
    /// Whether it would change the open document, which a window that only reads it must not.
    pub const fn edits_document(&self) -> bool {
        match self {
            Self::UndoPressed | Self::RedoPressed => true,
            Self::Started(..)
            | Self::SaveDue
            | Self::PageHidden
            | Self::Saved { .. }
            | Self::SaveFailed
            | Self::StorageDeleted
            | Self::BackUpFailed
            | Self::DeleteFailed => false,
        }
    }

    /// To which workspace it belongs while a sample is open.
    pub const fn scope(&self) -> EventScope {
        match self {
            Self::Started(..)
            | Self::SaveDue
            | Self::PageHidden
            | Self::Saved { .. }
            | Self::SaveFailed
            | Self::StorageDeleted => EventScope::Own,
            Self::BackUpFailed | Self::DeleteFailed | Self::UndoPressed | Self::RedoPressed => {
                EventScope::InFront
            }
        }
    }
}
