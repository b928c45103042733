//! The drafts on this computer, and how a document becomes one.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::document::kept_file::KeptFile;
use crate::document::saving::StorageScope;
use crate::document::sets::StoredSet;
use formats::{assessment_file, result};
use scoring::assessment::Assessment;
use scoring::datetime::seconds;
use scoring::json::Json;
use scoring::loaded_set::LoadedSet;
use scoring::scorecard::Scorecard;
use scoring::target_set::TargetSet;

/// A document on this computer: its file, what the list shows of it, and what the storage is known to hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// UUID of the document.
    pub id: String,
    /// Revision that is stored.
    pub revision: u32,
    /// When it was saved, ISO 8601.
    pub saved: String,
    /// Name of the unit.
    pub unit: String,
    /// Id of its level.
    pub level: String,
    /// The year.
    pub year: u16,
    /// How many targets are answered.
    pub answered: usize,
    /// How many targets there are.
    pub targets: usize,
    /// When the storage was last given it as the open document, ISO 8601.
    pub opened: String,
    /// When it was last exported, ISO 8601; blank if never.
    pub exported: String,
    /// The file.
    pub text: String,
    /// The file of the revision before, which this one was made from; blank if there is none.
    pub previous: String,
    /// The file that the storage is known to hold, from which this one was made as well: the revision between may not have
    /// found room. Blank while the storage holds none.
    pub confirmed: String,
    /// Marks of the files before it that were sent to the storage without an answer yet: it may take one late, after it was
    /// given up.
    pub unanswered: Vec<u64>,
    /// When it was removed from the list, while that can still be undone.
    pub removed: Option<String>,
    /// The set that it was made with: the storage takes both or neither.
    pub set: StoredSet,
}

impl Stored {
    /// Whether drafts were kept in this browser and are no longer: the browser or its user deleted them.
    pub(crate) fn has_lost_drafts(&self) -> bool {
        let lost = match self.remembered {
            Remembered::Nothing => false,
            Remembered::NoStorage => self.last.is_some() || !self.backups.is_empty(),
            Remembered::Drafts => self.drafts.is_empty() && self.foreign == 0,
        };
        self.available && lost
    }
}

/// What the browser remembers of the storage at the start, besides what is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Remembered {
    /// Nothing: there may have been drafts or not.
    #[default]
    Nothing,
    /// There was none: it was made for this start.
    NoStorage,
    /// It had drafts when it was last heard of.
    Drafts,
}

/// What the storage held at the start.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stored {
    /// The drafts; none where the storage is not available.
    pub drafts: Vec<Draft>,
    /// Unload backups found at the start; one counts where it is newer than the draft.
    pub backups: Vec<Draft>,
    /// Texts of the sets that drafts were made with.
    pub sets: Vec<String>,
    /// Files that documents are written to, remembered from earlier visits.
    pub files: Vec<KeptFile>,
    /// Entries that are not ours to read; they are left alone.
    pub foreign: usize,
    /// Whether drafts can be kept on this computer.
    pub available: bool,
    /// Why they can't, where that is known; else how this browser keeps them as far as it tells by itself.
    pub scope: StorageScope,
    /// Id of the document that was open last.
    pub last: Option<String>,
    /// When that was noted, ISO 8601; blank if it is not known.
    pub last_at: String,
    /// What the browser remembers of the storage besides what is in it.
    pub remembered: Remembered,
}

