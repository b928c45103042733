//! What the state asks to be done outside; whoever does it answers with an event.

use crate::document::draft::Draft;
use crate::document::sets::StoredSet;
use crate::document::versions::KeptVersion;
use crate::features::linked_file::state::FileTask;
use crate::shell::app_source::Purpose;
use crate::shell::event::AppEvent;
use crate::shell::office::OfficeTask;
use crate::shell::page::Page;

/// Something to be done outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Take this event next, before any other: what one feature leaves to another.
    Then(Box<AppEvent>),
    /// The document changed: save it soon.
    SaveSoon,
    /// Put a draft into the storage.
    SaveDraft(Box<Draft>),
    /// Write a draft at once where it is found at the next start: the storage may not finish in time.
    BackUp(Box<Draft>),
    /// Read a draft from the storage anew.
    Reread(String),
    /// Ask whether this window may edit a document: the one that is open now. Any other is let go.
    Lock(String),
    /// Ask the window that edits a document to let it go.
    RequestLock(String),
    /// Let a document go once all that is here is stored, and get in line for it.
    Unlock(String),
    /// Read the sets that lie in the page; the answer is [`ImportEvent::SetsRead`](crate::features::importing::event::ImportEvent::SetsRead).
    ReadMoreSets,
    /// Read the trainer's own exercises that this browser keeps; the answer is
    /// [`ExerciseEvent::Read`](crate::features::exercises::event::ExerciseEvent::Read).
    ReadExercises,
    /// Put a set into the storage, unless it is there.
    KeepSet(StoredSet),
    /// Delete sets, by their SHA-256, from the storage for good.
    DropSets(Vec<String>),
    /// Keep a version of a document.
    Keep(Box<KeptVersion>),
    /// List the kept versions of a document.
    ListVersions(String),
    /// Delete a draft from the storage for good.
    Delete(String),
    /// Hand a file to the user.
    Download {
        /// Its name.
        name: String,
        /// Its text.
        text: String,
    },
    /// Hand the figures to the user as CSV, in a file of this name.
    DownloadFigures(String),
    /// Print the page.
    Print,
    /// Hand a file of bytes to the user.
    HandOver {
        /// Its name.
        name: String,
        /// Its bytes.
        bytes: Vec<u8>,
    },
    /// Have Word or Excel files made or read.
    Office(Box<OfficeTask>),
    /// Compress a text for a link.
    Compress(String),
    /// Decompress what a link carries.
    Decompress(Vec<u8>),
    /// Put the text of the field of a name on the clipboard.
    Copy(&'static str),
    /// Put this address in the place of the one that was reached, so that reloading or going back does not reach it again.
    LeaveAddress(Page),
    /// Put this address, from `#` on, in the place of the present one, and mark the page with the sample that is open; blank
    /// for none.
    Address {
        /// The address.
        path: String,
        /// Id of the sample.
        sample: String,
    },
    /// Do something with the file that a document is written to.
    File(FileTask),
    /// Read the application's own text; the answer is [`ExportEvent::SourceRead`](crate::features::exporting::event::ExportEvent::SourceRead).
    ReadAppSource(Purpose),
    /// Remember a choice.
    Remember(Preference, String),
    /// Put the focus on the field of a name, and bring it into view.
    Focus(String),
    /// Something now lies over the page: put the focus there, and know where it was.
    ModalOpened,
    /// Nothing lies over the page any more: put the focus back where it was.
    ModalClosed,
    /// Fill the screen with the page, or give it back.
    FillScreen(bool),
    /// Tell each second that passes, or no more.
    Tick(bool),
    /// Bring the place of a name on the page into view.
    ScrollTo(String),
    /// Bring into view what a screen of the show has revealed last, or its beginning where nothing is yet.
    Reveal,
}

/// A choice that outlives the visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preference {
    /// "vi", "en".
    Language,
    /// "light", "dark", "system".
    Theme,
    /// Id of the document last open.
    LastDocument,
    /// "1" while the storage has drafts, so that a storage found without any is known to have lost them.
    DraftsKept,
    /// SHA-256 of the documents that were opened from the files that carry them, the last first, with spaces between.
    OpenedEmbedded,
    /// The trainer's own exercises, as their file has them.
    Exercises,
    /// The exercise that is being written.
    ExerciseDraft,
}
