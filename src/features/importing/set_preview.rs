//! A file of a target set that waits for a choice.

use std::rc::Rc;

use crate::document::orphaned_answers::{OrphanedAnswer, orphaned_answers};
use crate::document::sets::Sets;
use formats::builtin;
use scoring::assessment::Assessment;
use scoring::json_reader::Fault;
use scoring::loaded_set::LoadedSet;
use scoring::points::Points;
use scoring::scored_document::ScoredDocument;
use scoring::target_set::TargetId;

/// A set that was read from a file, before anything is changed by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetPreview {
    /// The file's name.
    pub name: String,
    /// The set.
    pub loaded: Rc<LoadedSet>,
    /// Whether it is at hand already.
    pub known: bool,
    /// How it stands to the sets at hand of its id.
    pub likeness: SetLikeness,
    /// What its author should look at again.
    pub warnings: Vec<Fault>,
    /// What becomes of the open document, where that was made with another edition of it.
    pub carry_over: Option<Rc<CarryOver>>,
}

/// How a set from a file stands to the sets at hand that bear its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SetLikeness {
    /// None bears it, or the very same set is at hand.
    Clear,
    /// A set that comes with the product bears it and has other content.
    BuiltInChanged,
    /// One of the same edition has other content.
    SameEdition,
    /// There is another edition, by its name.
    OtherEdition(String),
}

impl SetLikeness {
    /// Compares a set with those at hand, by content.
    pub fn of(loaded: &LoadedSet, sets: &Sets) -> Self {
        let LoadedSet { set, sha256, .. } = loaded;
        let likes = || sets.all().iter().filter(|known| known.set.id == set.id);
        let own = sets.own().map(|own| (&*own.set.id, &*own.sha256));
        let built_in = [own, Some(builtin::SECOND)].into_iter().flatten().find(|(id, _)| *id == set.id);
        match likes().next() {
            _ if likes().any(|known| known.sha256 == *sha256) => Self::Clear,
            _ if built_in.is_some_and(|(_, known)| known != sha256) => Self::BuiltInChanged,
            None => Self::Clear,
            Some(_) if likes().any(|known| known.set.edition == set.edition) => Self::SameEdition,
            Some(known) => Self::OtherEdition(known.set.edition.clone()),
        }
    }
}

/// A document's figures by another edition of its set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CarryOver {
    /// The document as it is now.
    pub before: ScoredDocument,
    /// The same answers by the other edition.
    pub after: ScoredDocument,
    /// The targets whose points or maximum differ, and those that only one of the two has.
    pub changed: Vec<ChangedTarget>,
    /// What has no place there; it is kept.
    pub orphaned: Vec<OrphanedAnswer>,
}

/// A target whose points are others by the other edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedTarget {
    /// Its id.
    pub id: TargetId,
    /// Points and maximum now; `None` where the set has no such target for the unit.
    pub before: Option<(Option<Points>, Points)>,
    /// The same by the other edition.
    pub after: Option<(Option<Points>, Points)>,
}

impl CarryOver {
    /// What becomes of a document by another edition of its set. `None` where it is no such edition, nothing was filled
    /// in, or the edition does not know the unit's level.
    pub fn of(document: &ScoredDocument, loaded: &Rc<LoadedSet>) -> Option<Self> {
        let (old, assessment) = (document.loaded(), document.assessment());
        let other_edition = old.set.id == loaded.set.id && old.sha256 != loaded.sha256;
        let filled = assessment.answers.values().any(|answer| !answer.is_blank());
        let level = loaded.set.level(&assessment.unit.level);
        if !other_edition || !filled || level.is_none() || assessment.is_sample() {
            return None;
        }
        let after = ScoredDocument::new(Rc::clone(loaded), carried(assessment, loaded));
        let points = |document: &ScoredDocument, id: &TargetId| {
            let score = document.card().targets().find(|score| score.target.id == *id)?;
            Some((score.points(), score.target.max_points))
        };
        let ids = document.card().targets().map(|score| &score.target.id);
        let new = after.card().targets().map(|score| &score.target.id);
        let new = new.filter(|id| points(document, id).is_none());
        let changed = ids.chain(new).map(|id| {
            let id = id.clone();
            ChangedTarget { before: points(document, &id), after: points(&after, &id), id }
        });
        Some(Self {
            changed: changed.filter(|target| target.before != target.after).collect(),
            orphaned: orphaned_answers(&loaded.set, after.assessment()),
            before: document.clone(),
            after,
        })
    }
}

/// The same answers, for the same year or else the last that the edition has.
fn carried(assessment: &Assessment, loaded: &LoadedSet) -> Assessment {
    let mut document = assessment.clone();
    if !loaded.set.years.contains(&document.year) {
        document.year = loaded.set.years.last().copied().unwrap_or_default();
    }
    document
}
