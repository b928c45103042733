//! What can happen to links with a document in them.

use crate::document::event_scope::EventScope;

/// Something that happened to links with a document in them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShareEvent {
    /// A link with the document in it was asked for.
    Pressed,
    /// The document for a link was compressed, or the browser could not.
    Made(Option<Vec<u8>>),
    /// The link was to be copied, or the faults of a set.
    CopyPressed,
    /// It was copied, or the browser did not allow it.
    Copied(bool),
    /// An address with a document in it was reached.
    Reached(String),
    /// What a link carries was decompressed.
    Read {
        /// What it is called in the language shown.
        name: String,
        /// The file's bytes.
        bytes: Vec<u8>,
    },
    /// What a link carries could not be decompressed.
    Unreadable,
}

impl ShareEvent {
    /// Whether it would change the open document, which a window that only reads it must not.
    pub const fn edits_document(&self) -> bool {
        match self {
            Self::Pressed
            | Self::Made(..)
            | Self::CopyPressed
            | Self::Copied(..)
            | Self::Reached(..)
            | Self::Read { .. }
            | Self::Unreadable => false,
        }
    }

    /// To which workspace it belongs while a sample is open.
    pub const fn scope(&self) -> EventScope {
        match self {
            Self::Pressed | Self::Made(..) | Self::CopyPressed | Self::Copied(..) => EventScope::InFront,
            Self::Reached(..) | Self::Read { .. } | Self::Unreadable => EventScope::OwnShownInFront,
        }
    }
}
