//! Kept versions: states of a document to come back to.

use crate::document::difference::{Difference, differences};
use crate::document::draft::file_text;
use crate::document::history::StepName;
use formats::document_reader;
use scoring::assessment::Assessment;
use scoring::scorecard::{Scorecard, score};
use scoring::target_set::TargetSet;

/// A state of a document that was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptVersion {
    /// UUID of the document.
    pub id: String,
    /// When it was kept, ISO 8601 with offset.
    pub at: String,
    /// The revision that it was.
    pub revision: u32,
    /// Why it was kept.
    pub why: VersionReason,
    /// The file.
    pub text: String,
}

/// Why a version was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VersionReason {
    /// The document was opened.
    Opened,
    /// It came from a file.
    Imported,
    /// An hour of work has gone by.
    Hour,
    /// Before a block was pasted.
    Paste,
    /// Before a file took its place.
    Replace,
    /// Before its level or year was changed.
    Heading,
    /// Before an earlier version took its place.
    Restore,
    /// Another window had saved a newer state; this is what was typed here.
    OtherWindow,
}

impl VersionReason {
    /// Every reason with its word in the storage.
    pub const ALL: [(&'static str, Self); 8] = [
        ("opened", Self::Opened),
        ("imported", Self::Imported),
        ("hour", Self::Hour),
        ("paste", Self::Paste),
        ("replace", Self::Replace),
        ("heading", Self::Heading),
        ("restore", Self::Restore),
        ("other-window", Self::OtherWindow),
    ];

    /// Its word in the storage.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Opened => "opened",
            Self::Imported => "imported",
            Self::Hour => "hour",
            Self::Paste => "paste",
            Self::Replace => "replace",
            Self::Heading => "heading",
            Self::Restore => "restore",
            Self::OtherWindow => "other-window",
        }
    }

    /// The reason of a word; one that a later version may know counts as opened.
    pub fn of_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|(known, _)| *known == word).map_or(Self::Opened, |(_, why)| why)
    }

    /// The reason to keep the state before a step; `None` for steps that change little.
    pub(crate) const fn before(step: &StepName) -> Option<Self> {
        match step {
            StepName::Paste(_) => Some(Self::Paste),
            StepName::Import => Some(Self::Replace),
            StepName::Level | StepName::Year => Some(Self::Heading),
            StepName::Restore => Some(Self::Restore),
            StepName::Figure(..)
            | StepName::Total(_)
            | StepName::LastYear(_)
            | StepName::NotApplicable(_)
            | StepName::Reason(_)
            | StepName::Note(_)
            | StepName::Evidence(_)
            | StepName::OrphanedAnswersRemoved(_)
            | StepName::Narrative(_)
            | StepName::Task(..)
            | StepName::PlanKept
            | StepName::PlanRemoved
            | StepName::PlanTaken
            | StepName::Heading(_)
            | StepName::Period
            | StepName::New
            | StepName::Open
            | StepName::Duplicate
            | StepName::RemoveDraft(_) => None,
        }
    }
}

impl KeptVersion {
    /// The version of a document; `None` while it holds nothing that could be missed.
    pub(crate) fn of(
        set: &TargetSet,
        assessment: &Assessment,
        why: VersionReason,
        now: &str,
    ) -> Option<Self> {
        let blank = assessment.answers.values().all(|answer| answer.is_blank());
        (!blank).then(|| Self {
            id: assessment.document.id.clone(),
            at: now.to_owned(),
            revision: assessment.document.revision,
            why,
            text: file_text(set, &score(set, assessment), assessment),
        })
    }
}

/// A kept version as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionEntry {
    /// When it was kept.
    pub at: String,
    /// Why.
    pub why: VersionReason,
    /// What it is; `None` when it can't be read.
    pub document: Option<Assessment>,
    /// What it scores.
    pub card: Option<Scorecard>,
    /// What restoring it would change of the open document.
    pub differences: Vec<Difference>,
}

impl VersionEntry {
    pub(crate) fn of(set: &TargetSet, kept: &KeptVersion, open: &Assessment) -> Self {
        let document = document_reader::read_text(&kept.text).ok().map(|received| received.assessment);
        Self {
            at: kept.at.clone(),
            why: kept.why,
            card: document.as_ref().map(|document| score(set, document)),
            differences: document
                .as_ref()
                .map(|document| differences(set, open, document))
                .unwrap_or_default(),
            document,
        }
    }
}
