//! What was handed over, and what it takes to do so.

use crate::shell::app_source::Fingerprint;

/// What was handed over, and what it takes to do so.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ExportingState {
    /// When the open document was last found in a file, ISO 8601; blank if never.
    pub exported: String,
    /// When it was last handed to the browser, which does not say whether a file came of it, ISO 8601; blank once the user
    /// has found the file.
    pub handed_over: String,
    /// Whether something waits for the module of Word and Excel, for longer than a blink.
    pub office_awaited: bool,
    /// SHA-256 of the application's own text.
    pub fingerprint: Fingerprint,
}
