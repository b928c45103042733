//! What happened, in the past tense. Every change of the state is one of these.

use crate::document::draft::{Stored, StoredDraft};
use crate::document::fields::{EvidenceField, HeadingField};
use crate::document::filter::Filter;
use crate::document::report_fields::{NarrativeField, TaskField};
use crate::document::versions::KeptVersion;
use crate::features::exercises::event::ExerciseEvent;
use crate::features::exporting::app_source::{OwnText, Purpose};
use crate::features::exporting::office::{OfficeEvent, OfficeFile};
use crate::features::importing::choice::ImportChoice;
use crate::features::linked_file::event::FileEvent;
use crate::features::presentation::event::ShowEvent;
use crate::features::reference::event::ExploreEvent;
use crate::features::results::state::{Column, Standing};
use crate::features::scenario::event::WhatIfEvent;
use crate::shell::dialog::Dialog;
use crate::shell::notice::Refused;
use crate::shell::page::Page;
use crate::shell::theme::Theme;
use formats::samples::Sample;
use formats::share_link::is_share_link;
use scoring::assessment::PeriodKind;
use scoring::target_set::TargetId;
use scoring::text::Language;

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// The storage was read, or could not be.
    Started(Box<Stored>),
    /// A figure was typed or chosen.
    FigureTyped {
        /// Its target.
        target: TargetId,
        /// Its field.
        field: String,
        /// The whole text now in the field.
        text: String,
    },
    /// A block of cells was pasted into a figure.
    TablePasted {
        /// The target where it begins.
        target: TargetId,
        /// The field where it begins.
        field: String,
        /// The pasted text: tabs between cells, a line a row.
        text: String,
    },
    /// The total offered from a target with the same list was taken.
    TotalTaken(TargetId),
    /// "Không phát sinh" was ticked or unticked.
    NotApplicableSet(TargetId, bool),
    /// The row's offer to say "không phát sinh" was taken.
    NotApplicableOffered(TargetId),
    /// The reason for it was typed.
    ReasonTyped(TargetId, String),
    /// A note was typed.
    NoteTyped(TargetId, String),
    /// A place for a document was added.
    EvidenceAdded(TargetId),
    /// A document's entry was typed.
    EvidenceTyped(TargetId, usize, EvidenceField, String),
    /// A document was taken out.
    EvidenceRemoved(TargetId, usize),
    /// What of an answer has no place in the set was taken out.
    HomelessRemoved(TargetId),
    /// A text of the report was typed.
    NarrativeTyped(NarrativeField, String),
    /// Who does the work for a target, or by when, was typed.
    TaskTyped(TargetId, TaskField, String),
    /// The heading was typed.
    HeadingTyped(HeadingField, String),
    /// A level was chosen.
    LevelChosen(String),
    /// A year was chosen.
    YearChosen(u16),
    /// A period was chosen.
    PeriodChosen(PeriodKind),
    /// A field was left: text in decomposed letters is composed.
    FieldLeft,
    /// A target's details were opened or closed.
    DetailsToggled(TargetId),
    /// A filter was chosen.
    FilterChosen(Filter),
    /// Words to search were typed.
    SearchTyped(String),
    /// The first figure that is not understood was asked for.
    InvalidAsked,
    /// Undo.
    UndoPressed,
    /// Redo.
    RedoPressed,
    /// A page was reached by its address, which may name a place on it.
    PageReached(Page, Option<String>),
    /// An address was reached that names a sample.
    SampleReached {
        /// The sample's id, as the address says it.
        id: String,
        /// The page.
        page: Page,
        /// A place on it.
        place: Option<String>,
    },
    /// A sample was chosen.
    SampleOpened(Sample),
    /// The sample was left for what was open before it.
    SampleLeft,
    /// A language was chosen.
    LanguageChosen(Language),
    /// A theme was chosen.
    ThemeChosen(Theme),
    /// A dialog was opened or, with `None`, closed.
    DialogSet(Option<Dialog>),
    /// The notice was closed.
    NoticeDismissed,
    /// Time to save.
    SaveDue,
    /// The page is being hidden or left, perhaps for good.
    PageHidden,
    /// The storage has the revision of a document.
    Saved {
        /// The document.
        id: String,
        /// Its revision.
        revision: u64,
    },
    /// The storage could not keep it.
    SaveFailed,
    /// The storage refused a revision, given here, because another window had stored one that it was not made from.
    SaveSuperseded(Box<StoredDraft>),
    /// The storage was deleted while the page is open; what is stored from now on goes into a new one.
    StorageDeleted,
    /// This window may edit a document, by its id; what the storage has of it, when another window edited it before.
    HoldGranted(String, Option<Box<StoredDraft>>),
    /// Another window edits a document.
    HoldRefused(String),
    /// Another window wants to edit a document.
    HoldWanted(String),
    /// A window of a newer version of the product was seen.
    NewerSeen(String),
    /// The document is to be edited here, not in the other window.
    EditHerePressed,
    /// What the storage has of a draft that another window saved.
    DraftRead(Box<StoredDraft>),
    /// Texts of sets were read: of those in the page, or of those in the storage, where another window may have put one.
    SetsRead(Vec<String>),
    /// The kept versions of the open document were asked for.
    VersionsAsked,
    /// The storage told them, the oldest first.
    VersionsListed(Vec<KeptVersion>),
    /// A kept version was chosen to take the place of what is open, by its place in the list.
    VersionRestored(usize),
    /// The text of a draft that can't be read was asked for as it is.
    RawPressed(String),
    /// The storage could not delete what was to be removed.
    DeleteFailed,
    /// The browser refused to hand a file over.
    DownloadFailed,
    /// A JSON file was asked for.
    ExportPressed,
    /// A Word or Excel file was asked for.
    OfficePressed(OfficeFile),
    /// Something happened in the module that makes and reads them.
    Office(OfficeEvent),
    /// A link with the document in it was asked for.
    LinkPressed,
    /// The document for a link was compressed, or the browser could not.
    LinkMade(Option<Vec<u8>>),
    /// The link was to be copied.
    LinkCopyPressed,
    /// The link was copied, or the browser did not allow it.
    LinkCopied(bool),
    /// An address with a document in it was reached.
    LinkReached(String),
    /// What a link carries was decompressed.
    LinkRead {
        /// What it is called in the language shown.
        name: String,
        /// The file's bytes.
        bytes: Vec<u8>,
    },
    /// What a link carries could not be decompressed.
    LinkUnreadable,
    /// A JSON file of every draft was asked for.
    AllExportPressed,
    /// Something happened between a document and the file that it is written to.
    File(FileEvent),
    /// Something happened on the page where plans are tried.
    WhatIf(WhatIfEvent),
    /// Something happened in the show.
    Show(ShowEvent),
    /// Something happened to the exercises of the show.
    Exercise(ExerciseEvent),
    /// Something happened on the page where the set is read.
    Explore(ExploreEvent),
    /// A copy of the application with the document in it was asked for.
    CopyPressed,
    /// A copy of the application with a blank form in it was asked for.
    FormPressed,
    /// The application's own text was asked for, and this is what came.
    OwnTextRead(Purpose, OwnText),
    /// The file that the page was opened from carries a document.
    CarriedFound {
        /// The file's name.
        name: String,
        /// The document's file as text.
        text: String,
        /// What was opened from such files before, see [`Effect::Remember`](crate::shell::effect::Effect::Remember).
        opened: String,
    },
    /// The set that the file of this name carries can't be read.
    CarriedSetBroken(String),
    /// The document that the file carries was to be looked at again.
    CarriedAsked,
    /// The page was to be printed.
    PrintPressed,
    /// The figures were asked for as CSV.
    CsvPressed,
    /// A file is being held over the page, or no more.
    FileHeld(bool),
    /// A file's bytes were read.
    FileRead {
        /// Its name.
        name: String,
        /// Its bytes.
        bytes: Vec<u8>,
    },
    /// A file larger than is read was chosen.
    FileTooBig(String),
    /// A file could not be read at all.
    FileUnreadable(String),
    /// A file was chosen to stand beside the document as the year before, and was read or not.
    LastYearChosen {
        /// Its name.
        name: String,
        /// Its bytes, or why there are none.
        file: Result<Vec<u8>, Refused>,
    },
    /// The file beside the document was closed.
    LastYearClosed,
    /// The targets of the results were to be ordered by a column; by the same again, the other way round.
    ResultsSorted(Column),
    /// The targets to show among the results were chosen.
    ResultsFiltered(Standing),
    /// A chart was to be handed over as a picture.
    ChartSaved {
        /// What it shows.
        title: String,
        /// The picture, SVG.
        text: String,
    },
    /// A table was to be handed over as a file that spreadsheets read.
    TableSaved {
        /// What it holds.
        title: String,
        /// The table, CSV.
        text: String,
    },
    /// A level was chosen for a file whose own is none of the set's.
    PreviewLevelChosen(String),
    /// A year was chosen for such a file.
    PreviewYearChosen(u16),
    /// What to do with the previewed file was chosen.
    ImportChosen(ImportChoice),
    /// The refusal was closed.
    RefusalDismissed,
    /// A draft of this computer was chosen.
    DraftChosen(String),
    /// A set was chosen for the next new document, by its SHA-256.
    SetChosen(String),
    /// A new document was asked for.
    NewPressed,
    /// A draft was to be carried on into the next year.
    DuplicatePressed(String),
    /// A draft was removed, after asking.
    DraftRemoved(String),
    /// Every draft of this computer was removed, after asking.
    AllRemoved,
}

