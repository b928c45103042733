//! The assessment as an Excel workbook: Tổng hợp, Số liệu, Tài liệu kiểm chứng, Việc cần làm.
//!
//! Figures stand in typed cells, points and totals as formulas over them in whole numbers (see `whole`) with the values
//! of `scoring` cached, so that a reader can check every point. Foreign text is never a formula nor a link.

mod columns;
mod evidence;
mod figures;
mod formulas;
mod measures;
mod page;
mod summary;
mod target;
mod value;
mod whole;
mod work;

use rust_xlsxwriter::{DocProperties, Workbook, Worksheet, XlsxError};
use scoring::scored_document::ScoredDocument;

use super::workbook;
use i18n::exports::{ExportKey, VIETNAMESE, export_text, sample_mark, titled};
use page::Style;
use scoring::invisible_chars::show_invisible;

/// What the sheets are made from.
struct Material<'a> {
    document: &'a ScoredDocument,
    style: Style,
}

impl Material<'_> {
    /// The title of a sheet.
    fn title(&self, title: ExportKey) -> String {
        titled(self.document.assessment(), export_text(title))
    }

    /// A sheet of a sample says so above each page that is printed, and by the colour of its tab.
    fn marked(&self, mut sheet: Worksheet) -> Worksheet {
        if let Some(mark) = sample_mark(self.document.assessment()) {
            sheet.set_header(["&C&B", mark].concat()).set_tab_color(0x008A_1F5C_u32);
        }
        sheet
    }
}

/// The workbook.
///
/// # Errors
/// What the writer of files refuses.
pub fn write(document: &ScoredDocument) -> Result<Vec<u8>, String> {
    let material = Material { document, style: Style::new() };
    made(&material).map_err(|error| error.to_string())
}

fn made(material: &Material<'_>) -> Result<Vec<u8>, XlsxError> {
    let (figures, layout) = figures::sheet(material)?;
    let mut book = Workbook::new();
    book.set_properties(&properties(material)?);
    book.push_worksheet(material.marked(summary::sheet(material, &layout)?));
    book.push_worksheet(material.marked(figures));
    book.push_worksheet(material.marked(evidence::sheet(material)?));
    book.push_worksheet(material.marked(work::sheet(material, &layout)?));
    book.save_to_buffer()
}

fn properties(material: &Material<'_>) -> Result<DocProperties, XlsxError> {
    Ok(workbook::properties(material.document.assessment())?
        .set_title(export_text(ExportKey::ExcelTitle))
        .set_subject(show_invisible(&material.document.set().title.vi))
        .set_company(show_invisible(&material.document.assessment().unit.name))
        .set_author(show_invisible(&material.document.assessment().unit.prepared_by)))
}
