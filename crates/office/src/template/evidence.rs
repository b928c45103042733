//! The sheet of documents that prove the figures.

use rust_xlsxwriter::{RowNum, Worksheet, XlsxError};

use super::cells::{Styles, begin, day, explained, high_enough, text};
use super::layout::{DATE, EVIDENCE, FIRST_ROW, LINK, NAME, NUMBER, PLACE, TARGET, TITLE};
use super::lists;
use super::lists::Lists;
use i18n::exports::{ExportKey, export_text, titled};
use scoring::assessment::{Assessment, Evidence};
use scoring::target_set::TargetSet;

/// The columns and their widths, from [`TARGET`] on.
pub(crate) const COLUMNS: [(ExportKey, u16); 7] = [
    (ExportKey::TemplateTarget, 9),
    (ExportKey::TemplateName, 44),
    (ExportKey::TemplateNumber, 20),
    (ExportKey::TemplateDate, 13),
    (ExportKey::TemplateDocument, 44),
    (ExportKey::TemplateSection, 22),
    (ExportKey::TemplateLink, 34),
];

/// How many rows wait for further documents.
const SPARE: RowNum = 40;

pub(super) fn write(
    sheet: &mut Worksheet,
    set: &TargetSet,
    assessment: &Assessment,
    lists: &Lists,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let title = titled(assessment, export_text(ExportKey::TemplateEvidence));
    begin(
        sheet,
        EVIDENCE,
        (ExportKey::TemplateEvidence, &title, ExportKey::TemplateEvidenceHelp),
        &COLUMNS,
        styles,
    )?;
    let mut row = FIRST_ROW;
    let blank = [Evidence::default()];
    for target in set.targets().filter(|target| target.claims(&assessment.unit.level)) {
        let known =
            assessment.answers.get(&*target.id).map_or(&blank[..], |answer| answer.evidence.as_slice());
        // A target without documents has a row that waits for one.
        for document in if known.is_empty() { &blank } else { known } {
            line(sheet, row, (&target.id, &target.name.vi), document, styles)?;
            row += 1;
        }
    }
    let last = row + SPARE;
    while row < last {
        line(sheet, row, ("", ""), &blank[0], styles)?;
        row += 1;
    }
    let rule = explained(lists.validation(lists::TARGETS), ExportKey::TemplateCheckTarget)?;
    sheet.add_data_validation(FIRST_ROW, TARGET, last, TARGET, &rule)?;
    Ok(())
}

fn line(
    sheet: &mut Worksheet,
    row: RowNum,
    (id, name): (&str, &str),
    document: &Evidence,
    styles: &Styles,
) -> Result<(), XlsxError> {
    text(sheet, (row, TARGET), id, &styles.text)?;
    text(sheet, (row, NAME), name, &styles.plain)?;
    let texts = [
        (NAME, name),
        (NUMBER, &document.number),
        (TITLE, &document.title),
        (PLACE, &document.place),
        (LINK, &document.url),
    ];
    high_enough(sheet, row, &COLUMNS, &texts)?;
    day(sheet, (row, DATE), &document.date, styles)?;
    for (column, said) in [
        (NUMBER, &document.number),
        (TITLE, &document.title),
        (PLACE, &document.place),
        (LINK, &document.url),
    ] {
        text(sheet, (row, column), said, &styles.text)?;
    }
    Ok(())
}
