//! What can happen on the page of the report.

use crate::document::event_scope::EventScope;
use crate::document::report_fields::{NarrativeField, TaskField};
use scoring::target_set::TargetId;

/// Something that happened on the page of the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReportEvent {
    /// A text of the report was typed.
    NarrativeTyped(NarrativeField, String),
    /// Who does the work for a target, or by when, was typed.
    TaskTyped(TargetId, TaskField, String),
    /// The figures were asked for as CSV.
    CsvPressed,
    /// The page was to be printed.
    PrintPressed,
}

impl ReportEvent {
    /// Whether it would change the open document, which a window that only reads it must not.
    pub const fn edits_document(&self) -> bool {
        match self {
            Self::NarrativeTyped(..) | Self::TaskTyped(..) => true,
            Self::CsvPressed | Self::PrintPressed => false,
        }
    }

    /// To which workspace it belongs while a sample is open.
    pub const fn scope(&self) -> EventScope {
        match self {
            Self::NarrativeTyped(..) | Self::TaskTyped(..) | Self::CsvPressed | Self::PrintPressed => {
                EventScope::InFront
            }
        }
    }
}
