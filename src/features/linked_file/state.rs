//! The file that a document keeps being written to, where the browser lets a page write files.

pub use formats::overwrite_check::Conflict;

/// The link of a document to a file on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileLink {
    /// UUID of the document.
    pub id: String,
    /// Name of the file.
    pub name: String,
    /// Whether the browser remembers the file after this visit.
    pub kept: bool,
    /// How it stands.
    pub state: FileState,
    /// When the file was last written and read back in this visit, ISO 8601; blank if it was not yet.
    pub written: String,
    /// The revision that the file then had; 0 if it was not written in this visit.
    pub revision: u32,
    /// Whether the draft has gone on since the file was last read or written.
    pub(crate) behind: bool,
    /// What is being done with the file.
    pub(crate) work: Work,
    /// What the user was last told went wrong, so that it isn't said at every try.
    pub(crate) told: Option<FileTrouble>,
    /// The digest of what others put into the file, as it was seen.
    pub(crate) seen: String,
    /// The digest of what the user agreed to write over.
    pub(crate) accepted: String,
}

/// What is being done with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Work {
    /// Nothing.
    Idle,
    /// It is being read or written because something was saved.
    Following,
    /// It is being read or written because the user pressed something, and wants to hear what came of it.
    Asked,
}

/// The files that documents are written to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LinkedFiles {
    /// Whether the browser lets the page write to files that the user picks.
    pub offered: bool,
    /// One a document.
    pub links: Vec<FileLink>,
}

/// How a document and its file stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileState {
    /// The browser wants to ask before it writes, and it asks only in a click.
    Waiting,
    /// Every saved revision goes into the file.
    Ready,
    /// The file is being written.
    Writing,
    /// It could not be written; the next saved revision tries again.
    Failed(FileTrouble),
    /// Others changed it: nothing is written until the user has decided.
    Other(Conflict),
}

/// Why a file could not be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileTrouble {
    /// The user or the browser does not allow it.
    Denied,
    /// The file is no longer where it was.
    Gone,
    /// There is no room.
    Full,
    /// It did not read back as it was written.
    Differs,
    /// The browser could not write, whatever the reason.
    Refused,
}

/// A file as it is found before it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundFile {
    /// The document that is to be written to it.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it holds; of a large one only the beginning, more than any file of this program has.
    pub bytes: Vec<u8>,
    /// Digests of what this program may have left there; blank if it never wrote to it.
    pub marks: String,
    /// Whether the browser remembers it after this visit.
    pub kept: bool,
    /// Whether it was picked just now.
    pub picked: bool,
}

/// Something to be done with the file of a document; documents are named by their ids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileTask {
    /// Let the user pick one.
    Pick {
        /// The document.
        id: String,
        /// The name to propose.
        name: String,
    },
    /// Read it, if that is allowed.
    Check {
        /// The document.
        id: String,
        /// Whether the user may be asked for leave: only in a click.
        ask: bool,
    },
    /// Write it and read it back.
    Write {
        /// The document.
        id: String,
        /// The revision of the text.
        revision: u32,
        /// The whole text.
        text: String,
        /// Digests to remember of what the file may hold from now on.
        marks: String,
    },
    /// Show what it holds, as a file that was chosen.
    Look(String),
    /// Forget it; the file stays as it is.
    Forget(String),
    /// Something was saved: write it soon.
    Soon,
}

/// What a notice says about the file of a document, by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileNotice {
    /// It was written and read back.
    Written {
        /// Its name.
        name: String,
        /// Whether the browser remembers it after this visit.
        kept: bool,
    },
    /// It could not be written.
    Failed(String, FileTrouble),
    /// Others changed it; nothing was written.
    Other(String),
    /// It is no longer written to.
    Stopped(String),
    /// Another window has a newer state of the document: this one writes no file.
    NotFromHere,
}

impl FileLink {
    pub(crate) fn new(id: String, name: String, state: FileState) -> Self {
        Self {
            id,
            name,
            kept: true,
            state,
            written: String::new(),
            revision: 0,
            behind: false,
            work: Work::Idle,
            told: None,
            seen: String::new(),
            accepted: String::new(),
        }
    }

    /// Ends what was being done; whether the user waits to hear of it.
    pub(crate) fn end(&mut self) -> bool {
        std::mem::replace(&mut self.work, Work::Idle) == Work::Asked
    }

    /// Whether saved revisions are to go into the file by themselves.
    pub(crate) const fn follows(&self) -> bool {
        matches!(self.state, FileState::Ready | FileState::Writing | FileState::Failed(_))
    }
}
