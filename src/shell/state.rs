//! Everything the page is drawn from.

use std::rc::Rc;

use crate::document::draft::DraftEntry;
use crate::document::filter::Filter;
use crate::document::history::History;
use crate::document::last_year::LastYear;
use crate::document::orphaned_answers::{Homeless, homeless};
use crate::document::saving::{Keeping, Saving};
use crate::document::search::fold;
use crate::document::sets::Sets;
use crate::document::versions::VersionEntry;
use crate::features::exercises::state::Exercises;
use crate::features::exporting::app_source::Fingerprint;
use crate::features::importing::embedded::Carried;
use crate::features::importing::preview::Preview;
use crate::features::importing::set_preview::SetPreview;
use crate::features::linked_file::state::{FileLink, Files};
use crate::features::presentation::state::Show;
use crate::features::reference::state::Explore;
use crate::features::results::state::Arrangement;
use crate::features::scenario::state::Sandbox;
use crate::features::windows::state::Holder;
use crate::shell::dialog::{Cover, Dialog};
use crate::shell::notice::{Notice, Refused};
use crate::shell::page::{Address, Page, PageNumbers};
use crate::shell::theme::Theme;
use formats::builtin::LoadedSet;
use scoring::assessment::{Answer, Assessment, SetReference};
use scoring::figures::{FigureKind, read};
use scoring::scorecard::{Scorecard, TargetScore, rescore, score};
use scoring::target_set::{Target, TargetId};
use scoring::text::{Language, Text};

/// The state of the running program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// The set of the open document, by which it is scored.
    pub loaded: Rc<LoadedSet>,
    /// The sets at hand.
    pub sets: Sets,
    /// The set chosen for the next new document, by its SHA-256; blank for that of the open one.
    pub chosen_set: String,
    /// The document that is open.
    pub assessment: Assessment,
    /// The user's own state, whole, while a sample is open in the place of it.
    pub parked: Option<Box<Self>>,
    /// What it scores.
    pub card: Rc<Scorecard>,
    /// The unit's assessment of the year before, where one is at hand.
    pub last_year: Option<Rc<LastYear>>,
    /// The draft that was looked at for it, by id and revision: whatever came of that, it need not be read again.
    pub last_year_looked: Option<(String, u64)>,
    /// How the table of results is arranged.
    pub results: Arrangement,
    /// The copy that plans are tried on, once that page was opened.
    pub sandbox: Option<Sandbox>,
    /// The show to a room.
    pub show: Show,
    /// The exercises of the show, once its page was opened.
    pub exercises: Option<Rc<Exercises>>,
    /// The page where the set is read, once it was opened.
    pub explore: Option<Explore>,
    /// What of the document has no place in the set.
    pub homeless: Rc<Vec<Homeless>>,
    /// Name of the document's level; shared by all that show it.
    pub level_name: Rc<Text>,
    /// Undo and redo.
    pub history: History,
    /// Where the document is kept.
    pub saving: Saving,
    /// Who edits the document.
    pub holder: Holder,
    /// How this browser keeps drafts.
    pub keeping: Keeping,
    /// The documents with work of this visit that is in no file, by their ids.
    pub unfiled: Vec<String>,
    /// The hour, ISO 8601, in which a version was last kept by the clock.
    pub kept_hour: String,
    /// The kept versions of the open document, the newest first; `None` until the storage has told.
    pub versions: Option<Rc<Vec<VersionEntry>>>,
    /// When the open document was last exported, ISO 8601; blank if never.
    pub exported: String,
    /// The files that documents are written to.
    pub files: Files,
    /// The drafts on this computer.
    pub drafts: Rc<Vec<DraftEntry>>,
    /// Entries of the storage that are not ours to read.
    pub foreign: usize,
    /// Where the page is served from, without what follows `#`; blank when it was opened from disk.
    pub site: String,
    /// What the address stands for.
    pub address: Address,
    /// Whether this browser prints page numbers.
    pub page_numbers: PageNumbers,
    /// The page shown.
    pub page: Page,
    /// The language shown.
    pub language: Language,
    /// The theme chosen.
    pub theme: Theme,
    /// The filter chosen.
    pub filter: Filter,
    /// The words searched.
    pub search: String,
    /// The targets shown by filter and search, fixed when they were chosen so that no row leaves under the hand that
    /// fills it; `None` shows all.
    pub shown: Option<Rc<Vec<TargetId>>>,
    /// The targets whose details are open.
    pub details: Vec<TargetId>,
    /// The figures filled by the last paste, to be marked until something else happens.
    pub filled: Rc<Vec<(TargetId, String)>>,
    /// A notice to be read.
    pub notice: Option<Notice>,
    /// Whether something waits for the module of Word and Excel, for longer than a blink.
    pub office_awaited: bool,
    /// Why the last file was refused, with its name.
    pub refusal: Option<(String, Refused)>,
    /// The document that the page's own file carries.
    pub carried: Option<Rc<Carried>>,
    /// Which documents were opened from the files that carry them, as it is remembered.
    pub opened_carried: String,
    /// SHA-256 of the application's own text.
    pub fingerprint: Fingerprint,
    /// A file that waits for a choice.
    pub preview: Option<Rc<Preview>>,
    /// A file of a set that waits for a choice.
    pub set_preview: Option<Rc<SetPreview>>,
    /// The dialog that is open.
    pub dialog: Option<Dialog>,
    /// Whether a file is being held over the page.
    pub file_held: bool,
    /// The time of the last action, ISO 8601 with offset.
    pub now: String,
    /// Whether the document was blank when it was opened: a word of welcome stands above it, and stays there while it
    /// is open so that nothing moves under the hand.
    pub welcome: bool,
}

