//! What happens between a document and the file that it is written to.

use crate::document::event_scope::EventScope;
use crate::features::linked_file::state::{FileTrouble, FoundFile};

pub use formats::overwrite_check::Conflict;

/// What happened between a document and its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkedFileEvent {
    /// "Lưu vào tệp" was pressed, by whatever name it had.
    Pressed,
    /// Time to write what was saved since.
    Due,
    /// A file was read before it is written.
    Found(Box<FoundFile>),
    /// The browser doesn't let the file of a document be written without being asked, or denied it.
    NotAllowed {
        /// The document.
        id: String,
        /// Whether it said no, rather than nothing.
        denied: bool,
    },
    /// The file holds the revision: it was read back.
    Written {
        /// The document.
        id: String,
        /// The revision.
        revision: u32,
    },
    /// The file of a document could not be read or written.
    Failed(String, FileTrouble),
    /// What others put into the file is to be looked at.
    LookPressed,
    /// Another file is to be written to.
    ElsewherePressed,
    /// What others put into the file may go.
    OverwritePressed,
    /// The file is not to be written to any more.
    StopPressed,
}

impl LinkedFileEvent {
    /// Whether it would change the open document, which a window that only reads it must not.
    pub const fn edits_document(&self) -> bool {
        match self {
            Self::Pressed
            | Self::Due
            | Self::Found(..)
            | Self::NotAllowed { .. }
            | Self::Written { .. }
            | Self::Failed(..)
            | Self::LookPressed
            | Self::ElsewherePressed
            | Self::OverwritePressed
            | Self::StopPressed => false,
        }
    }

    /// To which workspace it belongs while a sample is open.
    pub const fn scope(&self) -> EventScope {
        match self {
            Self::Due
            | Self::Found(_)
            | Self::NotAllowed { .. }
            | Self::Written { .. }
            | Self::Failed(..) => EventScope::Own,
            Self::Pressed
            | Self::LookPressed
            | Self::ElsewherePressed
            | Self::OverwritePressed
            | Self::StopPressed => EventScope::Nobody,
        }
    }
}
