//! The workbook in which a unit fills its figures: for a level and a year, with what is entered already.

mod cells;
pub(crate) mod evidence;
pub(crate) mod figures;
pub(crate) mod layout;
mod lists;

use rust_xlsxwriter::{Workbook, XlsxError};

use super::workbook;
use cells::Styles;
use i18n::exports::{ExportKey, export_text, sample_mark};
use layout::{MARK_NAMES, MARKS, MARKS_NAME, VERSION};
use lists::Lists;
use scoring::assessment::Assessment;
use scoring::target_set::TargetSet;

/// The workbook for the level and year of an assessment.
///
/// # Errors
/// What the writer of files refuses.
pub fn write(set: &TargetSet, assessment: &Assessment) -> Result<Vec<u8>, String> {
    made(set, assessment).map_err(|error| error.to_string())
}

fn made(set: &TargetSet, assessment: &Assessment) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&workbook::properties(assessment)?.set_title(export_text(ExportKey::TemplateTitle)));
    let styles = Styles::new();
    let mut lists = Lists::new(set, &assessment.unit.level);
    figures::write(book.add_worksheet(), set, assessment, &mut lists, &styles)?;
    evidence::write(book.add_worksheet(), set, assessment, &lists, &styles)?;
    if let Some(mark) = sample_mark(assessment) {
        for sheet in book.worksheets_mut() {
            sheet.set_header(["&C&B", mark].concat()).set_tab_color(0x008A_1F5C_u32);
        }
    }
    let hidden = book.add_worksheet();
    hidden.set_name(MARKS_NAME)?.set_very_hidden(true);
    hidden.write_string(0, 0, MARKS)?;
    let year = assessment.year.to_string();
    let named = &assessment.target_set;
    let marks = [
        VERSION,
        &set.id,
        &set.edition,
        &named.sha256,
        &assessment.unit.level,
        &year,
        &assessment.document.id,
    ];
    for ((row, name), mark) in (1..).zip(MARK_NAMES).zip(marks) {
        hidden.write_string(row, 0, name)?.write_string(row, 1, mark)?;
    }
    lists.write(hidden)?;
    book.save_to_buffer()
}
