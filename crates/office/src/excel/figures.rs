//! The sheet "Số liệu": every target with its figures, goal, state, points and how they arise.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::columns::{ID, NOTE, THOUSANDTHS};
use super::page::{Page, Setup};
use super::{Material, VIETNAMESE, target};
use i18n::numbers;
use i18n::papers::{Paper, paper};

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

const HEADINGS: [Paper; 19] = [
    Paper::ExcelId,
    Paper::ExcelTarget,
    Paper::ExcelLabel,
    Paper::ExcelFigure,
    Paper::ExcelGoal,
    Paper::ExcelNotApplicable,
    Paper::ExcelReason,
    Paper::ExcelState,
    Paper::ExcelValue,
    Paper::ExcelMet,
    Paper::ExcelMax,
    Paper::ExcelPoints,
    Paper::ExcelRule,
    Paper::ExcelNote,
    Paper::ExcelThousandths,
    Paper::ExcelCounted,
    Paper::ExcelAnswered,
    Paper::ExcelInteger,
    Paper::ExcelShare,
];

const WIDTHS: [u8; 19] = [8, 27, 22, 17, 13, 8, 16, 11, 12, 9, 9, 9, 32, 20, 11, 11, 11, 14, 12];

pub(super) fn sheet(material: &Material<'_>) -> Result<(Worksheet, Layout), XlsxError> {
    let style = &material.style;
    let setup = Setup { name: Paper::ExcelFigures, widths: &WIDTHS, head: HEAD, fixed: 2, landscape: true };
    let mut page = Page::new(&setup)?;
    page.text(1, 0, &material.title(Paper::ExcelFiguresTitle), &style.title)?;
    let unit = &material.assessment.unit.name;
    page.text(2, 0, &[unit.as_str(), " – ", &material.assessment.year.to_string()].concat(), &style.bold)?;
    for (row, line) in [(3, Paper::ExcelHowPoints), (4, Paper::ExcelHowGoals), (5, Paper::ExcelHowEdit)] {
        page.text(row, 0, paper(line), &style.note)?;
    }
    page.table = true;
    for (column, heading) in (0..).zip(HEADINGS) {
        let format = if column >= THOUSANDTHS { &style.grey_head } else { &style.head };
        page.text(HEAD, column, paper(heading), format)?;
    }
    let mut row = HEAD + 1;
    let mut layout = Layout { areas: Vec::new(), all: (row, row), rows: Vec::new() };
    for area in &material.card.areas {
        let name = material.set.area(&area.id).map(|known| &known.name);
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
    let as_of = numbers::day(&material.assessment.period.as_of);
    if !as_of.is_empty() {
        page.text(row + 1, 0, &[paper(Paper::ExcelAsOf), ": ", &as_of].concat(), &style.note)?;
    }
    Ok((page.done(NOTE + 1, row + 1)?, layout))
}
