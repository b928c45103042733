//! Everything the page is drawn from.

use crate::document::open::OpenDocument;
use crate::document::search::is_found;
use crate::features::drafts::state::DraftsState;
use crate::features::entry::state::EntryState;
use crate::features::exporting::state::ExportingState;
use crate::features::importing::state::ImportingState;
use crate::features::results::state::ResultsState;
use crate::features::versions::state::VersionsState;
use crate::features::windows::state::WindowsState;
use crate::shell::frame::state::FrameState;
use std::rc::Rc;

use crate::document::filter::Filter;
use crate::document::sets::Sets;
use crate::features::exercises::state::Exercises;
use crate::features::linked_file::state::{FileLink, LinkedFiles};
use crate::features::pasting::state::PastedTable;
use crate::features::presentation::state::Presentation;
use crate::features::reference::state::Reference;
use crate::features::scenario::state::Scenario;
use crate::features::windows::state::DocumentLock;
use crate::shell::dialog::{Cover, Dialog};
use scoring::assessment::{Answer, Assessment, SetReference};
use scoring::exercise::{Exercise, Solution};
use scoring::figures::{FigureKind, read};
use scoring::folded::fold;
use scoring::loaded_set::LoadedSet;
use scoring::scorecard::TargetScore;
use scoring::target_set::{Target, TargetId};

/// The state of the running program: the workspace in front, and the parts of the state that each feature owns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// The document that is open.
    pub document: OpenDocument,
    /// The sets at hand.
    pub sets: Sets,
    /// The time of the last event, ISO 8601 with offset.
    pub now: String,
    /// The user's own workspace, whole, while a sample is open in front of it.
    pub behind: Option<Box<Self>>,
    /// The page frame.
    pub frame: FrameState,
    /// The page of figures.
    pub entry: EntryState,
    /// A pasted table that is shown before it fills anything.
    pub pasting: Option<Rc<PastedTable>>,
    /// The page of results.
    pub results: ResultsState,
    /// The copy that plans are tried on, once that page was opened.
    pub scenario: Option<Scenario>,
    /// The presentation to a room.
    pub presentation: Presentation,
    /// The exercises of the presentation, once its page was opened.
    pub exercises: Option<Rc<Exercises>>,
    /// The page where the set is read, once it was opened.
    pub reference: Option<Reference>,
    /// The drafts on this computer.
    pub drafts: DraftsState,
    /// The kept versions of the open document.
    pub versions: VersionsState,
    /// The other windows.
    pub windows: WindowsState,
    /// The files that documents are written to.
    pub linked_files: LinkedFiles,
    /// What comes in.
    pub importing: ImportingState,
    /// What goes out.
    pub exporting: ExportingState,
}

impl State {
    /// What lies over the page, and takes its place for keyboard and pointer.
    pub fn cover(&self) -> Option<Cover> {
        match &self.frame.dialog {
            _ if self.importing.preview.is_some() || self.importing.set_preview.is_some() => {
                Some(Cover::Preview)
            }
            _ if self.pasting.is_some() => Some(Cover::PastedTable),
            Some(Dialog::Drafts) => Some(Cover::Drafts),
            Some(Dialog::Versions) => Some(Cover::Versions),
            Some(Dialog::RemoveDraft(_) | Dialog::RemoveAll | Dialog::FileChanged) => Some(Cover::Question),
            Some(Dialog::Link(_)) => Some(Cover::Link),
            Some(Dialog::Send) => Some(Cover::Send),
            Some(Dialog::SetFaults(_)) => Some(Cover::SetFaults),
            None => None,
        }
    }

    /// The state before the storage was read: a blank document of the set's first year and last level.
    pub fn new(loaded: Rc<LoadedSet>) -> Self {
        Self {
            sets: Sets::new(vec![Rc::clone(&loaded)]),
            document: OpenDocument::new(loaded, Assessment::default()),
            now: String::new(),
            behind: None,
            frame: FrameState::default(),
            entry: EntryState::default(),
            pasting: None,
            results: ResultsState::default(),
            scenario: None,
            presentation: Presentation::default(),
            exercises: None,
            reference: None,
            drafts: DraftsState::default(),
            versions: VersionsState::default(),
            windows: WindowsState::default(),
            linked_files: LinkedFiles::default(),
            importing: ImportingState::default(),
            exporting: ExportingState::default(),
        }
    }

    /// Whether work of this visit is in no file: leaving is then worth a reminder. A document that another window edits is
    /// that window's to remind of.
    pub fn is_unfiled(&self) -> bool {
        let real = self.own();
        let open = real.document.id();
        real.drafts.unfiled.iter().any(|id| id != open || !real.is_read_only())
    }

