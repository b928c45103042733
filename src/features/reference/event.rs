//! What can happen on the page "Chỉ tiêu".

use crate::document::event_scope::EventScope;
use scoring::target_set::TargetId;

/// Something that happened there; nothing of it touches the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReferenceEvent {
    /// A level was chosen, or with a blank every level.
    LevelChosen(String),
    /// A year was chosen.
    YearChosen(u16),
    /// Words to search were typed.
    SearchTyped(String),
    /// A figure of an example was typed or chosen: its field and the whole text.
    FigureTyped(TargetId, String, String),
    /// An example was to be as it was at first.
    Restored(TargetId),
    /// The set's file was asked for.
    DownloadPressed,
}

impl ReferenceEvent {
    /// Whether it would change the open document, which a window that only reads it must not.
    pub const fn edits_document(&self) -> bool {
        match self {
            Self::LevelChosen(..)
            | Self::YearChosen(..)
            | Self::SearchTyped(..)
            | Self::FigureTyped(..)
            | Self::Restored(..)
            | Self::DownloadPressed => false,
        }
    }

    /// To which workspace it belongs while a sample is open.
    pub const fn scope(&self) -> EventScope {
        match self {
            Self::LevelChosen(..)
            | Self::YearChosen(..)
            | Self::SearchTyped(..)
            | Self::FigureTyped(..)
            | Self::Restored(..)
            | Self::DownloadPressed => EventScope::InFront,
        }
    }
}
