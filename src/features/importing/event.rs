//! What can happen to files and embedded documents that come in.

use crate::document::event_scope::EventScope;
use crate::features::importing::choice::ImportChoice;

/// Something that happened to files and embedded documents that come in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportEvent {
    /// A file is being held over the page, or no more.
    FileHeld(bool),
    /// A file's bytes were read.
    FileRead {
        /// Its name.
        name: String,
        /// Its bytes.
        bytes: Vec<u8>,
    },
    /// A workbook was read by the module of Word and Excel, see [`workbook`](formats::workbook).
    WorkbookRead {
        /// Its name.
        name: String,
        /// What the reader said.
        said: Vec<u8>,
    },
    /// A file larger than is read was chosen.
    FileTooBig(String),
    /// Several files of these names were dropped at once; one is opened at a time.
    SeveralDropped(Vec<String>),
    /// A file could not be read at all.
    FileUnreadable(String),
    /// A level was chosen for a file whose own is none of the set's.
    PreviewLevelChosen(String),
    /// A year was chosen for such a file.
    PreviewYearChosen(u16),
    /// What to do with the previewed file was chosen.
    Chosen(ImportChoice),
    /// The file that the page was opened from carries a document.
    EmbeddedFound {
        /// The file's name.
        name: String,
        /// The document's file as text.
        text: String,
        /// What was opened from such files before, see `Effect::Remember`.
        opened: String,
    },
    /// The set that the file of this name carries can't be read.
    EmbeddedSetBroken(String),
    /// The document that the file carries was to be looked at again.
    EmbeddedAsked,
    /// Texts of sets were read: of those in the page, or of those in the storage, where another window may have put one.
    SetsRead(Vec<String>),
}

impl ImportEvent {
    /// Whether it would change the open document, which a window that only reads it must not.
    pub const fn edits_document(&self) -> bool {
        match self {
            Self::Chosen(ImportChoice::Replace) => true,
            Self::FileHeld(..)
            | Self::FileRead { .. }
            | Self::WorkbookRead { .. }
            | Self::FileTooBig(..)
            | Self::SeveralDropped(..)
            | Self::FileUnreadable(..)
            | Self::PreviewLevelChosen(..)
            | Self::PreviewYearChosen(..)
            | Self::Chosen(
                ImportChoice::AsNew | ImportChoice::CarryOver | ImportChoice::AsSample | ImportChoice::Cancel,
            )
            | Self::EmbeddedFound { .. }
            | Self::EmbeddedSetBroken(..)
            | Self::EmbeddedAsked
            | Self::SetsRead(..) => false,
        }
    }

    /// To which workspace it belongs while a sample is open.
    pub const fn scope(&self) -> EventScope {
        match self {
            Self::FileHeld(..)
            | Self::PreviewLevelChosen(..)
            | Self::PreviewYearChosen(..)
            | Self::Chosen(ImportChoice::AsSample | ImportChoice::Cancel)
            | Self::EmbeddedFound { .. }
            | Self::EmbeddedSetBroken(..)
            | Self::SetsRead(..) => EventScope::InFront,
            Self::FileRead { .. }
            | Self::WorkbookRead { .. }
            | Self::FileTooBig(..)
            | Self::SeveralDropped(..)
            | Self::FileUnreadable(..) => EventScope::OwnShownInFront,
            Self::Chosen(ImportChoice::AsNew | ImportChoice::CarryOver | ImportChoice::Replace)
            | Self::EmbeddedAsked => EventScope::OwnAfterLeaving,
        }
    }
}