impl State {
    /// What lies over the page, and takes its place for keyboard and pointer.
    pub fn cover(&self) -> Option<Cover> {
        match &self.dialog {
            _ if self.preview.is_some() || self.set_preview.is_some() => Some(Cover::Preview),
            Some(Dialog::Drafts) => Some(Cover::Drafts),
            Some(Dialog::Versions) => Some(Cover::Versions),
            Some(Dialog::RemoveDraft(_) | Dialog::RemoveAll | Dialog::FileChanged) => Some(Cover::Question),
            Some(Dialog::Link(_)) => Some(Cover::Link),
            Some(Dialog::Send) => Some(Cover::Send),
            None => None,
        }
    }

    /// The state before the storage was read: a blank document of the set's first year and last level.
    pub fn new(loaded: Rc<LoadedSet>) -> Self {
        let assessment = Assessment::default();
        let card = Rc::new(score(&loaded.set, &assessment));
        Self {
            sets: Sets::new(vec![Rc::clone(&loaded)]),
            chosen_set: String::new(),
            loaded,
            assessment,
            parked: None,
            card,
            last_year: None,
            last_year_looked: None,
            results: Arrangement::default(),
            sandbox: None,
            show: Show::default(),
            exercises: None,
            explore: None,
            homeless: Rc::default(),
            level_name: Rc::default(),
            history: History::default(),
            saving: Saving::default(),
            holder: Holder::default(),
            keeping: Keeping::default(),
            unfiled: Vec::new(),
            kept_hour: String::new(),
            versions: None,
            exported: String::new(),
            files: Files::default(),
            drafts: Rc::default(),
            foreign: 0,
            site: String::new(),
            address: Address::default(),
            page_numbers: PageNumbers::default(),
            page: Page::default(),
            language: Language::default(),
            theme: Theme::default(),
            filter: Filter::default(),
            search: String::new(),
            shown: None,
            details: Vec::new(),
            filled: Rc::default(),
            notice: None,
            office_awaited: false,
            refusal: None,
            carried: None,
            opened_carried: String::new(),
            fingerprint: Fingerprint::default(),
            preview: None,
            set_preview: None,
            dialog: None,
            file_held: false,
            now: String::new(),
            welcome: false,
        }
    }

    /// Whether work of this visit is in no file: leaving is then worth a reminder. A document that another window edits is
    /// that window's to remind of.
    pub fn is_unfiled(&self) -> bool {
        let real = self.real();
        let open = &real.assessment.document.id;
        real.unfiled.iter().any(|id| id != open || !real.is_read_only())
    }

    /// Whether the open document can only be read here: another window edits it.
    pub fn is_read_only(&self) -> bool {
        self.holder != Holder::Here
    }

    /// The file that the open document is written to, if there is one.
    pub fn link(&self) -> Option<&FileLink> {
        self.files.links.iter().find(|link| link.id == self.assessment.document.id)
    }

