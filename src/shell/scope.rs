//! While a sample is open: to whom an action belongs, and what may leave.
//!
//! The real state is parked whole beside the sample's. Two doors stand between them, each at one place: an action goes to
//! the one or to the other ([`Door::of`]), and of what a sample asks for only what keeps nothing leaves ([`may_leave`]).

use std::rc::Rc;

use crate::features::exporting::office::OfficeEvent;
use crate::features::importing::choice::ImportChoice;
use crate::features::linked_file::event::FileEvent;
use crate::shell::effect::{Effect, Preference};
use crate::shell::event::Action;
use crate::shell::page::Page;
use crate::shell::state::State;
use formats::builtin::LoadedSet;
use formats::samples::Sample;

/// To whom an action belongs while a sample is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Door {
    /// To the sample.
    Sample,
    /// To the parked state, unseen: what storage, files and other windows answer.
    Real,
    /// To the parked state, and what it shows of it is shown here: files from outside are compared with what is real.
    Shown,
    /// To the real state once the sample is left.
    Leave,
    /// To nobody: there is nothing that it could mean.
    Nobody,
}

impl Door {
    #[expect(clippy::too_many_lines, reason = "one line an event, and none is passed over in silence")]
    pub(crate) const fn of(action: &Action) -> Self {
        match action {
            Action::Started(_)
            | Action::SaveDue
            | Action::PageHidden
            | Action::StorageDeleted
            | Action::Saved { .. }
            | Action::SaveFailed
            | Action::SaveSuperseded(_)
            | Action::HoldGranted(..)
            | Action::HoldRefused(_)
            | Action::HoldWanted(_)
            | Action::NewerSeen(_)
            | Action::DraftRead(_)
            | Action::VersionsListed(_) => Self::Real,
            Action::File(event) => match event {
                FileEvent::Due
                | FileEvent::Found(_)
                | FileEvent::NotAllowed { .. }
                | FileEvent::Written { .. }
                | FileEvent::Failed(..) => Self::Real,
                FileEvent::Pressed
                | FileEvent::LookPressed
                | FileEvent::ElsewherePressed
                | FileEvent::OverwritePressed
                | FileEvent::StopPressed => Self::Nobody,
            },
            Action::FileRead { .. }
            | Action::FileTooBig(_)
            | Action::FileUnreadable(_)
            | Action::LinkReached(_)
            | Action::LinkRead { .. }
            | Action::LinkUnreadable
            | Action::Office(OfficeEvent::Read { .. }) => Self::Shown,
            Action::DraftChosen(_)
            | Action::NewPressed
            | Action::DuplicatePressed(_)
            | Action::DraftRemoved(_)
            | Action::AllRemoved
            | Action::AllExportPressed
            | Action::RawPressed(_)
            | Action::CarriedAsked
            | Action::ImportChosen(ImportChoice::AsNew | ImportChoice::Replace) => Self::Leave,
            // A form of a sample would begin a real document under a sample's name.
            Action::FormPressed
            | Action::EditHerePressed
            | Action::VersionsAsked
            | Action::VersionRestored(_) => Self::Nobody,
            Action::Office(OfficeEvent::Awaited | OfficeEvent::Made { .. } | OfficeEvent::Failed(_))
            | Action::ImportChosen(ImportChoice::AsSample | ImportChoice::Cancel)
            | Action::FigureTyped { .. }
            | Action::TablePasted { .. }
            | Action::TotalTaken(_)
            | Action::NotApplicableSet(..)
            | Action::NotApplicableOffered(_)
            | Action::ReasonTyped(..)
            | Action::NoteTyped(..)
            | Action::EvidenceAdded(_)
            | Action::EvidenceTyped(..)
            | Action::EvidenceRemoved(..)
            | Action::HomelessRemoved(_)
            | Action::NarrativeTyped(..)
            | Action::TaskTyped(..)
            | Action::HeadingTyped(..)
            | Action::LevelChosen(_)
            | Action::YearChosen(_)
            | Action::PeriodChosen(_)
            | Action::FieldLeft
            | Action::DetailsToggled(_)
            | Action::FilterChosen(_)
            | Action::SearchTyped(_)
            | Action::InvalidAsked
            | Action::UndoPressed
            | Action::RedoPressed
            | Action::PageReached(..)
            | Action::SampleReached { .. }
            | Action::SampleOpened(_)
            | Action::SampleLeft
            | Action::LanguageChosen(_)
            | Action::ThemeChosen(_)
            | Action::DialogSet(_)
            | Action::NoticeDismissed
            | Action::SetsRead(_)
            | Action::DeleteFailed
            | Action::DownloadFailed
            | Action::ExportPressed
            | Action::OfficePressed(_)
            | Action::LinkPressed
            | Action::LinkMade(_)
            | Action::LinkCopyPressed
            | Action::LinkCopied(_)
            | Action::WhatIf(_)
            | Action::Show(_)
            | Action::Exercise(_)
            | Action::Explore(_)
            | Action::CopyPressed
            | Action::OwnTextRead(..)
            | Action::CarriedFound { .. }
            | Action::CarriedSetBroken(_)
            | Action::PrintPressed
            | Action::CsvPressed
            | Action::FileHeld(_)
            | Action::LastYearChosen { .. }
            | Action::LastYearClosed
            | Action::ResultsSorted(_)
            | Action::ResultsFiltered(_)
            | Action::ChartSaved { .. }
            | Action::TableSaved { .. }
            | Action::PreviewLevelChosen(_)
            | Action::PreviewYearChosen(_)
            | Action::RefusalDismissed
            | Action::SetChosen(_) => Self::Sample,
        }
    }
}