    /// Whether the open document can only be read here: another window edits it.
    pub fn is_read_only(&self) -> bool {
        self.windows.lock != DocumentLock::Here
    }

    /// The file that the open document is written to, if there is one.
    pub fn link(&self) -> Option<&FileLink> {
        self.linked_files.links.iter().find(|link| link.id == self.document.id())
    }

    /// The targets that apply at the level and are shown, in the set's order.
    pub fn shown_targets(&self) -> impl Iterator<Item = &Target> {
        let shown = |score: &&Rc<TargetScore>| self.is_shown(&score.target.id);
        self.document.card().targets().filter(shown).map(|score| score.target.as_ref())
    }

    /// Whether filter and search show a target.
    pub fn is_shown(&self, target: &TargetId) -> bool {
        self.entry.visible.as_ref().is_none_or(|shown| shown.contains(target))
    }

    /// The set that a document names; `None` where it is not here.
    #[inline]
    pub(crate) fn set_named(&mut self, named: &SetReference) -> Option<Rc<LoadedSet>> {
        // Nearly always it is that of the document before.
        if named.sha256 == self.document.loaded().sha256 {
            return Some(Rc::clone(self.document.loaded()));
        }
        self.sets.named(named)
    }

    /// The set that a document is scored by; that of the open one stands in for one that is not here.
    pub(crate) fn set_of(&mut self, document: &Assessment) -> Rc<LoadedSet> {
        self.set_named(&document.target_set).unwrap_or_else(|| Rc::clone(self.document.loaded()))
    }

    /// Fixes which targets are shown, by filter and search as they are now.
    pub(crate) fn choose_shown(&mut self) {
        let words = fold(self.entry.search.trim());
        if self.entry.filter == Filter::All && words.is_empty() {
            self.entry.visible = None;
            return;
        }
        let found =
            |score: &&Rc<TargetScore>| self.entry.filter.shows(score) && is_found(&score.target, &words);
        self.entry.visible = Some(Rc::new(
            self.document.card().targets().filter(found).map(|score| score.target.id.clone()).collect(),
        ));
    }

    /// What the unit entered for a target the year before, while nothing is entered for it now.
    pub fn proposal(&self, target: &str) -> Option<&Rc<Answer>> {
        let last = self.results.last_year.as_ref()?;
        last.proposal(target, self.document.answer(target).map(|answer| &**answer))
    }

    /// The targets of the unit's level that have a proposal of the year before, in the set's order.
    pub fn proposed(&self) -> Vec<TargetId> {
        if self.results.last_year.is_none() {
            return Vec::new();
        }
        let ids = self.document.card().targets().map(|score| &score.target.id);
        ids.filter(|id| self.proposal(id).is_some()).cloned().collect()
    }

    /// A total that was understood at another target with the same list, while this target's own is blank.
    pub fn offered_total(&self, target: &Target) -> Option<(TargetId, String)> {
        let list = target.measure.same_total()?;
        let total = |id: &str| {
            self.document.answer(id).map(|answer| answer.figure("total").trim()).unwrap_or_default()
        };
        let blank = total(&target.id).is_empty();
        let others = self.document.card().targets().map(|score| &score.target);
        let mut others =
            others.filter(|other| other.id != target.id && other.measure.same_total() == Some(list));
        let understood = |text: &str| matches!(read(text, FigureKind::Count), Ok(Some(_)));
        let offer = others.find(|other| understood(total(&other.id))).filter(|_| blank)?;
        Some((offer.id.clone(), total(&offer.id).to_owned()))
    }
}

impl State {
    /// The draft of this computer that is the same document as one that was read.
    pub(crate) fn draft_of(&self, assessment: &Assessment) -> Option<&crate::document::draft::Draft> {
        self.drafts.entries.iter().find(|draft| draft.id == assessment.document.id && draft.removed.is_none())
    }
}

impl State {
    /// Every exercise in the order shown; none before they were asked for.
    pub fn all_exercises(&self) -> impl Iterator<Item = &Rc<Exercise>> {
        self.exercises.iter().flat_map(|exercises| exercises.all())
    }

    /// The exercise of an id, with its set where that is at hand.
    pub fn exercise(&self, id: &str) -> Option<(Rc<Exercise>, Option<Rc<LoadedSet>>)> {
        let exercise = self.exercises.as_ref()?.of_id(id)?;
        Some((Rc::clone(exercise), self.sets.at_hand(&exercise.unit.target_set).cloned()))
    }

    /// The right answer to an exercise; `None` where its set is not at hand or lacks what is asked for.
    pub fn solution(&self, exercise: &Exercise) -> Option<Solution> {
        exercise.solution(&self.sets.at_hand(&exercise.unit.target_set)?.set)
    }
}
