//! What can happen on the page of results.

use crate::document::event_scope::EventScope;
use crate::features::results::state::{Column, ResultFilter};
use crate::shell::notice::Refused;

/// Something that happened on the page of results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ResultsEvent {
    /// The targets of the results were to be ordered by a column; by the same again, the other way round.
    Sorted(Column),
    /// The targets to show among the results were chosen.
    Filtered(ResultFilter),
    /// A file was chosen to stand beside the document as the year before, and was read or not.
    LastYearChosen {
        /// Its name.
        name: String,
        /// Its bytes, or why there are none.
        file: Result<Vec<u8>, Refused>,
    },
    /// The file beside the document was closed.
    LastYearClosed,
}

impl ResultsEvent {
    /// Whether it would change the open document, which a window that only reads it must not.
    pub const fn edits_document(&self) -> bool {
        match self {
            Self::Sorted(..) | Self::Filtered(..) | Self::LastYearChosen { .. } | Self::LastYearClosed => {
                false
            }
        }
    }

    /// To which workspace it belongs while a sample is open.
    pub const fn scope(&self) -> EventScope {
        match self {
            Self::Sorted(..) | Self::Filtered(..) | Self::LastYearChosen { .. } | Self::LastYearClosed => {
                EventScope::InFront
            }
        }
    }
}
