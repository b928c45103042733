//! The document that is open: scored, with its undo and where it is kept.

use std::rc::Rc;

use crate::document::history::{History, StepName};
use crate::document::orphaned_answers::{OrphanedAnswer, orphaned_answers};
use crate::document::saving::Saving;
use scoring::assessment::{Answer, Assessment, DocumentInfo};
use scoring::loaded_set::LoadedSet;
use scoring::scorecard::Scorecard;
use scoring::scored_document::ScoredDocument;
use scoring::target_set::TargetSet;
use scoring::text::Text;

/// The document that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenDocument {
    scored: ScoredDocument,
    orphaned: Rc<Vec<OrphanedAnswer>>,
    level_name: Rc<Text>,
    /// Undo and redo.
    pub history: History,
    /// Where the document is kept.
    pub saving: Saving,
}

impl OpenDocument {
    /// A document without a history, kept nowhere yet.
    pub fn new(loaded: Rc<LoadedSet>, assessment: Assessment) -> Self {
        let mut open = Self {
            scored: ScoredDocument::new(loaded, assessment),
            orphaned: Rc::default(),
            level_name: Rc::default(),
            history: History::default(),
            saving: Saving::default(),
        };
        open.derive();
        open
    }

    /// The document with its set and its scorecard.
    pub const fn scored(&self) -> &ScoredDocument {
        &self.scored
    }

    /// The set with its digest.
    pub const fn loaded(&self) -> &Rc<LoadedSet> {
        self.scored.loaded()
    }

    /// The set.
    pub fn set(&self) -> &TargetSet {
        self.scored.set()
    }

    /// What was entered.
    pub const fn assessment(&self) -> &Assessment {
        self.scored.assessment()
    }

    /// What it scores.
    pub const fn card(&self) -> &Rc<Scorecard> {
        self.scored.card()
    }

    /// What of it has no place in the set.
    pub const fn orphaned(&self) -> &Rc<Vec<OrphanedAnswer>> {
        &self.orphaned
    }

    /// Name of the unit's level; blank where the set has no such level.
    pub const fn level_name(&self) -> &Rc<Text> {
        &self.level_name
    }

    /// The answer of a target, where there is one.
    pub fn answer(&self, target: &str) -> Option<&Rc<Answer>> {
        self.assessment().answers.get(target)
    }

    /// Its UUID.
    pub fn id(&self) -> &str {
        &self.assessment().document.id
    }

    /// What the document says of itself: id, revision, when it was saved.
    pub const fn info_mut(&mut self) -> &mut DocumentInfo {
        self.scored.info_mut()
    }

    /// Notes a step of undo from the document as it is, before it is changed.
    pub(crate) fn note(&mut self, step: StepName) {
        self.history.note(step, self.scored.assessment());
    }

    /// Changes the document, and scores it anew.
    pub(crate) fn edit<T>(&mut self, change: impl FnOnce(&mut Assessment) -> T) -> T {
        let outcome = self.scored.edit(change);
        self.derive();
        outcome
    }

    /// Changes a figure of one target that the set has, and scores that target anew.
    pub(crate) fn edit_target<T>(&mut self, target: &str, change: impl FnOnce(&mut Assessment) -> T) -> T {
        self.scored.edit_target(target, change)
    }

    /// Puts another document in its place, by the set given. Undo and saving are the caller's.
    pub(crate) fn replace(&mut self, loaded: Rc<LoadedSet>, assessment: Assessment) {
        if Rc::ptr_eq(&loaded, self.loaded()) {
            self.scored.replace(assessment);
        } else {
            self.scored = ScoredDocument::new(loaded, assessment);
        }
        self.derive();
    }

    /// Works out what follows from the document; what stays the same keeps its address.
    fn derive(&mut self) {
        let orphaned = orphaned_answers(self.set(), self.assessment());
        if orphaned != *self.orphaned {
            self.orphaned = Rc::new(orphaned);
        }
        let level = self.set().level(&self.assessment().unit.level).map(|level| level.name.clone());
        let level = level.unwrap_or_default();
        if level != *self.level_name {
            self.level_name = Rc::new(level);
        }
    }
}
