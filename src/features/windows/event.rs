//! What can happen between the windows of this program.

use crate::document::draft::Draft;
use crate::document::event_scope::EventScope;

/// Something that happened between the windows of this program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WindowEvent {
    /// This window may edit a document, by its id; what the storage has of it, when another window edited it before.
    LockGranted(String, Option<Box<Draft>>),
    /// Another window edits a document.
    LockRefused(String),
    /// Another window wants to edit a document.
    LockWanted(String),
    /// A window of a newer version of the product was seen.
    NewerSeen(String),
    /// The document is to be edited here, not in the other window.
    EditHerePressed,
    /// A draft that was to be removed, by its id, is open in another window.
    RemovalRefused(String),
    /// What the storage has of a draft that another window saved.
    DraftRead(Box<Draft>),
    /// The storage refused a revision, given here, because another window had stored one that it was not made from.
    SaveSuperseded(Box<Draft>),
}

impl WindowEvent {
    /// Whether it would change the open document, which a window that only reads it must not.
    pub const fn edits_document(&self) -> bool {
        match self {
            Self::LockGranted(..)
            | Self::LockRefused(..)
            | Self::LockWanted(..)
            | Self::NewerSeen(..)
            | Self::EditHerePressed
            | Self::RemovalRefused(..)
            | Self::DraftRead(..)
            | Self::SaveSuperseded(..) => false,
        }
    }

    /// To which workspace it belongs while a sample is open.
    pub const fn scope(&self) -> EventScope {
        match self {
            Self::LockGranted(..)
            | Self::LockRefused(..)
            | Self::LockWanted(..)
            | Self::NewerSeen(..)
            | Self::RemovalRefused(..)
            | Self::DraftRead(..)
            | Self::SaveSuperseded(..) => EventScope::Own,
            Self::EditHerePressed => EventScope::Nobody,
        }
    }
}
