//! What can happen to kept versions.

use crate::document::event_scope::EventScope;
use crate::document::versions::KeptVersion;

/// Something that happened to kept versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VersionEvent {
    /// The kept versions of the open document were asked for.
    Asked,
    /// The storage told them, the oldest first.
    Listed(Vec<KeptVersion>),
    /// A kept version was chosen to take the place of what is open, by its place in the list.
    Restored(usize),
}

impl VersionEvent {
    /// Whether it would change the open document, which a window that only reads it must not.
    pub const fn edits_document(&self) -> bool {
        match self {
            Self::Restored(..) => true,
            Self::Asked | Self::Listed(..) => false,
        }
    }

    /// To which workspace it belongs while a sample is open.
    pub const fn scope(&self) -> EventScope {
        match self {
            Self::Asked | Self::Restored(..) => EventScope::Nobody,
            Self::Listed(..) => EventScope::Own,
        }
    }
}
