//! Workbooks of which nothing can be taken, and how much of one is looked at.

use formats::builtin;
use formats::workbook::WorkbookFault;
use office::import::{read, read_by};

use super::{fill, golden, set, template};
use test_support::workbooks::{Cell, EVIDENCE, FIGURES, HIDDEN, changed, filled, package, parts};

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
    let row = "<row r=\"500\"><c r=\"A500\"><v>1</v></c></row>".repeat(60_001);
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
        ("too many sheets", sheets(50), WorkbookFault::TooBig),
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

/// The cells of a sheet from a column on, moved by some columns: what putting one in or taking one out does.
fn shifted(bytes: &[u8], from: char, by: i8) -> Vec<u8> {
    changed(bytes, FIGURES, |xml| {
        let mut parts = xml.split("<c r=\"");
        let begin = parts.next().unwrap().to_owned();
        parts.fold(begin, |text, cell| {
            let column = cell.chars().next().unwrap();
            let moved = char::from(u8::try_from(column).unwrap().checked_add_signed(by).unwrap());
            if column < from {
                text + "<c r=\"" + cell
            } else if by < 0 && column == from {
                // The column itself goes, what stands after its cell stays.
                let end = cell
                    .find("</c>")
                    .map_or(0, |end| end + 4)
                    .max(cell.find("/>").filter(|end| !cell[..*end].contains('>')).map_or(0, |end| end + 2));
                text + &cell[end..]
            } else {
                text + "<c r=\"" + &moved.to_string() + &cell[1..]
            }
        })
    })
}

#[test]
fn columns_that_were_moved_put_in_or_taken_out_are_named() {
    let whole = template();
    for (what, bytes, detail) in [
        (
            "one put in",
            shifted(&whole, 'E', 1),
            "E “Giá trị”, F “Đơn vị tính”, G “Mục tiêu năm”, H “Không phát sinh”, I “Lý do không phát sinh”, J “Ghi chú, giải trình”",
        ),
        (
            "one taken out",
            shifted(&whole, 'G', -1),
            "G “Mục tiêu năm”, H “Không phát sinh”, I “Lý do không phát sinh”, J “Ghi chú, giải trình”",
        ),
        (
            "one put in before all",
            shifted(&whole, 'A', 1),
            "B “tu-cham”, B “Mã”, C “Chỉ tiêu”, D “Số liệu cần nhập”, E “Giá trị”, F “Đơn vị tính”, G “Mục tiêu năm”, H “Không phát sinh”, I “Lý do không phát sinh”, J “Ghi chú, giải trình”",
        ),
        ("the heading of one", filled(&whole, FIGURES, "E3", &Cell::Text("Năm trước")), "E “Giá trị”"),
    ] {
        assert_eq!(
            read(&set(), &golden(), &bytes),
            Err(WorkbookFault::ColumnsMoved(detail.into())),
            "{what}"
        );
    }
}

#[test]
fn sheets_that_are_gone_or_stand_twice_are_told() {
    let whole = template();
    let twice = filled(&whole, EVIDENCE, "A1", &Cell::Text("tu-cham/figures"));
    for (what, bytes, fault) in [
        ("figures twice", twice, WorkbookFault::SeveralSheets("“Số liệu”, “Tài liệu kiểm chứng”".into())),
        ("no figures", filled(&whole, FIGURES, "A1", &Cell::Blank), WorkbookFault::FiguresMissing),
        ("no marks", filled(&whole, HIDDEN, "A1", &Cell::Blank), WorkbookFault::MarksMissing),
    ] {
        assert_eq!(read(&set(), &golden(), &bytes), Err(fault), "{what}");
    }
}

#[test]
fn a_workbook_is_read_however_its_parts_are_named_and_counted() {
    let whole = template();
    let wanted = fill(&whole);
    let named = |name: &dyn Fn(&str) -> String, text: &dyn Fn(&str, &str) -> String| {
        let parts: Vec<_> = parts(&whole)
            .into_iter()
            .map(|(part, content)| {
                let content = match String::from_utf8(content) {
                    Ok(content) => text(&part, &content).into_bytes(),
                    Err(error) => error.into_bytes(),
                };
                (name(&part), content)
            })
            .collect();
        package(&parts)
    };
    let same = |_: &str, text: &str| text.to_owned();
    let backslashes = named(&|part| part.replace('/', "\\"), &same);
    let other_name = named(&|part| part.replace("workbook.xml", "workbook2.xml"), &|part, text| {
        if part.contains("rels") || part.contains("Content") {
            text.replace("workbook.xml", "workbook2.xml")
        } else {
            text.to_owned()
        }
    });
    let counted = named(&str::to_owned, &|part, text| {
        let huge = "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"4294967295\" uniqueCount=\"4294967295\">";
        match text.split_once("<sst").filter(|_| part.ends_with("sharedStrings.xml")) {
            Some((before, after)) => [before, huge, after.split_once('>').unwrap().1].concat(),
            None => text.to_owned(),
        }
    });
    for (what, bytes) in [("backslashes", backslashes), ("another name", other_name), ("counted", counted)] {
        assert!(bytes != whole, "{what}");
        assert_eq!(fill(&bytes), wanted, "{what}");
    }
}

#[test]
fn blank_cells_and_rows_above_or_of_no_target_change_nothing() {
    let whole = template();
    let row = |number: u32| {
        format!(
            "<row r=\"{number}\">{}</row>",
            ('A'..='J')
                .map(|column| format!("<c r=\"{column}{number}\" s=\"3\"/>"))
                .collect::<Vec<_>>()
                .concat()
        )
    };
    let blank: String = (100..10_100).map(row).collect();
    let blank =
        changed(&whole, FIGURES, |xml| xml.replace("</sheetData>", &[&blank, "</sheetData>"].concat()));
    assert_eq!(fill(&blank), fill(&whole));
    let keys: Vec<String> = (100..20_000).map(|number| format!("<row r=\"{number}\"><c r=\"A{number}\" t=\"inlineStr\"><is><t>X-{number}.done</t></is></c></row>")).collect();
    let keys = changed(&whole, FIGURES, |xml| {
        xml.replace("</sheetData>", &[&keys.concat(), "</sheetData>"].concat())
    });
    assert_eq!(fill(&keys), fill(&whole));
}

#[test]
fn cells_at_the_end_of_the_world_cost_nothing() {
    let bytes = changed(&template(), FIGURES, |xml| {
        xml.replace("</sheetData>", "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>")
    });
    assert_eq!(fill(&bytes).refused, []);
}

#[test]
fn a_template_of_another_set_is_refused_naming_that_set() {
    let loaded = builtin::load().unwrap();
    let whole = template();
    assert!(read_by(&loaded, &golden(), &whole).is_ok());
    let sha256 = "9".repeat(64);
    for (cells, detail) in [
        (&[("B3", "quan-7"), ("B4", "2022"), ("B5", &*sha256)][..], "“quan-7” 2022 (SHA-256 99999999…)"),
        (&[("B3", "quan-7"), ("B5", "")], "“quan-7” 1"),
    ] {
        let bytes = cells
            .iter()
            .fold(whole.clone(), |bytes, (cell, text)| filled(&bytes, HIDDEN, cell, &Cell::Text(text)));
        let fault = WorkbookFault::OtherSet(detail.into());
        assert_eq!(read_by(&loaded, &golden(), &bytes), Err(fault), "{detail}");
    }
}
