//! What lies over the page.

use crate::features::sharing::state::Sharing;

/// A dialog over the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dialog {
    /// The drafts on this computer.
    Drafts,
    /// The kept versions of the open document.
    Versions,
    /// Whether a draft should be removed, by its id.
    RemoveDraft(String),
    /// Whether every draft should be removed.
    RemoveAll,
    /// A link with the document in it.
    Link(Sharing),
    /// What to do with the open document's file, which others changed.
    FileChanged,
    /// The ways to send the document.
    Send,
}

/// What lies over the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cover {
    /// The list of drafts.
    Drafts,
    /// The list of versions.
    Versions,
    /// A question about drafts or the file that is written to.
    Question,
    /// The ways to send the document.
    Send,
    /// The preview of a file.
    Preview,
    /// The preview of a pasted table.
    PastedTable,
    /// The link.
    Link,
}
