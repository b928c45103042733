//! A document with the set that it answers and what it scores by it.

use std::rc::Rc;

use crate::assessment::{Assessment, DocumentInfo};
use crate::loaded_set::LoadedSet;
use crate::scorecard::{Scorecard, TargetScore, rescore, score};
use crate::target_set::TargetSet;

/// A document, its set and its scorecard. They are made together and change together, so that a scorecard is never that
/// of another document, set or state.
///
/// # Example
///
/// ```
/// # use std::rc::Rc;
/// # use scoring::{assessment::Assessment, loaded_set::LoadedSet, scored_document::ScoredDocument};
/// # fn example(set: Rc<LoadedSet>) {
/// let mut document = ScoredDocument::new(set, Assessment::default());
/// document.edit(|assessment| assessment.year = 2023);
/// println!("{} points", document.card().totals.points);
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScoredDocument {
    loaded: Rc<LoadedSet>,
    assessment: Assessment,
    card: Rc<Scorecard>,
}

impl ScoredDocument {
    /// Scores a document by a set.
    pub fn new(loaded: Rc<LoadedSet>, assessment: Assessment) -> Self {
        let card = Rc::new(score(&loaded.set, &assessment));
        Self { loaded, assessment, card }
    }

    /// The set with its digest.
    pub const fn loaded(&self) -> &Rc<LoadedSet> {
        &self.loaded
    }

    /// The set.
    pub fn set(&self) -> &TargetSet {
        &self.loaded.set
    }

    /// What was entered.
    pub const fn assessment(&self) -> &Assessment {
        &self.assessment
    }

    /// What it scores. The address changes only when a score does.
    pub const fn card(&self) -> &Rc<Scorecard> {
        &self.card
    }

    /// What the document says of itself: id, revision, when it was saved. Nothing of it is scored.
    pub const fn info_mut(&mut self) -> &mut DocumentInfo {
        &mut self.assessment.document
    }

    /// Changes the document, and scores it anew.
    pub fn edit<T>(&mut self, change: impl FnOnce(&mut Assessment) -> T) -> T {
        let outcome = change(&mut self.assessment);
        self.rescore();
        outcome
    }

    /// Changes the answer of one target, and scores that target anew. What else is changed by it would not be scored.
    pub fn edit_target<T>(&mut self, target: &str, change: impl FnOnce(&mut Assessment) -> T) -> T {
        let outcome = change(&mut self.assessment);
        rescore(Rc::make_mut(&mut self.card), &self.loaded.set, &self.assessment, target);
        outcome
    }

    /// Puts another document in its place, by the same set.
    pub fn replace(&mut self, assessment: Assessment) {
        self.assessment = assessment;
        self.rescore();
    }

    /// A target whose score did not change keeps its old value at its old address, so that it is seen to be the same at
    /// no cost.
    fn rescore(&mut self) {
        let mut card = score(&self.loaded.set, &self.assessment);
        let old: Vec<&Rc<TargetScore>> = self.card.targets().collect();
        let new = card.areas.iter_mut().flat_map(|area| &mut area.targets);
        for (new, old) in new.zip(old) {
            if new == old {
                *new = Rc::clone(old);
            }
        }
        if card != *self.card {
            self.card = Rc::new(card);
        }
    }
}
