//! A file that documents are written to, as it is remembered.

/// A file that the browser remembers from an earlier visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptFile {
    /// UUID of the document.
    pub id: String,
    /// Name of the file.
    pub name: String,
    /// Whether it may be written without asking.
    pub allowed: bool,
}