    /// The answer of a target, where there is one.
    pub fn answer(&self, target: &str) -> Option<&Rc<Answer>> {
        self.assessment.answers.get(target)
    }

    /// The targets that apply at the level and are shown, in the set's order.
    pub fn shown_targets(&self) -> impl Iterator<Item = &Target> {
        let shown = |score: &&Rc<TargetScore>| self.is_shown(&score.target.id);
        self.card.targets().filter(shown).map(|score| score.target.as_ref())
    }

    /// Whether filter and search show a target.
    pub fn is_shown(&self, target: &TargetId) -> bool {
        self.shown.as_ref().is_none_or(|shown| shown.contains(target))
    }

    /// The set that a document names; `None` where it is not here.
    #[inline]
    pub(crate) fn set_named(&mut self, named: &SetReference) -> Option<Rc<LoadedSet>> {
        // Nearly always it is that of the document before.
        if named.sha256 == self.loaded.sha256 {
            return Some(Rc::clone(&self.loaded));
        }
        self.sets.named(named)
    }

    /// The set that a document is scored by; that of the open one stands in for one that is not here.
    pub(crate) fn set_of(&mut self, document: &Assessment) -> Rc<LoadedSet> {
        self.set_named(&document.target_set).unwrap_or_else(|| Rc::clone(&self.loaded))
    }

    /// Scores one target anew, after its answer changed.
    pub(crate) fn rescore_target(&mut self, target: &str) {
        rescore(Rc::make_mut(&mut self.card), &self.loaded.set, &self.assessment, target);
    }

    /// Scores anew. A target whose score did not change keeps its old value, so that its row need not be drawn.
    pub(crate) fn rescore(&mut self) {
        let mut card = score(&self.loaded.set, &self.assessment);
        let old: Vec<&Rc<TargetScore>> = self.card.targets().collect();
        let new = card.areas.iter_mut().flat_map(|area| &mut area.targets);
        for (new, old) in new.zip(old) {
            if new == old {
                *new = Rc::clone(old);
            }
        }
        // What shows the whole card compares it by its address: a word typed about work to do leaves it as it is.
        if card != *self.card {
            self.card = Rc::new(card);
        }
        let homeless = homeless(&self.loaded.set, &self.assessment);
        if homeless != *self.homeless {
            self.homeless = Rc::new(homeless);
        }
        let level = self.loaded.set.level(&self.assessment.unit.level).map(|level| &level.name);
        if level != Some(&*self.level_name) {
            self.level_name = Rc::new(level.cloned().unwrap_or_default());
        }
    }

    /// Fixes which targets are shown, by filter and search as they are now.
    pub(crate) fn choose_shown(&mut self) {
        let words = fold(self.search.trim());
        if self.filter == Filter::All && words.is_empty() {
            self.shown = None;
            return;
        }
        let found = |score: &&Rc<TargetScore>| self.filter.shows(score) && is_found(&score.target, &words);
        self.shown =
            Some(Rc::new(self.card.targets().filter(found).map(|score| score.target.id.clone()).collect()));
    }

    /// A total that was understood at another target with the same list, while this target's own is blank.
    pub fn offered_total(&self, target: &Target) -> Option<(TargetId, String)> {
        let list = target.measure.same_total()?;
        let total =
            |id: &str| self.answer(id).map(|answer| answer.figure("total").trim()).unwrap_or_default();
        let blank = total(&target.id).is_empty();
        let others = self.card.targets().map(|score| &score.target);
        let mut others =
            others.filter(|other| other.id != target.id && other.measure.same_total() == Some(list));
        let understood = |text: &str| matches!(read(text, FigureKind::Count), Ok(Some(_)));
        let offer = others.find(|other| understood(total(&other.id))).filter(|_| blank)?;
        Some((offer.id.clone(), total(&offer.id).to_owned()))
    }
}

/// Whether folded words stand in what a target says of itself, in either language.
pub(crate) fn is_found(target: &Target, words: &str) -> bool {
    let fields = target.measure.fields();
    let labels = fields.iter().filter_map(|field| field.label);
    let texts =
        std::iter::once(&target.name).chain(labels).flat_map(|text| [text.vi.as_str(), text.en.as_str()]);
    let quote = target.quote.iter().map(|quote| quote.part.as_ref().unwrap_or(&quote.text).as_str());
    std::iter::once(&*target.id).chain(texts).chain(quote).any(|text| fold(text).contains(words))
}
