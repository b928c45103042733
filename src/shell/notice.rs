//! What the page has to say of what just happened.

use crate::document::history::StepName;
use crate::document::last_year::NotLastYear;
use crate::features::linked_file::state::FileNotice;
use crate::shell::office::OfficeTrouble;
use formats::document_reader::Refusal;
use formats::file_kind::FileKind;
use formats::share_link::ShareLinkFault;
use formats::workbook::WorkbookFault;
use scoring::target_set::TargetId;
use scoring::text::Text;

/// Why a file was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// By its content.
    Content(Refusal),
    /// The browser could not read it.
    Unreadable,
    /// It was dropped together with others; one is opened at a time.
    Several,
    /// It is of a kind that is not read here.
    Kind(FileKind),
    /// It is a workbook of which nothing can be taken.
    Workbook(WorkbookFault),
    /// It can't stand for the year before.
    LastYear(NotLastYear),
    /// It came in a link that can't be opened.
    Link(ShareLinkFault),
    /// The set that the page's own file carries can't be read; the built-in one is used.
    EmbeddedSet,
    /// It is a set of targets that can't be taken.
    Set(Refusal),
}

/// A notice to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// A file was handed over, read back and found whole.
    Exported(String),
    /// The file that was to be handed over did not read back the same; nothing was handed over.
    ExportFailed,
    /// The file would be too big to be opened again; nothing was handed over.
    ExportTooBig,
    /// A draft that was to be removed is open in another window; it was left.
    DraftElsewhere,
    /// A paper (Word, Excel, CSV) or the exercises were handed over.
    PaperExported(String),
    /// No Word or Excel file was made or read.
    Office(OfficeTrouble),
    /// About the file that a document is written to.
    File(FileNotice),
    /// A block filled so many figures, from this target on.
    Pasted(usize, TargetId),
    /// A pasted block filled nothing.
    PastedNothing,
    /// A copy of the application with the document in it was handed over, read back and found whole.
    CopyExported(String),
    /// A copy of the application with a blank form in it was.
    FormExported(String),
    /// No copy was handed over: something has changed the page since it was published.
    CopyRefused,
    /// No copy was handed over: the site did not give the file.
    CopyUnreachable,
    /// The file carries what the draft of this computer holds; the draft was opened.
    EmbeddedIsDraft(String),
    /// What the file carries was opened before; the draft that came of it was opened.
    EmbeddedWasOpened(String),
    /// So many drafts were handed to the browser as files, at this time. It may let only one of several through.
    AllExported(usize, String),
    /// A file was opened.
    Imported(String),
    /// A file said nothing different from what it was to replace.
    ImportedNothing(String),
    /// What of an answer has no place in the set was taken out, by its target.
    OrphanedAnswersRemoved(TargetId),
    /// A draft was removed from the list, by its unit's name.
    DraftRemoved(String),
    /// Every draft was removed.
    AllRemoved,
    /// A document was carried on into another year; its figures are still the earlier year's.
    Duplicated {
        /// The year that the figures are of.
        from: u16,
        /// The year now assessed.
        to: u16,
    },
    /// The drafts that this browser kept are no longer there; so many were found in what was written in haste.
    DraftsGone(usize),
    /// The storage was deleted while the page is open; so many drafts are stored again.
    StoredAgain(usize),
    /// What the storage is still taking can't be left for the next start either: the page must stay open until it has it.
    BackUpFailed,
    /// The storage could not delete what was to be removed.
    DeleteFailed,
    /// There is no next year in the set.
    NoNextYear,
    /// A draft of the list, by its id, can't be read; it was left as it is.
    DraftUnreadable(String),
    /// The set that a document was made with is not here: its id and edition.
    SetMissing(String, String),
    /// A set was opened, and a new document begun with it, by its name.
    SetOpened(Text),
    /// So many exercises were taken from the file of this name.
    ExercisesRead(String, usize),
    /// There are as many exercises as can be kept.
    ExercisesFull,
    /// A draft can't be read; the revision before it was opened as a document of its own.
    DraftRecovered(String),
    /// There is no sample of this id.
    SampleUnknown(String),
    /// Another window saved a newer state; what was typed here is among the kept versions.
    PutAside,
    /// The version kept at this time took the place of what was open.
    Restored(String),
    /// A step was taken back or again.
    Undone(StepName),
    /// A step was taken again.
    Redone(StepName),
}

/// What a notice is to whoever reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeKind {
    /// Something was done that the user waits for.
    Done,
    /// Something happened that is good to know.
    Info,
    /// Something only the user can tell; it stays until it is answered or closed.
    Question,
    /// Something went wrong; it stays until it is closed.
    Problem,
}

impl Notice {
    /// What it is to whoever reads it.
    pub const fn kind(&self) -> NoticeKind {
        match self {
            Self::AllExported(..) => NoticeKind::Question,
            Self::Exported(_)
            | Self::PaperExported(_)
            | Self::CopyExported(_)
            | Self::FormExported(_)
            | Self::File(FileNotice::Written { .. }) => NoticeKind::Done,
            Self::ExportFailed
            | Self::ExportTooBig
            | Self::DraftElsewhere
            | Self::BackUpFailed
            | Self::Office(_)
            | Self::CopyRefused
            | Self::CopyUnreachable
            | Self::DeleteFailed
            | Self::DraftsGone(_)
            | Self::StoredAgain(_)
            | Self::DraftUnreadable(_)
            | Self::SetMissing(..)
            | Self::DraftRecovered(_)
            | Self::PutAside
            | Self::SampleUnknown(_)
            | Self::ExercisesFull
            | Self::File(FileNotice::Failed(..) | FileNotice::Other(_) | FileNotice::NotFromHere)
            | Self::NoNextYear
            | Self::PastedNothing => NoticeKind::Problem,
            Self::File(_)
            | Self::Pasted(..)
            | Self::EmbeddedIsDraft(_)
            | Self::EmbeddedWasOpened(_)
            | Self::Imported(_)
            | Self::ImportedNothing(_)
            | Self::OrphanedAnswersRemoved(_)
            | Self::DraftRemoved(_)
            | Self::AllRemoved
            | Self::Duplicated { .. }
            | Self::SetOpened(_)
            | Self::ExercisesRead(..)
            | Self::Restored(_)
            | Self::Undone(_)
            | Self::Redone(_) => NoticeKind::Info,
        }
    }
}
