//! What lies over the page.

use std::rc::Rc;

use crate::features::sharing::state::Sharing;
use scoring::json_reader::Fault;

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
    /// What is wrong in the file of a set.
    SetFaults(SetFaults),
}

/// What is wrong in the file of a set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetFaults {
    /// The file's name.
    pub name: String,
    /// Every fault.
    pub faults: Rc<[Fault]>,
    /// Whether the list was copied, once it was tried.
    pub copied: Option<bool>,
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
    /// What is wrong in the file of a set.
    SetFaults,
}
