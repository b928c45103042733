//! The Excel template: what is written into it, what is read from a filled one, and what is refused.
#![cfg(feature = "office")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs, reason = "a test")]

#[path = "support/commands.rs"]
mod commands;
mod support;
#[path = "support/workbooks.rs"]
mod workbooks;

use std::rc::Rc;

use calamine::Data;
use commands::{Folder, libreoffice, run};
use serde_json::json;
use support::{LEVEL, YEAR};
use tu_cham::core::assessment::{Assessment, Evidence, PeriodKind};
use tu_cham::core::target_set::TargetSet;
use tu_cham::exchange::builtin;
use tu_cham::exchange::incoming;
use tu_cham::exchange::workbook::{PROBLEMS, WorkbookFault};
use tu_cham::office::filled::{Filled, read};
use tu_cham::office::template::write;
use workbooks::{Cell, EVIDENCE, FIGURES, HIDDEN, at, cells, changed, filled, package, parts};

const GOLDEN: &str = include_str!("golden/assessment-v1.json");
const SHEET: &str = "Số liệu";

fn set() -> TargetSet {
    builtin::load().unwrap().set
}

fn golden() -> Assessment {
    incoming::read(GOLDEN.as_bytes()).unwrap().assessment
}

fn template() -> Vec<u8> {
    write(&set(), &golden()).unwrap()
}

/// What is read where the template's own document is not open.
fn fill(bytes: &[u8]) -> Filled {
    read(&set(), &Assessment::default(), bytes).unwrap()
}

/// The refused cells and why.
fn refused(bytes: &[u8]) -> Vec<(String, String)> {
    fill(bytes).refused.into_iter().map(|cell| (cell.cell, cell.problem)).collect()
}

/// The template of a level that has every kind of cell, with the figure of a key filled.
fn with(key: &str, cell: &Cell<'_>) -> Vec<u8> {
    let mut assessment = golden();
    assessment.unit.level = "department".into();
    let bytes = write(&set(), &assessment).unwrap();
    let place = at(&bytes, SHEET, key, 'E');
    filled(&bytes, FIGURES, &place, cell)
}

#[test]
fn the_template_of_each_level_has_a_row_for_every_figure() {
    let set = set();
    for level in &set.levels {
        for year in &set.years {
            let mut assessment = Assessment { year: *year, ..Assessment::default() };
            assessment.unit.level.clone_from(&level.id);
            let bytes = write(&set, &assessment).unwrap();
            let rows = cells(&bytes, SHEET);
            let keys: Vec<String> = rows.iter().map(|row| row[0].to_string()).collect();
            for target in set.targets() {
                for field in target.measure.fields() {
                    let key = format!("{}.{}", target.id, field.name);
                    assert_eq!(keys.contains(&key), target.claims(&level.id), "{key} at {}", level.id);
                }
            }
            let read = read(&set, &Assessment::default(), &bytes).unwrap();
            assert_eq!((read.refused, read.assessment.answers.len()), (vec![], 0));
            assert_eq!(
                (read.assessment.unit.level.as_str(), read.assessment.year),
                (level.id.as_str(), *year)
            );
        }
    }
}

#[test]
fn what_is_entered_already_stands_in_the_template_and_comes_back() {
    let before = golden();
    let Filled { assessment, refused } = fill(&template());
    assert_eq!(refused, []);
    assert_eq!(assessment.document.id, "", "a filling is no later state of the document");
    let claimed = |id: &str| set().target(id).is_some_and(|target| target.claims(LEVEL));
    for (id, answer) in before.answers.iter().filter(|(id, answer)| claimed(id) && !answer.is_blank()) {
        let back = &assessment.answers[id];
        for (field, typed) in &answer.figures {
            assert_eq!(back.figure(field), typed, "{id}.{field}");
        }
        assert_eq!((&back.note, &back.not_applicable), (&answer.note, &answer.not_applicable), "{id}");
        let plain = |evidence: &Evidence| Evidence { rest: Vec::new(), ..evidence.clone() };
        assert_eq!(back.evidence, answer.evidence.iter().map(plain).collect::<Vec<_>>(), "{id}");
    }
    let unit = |assessment: &Assessment| {
        let unit = assessment.unit.clone();
        (unit.name, unit.level, unit.superior, unit.place, unit.prepared_by)
    };
    assert_eq!(unit(&assessment), unit(&before));
    assert_eq!((assessment.year, assessment.period.kind), (YEAR, before.period.kind));
    assert_eq!(assessment.period.as_of, before.period.as_of);
    assert_eq!(assessment.target_set.sha256, before.target_set.sha256);
}