/// Whether what a sample asks for may be done: nothing of it is kept, told to other windows or written to a file of a
/// document.
pub(crate) const fn may_leave(effect: &Effect) -> bool {
    match effect {
        Effect::SaveSoon
        | Effect::Store(_)
        | Effect::Flush(_)
        | Effect::Reread(_)
        | Effect::Hold(_)
        | Effect::AskFor(_)
        | Effect::LetGo(_)
        | Effect::Keep(_)
        | Effect::ListVersions(_)
        | Effect::Delete(_)
        | Effect::LeaveAddress(_)
        | Effect::File(_)
        | Effect::KeepSet(_)
        | Effect::DropSets(_)
        | Effect::Remember(
            Preference::LastDocument | Preference::DraftsKept | Preference::OpenedCarried,
            _,
        ) => false,
        Effect::Download { .. }
        | Effect::DownloadFigures(_)
        | Effect::Print
        | Effect::HandOver { .. }
        | Effect::Office(_)
        | Effect::Compress(_)
        | Effect::Decompress(_)
        | Effect::Copy(_)
        | Effect::ReadOwnText(_)
        | Effect::ReadMoreSets
        | Effect::ReadExercises
        | Effect::Remember(
            Preference::Language | Preference::Theme | Preference::Exercises | Preference::ExerciseDraft,
            _,
        )
        | Effect::Address { .. }
        | Effect::Focus(_)
        | Effect::Cover
        | Effect::Uncover
        | Effect::FillScreen(_)
        | Effect::Tick(_)
        | Effect::Reveal
        | Effect::Show(_) => true,
    }
}

/// Before the names of files that hold a sample.
const MARK: &str = "MAU-";

impl State {
    /// The sample that is open.
    pub fn sample(&self) -> Option<Sample> {
        if self.assessment.is_sample() { Sample::of(&self.assessment) } else { None }
    }

    /// The set that samples answer, whichever one the open document was made with.
    pub fn sample_set(&self) -> &Rc<LoadedSet> {
        self.sets.own().unwrap_or(&self.loaded)
    }

    /// The address that opens the sample as it was made, on the page of figures; `None` for what is the user's own, and
    /// where the page was opened from disk.
    pub fn sample_link(&self) -> Option<String> {
        let sample = self.sample().filter(|sample| sample.open(self.sample_set()).is_some())?;
        (!self.site.is_empty()).then(|| self.link_to(sample, Page::default()))
    }

    /// The address of a page with a sample open.
    pub(crate) fn link_to(&self, sample: Sample, page: Page) -> String {
        [&self.site, "#", page.path(), Page::SAMPLE, &sample.id()].concat()
    }

    /// The state of what is the user's own: the parked one while a sample is open.
    pub fn real(&self) -> &Self {
        self.parked.as_deref().unwrap_or(self)
    }

    /// The name of a file that is made of the open document, marked where that is a sample.
    pub(crate) fn marked(&self, name: String) -> String {
        if self.assessment.is_sample() { [MARK, &name].concat() } else { name }
    }
}
