//! The workbook in which a unit fills its figures.

use rust_xlsxwriter::Workbook;

use crate::core::assessment::Assessment;
use crate::core::target_set::TargetSet;

/// The workbook for the level and year of an assessment, with what it holds already.
///
/// # Errors
/// What the writer of files refuses.
pub fn write(_set: &TargetSet, _assessment: &Assessment) -> Result<Vec<u8>, String> {
    Workbook::new().save_to_buffer().map_err(|error| error.to_string())
}