#[test]
fn what_a_template_has_no_place_for_stays_when_its_document_is_open() {
    let open = golden();
    let read = |open: &Assessment| read(&set(), open, &template()).unwrap().assessment;
    let kept = read(&open);
    assert_eq!(
        (&kept.document.rest, &kept.narrative, &kept.work, &kept.plans, &kept.rest),
        (&open.document.rest, &open.narrative, &open.work, &open.plans, &open.rest)
    );
    let mut other = open.clone();
    other.document.id = "another".into();
    other.narrative.difficulties = "of another".into();
    assert_eq!(read(&other).narrative, Assessment::default().narrative);
}

#[test]
fn what_is_typed_into_cells_becomes_the_figure_that_would_be_typed() {
    for (key, cell, figure) in [
        ("TT-3.done", Cell::Number("1234"), "1234"),
        ("TT-3.done", Cell::Number("1234.0"), "1234"),
        ("TT-3.done", Cell::Number("4.1E2"), "410"),
        ("TT-3.done", Cell::Text("1.234"), "1.234"),
        ("TT-3.done", Cell::Formula("SUM(1,2)", "3"), "3"),
        ("TT-3.done", Cell::Blank, ""),
        ("TC-3.reviewed", Cell::Text("Không"), "no"),
        ("TC-3.reviewed", Cell::Text(" CÓ "), "yes"),
        ("TC-3.reviewed", Cell::Flag(true), "yes"),
    ] {
        let bytes = with(key, &cell);
        let Filled { assessment, refused } = fill(&bytes);
        let (target, field) = key.split_once('.').unwrap();
        assert_eq!(refused, [], "{key}");
        assert_eq!(assessment.answers.get(target).map_or("", |answer| answer.figure(field)), figure, "{key}");
    }
}

#[test]
fn each_cell_that_cannot_be_taken_is_named_with_what_is_wrong() {
    for (key, cell, problem) in [
        ("TT-3.done", Cell::Text("bốn trăm"), "not-number"),
        ("TT-3.done", Cell::Flag(true), "not-number"),
        ("TT-3.done", Cell::Number("-4"), "negative"),
        // As text this would be grouped digits; as a number it is none.
        ("TT-3.done", Cell::Number("1.234"), "fraction"),
        ("TT-3.done", Cell::Text("12,5"), "fraction"),
        ("TT-3.done", Cell::Text("48%"), "percent"),
        ("TT-3.done", Cell::Number("1E300"), "too-long"),
        ("TT-3.done", Cell::Error("#DIV/0!"), "error"),
        ("TC-3.reviewed", Cell::Text("chưa rõ"), "not-yes-no"),
        ("period.kind", Cell::Text("tháng 5"), "not-period"),
        ("period.as_of", Cell::Text("cuối năm"), "not-date"),
    ] {
        let bytes = with(key, &cell);
        let place = format!("{SHEET}!{}", at(&bytes, SHEET, key, 'E'));
        assert_eq!(refused(&bytes), [(place, problem.to_owned())], "{key}");
        assert!(PROBLEMS.contains(&problem));
    }
}

#[test]
fn a_refused_cell_leaves_the_figure_as_it_is() {
    let bytes = with("TT-3.done", &Cell::Text("bốn trăm"));
    let kept = read(&set(), &golden(), &bytes).unwrap().assessment;
    assert_eq!(kept.answers["TT-3"].figure("done"), golden().answers["TT-3"].figure("done"));
    assert_eq!(fill(&bytes).assessment.answers["TT-3"].figure("done"), "");
}

#[test]
fn another_program_that_saves_the_template_changes_nothing_of_it() {
    let folder = Folder::new("template");
    let (given, saved) = (folder.0.join("mẫu.xlsx"), folder.0.join("saved"));
    let bytes = with("TT-3.done", &Cell::Formula("400+10", "410"));
    std::fs::write(&given, &bytes).unwrap();
    run(libreoffice(&folder.0, "xlsx:Calc MS Excel 2007 XML").args([&saved, &given]));
    let back = std::fs::read(saved.join("mẫu.xlsx")).unwrap();
    let Filled { assessment, refused } = fill(&back);
    assert_eq!(refused, []);
    assert_eq!(assessment, fill(&bytes).assessment);
}

