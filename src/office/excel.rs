//! The assessment as an Excel workbook.

use rust_xlsxwriter::Workbook;

use crate::core::assessment::Assessment;
use crate::core::scorecard::Scorecard;
use crate::core::target_set::TargetSet;

/// The workbook.
///
/// # Errors
/// What the writer of files refuses.
pub fn write(_set: &TargetSet, assessment: &Assessment, card: &Scorecard) -> Result<Vec<u8>, String> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let written = sheet
        .write_string(0, 0, &assessment.unit.name)
        .and_then(|sheet| sheet.write_string(1, 0, card.totals.points.to_string()))
        .and(Ok(()));
    written.and_then(|()| book.save_to_buffer()).map_err(|error| error.to_string())
}
