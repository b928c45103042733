//! What can happen on the page where figures are entered.

use crate::document::event_scope::EventScope;
use crate::document::fields::{EvidenceField, HeadingField};
use crate::document::filter::Filter;
use formats::pasted_table::PastedFigure;
use scoring::assessment::PeriodKind;
use scoring::target_set::TargetId;

/// Something that happened on the page where figures are entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryEvent {
    /// A figure was typed or chosen.
    FigureTyped {
        /// Its target.
        target: TargetId,
        /// Its field.
        field: String,
        /// The whole text now in the field.
        text: String,
    },
    /// The figures of a pasted table are to be filled in.
    FiguresPasted {
        /// The target where it was pasted.
        target: TargetId,
        /// The figures.
        figures: Vec<PastedFigure>,
    },
    /// The total offered from a target with the same list was taken.
    TotalTaken(TargetId),
    /// What was entered the year before was taken over: for this target, or for every one that nothing is entered for.
    LastYearTaken(Option<TargetId>),
    /// "Không phát sinh" was ticked or unticked.
    NotApplicableSet(TargetId, bool),
    /// The row's offer to say "không phát sinh" was taken.
    NotApplicableOffered(TargetId),
    /// The reason for it was typed.
    ReasonTyped(TargetId, String),
    /// A note was typed.
    NoteTyped(TargetId, String),
    /// A place for a document was added.
    EvidenceAdded(TargetId),
    /// A document's entry was typed.
    EvidenceTyped(TargetId, usize, EvidenceField, String),
    /// A document was taken out.
    EvidenceRemoved(TargetId, usize),
    /// What of an answer has no place in the set was taken out.
    OrphanedAnswersRemoved(TargetId),
    /// The heading was typed.
    HeadingTyped(HeadingField, String),
    /// A level was chosen.
    LevelChosen(String),
    /// A year was chosen.
    YearChosen(u16),
    /// A period was chosen.
    PeriodChosen(PeriodKind),
    /// A field was left: text in decomposed letters is composed.
    FieldLeft,
    /// A target's details were opened or closed.
    DetailsToggled(TargetId),
    /// A filter was chosen.
    FilterChosen(Filter),
    /// Words to search were typed.
    SearchTyped(String),
    /// The first figure that is not understood was asked for.
    InvalidAsked,
}

impl EntryEvent {
    /// Whether it would change the open document, which a window that only reads it must not.
    pub const fn edits_document(&self) -> bool {
        match self {
            Self::FigureTyped { .. }
            | Self::FiguresPasted { .. }
            | Self::TotalTaken(..)
            | Self::LastYearTaken(..)
            | Self::NotApplicableSet(..)
            | Self::NotApplicableOffered(..)
            | Self::ReasonTyped(..)
            | Self::NoteTyped(..)
            | Self::EvidenceAdded(..)
            | Self::EvidenceTyped(..)
            | Self::EvidenceRemoved(..)
            | Self::OrphanedAnswersRemoved(..)
            | Self::HeadingTyped(..)
            | Self::LevelChosen(..)
            | Self::YearChosen(..)
            | Self::PeriodChosen(..)
            | Self::FieldLeft => true,
            Self::DetailsToggled(..)
            | Self::FilterChosen(..)
            | Self::SearchTyped(..)
            | Self::InvalidAsked => false,
        }
    }

    /// To which workspace it belongs while a sample is open.
    pub const fn scope(&self) -> EventScope {
        match self {
            Self::FigureTyped { .. }
            | Self::FiguresPasted { .. }
            | Self::TotalTaken(..)
            | Self::LastYearTaken(..)
            | Self::NotApplicableSet(..)
            | Self::NotApplicableOffered(..)
            | Self::ReasonTyped(..)
            | Self::NoteTyped(..)
            | Self::EvidenceAdded(..)
            | Self::EvidenceTyped(..)
            | Self::EvidenceRemoved(..)
            | Self::OrphanedAnswersRemoved(..)
            | Self::HeadingTyped(..)
            | Self::LevelChosen(..)
            | Self::YearChosen(..)
            | Self::PeriodChosen(..)
            | Self::FieldLeft
            | Self::DetailsToggled(..)
            | Self::FilterChosen(..)
            | Self::SearchTyped(..)
            | Self::InvalidAsked => EventScope::InFront,
        }
    }
}
