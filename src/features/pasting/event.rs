//! What can happen to a pasted table.

use crate::document::event_scope::EventScope;
use scoring::target_set::TargetId;

/// Something that happened to a pasted table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PasteEvent {
    /// A block of cells was pasted into a figure.
    Pasted {
        /// The target where it begins.
        target: TargetId,
        /// The field where it begins.
        field: String,
        /// The pasted text: tabs between cells, a line a row.
        text: String,
    },
    /// A file was read that is a table: its rows.
    TableRead {
        /// The file's name.
        name: String,
        /// Its cells.
        rows: Vec<Vec<String>>,
    },
    /// The meaning of a column was chosen, see [`meaning_of`](crate::features::pasting::state::meaning_of).
    ColumnChosen(usize, String),
    /// The target of a row was chosen by its id; blank leaves the row out.
    RowChosen(usize, String),
    /// The figures shown are to be filled in where they were pasted.
    Applied,
    /// The figures of a file are to be filled into the user's own document.
    FileApplied,
    /// Nothing is to be filled in.
    Cancelled,
}

impl PasteEvent {
    /// Whether it would change the open document, which a window that only reads it must not.
    pub const fn edits_document(&self) -> bool {
        match self {
            Self::Pasted { .. } | Self::Applied | Self::FileApplied => true,
            Self::TableRead { .. } | Self::ColumnChosen(..) | Self::RowChosen(..) | Self::Cancelled => false,
        }
    }

    /// To which workspace it belongs while a sample is open.
    pub const fn scope(&self) -> EventScope {
        match self {
            Self::Pasted { .. }
            | Self::ColumnChosen(..)
            | Self::RowChosen(..)
            | Self::Applied
            | Self::Cancelled => EventScope::InFront,
            Self::TableRead { .. } => EventScope::OwnShownInFront,
            Self::FileApplied => EventScope::OwnAfterLeaving,
        }
    }
}
