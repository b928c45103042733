//! What was handed over, and what it takes to do so.

use crate::shell::app_source::Fingerprint;

/// What was handed over, and what it takes to do so.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ExportingState {
    /// When the open document was last exported, ISO 8601; blank if never.
    pub exported: String,
    /// Whether something waits for the module of Word and Excel, for longer than a blink.
    pub office_awaited: bool,
    /// SHA-256 of the application's own text.
    pub fingerprint: Fingerprint,
}
