//! What can happen to the drafts on this computer.

use crate::document::event_scope::EventScope;

/// Something that happened to the drafts on this computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DraftEvent {
    /// A draft of this computer was chosen.
    Chosen(String),
    /// A set was chosen for the next new document, by its SHA-256.
    SetChosen(String),
    /// A new document was asked for.
    NewPressed,
    /// A draft was to be carried on into the next year.
    DuplicatePressed(String),
    /// A draft was removed, after asking.
    Removed(String),
    /// Every draft of this computer was removed, after asking.
    AllRemoved,
    /// The text of a draft that can't be read was asked for as it is.
    RawPressed(String),
}

impl DraftEvent {
    /// Whether it would change the open document, which a window that only reads it must not.
    pub const fn edits_document(&self) -> bool {
        match self {
            Self::Chosen(..)
            | Self::SetChosen(..)
            | Self::NewPressed
            | Self::DuplicatePressed(..)
            | Self::Removed(..)
            | Self::AllRemoved
            | Self::RawPressed(..) => false,
        }
    }

    /// To which workspace it belongs while a sample is open.
    pub const fn scope(&self) -> EventScope {
        match self {
            Self::Chosen(..)
            | Self::NewPressed
            | Self::DuplicatePressed(..)
            | Self::Removed(..)
            | Self::AllRemoved
            | Self::RawPressed(..) => EventScope::OwnAfterLeaving,
            Self::SetChosen(..) => EventScope::InFront,
        }
    }
}
