//! Undo and redo: earlier states of the document, each step with its name. Bounded.

use crate::document::fields::HeadingField;
use crate::document::report_fields::{NarrativeField, TaskField};
use scoring::assessment::Assessment;
use scoring::target_set::TargetId;

/// The most steps that are kept.
const MOST_STEPS: usize = 200;

/// The most that all steps weigh, in bytes of their documents' files. In memory a document of many small values weighs
/// some fifty times its file.
const MOST_BYTES: usize = 10_000_000;

/// The steps that are kept however much a document weighs.
const FEWEST_STEPS: usize = 5;

/// What a step did, for "Hoàn tác: …".
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StepName {
    /// Typed into a field of a target.
    Figure(TargetId, String),
    /// Filled so many figures from a pasted block.
    Paste(usize),
    /// Took a total over.
    Total(TargetId),
    /// Took the answers of so many targets over from the year before.
    LastYear(usize),
    /// Ticked or unticked "không phát sinh".
    NotApplicable(TargetId),
    /// Typed its reason.
    Reason(TargetId),
    /// Typed a note.
    Note(TargetId),
    /// Added, typed or removed evidence.
    Evidence(TargetId),
    /// Took out what has no place in the set.
    OrphanedAnswersRemoved(TargetId),
    /// Typed a text of the report.
    Narrative(NarrativeField),
    /// Typed who does the work for a target, or by when.
    Task(TargetId, TaskField),
    /// Kept a plan by name.
    PlanKept,
    /// Removed a kept plan.
    PlanRemoved,
    /// Made a plan the work to do.
    PlanTaken,
    /// Typed a field of the heading.
    Heading(HeadingField),
    /// Changed the level.
    Level,
    /// Changed the year.
    Year,
    /// Changed the period.
    Period,
    /// Read a file in.
    Import,
    /// Began a new document.
    New,
    /// Opened another draft.
    Open,
    /// Carried a document on into the next year.
    Duplicate,
    /// Went back to a kept version.
    Restore,
    /// Removed a draft.
    RemoveDraft(String),
}

impl StepName {
    /// Whether typing on belongs to the same step.
    fn continues(&self, earlier: &Self) -> bool {
        let typed = matches!(
            self,
            Self::Figure(..)
                | Self::Reason(_)
                | Self::Note(_)
                | Self::Heading(_)
                | Self::Evidence(_)
                | Self::Narrative(_)
                | Self::Task(..)
        );
        typed && self == earlier
    }
}

/// One step: its name, and the document on its other side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What it did.
    pub name: StepName,
    /// The document before it (or, once undone, after it).
    pub document: Assessment,
    /// Another document of this computer that it changed and opened, as that one was before.
    pub other: Option<Assessment>,
}

/// The steps taken and undone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    past: Vec<Step>,
    future: Vec<Step>,
    /// Whether the next typing may join the last step.
    open: bool,
}

impl History {
    /// Notes a step with the document as it was before it.
    pub fn note(&mut self, name: StepName, before: &Assessment) {
        self.future.clear();
        let joins = self.open && self.past.last().is_some_and(|last| name.continues(&last.name));
        self.open = true;
        if joins {
            return;
        }
        if self.past.len() == MOST_STEPS {
            self.past.remove(0);
        }
        self.past.push(Step { name, document: before.clone(), other: None });
    }

    /// Remembers with the last step another document that it changed, as that one was before.
    pub fn remember(&mut self, other: &Assessment) {
        if let Some(last) = self.past.last_mut() {
            last.other = Some(other.clone());
        }
    }

    /// Forgets the oldest steps where the document is so large that all of them would fill the memory.
    pub fn bound(&mut self, bytes: usize) {
        let most = (MOST_BYTES / bytes.max(1)).max(FEWEST_STEPS);
        self.past.drain(..self.past.len().saturating_sub(most));
    }

    /// Ends the step that typing was joining: what is typed next is a step of its own.
    pub const fn close(&mut self) {
        self.open = false;
    }

    /// Takes the last step back; what is open now goes to its other side.
    pub fn undo(&mut self, now: &Assessment) -> Option<Step> {
        self.open = false;
        let step = self.past.pop()?;
        self.future.push(Step { document: now.clone(), ..step.clone() });
        Some(step)
    }

    /// Takes the last undone step again.
    pub fn redo(&mut self, now: &Assessment) -> Option<Step> {
        self.open = false;
        let step = self.future.pop()?;
        self.past.push(Step { document: now.clone(), ..step.clone() });
        Some(step)
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// The step that undo would take back.
    pub fn next_undo(&self) -> Option<&StepName> {
        self.past.last().map(|step| &step.name)
    }

    /// The step that redo would take again.
    pub fn next_redo(&self) -> Option<&StepName> {
        self.future.last().map(|step| &step.name)
    }
}