impl Action {
    /// Whether it would change the open document, which a window that only reads it must not.
    ///
    /// Every event is named: one that is added must be thought of here.
    #[expect(clippy::too_many_lines, reason = "one line an event, and none is passed over in silence")]
    pub const fn edits_document(&self) -> bool {
        match self {
            Self::WhatIf(event) => event.edits_document(),
            Self::FigureTyped { .. }
            | Self::TablePasted { .. }
            | Self::TotalTaken(_)
            | Self::NotApplicableSet(..)
            | Self::NotApplicableOffered(_)
            | Self::ReasonTyped(..)
            | Self::NoteTyped(..)
            | Self::EvidenceAdded(_)
            | Self::EvidenceTyped(..)
            | Self::EvidenceRemoved(..)
            | Self::HomelessRemoved(_)
            | Self::NarrativeTyped(..)
            | Self::TaskTyped(..)
            | Self::HeadingTyped(..)
            | Self::LevelChosen(_)
            | Self::YearChosen(_)
            | Self::PeriodChosen(_)
            | Self::FieldLeft
            | Self::UndoPressed
            | Self::RedoPressed
            | Self::VersionRestored(_)
            | Self::ImportChosen(ImportChoice::Replace) => true,
            Self::Started(_)
            | Self::DetailsToggled(_)
            | Self::FilterChosen(_)
            | Self::SearchTyped(_)
            | Self::InvalidAsked
            | Self::PageReached(..)
            | Self::SampleReached { .. }
            | Self::SampleOpened(_)
            | Self::SampleLeft
            | Self::LanguageChosen(_)
            | Self::ThemeChosen(_)
            | Self::DialogSet(_)
            | Self::NoticeDismissed
            | Self::SaveDue
            | Self::PageHidden
            | Self::Saved { .. }
            | Self::SaveFailed
            | Self::SaveSuperseded(_)
            | Self::StorageDeleted
            | Self::HoldGranted(..)
            | Self::HoldRefused(_)
            | Self::HoldWanted(_)
            | Self::NewerSeen(_)
            | Self::EditHerePressed
            | Self::DraftRead(_)
            | Self::SetsRead(_)
            | Self::VersionsAsked
            | Self::VersionsListed(_)
            | Self::RawPressed(_)
            | Self::DeleteFailed
            | Self::DownloadFailed
            | Self::ExportPressed
            | Self::OfficePressed(_)
            | Self::Office(_)
            | Self::LinkPressed
            | Self::LinkMade(_)
            | Self::LinkCopyPressed
            | Self::LinkCopied(_)
            | Self::LinkReached(_)
            | Self::LinkRead { .. }
            | Self::LinkUnreadable
            | Self::AllExportPressed
            | Self::File(_)
            | Self::Show(_)
            | Self::Exercise(_)
            | Self::Explore(_)
            | Self::CopyPressed
            | Self::FormPressed
            | Self::OwnTextRead(..)
            | Self::CarriedFound { .. }
            | Self::CarriedSetBroken(_)
            | Self::CarriedAsked
            | Self::PrintPressed
            | Self::CsvPressed
            | Self::FileHeld(_)
            | Self::FileRead { .. }
            | Self::FileTooBig(_)
            | Self::FileUnreadable(_)
            | Self::LastYearChosen { .. }
            | Self::LastYearClosed
            | Self::ResultsSorted(_)
            | Self::ResultsFiltered(_)
            | Self::ChartSaved { .. }
            | Self::TableSaved { .. }
            | Self::PreviewLevelChosen(_)
            | Self::PreviewYearChosen(_)
            | Self::RefusalDismissed
            | Self::DraftChosen(_)
            | Self::SetChosen(_)
            | Self::NewPressed
            | Self::DuplicatePressed(_)
            | Self::DraftRemoved(_)
            | Self::AllRemoved
            | Self::ImportChosen(ImportChoice::AsNew | ImportChoice::AsSample | ImportChoice::Cancel) => {
                false
            }
        }
    }

    /// What reaching an address, from `#` on, means: a page, or a document that it carries.
    pub fn of_address(address: String) -> Self {
        if is_share_link(&address) {
            return Self::LinkReached(address);
        }
        let (page, place) = (Page::of_address(&address), Page::place_of_address(&address));
        match Page::sample_of_address(&address) {
            Some(id) => Self::SampleReached { id: id.to_owned(), page, place },
            None => Self::PageReached(page, place),
        }
    }
}