#[test]
fn rows_may_be_moved_and_removed_and_sheets_renamed() {
    let bytes =
        changed(&template(), "xl/workbook.xml", |xml| xml.replace("name=\"Số liệu\"", "name=\"Của tôi\""));
    let bytes = changed(&bytes, FIGURES, |xml| {
        let rows: Vec<&str> = xml.split_inclusive("</row>").collect();
        let row = rows.iter().position(|row| row.contains("</row>") && row.contains("r=\"12\"")).unwrap();
        rows.iter().enumerate().filter(|(at, _)| *at != row).map(|(_, row)| *row).collect()
    });
    let gone = cells(&template(), SHEET)[11][0].to_string();
    let (target, field) = gone.split_once('.').unwrap();
    let Filled { assessment, refused } = fill(&bytes);
    assert_eq!(refused, []);
    assert_eq!(assessment.answers.get(target).map_or("", |answer| answer.figure(field)), "");
    assert_eq!(assessment.unit.name, golden().unit.name);
}

#[test]
fn a_row_that_stands_twice_counts_once_and_is_told() {
    let bytes = template();
    let (first, second) = (at(&bytes, SHEET, "TT-3.done", 'A'), at(&bytes, SHEET, "TT-3.total", 'A'));
    let copied = filled(&bytes, FIGURES, &second, &Cell::Text("TT-3.done"));
    let place = format!("{SHEET}!{}", second.replace('A', "E"));
    assert_eq!(refused(&copied), [(place, "twice".to_owned())]);
    assert_ne!(first, second);
}

#[test]
fn a_row_of_a_target_that_the_set_lacks_is_told() {
    let bytes = template();
    let place = at(&bytes, SHEET, "TT-3.done", 'A');
    let strange = filled(&bytes, FIGURES, &place, &Cell::Text("TT-99.done"));
    let told = format!("{SHEET}!{}", place.replace('A', "B"));
    assert_eq!(refused(&strange), [(told, "unknown-target".to_owned())]);
}

#[test]
fn documents_are_read_with_their_days_and_one_without_target_is_told() {
    let bytes = template();
    let rows = cells(&bytes, "Tài liệu kiểm chứng");
    let spare = rows.iter().rposition(|row| row[1] != Data::Empty).unwrap() + 2;
    let cell = |column: char| format!("{column}{spare}");
    let named = filled(&bytes, EVIDENCE, &cell('D'), &Cell::Text("7/KH-UBND"));
    assert_eq!(refused(&named), [(format!("Tài liệu kiểm chứng!B{spare}"), "no-target".to_owned())]);
    let whole = filled(&named, EVIDENCE, &cell('B'), &Cell::Text("TT-3"));
    // 1 December 2023, as Excel counts days.
    let whole = filled(&whole, EVIDENCE, &cell('E'), &Cell::Number("45261"));
    let Filled { assessment, refused } = fill(&whole);
    assert_eq!(refused, []);
    let last = assessment.answers["TT-3"].evidence.last().unwrap();
    assert_eq!((last.number.as_str(), last.date.as_str()), ("7/KH-UBND", "2023-12-01"));
}

#[test]
fn without_the_sheet_of_documents_those_that_are_known_stay() {
    let bytes = filled(&template(), EVIDENCE, "A1", &Cell::Text("something else"));
    let open = golden();
    let Filled { assessment, refused } = read(&set(), &open, &bytes).unwrap();
    assert_eq!(refused.iter().map(|cell| cell.problem.as_str()).collect::<Vec<_>>(), ["sheet-missing"]);
    assert_eq!(assessment.answers["TT-3"].evidence, open.answers["TT-3"].evidence);
}

#[test]
fn text_from_anywhere_stays_text() {
    let mut assessment = golden();
    assessment.unit.name = "=HYPERLINK(\"http://example.org\")".into();
    Rc::make_mut(assessment.answers.get_mut("TT-3").unwrap()).note = "@SUM(1)".into();
    let bytes = write(&set(), &assessment).unwrap();
    assert!(!parts(&bytes).iter().any(|(_, content)| String::from_utf8_lossy(content).contains("<f>")));
    assert_eq!(fill(&bytes).assessment.unit.name, assessment.unit.name);
}

