//! The report as a Word file: the same words as on paper, in named styles, to be edited.

mod annex;
mod letterhead;
mod styles;

use docx_rs::{Docx, Header, PageMargin, PageNum, PageOrientationType, PageSize, Paragraph, Run, Section};
use scoring::scored_document::ScoredDocument;

use self::styles::TextStyle;
use super::package;
use super::text::plain;
use report::{BlockKind, Report, report};

/// A4 in twentieths of a point, and the margins of Nghị định 30/2020: 20 mm above and below, 30 left, 15 right.
const A4: (u32, u32) = (11_906, 16_838);
const MARGIN: PageMargin =
    PageMargin { top: 1_134, bottom: 1_134, left: 1_701, right: 850, header: 567, footer: 567, gutter: 0 };

/// The width of the text on a portrait page, and on a landscape page.
const PORTRAIT: usize = 11_906 - 1_701 - 850;
const LANDSCAPE: usize = 16_838 - 1_701 - 850;

/// The report.
///
/// # Errors
/// What the writer of files refuses.
pub fn write(document: &ScoredDocument) -> Result<Vec<u8>, String> {
    let assessment = document.assessment();
    let report = report(document);
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
        .header(page_number(report.mark));
    let mut parts = annex::add(docx, &report.annex).build();
    parts.document = annex::with_repeated_heads(&parts.document);
    if let Some(mark) = report.mark {
        parts.headers.iter_mut().for_each(|header| *header = with_watermark(header, mark));
    }
    package::word_file(parts)
}

/// Everything but the annex, with no number on its first page; a sample's has one there, below its mark: the crate keeps one
/// header a section.
fn text(report: &Report) -> Section {
    let section = if report.mark.is_none() { Section::new().title_pg() } else { Section::new() };
    let section = section
        .page_size(PageSize::new().size(A4.0, A4.1))
        .page_margin(MARGIN)
        .header(page_number(report.mark))
        .add_table(letterhead::head(&report.letterhead))
        .add_paragraph(line(TextStyle::KIND, report.letterhead.kind))
        .add_paragraph(line(TextStyle::SUBJECT, &report.subject))
        .add_paragraph(styles::rule(TextStyle::RULE, PORTRAIT, 30))
        .add_paragraph(line(TextStyle::TO, &report.addressee));
    let section = report.body.iter().fold(section, |section, block| {
        let look = match block.kind {
            BlockKind::Basis => TextStyle::BASIS,
            BlockKind::Remark => TextStyle::REMARK,
            BlockKind::Heading => TextStyle::HEADING,
            BlockKind::Lead => TextStyle::LEAD,
            BlockKind::Text | BlockKind::Item => TextStyle::TEXT,
        };
        section.add_paragraph(line(look, &block.text))
    });
    section
        .add_paragraph(line(TextStyle::CLOSING, &report.closing))
        .add_paragraph(line(TextStyle::CLOSING, ""))
        .add_table(letterhead::foot(report))
}

/// The number of the page, in the middle of the upper margin.
fn page_number(mark: Option<&str>) -> Header {
    marked(Header::new(), mark)
        .add_paragraph(Paragraph::new().style(TextStyle::PAGE_NUMBER.id).add_page_num(PageNum::new()))
}

/// A header that begins with the mark of a sample.
fn marked(header: Header, mark: Option<&str>) -> Header {
    match mark {
        Some(mark) => header.add_paragraph(line(TextStyle::SAMPLE, mark)),
        None => header,
    }
}

/// A header with the mark drawn through its page, for which the crate has no call: VML, as Word itself draws it.
fn with_watermark(header: &[u8], mark: &str) -> Vec<u8> {
    let header = String::from_utf8_lossy(header);
    let drawn = [WATERMARK.0, mark, WATERMARK.1].concat();
    header.replacen("</w:hdr>", &[&drawn, "</w:hdr>"].concat(), 1).into_bytes()
}

/// The drawing before and behind its words: the shape of text along a line, then one such shape, slanted across the page.
const WATERMARK: (&str, &str) = (
    concat!(
        "<w:p><w:r><w:pict>",
        "<v:shapetype id=\"_x0000_t136\" coordsize=\"21600,21600\" o:spt=\"136\" adj=\"10800\" path=\"m@7,l@8,m@5,21600l@6,21600e\">",
        "<v:formulas><v:f eqn=\"sum #0 0 10800\"/><v:f eqn=\"prod #0 2 1\"/><v:f eqn=\"sum 21600 0 @1\"/>",
        "<v:f eqn=\"sum 0 0 @2\"/><v:f eqn=\"sum 21600 0 @3\"/><v:f eqn=\"if @0 @3 0\"/><v:f eqn=\"if @0 21600 @1\"/>",
        "<v:f eqn=\"if @0 0 @2\"/><v:f eqn=\"if @0 @4 21600\"/></v:formulas>",
        "<v:path textpathok=\"t\" o:connecttype=\"rect\"/><v:textpath on=\"t\" fitshape=\"t\"/></v:shapetype>",
        "<v:shape id=\"PowerPlusWaterMarkObject1\" o:spid=\"_x0000_s2049\" type=\"#_x0000_t136\" o:allowincell=\"f\" ",
        "style=\"position:absolute;margin-left:0;margin-top:0;width:480pt;height:30pt;rotation:315;z-index:-251658240;",
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;",
        "mso-position-vertical:center;mso-position-vertical-relative:margin\" fillcolor=\"#d9a9c3\" stroked=\"f\">",
        "<v:fill opacity=\".5\"/><v:textpath style=\"font-family:&quot;Times New Roman&quot;;font-size:1pt\" string=\"",
    ),
    "\"/></v:shape></w:pict></w:r></w:p>",
);

/// A paragraph of one look.
fn line(look: TextStyle, text: &str) -> Paragraph {
    Paragraph::new().style(look.id).add_run(Run::new().add_text(plain(text)))
}
