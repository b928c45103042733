//! The report as a Word file: the same words as on paper, in named styles, to be edited.

mod annex;
mod letterhead;
mod styles;

use docx_rs::{Docx, Header, PageMargin, PageNum, PageOrientationType, PageSize, Paragraph, Run, Section};

use self::styles::Look;
use super::package;
use super::text::plain;
use crate::core::assessment::Assessment;
use crate::core::scorecard::Scorecard;
use crate::core::target_set::TargetSet;
use crate::report::{BlockKind, Report, report};

/// A4 in twentieths of a point, and the margins of Nghị định 30/2020: 20 mm above and below, 30 left, 15 right.
const A4: (u32, u32) = (11_906, 16_838);
const MARGIN: PageMargin =
    PageMargin { top: 1_134, bottom: 1_134, left: 1_701, right: 850, header: 567, footer: 567, gutter: 0 };

/// The width of the text on a page that stands upright, and on one that lies.
const UPRIGHT: usize = 11_906 - 1_701 - 850;
const LYING: usize = 16_838 - 1_701 - 850;

/// The report.
///
/// # Errors
/// What the writer of files refuses.
pub fn write(set: &TargetSet, assessment: &Assessment, card: &Scorecard) -> Result<Vec<u8>, String> {
    let report = report(set, assessment, card);
    let saved = match assessment.document.saved.trim() {
        "" => "1970-01-01T00:00:00Z",
        saved => saved,
    };
    let docx = styles::ALL.iter().fold(Docx::new(), |docx, look| docx.add_style(look.style()));
    let docx = docx
        .default_fonts(styles::fonts())
        .default_size(28)
        .created_at(saved)
        .updated_at(saved)
        .add_section(text(&report))
        .page_size(A4.1, A4.0)
        .page_orient(PageOrientationType::Landscape)
        .page_margin(MARGIN)
        .header(page_number());
    let mut parts = annex::add(docx, &report.annex).build();
    parts.document = annex::with_repeated_heads(&parts.document);
    package::word_file(parts)
}

/// Everything but the annex, with no number on its first page.
fn text(report: &Report) -> Section {
    let section = Section::new()
        .page_size(PageSize::new().size(A4.0, A4.1))
        .page_margin(MARGIN)
        .title_pg()
        .header(page_number())
        .add_table(letterhead::head(&report.letterhead))
        .add_paragraph(line(Look::KIND, report.letterhead.kind))
        .add_paragraph(line(Look::SUBJECT, &report.subject))
        .add_paragraph(styles::rule(Look::RULE, UPRIGHT, 30))
        .add_paragraph(line(Look::TO, &report.addressee));
    let section = report.body.iter().fold(section, |section, block| {
        let look = match block.kind {
            BlockKind::Basis => Look::BASIS,
            BlockKind::Remark => Look::REMARK,
            BlockKind::Heading => Look::HEADING,
            BlockKind::Lead => Look::LEAD,
            BlockKind::Text | BlockKind::Item => Look::TEXT,
        };
        section.add_paragraph(line(look, &block.text))
    });
    section
        .add_paragraph(line(Look::CLOSING, &report.closing))
        .add_paragraph(line(Look::CLOSING, ""))
        .add_table(letterhead::foot(report))
}

/// The number of the page, in the middle of the upper margin.
fn page_number() -> Header {
    Header::new().add_paragraph(Paragraph::new().style(Look::PAGE_NUMBER.id).add_page_num(PageNum::new()))
}

/// A paragraph of one look.
fn line(look: Look, text: &str) -> Paragraph {
    Paragraph::new().style(look.id).add_run(Run::new().add_text(plain(text)))
}
