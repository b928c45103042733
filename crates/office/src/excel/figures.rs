//! The sheet "Số liệu": every target with its figures, goal, state, points and how they arise.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::columns::{ID, NOTE, THOUSANDTHS};
use super::page::{Page, Setup};
use super::{Material, VIETNAMESE, target};
use i18n::exports::{ExportKey, export_text};
use i18n::numbers;

/// Where the targets stand, for the other sheets.
pub(super) struct Layout {
    /// First and last row of each area's targets.
    pub(super) areas: Vec<(u32, u32)>,
    /// First and last row of all.
    pub(super) all: (u32, u32),
    /// Each target's first row, by its id.
    pub(super) rows: Vec<(String, u32)>,
}

impl Layout {
    /// The row of a target.
    pub(super) fn row(&self, id: &str) -> Option<u32> {
        self.rows.iter().find(|(known, _)| known == id).map(|(_, row)| *row)
    }
}

const HEAD: u32 = 6;

const HEADINGS: [ExportKey; 19] = [
    ExportKey::ExcelId,
    ExportKey::ExcelTarget,
    ExportKey::ExcelLabel,
    ExportKey::ExcelFigure,
    ExportKey::ExcelGoal,
    ExportKey::ExcelNotApplicable,
    ExportKey::ExcelReason,
    ExportKey::ExcelState,
    ExportKey::ExcelValue,
    ExportKey::ExcelMet,
    ExportKey::ExcelMax,
    ExportKey::ExcelPoints,
    ExportKey::ExcelRule,
    ExportKey::ExcelNote,
    ExportKey::ExcelThousandths,
    ExportKey::ExcelCounted,
    ExportKey::ExcelAnswered,
    ExportKey::ExcelInteger,
    ExportKey::ExcelShare,
];

const WIDTHS: [u8; 19] = [8, 27, 22, 17, 13, 8, 16, 11, 12, 9, 9, 9, 32, 20, 11, 11, 11, 14, 12];

pub(super) fn sheet(material: &Material<'_>) -> Result<(Worksheet, Layout), XlsxError> {
    let style = &material.style;
    let setup =
        Setup { name: ExportKey::ExcelFigures, widths: &WIDTHS, head: HEAD, fixed: 2, landscape: true };
    let mut page = Page::new(&setup)?;
    page.text(1, 0, &material.title(ExportKey::ExcelFiguresTitle), &style.title)?;
    let unit = &material.document.assessment().unit.name;
    page.text(
        2,
        0,
        &[unit.as_str(), " – ", &material.document.assessment().year.to_string()].concat(),
        &style.bold,
    )?;
    for (row, line) in
        [(3, ExportKey::ExcelHowPoints), (4, ExportKey::ExcelHowGoals), (5, ExportKey::ExcelHowEdit)]
    {
        page.text(row, 0, export_text(line), &style.note)?;
    }
    page.table = true;
    for (column, heading) in (0..).zip(HEADINGS) {
        let format = if column >= THOUSANDTHS { &style.grey_head } else { &style.head };
        page.text(HEAD, column, export_text(heading), format)?;
    }
    let mut row = HEAD + 1;
    let mut layout = Layout { areas: Vec::new(), all: (row, row), rows: Vec::new() };
    for area in &material.document.card().areas {
        let name = material.document.set().area(&area.id).map(|known| &known.name);
        page.table = false;
        page.text(row, ID, name.map_or("", |name| VIETNAMESE.of(name)), &style.group)?;
        page.table = true;
        for column in ID + 1..=NOTE {
            page.text(row, column, "", &style.group)?;
        }
        let first = row + 1;
        row = first;
        for score in &area.targets {
            layout.rows.push((score.target.id.to_string(), row));
            row = target::write(&mut page, material, score, row)?;
        }
        layout.areas.push((first, row - 1));
    }
    page.table = false;
    layout.all.1 = row.saturating_sub(1).max(HEAD + 1);
    let as_of = numbers::day(&material.document.assessment().period.as_of);
    if !as_of.is_empty() {
        page.text(row + 1, 0, &[export_text(ExportKey::ExcelAsOf), ": ", &as_of].concat(), &style.note)?;
    }
    Ok((page.done(NOTE + 1, row + 1)?, layout))
}