/// What tells a file from others, in little room.
fn mark(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// The file of a document, as text.
pub(crate) fn file_text(set: &TargetSet, card: &Scorecard, assessment: &Assessment) -> String {
    assessment_file::write(assessment, result::of(set, card)).to_pretty()
}

impl Draft {
    /// The draft of a document, of which the storage holds nothing yet.
    pub fn of(loaded: &LoadedSet, card: &Scorecard, assessment: &Assessment, exported: &str) -> Self {
        Self {
            id: assessment.document.id.clone(),
            revision: assessment.document.revision,
            saved: assessment.document.saved.clone(),
            unit: assessment.unit.name.clone(),
            level: assessment.unit.level.clone(),
            year: assessment.year,
            answered: card.totals.answered(),
            targets: card.totals.targets,
            opened: String::new(),
            exported: exported.to_owned(),
            text: file_text(&loaded.set, card, assessment),
            previous: String::new(),
            confirmed: String::new(),
            unanswered: Vec::new(),
            removed: None,
            set: StoredSet::of(loaded),
        }
    }

    /// Comes after a draft of the same document, of which it takes the files that the storage may hold.
    pub(crate) fn follow(&mut self, before: &mut Self) {
        self.unanswered = std::mem::take(&mut before.unanswered);
        if before.text != before.confirmed && !before.text.is_empty() {
            self.unanswered.push(mark(&before.text));
        }
        self.previous = std::mem::take(&mut before.text);
        self.confirmed = std::mem::take(&mut before.confirmed);
    }

    /// Whether a file that the storage holds was made here, before this one or as this one.
    pub(crate) fn is_own(&self, stored: &str) -> bool {
        [&self.text, &self.previous, &self.confirmed].into_iter().any(|own| own == stored)
            || self.unanswered.contains(&mark(stored))
    }

    /// Whether it may take the place of what is stored, of which revision and file are given: it must be made from it.
    /// A higher number alone is not enough, for two windows count on from one revision each by itself. What this window
    /// stored last of the document, its `own`, it was made from as well: where several writings wait, one between may fail.
    pub fn may_replace(&self, revision: u32, text: &str, own: Option<&str>) -> bool {
        let known = self.previous == text || self.confirmed == text || own == Some(text);
        let made_from = self.previous.is_empty() || known || self.unanswered.contains(&mark(text));
        let goes_on = revision < self.revision && made_from;
        goes_on || self.text == text
    }

    /// What the storage keeps beside the file so that the list needs not read it, as JSON.
    pub fn summary(&self) -> String {
        let number = |number: usize| u64::try_from(number).unwrap_or_default();
        let mut summary = vec![
            ("unit".to_owned(), self.unit.as_str().into()),
            ("level".to_owned(), self.level.as_str().into()),
            ("year".to_owned(), u64::from(self.year).into()),
            ("answered".to_owned(), number(self.answered).into()),
            ("targets".to_owned(), number(self.targets).into()),
            ("exported".to_owned(), self.exported.as_str().into()),
            ("opened".to_owned(), self.opened.as_str().into()),
        ];
        if !self.set.sha256.is_empty() {
            summary.push(("set".to_owned(), self.set.sha256.as_str().into()));
        }
        Json::Object(summary).to_pretty()
    }

    /// The draft with what a summary says. One that can't be read leaves blanks: the file is what counts.
    #[must_use]
    pub fn with_summary(self, summary: &str) -> Self {
        let summary = Json::read(summary).unwrap_or_default();
        let text = |key| summary.get(key).and_then(Json::text).unwrap_or_default().to_owned();
        let number = |key| match summary.get(key) {
            Some(Json::Number(number)) => number.as_u64().unwrap_or_default(),
            _ => 0,
        };
        Self {
            unit: text("unit"),
            level: text("level"),
            year: u16::try_from(number("year")).unwrap_or_default(),
            answered: usize::try_from(number("answered")).unwrap_or_default(),
            targets: usize::try_from(number("targets")).unwrap_or_default(),
            opened: text("opened"),
            exported: text("exported"),
            set: StoredSet { sha256: text("set"), ..StoredSet::default() },
            ..self
        }
    }

    /// The draft as it is read from the storage at a time, `now`: the storage holds this file and has its set. A file that
    /// was exported later than now was exported by a clock that was wrong; whether it is older than the draft can't be
    /// known, so that it does not count.
    #[must_use]
    pub fn found(self, now: &str) -> Self {
        let set = StoredSet { sha256: self.set.sha256, ..StoredSet::default() };
        let known = |time: String| {
            let late = seconds(&time).zip(seconds(now)).is_some_and(|(time, now)| time > now);
            if late { String::new() } else { time }
        };
        let (exported, opened) = (known(self.exported), known(self.opened));
        Self { confirmed: self.text.clone(), unanswered: Vec::new(), set, exported, opened, ..self }
    }
}
