//! What is read back: every figure, every text as text, and how the sheets are set up.

use std::fs;
use std::process::Command;

use calamine::{Data, Reader, Xlsx};
use scoring::assessment::{Answer, Evidence, Task, Unit};
use scoring::figures::{FigureKind, read};
use scoring::target_set::Input;
use serde_json::json;

use super::book::{Book, Case, golden};
use super::tables;
use test_support::commands::{Folder, run};
use test_support::{answer, area, assess, kind, name, ratio, read_set, set_file, target};

/// Texts that a spreadsheet may take for something else, and what its cell must say.
const HOSTILE: [(&str, &str); 12] = [
    ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
    ("=HYPERLINK(\"http://example.vn\",\"x\")", "=HYPERLINK(\"http://example.vn\",\"x\")"),
    ("+1", "+1"),
    ("-1+1", "-1+1"),
    ("@SUM(1)", "@SUM(1)"),
    ("{=1+1}", "{=1+1}"),
    ("https://example.vn/102", "https://example.vn/102"),
    ("internal:Sheet1!A1", "internal:Sheet1!A1"),
    ("007", "007"),
    ("a\u{1}b\u{202e}c\u{ffff}", "a\u{fffd}b\u{fffd}c\u{fffd}"),
    ("một\r\nhai\rba", "một\nhai\nba"),
    ("<b>&amp; \"x\"</b>", "<b>&amp; \"x\"</b>"),
];

fn hostile(text: &str) -> Case {
    let mut aim = target("t", "10", ratio(), kind("proportional"));
    aim["name"] = name(text);
    let mut choice = target(
        "c",
        "10",
        json!({"kind": "choice", "options": [
        {"id": "a", "name": name(text), "share": "100"}]}),
        kind("by_choice"),
    );
    choice["name"] = name(text);
    let mut file = set_file(3, &[area("A", &[aim, choice])]);
    file["areas"][0]["name"] = name(text);
    file["bands"][0]["name"] = name(text);
    file["title"] = name(text);
    let mut assessment = assess(&[("c", "value=a")]);
    let evidence = Evidence {
        number: text.to_owned(),
        date: text.to_owned(),
        title: text.to_owned(),
        place: text.to_owned(),
        url: text.to_owned(),
        ..Evidence::default()
    };
    let told = Answer {
        figures: [("done".to_owned(), text.to_owned())].into(),
        note: text.to_owned(),
        evidence: vec![evidence],
        ..Answer::default()
    };
    assessment.answers.insert("t".to_owned(), told.into());
    assessment.unit = Unit { name: text.to_owned(), prepared_by: text.to_owned(), ..assessment.unit };
    let task = Task { who: text.to_owned(), by: text.to_owned(), ..Task::default() };
    assessment.work.insert("t".to_owned(), task);
    Case { name: "hostile".to_owned(), set: read_set(&file), assessment }
}

#[test]
fn text_from_anywhere_stays_text() {
    for (text, shown) in HOSTILE {
        let bytes = hostile(text).write();
        let book = Book::read(&bytes);
        let documents = book.find("Tài liệu kiểm chứng", 'A', "t");
        for column in ['B', 'C', 'E', 'F', 'G', 'H'] {
            assert_eq!(book.text("Tài liệu kiểm chứng", &format!("{column}{documents}")), shown, "{column}");
        }
        let work = book.find("Việc cần làm", 'B', "t");
        for column in ['C', 'F', 'G'] {
            assert_eq!(book.text("Việc cần làm", &format!("{column}{work}")), shown, "{column}");
        }
        let target = book.find("Số liệu", 'A', "t");
        assert_eq!(book.text("Số liệu", &format!("B{target}")), shown);
        assert_eq!(book.text("Tổng hợp", "B4"), shown);
        assert!(book.find("Tổng hợp", 'A', shown) > 0);
        let mut raw = Xlsx::new(std::io::Cursor::new(&bytes)).unwrap();
        for sheet in raw.sheet_names() {
            for (_, _, formula) in raw.worksheet_formula(&sheet).unwrap().used_cells() {
                for own in ["cmd", "HYPERLINK", "@", "example", "internal", "007"] {
                    assert!(!formula.contains(own), "{sheet}: {formula}");
                }
            }
        }
    }
}

#[test]
fn figures_that_are_no_numbers_stay_as_typed() {
    for typed in ["12,5", "-3", "1e3", "=1+1", "999999999999999999999", "mười"] {
        let set = read_set(&set_file(3, &[area("A", &[target("t", "10", ratio(), kind("proportional"))])]));
        let mut assessment = assess(&[]);
        let answer = Answer { figures: [("done".to_owned(), typed.to_owned())].into(), ..Answer::default() };
        assessment.answers.insert("t".to_owned(), answer.into());
        let book = Book::read(&Case { name: typed.to_owned(), set, assessment }.write());
        let row = book.find("Số liệu", 'A', "t");
        assert_eq!(book.cell("Số liệu", &format!("D{row}")), Data::String(typed.to_owned()));
        assert_eq!(book.text("Số liệu", &format!("H{row}")), "chưa hiểu");
    }
}