#[test]
fn a_text_longer_than_a_cell_holds_is_cut_and_comes_back_whole_into_its_own_document() {
    for (text, changed) in [
        // As many letters as a cell holds take three times as many bytes.
        ("ệ".repeat(32_767), false),
        ("ệ".repeat(32_768), true),
        ("😀".repeat(20_000), true),
        ("một\r\nhai\rba \u{ffff}".to_owned(), true),
        (" trong hai khoảng trắng ".to_owned(), true),
    ] {
        let mut before = golden();
        before.unit.prepared_by.clone_from(&text);
        let answer = Rc::make_mut(before.answers.get_mut("TT-3").unwrap());
        answer.note.clone_from(&text);
        answer.evidence[0].title.clone_from(&text);
        answer.not_applicable = Some(text.clone());
        let bytes = write(&set(), &before).unwrap();
        let texts = |assessment: &Assessment| {
            let answer = &assessment.answers["TT-3"];
            let reason = answer.not_applicable.clone().unwrap();
            [
                assessment.unit.prepared_by.clone(),
                answer.note.clone(),
                reason,
                answer.evidence[0].title.clone(),
            ]
        };
        let back = read(&set(), &before, &bytes).unwrap().assessment;
        assert_eq!(texts(&back), texts(&before));
        for said in texts(&fill(&bytes).assessment) {
            assert_eq!(said != text, changed);
            assert!(said.encode_utf16().count() <= 32_767 && !said.contains(['\r', '\u{ffff}']));
        }
    }
}

#[test]
fn a_template_is_the_same_whenever_it_is_made() {
    for saved in ["", "2023-12-01T16:41:09+07:00", "hôm nay", "12:30:45.1"] {
        let mut assessment = golden();
        saved.clone_into(&mut assessment.document.saved);
        let made = || parts(&write(&set(), &assessment).unwrap());
        let (_, core) = made().into_iter().find(|(name, _)| name == "docProps/core.xml").unwrap();
        let day = if saved.starts_with("2023") { "2023-12-01T00:00:00Z" } else { "2022-05-19T00:00:00Z" };
        assert!(String::from_utf8(core).unwrap().contains(day), "{saved}");
    }
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
fn every_kind_of_figure_has_its_cell() {
    let text = |text: &str| json!({"vi": text, "en": text});
    let measures = [
        ("A", json!({"kind": "percent"}), json!({"kind": "proportional"}), "48,235", "48,235"),
        (
            "B",
            json!({"kind": "count"}),
            json!({"kind": "per_item", "points_each": "1"}),
            "1234567",
            "1234567",
        ),
        ("C", json!({"kind": "given"}), json!({"kind": "as_given"}), "7,125", "7,125"),
        (
            "D",
            json!({"kind": "choice", "options": [{"id": "a", "name": text("Một"), "share": "0"}, {"id": "b", "name": text("Hai"), "share": "100"}]}),
            json!({"kind": "by_choice"}),
            "b",
            "b",
        ),
    ];
    let targets = measures
        .iter()
        .map(|(id, measure, rule, ..)| support::target(id, "10", measure.clone(), rule.clone()));
    let areas = [support::area("area", &targets.collect::<Vec<_>>())];
    let set = support::read_set(&support::set_file(3, &areas));
    let figures: Vec<_> = measures.iter().map(|(id, _, _, typed, _)| (*id, *typed)).collect();
    let mut assessment = Assessment { year: YEAR, ..Assessment::default() };
    assessment.unit.level = LEVEL.into();
    for (id, typed) in figures {
        let mut answer = tu_cham::core::assessment::Answer::default();
        answer.figures.insert("value".into(), typed.into());
        assessment.answers.insert(id.into(), Rc::new(answer));
    }
    let bytes = write(&set, &assessment).unwrap();
    let back = read(&set, &Assessment::default(), &bytes).unwrap();
    assert_eq!(back.refused, []);
    for (id, _, _, _, expected) in measures {
        assert_eq!(back.assessment.answers[id].figure("value"), expected, "{id}");
    }
    assert_eq!(back.assessment.period.kind, PeriodKind::Year);
}

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
    for (what, bytes, fault) in [
        ("an old workbook, or a locked one", vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1], WorkbookFault::OldOrLocked),
        ("text", b"no workbook".to_vec(), WorkbookFault::NotXlsx),
        ("nothing", Vec::new(), WorkbookFault::NotXlsx),
        ("a text document", renamed("xl/workbook.xml", "word/document.xml"), WorkbookFault::NotXlsx),
        ("macros", package(&macros), WorkbookFault::NotXlsx),
        ("a bomb", package(&bomb), WorkbookFault::TooBig),
        ("cut short", whole[..whole.len() / 2].to_vec(), WorkbookFault::Damaged),
        ("only a beginning", b"PK\x03\x04".to_vec(), WorkbookFault::Damaged),
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
fn cells_at_the_end_of_the_world_cost_nothing() {
    let bytes = changed(&template(), FIGURES, |xml| {
        xml.replace("</sheetData>", "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>")
    });
    assert_eq!(fill(&bytes).refused, []);
}
