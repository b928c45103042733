//! The sheet "Việc cần làm": every target not fully earned, most points first, with who and by when.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::columns::{COUNTED, THOUSANDTHS, cell};
use super::figures::Layout;
use super::page::{Cached, Page, Setup};
use super::summary::on_figures;
use super::{Material, VIETNAMESE};
use i18n::exports::{ExportKey, export_text};
use i18n::sentences;
use i18n::sentences::work as work_text;
use planning::{Work, total_gain, work};
use scoring::points::Points;

const HEAD: u32 = 4;
const WIDTHS: [u8; 8] = [6, 8, 34, 42, 11, 22, 16, 12];

pub(super) fn sheet(material: &Material<'_>, layout: &Layout) -> Result<Worksheet, XlsxError> {
    let style = &material.style;
    let setup = Setup { name: ExportKey::ExcelWork, widths: &WIDTHS, head: HEAD, fixed: 0, landscape: true };
    let mut page = Page::new(&setup)?;
    page.text(1, 0, &material.title(ExportKey::ExcelWorkTitle), &style.title)?;
    page.text(2, 0, export_text(ExportKey::ExcelWorkNote), &style.note)?;
    let headings = [
        ExportKey::ExcelOrder,
        ExportKey::ExcelId,
        ExportKey::ExcelTarget,
        ExportKey::ExcelTask,
        ExportKey::ExcelGain,
        ExportKey::ExcelWho,
        ExportKey::ExcelBy,
        ExportKey::ExcelState,
    ];
    page.table = true;
    for (column, heading) in (0..).zip(headings) {
        page.text(HEAD, column, export_text(heading), &style.head)?;
    }
    let works = work(material.document);
    let mut row = HEAD + 1;
    for (order, work) in (1_u32..).zip(&works) {
        let target = &work.score.target;
        page.number(row, 0, &order.to_string(), &style.figure)?;
        page.text(row, 1, &target.id, &style.text)?;
        page.text(row, 2, VIETNAMESE.of(&target.name), &style.text)?;
        page.text(row, 3, &what_to_do(work), &style.text)?;
        let formula = layout.row(&target.id).filter(|_| is_all(work)).map(|at| {
            let of = |column| on_figures(&cell(column, at));
            ["(", &of(COUNTED), "-", &of(THOUSANDTHS), ")/1000"].concat()
        });
        let gain = Cached::Number(work.gain.to_string());
        page.live((row, 4), formula.as_deref(), &gain, &style.points)?;
        page.text(row, 5, &work.who, &style.text)?;
        page.text(row, 6, &work.by, &style.text)?;
        page.text(row, 7, sentences::state(&work.score, VIETNAMESE), &style.centred)?;
        row += 1;
    }
    let last = row - 1;
    if works.is_empty() {
        page.table = false;
        page.text(row, 0, export_text(ExportKey::ExcelNothingToDo), &style.note)?;
        row += 1;
    } else {
        page.sheet.autofilter(HEAD - 1, 0, last - 1, 7)?;
        page.text(row, 3, export_text(ExportKey::ExcelTotal), &style.bold_text)?;
        let sum = ["SUM(E", &(HEAD + 1).to_string(), ":E", &last.to_string(), ")"].concat();
        let gain = Cached::Number(total_gain(&works).to_string());
        page.live((row, 4), Some(&sum), &gain, &style.bold_points)?;
    }
    page.done(8, row)
}

/// Whether the work brings all that is left: only then do the points left say what it brings.
fn is_all(work: &Work) -> bool {
    let max = if work.score.counts() { work.score.target.max_points } else { Points::ZERO };
    work.gain == max - work.score.points().unwrap_or_default()
}

/// What to do, with which figures, by which step, and whether a plan says so.
fn what_to_do(work: &Work) -> String {
    let lines = [
        work_text::to_do(work, VIETNAMESE),
        work_text::in_figures(work, VIETNAMESE),
        work_text::next_step(work, VIETNAMESE),
        work_text::outcome(work, VIETNAMESE),
        work_text::planned(work, VIETNAMESE),
    ];
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}