#[test]
fn a_text_longer_than_a_cell_holds_is_cut_and_says_so() {
    // Half of a character that takes two places is never left behind.
    for (first, letter, most) in [("", "ệ", 32_767), ("", "😀", 32_767), ("a", "😀", 32_766)] {
        let mut case = hostile("x");
        let note = first.to_owned() + &letter.repeat(40_000);
        let answer = Answer { note, ..answer("done=1 total=2") };
        case.assessment.answers.insert("t".to_owned(), answer.into());
        let book = Book::read(&case.write());
        let row = book.find("Tài liệu kiểm chứng", 'A', "t");
        let text = book.text("Tài liệu kiểm chứng", &format!("H{row}"));
        assert_eq!(text.encode_utf16().count(), most, "{letter}");
        assert!(text.starts_with(first) && text.ends_with("toàn văn nằm trong tệp số liệu .json]"));
    }
}

#[test]
fn every_figure_is_read_back_as_the_number_that_it_is() {
    for case in tables::cases() {
        let book = Book::read(&case.write());
        let mut found = 0;
        for target in case.set.targets() {
            let first = book.find("Số liệu", 'A', &target.id);
            let Some(answer) = case.assessment.answers.get(&*target.id) else { continue };
            for (row, field) in (first..).zip(target.measure.fields()) {
                let Input::Figure(kind) = field.input else { continue };
                found += figure(&book.cell("Số liệu", &format!("D{row}")), answer.figure(field.name), kind);
            }
        }
        assert!(found > 0 || case.name == "left-out" || case.name == "empty", "{}", case.name);
    }
}

/// One figure; 1 where it is a number.
fn figure(cell: &Data, typed: &str, kind: FigureKind) -> u32 {
    match (cell, read(typed, kind)) {
        (Data::Float(number), Ok(Some(figure))) => {
            assert_eq!(*number, figure.exact().to_string().parse::<f64>().unwrap(), "{typed}");
            1
        }
        (Data::String(text), Ok(Some(figure))) => {
            // More digits than a cell keeps: as text, every digit of it.
            let plain = text.replace('.', "").replace(',', ".");
            assert_eq!(plain, figure.exact().to_string());
            assert!(plain.len() > 15, "{typed}");
            0
        }
        (Data::Empty, Ok(None)) => 0,
        (Data::String(text), Err(_)) => {
            assert_eq!(text, typed);
            0
        }
        other => panic!("{typed}: {other:?}"),
    }
}

#[test]
fn sheets_are_set_up_for_the_screen_and_for_paper_and_no_clock_is_asked() {
    let mut case = tables::cases().swap_remove(0);
    case.assessment.document.saved = "2023-12-01T16:41:09+07:00".to_owned();
    let bytes = case.write();
    assert_eq!(bytes, case.write(), "the same document gives the same bytes");
    let folder = Folder::new("parts");
    let path = folder.0.join("a.xlsx");
    fs::write(&path, bytes).unwrap();
    let parts = run(Command::new("python3").arg("tests/scripts/parts.py").arg(&path));
    let count = |text: &str| parts.matches(text).count();
    assert_eq!(count("paperSize=\"9\""), 4);
    assert_eq!(count("fitToHeight=\"0\""), 3);
    assert_eq!(count("&amp;CTrang &amp;P/&amp;N"), 4);
    assert_eq!(count("state=\"frozen\""), 3);
    assert_eq!(count("_xlnm.Print_Titles"), 3);
    assert_eq!(count("<autoFilter "), 2);
    assert_eq!(count("<c:barChart>"), 1);
    assert_eq!(count("<hyperlink"), 0);
    assert_eq!(count("2023-12-01T00:00:00Z"), 2);
    // Rounding is done in whole numbers; the one function that rounds in floating point stands nowhere.
    assert_eq!(count("ROUND("), 0);
    assert!(count("QUOTIENT(") > 20);
}

#[test]
fn each_document_has_its_row_and_its_day_is_a_date() {
    let case = golden();
    let book = Book::read(&case.write());
    let sheet = "Tài liệu kiểm chứng";
    let row = book.find(sheet, 'A', "TC-1");
    assert_eq!(book.text(sheet, &format!("C{row}")), "87/BC-UBND");
    let Data::DateTime(day) = book.cell(sheet, &format!("D{row}")) else { panic!("no date") };
    assert_eq!(day.to_ymd_hms_milli(), (2023, 11, 28, 0, 0, 0, 0));
    let documents: usize = case.assessment.answers.values().map(|answer| answer.evidence.len()).sum();
    let numbered = (4..=book.rows(sheet)).filter(|row| !book.text(sheet, &format!("E{row}")).is_empty());
    assert_eq!(numbered.count(), documents);
    // A target that is scored with nothing to prove it is told of.
    let row = book.find(sheet, 'A', "TT-4b");
    assert_eq!(book.text(sheet, &format!("H{row}")), "Chưa có tài liệu kiểm chứng, chưa có giải trình.");
}
