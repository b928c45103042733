//! Workbooks of which nothing can be taken, and how much of one is looked at.

use formats::workbook::WorkbookFault;
use office::import::read;

use super::{fill, golden, set, template};
use test_support::workbooks::{Cell, FIGURES, HIDDEN, changed, filled, package, parts};

#[test]
fn what_is_no_filled_template_is_refused_with_one_reason() {
    let whole = template();
    let renamed = |from: &str, to: &str| {
        let parts: Vec<_> =
            parts(&whole).into_iter().map(|(name, content)| (name.replace(from, to), content)).collect();
        package(&parts)
    };
    let mut macros = parts(&whole);
    macros.push(("xl/vbaProject.bin".into(), vec![1]));
    let bomb = [("xl/workbook.xml".to_owned(), vec![b' '; 60_000_000])];
    let other = excel_of_another_kind();
    let row = "<row r=\"500\"><c r=\"A500\"><v>1</v></c></row>".repeat(50_001);
    let cells = changed(&whole, FIGURES, |xml| xml.replace("</sheetData>", &[&row, "</sheetData>"].concat()));
    // The template's own sheets come last, behind more than a template has.
    let sheets = |count: usize| {
        let more = (0..count).map(|n| format!("<sheet name=\"s{n}\" sheetId=\"{}\" r:id=\"rId1\"/>", 90 + n));
        let more = ["<sheets>"].into_iter().map(String::from).chain(more).collect::<String>();
        changed(&whole, "xl/workbook.xml", |xml| xml.replace("<sheets>", &more))
    };
    let mut many = parts(&whole);
    many.extend((0..1_000).map(|part| (format!("part{part}"), Vec::new())));
    let long = [b"PK\x03\x04".as_slice(), &vec![0; 5_000_000]].concat();
    for (what, bytes, fault) in [
        ("an old workbook, or a locked one", vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1], WorkbookFault::OldOrLocked),
        ("text", b"no workbook".to_vec(), WorkbookFault::NotXlsx),
        ("nothing", Vec::new(), WorkbookFault::NotXlsx),
        ("a text document", renamed("xl/workbook.xml", "word/document.xml"), WorkbookFault::NotXlsx),
        ("macros", package(&macros), WorkbookFault::NotXlsx),
        ("a bomb", package(&bomb), WorkbookFault::TooBig),
        ("cut short", whole[..whole.len() / 2].to_vec(), WorkbookFault::Damaged),
        ("only a beginning", b"PK\x03\x04".to_vec(), WorkbookFault::Damaged),
        ("too many cells", cells, WorkbookFault::TooBig),
        ("too many parts", package(&many), WorkbookFault::TooBig),
        ("too many bytes", long, WorkbookFault::TooBig),
        ("too many sheets", sheets(20), WorkbookFault::NotTemplate),
        ("another workbook", other, WorkbookFault::NotTemplate),
        ("a newer template", filled(&whole, HIDDEN, "B2", &Cell::Text("2")), WorkbookFault::Newer),
        ("marks made up", filled(&whole, HIDDEN, "B7", &Cell::Text("năm nay")), WorkbookFault::NotTemplate),
    ] {
        assert_eq!(read(&set(), &golden(), &bytes), Err(fault), "{what}");
    }
}

fn excel_of_another_kind() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().write_string(0, 0, "Chi tiêu").unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn text_in_another_encoding_is_refused_and_never_taken_for_what_it_is_not() {
    for encoding in ["UTF-16", "windows-1258"] {
        let mut all = parts(&template());
        for (_, content) in
            all.iter_mut().filter(|(name, _)| name == FIGURES || name.ends_with("sharedStrings.xml"))
        {
            let text = std::str::from_utf8(content).unwrap().replace("UTF-8", encoding);
            *content = match encoding {
                "UTF-16" => {
                    std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
                }
                // What letters with marks become there is no UTF-8.
                _ => text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap_or(0xEC)).collect(),
            };
        }
        let read = read(&set(), &golden(), &package(&all));
        assert_eq!(read.err(), Some(WorkbookFault::Damaged), "{encoding}");
    }
}

#[test]
fn cells_at_the_end_of_the_world_cost_nothing() {
    let bytes = changed(&template(), FIGURES, |xml| {
        xml.replace("</sheetData>", "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>")
    });
    assert_eq!(fill(&bytes).refused, []);
}
