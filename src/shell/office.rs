//! What the module of Word and Excel is asked for, and what comes of it.

use crate::document::event_scope::EventScope;
use std::rc::Rc;

/// A file that it makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfficeFile {
    /// The report for Word.
    Word,
    /// The workbook with every figure and formula.
    Excel,
    /// The workbook in which a unit fills its figures.
    Template,
}

/// What it is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeTask {
    /// What is to be done.
    pub what: OfficeWork,
    /// The name of the file that is made or read.
    pub name: String,
    /// The set's file as text; blank for the built-in one.
    pub set: Rc<str>,
    /// The open document's file as text; for a bundle a JSON list of pairs, the name and the text of each file.
    pub document: String,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OfficeWork {
    /// A file is to be made.
    Make(OfficeFile),
    /// A filled workbook is to be read.
    Read(Vec<u8>),
    /// The files of drafts are to be put into one zip archive.
    Bundle(Bundled),
}

/// Which drafts are in an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundled {
    /// How many.
    pub count: usize,
    /// When they were taken, ISO 8601: what was saved later is not in it.
    pub at: String,
}

impl OfficeWork {
    /// The name that the module has for it.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Make(OfficeFile::Word) => "word",
            Self::Make(OfficeFile::Excel) => "excel",
            Self::Make(OfficeFile::Template) => "template",
            Self::Read(_) => "read_filled",
            Self::Bundle(_) => "bundle",
        }
    }
}

/// What happened to a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OfficeEvent {
    /// The module is not there yet, after longer than a blink.
    Awaited,
    /// A file of this name was made.
    Made {
        /// Its name.
        name: String,
        /// Its bytes.
        bytes: Vec<u8>,
    },
    /// An archive of drafts was made.
    BundleMade {
        /// Its name.
        name: String,
        /// Its bytes.
        bytes: Vec<u8>,
        /// What is in it.
        bundled: Bundled,
    },
    /// Nothing came of it.
    Failed(OfficeTrouble),
}

impl OfficeEvent {
    /// Whether it would change the open document, which a window that only reads it must not.
    pub const fn edits_document(&self) -> bool {
        match self {
            Self::Awaited | Self::Made { .. } | Self::BundleMade { .. } | Self::Failed(_) => false,
        }
    }

    /// To which workspace it belongs while a sample is open.
    pub const fn scope(&self) -> EventScope {
        match self {
            Self::Awaited | Self::Made { .. } | Self::BundleMade { .. } | Self::Failed(_) => {
                EventScope::InFront
            }
        }
    }
}

/// Why nothing came of a task. The next one begins anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfficeTrouble {
    /// The module could not be loaded.
    Missing,
    /// It broke, or said that it can't.
    Broken,
}
