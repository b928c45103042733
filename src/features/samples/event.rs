//! What can happen to samples.

use crate::document::event_scope::EventScope;
use crate::shell::page::Page;
use formats::samples::Sample;

/// Something that happened to samples.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SampleEvent {
    /// An address was reached that names a sample.
    Reached {
        /// The sample's id, as the address says it.
        id: String,
        /// The page.
        page: Page,
        /// A place on it.
        place: Option<String>,
    },
    /// A sample was chosen.
    Opened(Sample),
    /// The sample was left for what was open before it.
    Left,
}

impl SampleEvent {
    /// Whether it would change the open document, which a window that only reads it must not.
    pub const fn edits_document(&self) -> bool {
        match self {
            Self::Reached { .. } | Self::Opened(..) | Self::Left => false,
        }
    }

    /// To which workspace it belongs while a sample is open.
    pub const fn scope(&self) -> EventScope {
        match self {
            Self::Reached { .. } | Self::Opened(..) | Self::Left => EventScope::InFront,
        }
    }
}
