//! The report as a Word file.

use std::io::Cursor;

use docx_rs::{Docx, Paragraph, Run};

use crate::core::assessment::Assessment;
use crate::core::scorecard::Scorecard;
use crate::core::target_set::TargetSet;

/// The report.
///
/// # Errors
/// What the writer of files refuses.
pub fn write(_set: &TargetSet, assessment: &Assessment, card: &Scorecard) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let line = |text: &str| Paragraph::new().add_run(Run::new().add_text(text));
    let docx = Docx::new()
        .add_paragraph(line(&assessment.unit.name))
        .add_paragraph(line(&card.totals.points.to_string()));
    docx.build().pack(Cursor::new(&mut bytes)).map_err(|error| error.to_string())?;
    Ok(bytes)
}
