//! The sheet "Tài liệu kiểm chứng": a row a document, and the explanation owed where there is none.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::page::{Page, Setup};
use super::{Material, VIETNAMESE};
use crate::workbook::day;
use i18n::exports::{ExportKey, export_text};
use i18n::{Key, numbers};
use scoring::assessment::{Answer, Evidence};
use scoring::scorecard::TargetScore;

const HEAD: u32 = 3;
const WIDTHS: [u8; 8] = [8, 28, 14, 11, 30, 16, 22, 38];

pub(super) fn sheet(material: &Material<'_>) -> Result<Worksheet, XlsxError> {
    let style = &material.style;
    let setup =
        Setup { name: ExportKey::ExcelEvidence, widths: &WIDTHS, head: HEAD, fixed: 2, landscape: true };
    let mut page = Page::new(&setup)?;
    page.text(1, 0, &material.title(ExportKey::ExcelEvidenceTitle), &style.title)?;
    let headings = [
        export_text(ExportKey::ExcelId),
        export_text(ExportKey::ExcelTarget),
        VIETNAMESE.get(Key::EvidenceNumber),
        VIETNAMESE.get(Key::EvidenceDate),
        VIETNAMESE.get(Key::EvidenceName),
        VIETNAMESE.get(Key::EvidencePlace),
        VIETNAMESE.get(Key::EvidenceLink),
        export_text(ExportKey::ExcelExplanation),
    ];
    page.table = true;
    for (column, heading) in (0..).zip(headings) {
        page.text(HEAD, column, heading, &style.head)?;
    }
    let blank = Answer::default();
    let mut row = HEAD + 1;
    for score in material.document.card().targets() {
        let answer =
            material.document.assessment().answers.get(&*score.target.id).map_or(&blank, |answer| &**answer);
        let mut note = answer.note.trim();
        let mut lines: Vec<Option<&Evidence>> =
            answer.evidence.iter().filter(|evidence| !evidence.is_blank()).map(Some).collect();
        if lines.is_empty() && (score.lacks_evidence() || !note.is_empty()) {
            lines.push(None);
        }
        for evidence in lines {
            write(&mut page, material, score, row, evidence)?;
            // The explanation is the target's: it stands beside its first document.
            let said = if note.is_empty() && score.lacks_evidence() {
                export_text(ExportKey::ExcelNoEvidence)
            } else {
                std::mem::take(&mut note)
            };
            page.text(row, 7, said, &style.text)?;
            row += 1;
        }
    }
    page.sheet.autofilter(HEAD - 1, 0, row.saturating_sub(2).max(HEAD), 7)?;
    page.done(8, row)
}

fn write(
    page: &mut Page,
    material: &Material<'_>,
    score: &TargetScore,
    row: u32,
    evidence: Option<&Evidence>,
) -> Result<(), XlsxError> {
    let style = &material.style;
    page.text(row, 0, &score.target.id, &style.text)?;
    page.text(row, 1, VIETNAMESE.of(&score.target.name), &style.text)?;
    let text = |of: fn(&Evidence) -> &str| evidence.map_or("", of);
    page.text(row, 2, text(|evidence| &evidence.number), &style.text)?;
    match evidence.and_then(|evidence| day(&evidence.date)) {
        Some(day) => {
            page.sheet.write_datetime_with_format(row - 1, 3, day, &style.date)?;
        }
        None => page.text(row, 3, &numbers::day(text(|evidence| &evidence.date)), &style.text)?,
    }
    page.text(row, 4, text(|evidence| &evidence.title), &style.text)?;
    page.text(row, 5, text(|evidence| &evidence.place), &style.text)?;
    page.text(row, 6, text(|evidence| &evidence.url), &style.text)
}
