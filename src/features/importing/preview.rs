//! A file that was read, before anything is changed by it.

use scoring::scored_document::ScoredDocument;
use std::cmp::Ordering;
use std::rc::Rc;

use crate::document::difference::{ChangedField, Difference, differences};
use crate::document::orphaned_answers::{OrphanedAnswer, orphaned_answers};
use crate::features::importing::embedded::is_form;
use formats::document_reader::{DigestStatus, ReadDocument, same_result};
use formats::result;
use formats::samples::Sample;
use formats::workbook::RefusedCell;
use scoring::assessment::Assessment;
use scoring::datetime::seconds;
use scoring::invisible_chars::has_invisible;
use scoring::json::Json;
use scoring::loaded_set::LoadedSet;
use scoring::scorecard::Scorecard;
use scoring::target_set::{TargetId, TargetSet};

/// The most targets of a stated result that are looked at: a hostile file must not cost minutes.
const MOST_STATED: usize = 10_000;

/// What a file would bring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The file's name.
    pub name: String,
    /// What it holds, scored by the set here; level and year may have been chosen anew by the user.
    pub document: ScoredDocument,
    /// What its digest says.
    pub digest_status: DigestStatus,
    /// The version of the product that wrote it, as stated.
    pub app: String,
    /// The result that it states.
    stated_result: Option<Json>,
    /// Whether that is another than the one worked out here; not told while level or year are none of the set's.
    pub result_differs: bool,
    /// The points that it states otherwise than they are worked out here.
    pub stated: Vec<Stated>,
    /// What would be replaced by it.
    pub replaced: Replaced,
    /// What it would change there.
    pub differences: Vec<Difference>,
    /// How its set stands to the one here.
    pub set: SetMatch,
    /// What of it has no place in the set here; it is kept.
    pub orphaned: Vec<OrphanedAnswer>,
    /// Where its texts hold characters that nobody sees.
    pub hidden: Vec<ChangedField>,
    /// Whether its level is one of the set's.
    pub level_known: bool,
    /// Whether its year is one of the set's.
    pub year_known: bool,
    /// Where it comes from.
    pub source: Source,
    /// The cells of a workbook that could not be taken.
    pub refused: Vec<RefusedCell>,
}

/// Where a previewed document comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// A file that was chosen or dropped.
    File,
    /// A filled Excel template that was chosen or dropped: it has no digest.
    Template,
    /// The page's own file.
    EmbeddedDocument,
}

/// The document that a file would replace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// The document.
    pub document: Rc<Assessment>,
    /// Whether it is the one that is open.
    pub open: bool,
    /// Whether it was made with the file's set: what answers one set can't take the place of another's.
    pub same_set: bool,
    /// Where it bears the file's UUID: how the two stand to each other.
    pub same_document: Option<RevisionOrder>,
}

impl Replaced {
    /// Whether it is the open form, and nothing was entered into it yet.
    pub fn is_blank(&self) -> bool {
        self.open && self.document.unit.name.trim().is_empty() && self.document.answers.is_empty()
    }
}

/// How a file stands to the document of the same UUID on this computer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RevisionOrder {
    /// They say the same, whatever their times.
    Same,
    /// The file was saved more often or later, and by neither measure the other way round.
    FileNewer,
    /// The document here was.
    HereNewer,
    /// The file was saved more often, the document here later.
    FileMoreHereLater,
    /// The document here was saved more often, the file later.
    HereMoreFileLater,
    /// Saved as often and at the same time, and yet they say different things.
    SameAge,
}

/// Points that a file states otherwise than they are worked out here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated {
    /// The target; `None` for all together.
    pub target: Option<TargetId>,
    /// What the file states; `None` where it states no points.
    pub file: Option<String>,
    /// What is worked out here; `None` where there are no points.
    pub here: Option<String>,
}

/// How a file's set stands to the set here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SetMatch {
    /// The same.
    Same,
    /// The same id and edition, other content.
    OtherContent,
    /// The same id, another edition.
    OtherEdition,
    /// Another set by its id, though its hash is of one that is here.
    OtherSet,
    /// A set that is not here: the file can't be opened before the set's own file was.
    Missing,
    /// The file names none.
    NotNamed,
}

impl Preview {
    /// Looks at a file that was read; nothing is changed.
    pub fn of(
        name: String,
        received: ReadDocument,
        loaded: Rc<LoadedSet>,
        known: bool,
        replaced: Replaced,
    ) -> Self {
        let ReadDocument { assessment, stated_result, digest_status, app, .. } = received;
        let set = &loaded.set;
        let mut preview = Self {
            name,
            digest_status,
            app,
            stated_result,
            result_differs: false,
            stated: Vec::new(),
            replaced,
            differences: Vec::new(),
            set: if known { set_match(&assessment, &loaded) } else { SetMatch::Missing },
            orphaned: if known { orphaned_answers(set, &assessment) } else { Vec::new() },
            hidden: hidden(set, &assessment),
            // Of a set that is not here nothing is known to be outside it.
            level_known: !known || set.level(&assessment.unit.level).is_some(),
            year_known: !known || set.years.contains(&assessment.year),
            source: Source::File,
            refused: Vec::new(),
            document: ScoredDocument::new(Rc::clone(&loaded), assessment),
        };
        preview.compare();
        preview
    }

