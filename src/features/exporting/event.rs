//! What can happen to what is handed over as a file.

use crate::document::event_scope::EventScope;
use crate::shell::app_source::{Purpose, SourceText};
use crate::shell::office::OfficeFile;

/// Something that happened to what is handed over as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExportEvent {
    /// A JSON file was asked for.
    JsonPressed,
    /// A JSON file of every draft was asked for.
    AllPressed,
    /// The user has found the file of the open document.
    Confirmed,
    /// The user has found the files of all drafts, which were handed over at this time.
    AllConfirmed(String),
    /// A Word or Excel file was asked for.
    OfficePressed(OfficeFile),
    /// A copy of the application with the document in it was asked for.
    CopyPressed,
    /// A copy of the application with a blank form in it was asked for.
    FormPressed,
    /// The application's own text was asked for, and this is what came.
    SourceRead(Purpose, SourceText),
    /// A chart was to be handed over as a picture.
    ChartSaved {
        /// What it shows.
        title: String,
        /// The picture, SVG.
        text: String,
    },
    /// A table was to be handed over as a file that spreadsheets read.
    TableSaved {
        /// What it holds.
        title: String,
        /// The table, CSV.
        text: String,
    },
}

impl ExportEvent {
    /// Whether it would change the open document, which a window that only reads it must not.
    pub const fn edits_document(&self) -> bool {
        match self {
            Self::JsonPressed
            | Self::AllPressed
            | Self::Confirmed
            | Self::AllConfirmed(..)
            | Self::OfficePressed(..)
            | Self::CopyPressed
            | Self::FormPressed
            | Self::SourceRead(..)
            | Self::ChartSaved { .. }
            | Self::TableSaved { .. } => false,
        }
    }

    /// To which workspace it belongs while a sample is open.
    pub const fn scope(&self) -> EventScope {
        match self {
            Self::JsonPressed
            | Self::Confirmed
            | Self::OfficePressed(..)
            | Self::CopyPressed
            | Self::SourceRead(..)
            | Self::ChartSaved { .. }
            | Self::TableSaved { .. } => EventScope::InFront,
            Self::AllPressed | Self::AllConfirmed(..) => EventScope::OwnAfterLeaving,
            Self::FormPressed => EventScope::Nobody,
        }
    }
}
