//! The report as a Word file.

use docx_rs::{Docx, Paragraph, Run};

use crate::core::assessment::Assessment;
use crate::core::scorecard::Scorecard;
use crate::core::target_set::TargetSet;

use super::package;

/// The report.
///
/// # Errors
/// What the writer of files refuses.
pub fn write(_set: &TargetSet, assessment: &Assessment, card: &Scorecard) -> Result<Vec<u8>, String> {
    let line = |text: &str| Paragraph::new().add_run(Run::new().add_text(text));
    let docx = Docx::new()
        .add_paragraph(line(&assessment.unit.name))
        .add_paragraph(line(&card.totals.points.to_string()));
    package::word_file(docx.build())
}