    /// The same file by the set that it waited for.
    pub(crate) fn scored_by(&self, loaded: Rc<LoadedSet>, same_set: bool) -> Self {
        let received = ReadDocument {
            assessment: self.document.assessment().clone(),
            stated_result: self.stated_result.clone(),
            digest_status: self.digest_status,
            app: self.app.clone(),
            set: String::new(),
        };
        let replaced = Replaced { same_set, ..self.replaced.clone() };
        let again = Self::of(self.name.clone(), received, loaded, true, replaced);
        Self { source: self.source, refused: self.refused.clone(), ..again }
    }

    /// Changes level or year as chosen, then scores and compares anew.
    pub(crate) fn edit(&mut self, change: impl FnOnce(&mut Assessment)) {
        self.document.edit(change);
        self.compare();
    }

    fn compare(&mut self) {
        let set = self.document.set();
        let stated = self.stated_result.as_ref().filter(|_| self.is_ready());
        let stated = stated.filter(|stated| !same_result(stated, &result::of(set, self.document.card())));
        let otherwise = stated.map(|stated| stated_otherwise(stated, self.document.card()));
        self.result_differs = otherwise.is_some();
        self.stated = otherwise.unwrap_or_default();
        let here = &self.replaced.document;
        self.differences = differences(set, here, self.document.assessment());
        if self.replaced.same_document.is_some() {
            let same = self.differences.is_empty();
            let standing = if same { RevisionOrder::Same } else { by_age(self.document.assessment(), here) };
            self.replaced.same_document = Some(standing);
        }
    }

    /// Whether it is a form, from which a new document begins.
    pub fn is_form(&self) -> bool {
        is_form(self.document.assessment())
    }

    /// Whether it is a sample of the set here, to be opened as that.
    pub fn is_sample(&self, loaded: &LoadedSet) -> bool {
        Sample::of(self.document.assessment()).is_some_and(|sample| sample.open(loaded).is_some())
    }

    /// Whether it can be opened: its set is here, and its level and year are ones of the set.
    pub fn is_ready(&self) -> bool {
        let set = self.document.set();
        self.set != SetMatch::Missing
            && set.level(&self.document.assessment().unit.level).is_some()
            && set.years.contains(&self.document.assessment().year)
    }
}

/// Which of two states of one document is the newer, by how often and by when each was saved. Clocks can be wrong, and
/// copies can be worked on in two places: where the two measures disagree, both are told.
fn by_age(file: &Assessment, here: &Assessment) -> RevisionOrder {
    let times = seconds(&file.document.saved).zip(seconds(&here.document.saved));
    let later = times.map_or(Ordering::Equal, |(file, here)| file.cmp(&here));
    match (file.document.revision.cmp(&here.document.revision), later) {
        (Ordering::Equal, Ordering::Equal) => RevisionOrder::SameAge,
        (Ordering::Greater, Ordering::Less) => RevisionOrder::FileMoreHereLater,
        (Ordering::Less, Ordering::Greater) => RevisionOrder::HereMoreFileLater,
        (Ordering::Greater, _) | (_, Ordering::Greater) => RevisionOrder::FileNewer,
        _ => RevisionOrder::HereNewer,
    }
}

fn set_match(assessment: &Assessment, loaded: &LoadedSet) -> SetMatch {
    let named = &assessment.target_set;
    match () {
        () if named.id.is_empty() => SetMatch::NotNamed,
        () if named.id != loaded.set.id => SetMatch::OtherSet,
        () if named.edition != loaded.set.edition => SetMatch::OtherEdition,
        () if !named.sha256.is_empty() && named.sha256 != loaded.sha256 => SetMatch::OtherContent,
        () => SetMatch::Same,
    }
}

/// The points that a stated result has otherwise than the scorecard.
fn stated_otherwise(stated: &Json, card: &Scorecard) -> Vec<Stated> {
    let points = |json: &Json| json.get("points").and_then(Json::text).map(str::to_owned);
    let rows = if let Some(Json::List(rows)) = stated.get("targets") { rows.as_slice() } else { &[] };
    let mut found = Vec::new();
    let mut put = |target, file: Option<String>, here: Option<String>| {
        if file != here {
            found.push(Stated { target, file, here });
        }
    };
    put(None, points(stated), Some(card.totals.points.to_string()));
    for score in card.targets() {
        let id = &score.target.id;
        let is_row = |row: &&Json| row.get("id").and_then(Json::text) == Some(&**id);
        let row = rows.iter().take(MOST_STATED).find(is_row);
        put(Some(id.clone()), row.and_then(points), score.points().map(|points| points.to_string()));
    }
    found
}

/// Where the texts of a document hold characters that nobody sees.
fn hidden(set: &TargetSet, assessment: &Assessment) -> Vec<ChangedField> {
    // Against a blank document everything that it says is a difference.
    let said = differences(set, &Assessment::default(), assessment).into_iter();
    let holds = |said: &Difference| {
        has_invisible(said.after.as_deref().unwrap_or_default()) || has_invisible(&said.what.name())
    };
    said.filter(holds).map(|said| said.what).collect()
}
