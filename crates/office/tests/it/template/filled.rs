//! What is read from the cells of a filled template, and which of them are refused.

use calamine::Data;
use formats::workbook::PROBLEMS;
use office::import::{Import, read};
use scoring::assessment::Assessment;

use super::{SHEET, fill, golden, refused_cells, set, template, with};
use test_support::commands::{Folder, libreoffice, run};
use test_support::workbooks::{Cell, EVIDENCE, FIGURES, at, cells, changed, filled};

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
        ("TT-3.done", Cell::Number(" 104 "), "104"),
        ("TT-3.done", Cell::Text("\u{200b}"), ""),
        ("TT-3.done", Cell::Text("1.234"), "1.234"),
        ("TT-3.done", Cell::Formula("SUM(1,2)", "3"), "3"),
        ("TT-3.done", Cell::Blank, ""),
        ("TC-3.reviewed", Cell::Text("Không"), "no"),
        ("TC-3.reviewed", Cell::Text(" CÓ "), "yes"),
        ("TC-3.reviewed", Cell::Text("Co\u{301}"), "yes"),
        ("TC-3.reviewed", Cell::Text("\u{a0}Kho\u{302}ng\u{200b}"), "no"),
        ("TT-3.done", Cell::Text("4\u{200b}10"), "4\u{200b}10"),
        ("TC-3.reviewed", Cell::Flag(true), "yes"),
    ] {
        let bytes = with(key, &cell);
        let Import { assessment, refused } = fill(&bytes);
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
        // Newer and other programs have words of their own.
        ("TT-3.done", Cell::Error("#SPILL!"), "error"),
        ("TT-3.done", Cell::Error("#CALC!"), "error"),
        ("TT-3.done", Cell::Error("Err:502"), "error"),
        ("TT-3.done", Cell::Waiting("SUM(1,2)"), "no-result"),
        ("unit.name", Cell::Waiting("A1"), "no-result"),
        ("unit.name", Cell::Error("#REF!"), "error"),
        ("period.as_of", Cell::Number("60"), "not-date"),
        ("period.as_of", Cell::Number("-5"), "not-date"),
        ("period.as_of", Cell::Number("0"), "not-date"),
        ("period.as_of", Cell::Number("3000000"), "not-date"),
        ("period.as_of", Cell::Number("45292.5"), "not-date"),
        ("TC-3.reviewed", Cell::Text("chưa rõ"), "not-yes-no"),
        ("period.kind", Cell::Text("tháng 5"), "not-period"),
        ("period.as_of", Cell::Text("cuối năm"), "not-date"),
    ] {
        let bytes = with(key, &cell);
        let place = format!("{SHEET}!{}", at(&with(key, &Cell::Blank), SHEET, key, 'E'));
        assert_eq!(refused_cells(&bytes), [(place, problem.to_owned())], "{key}");
        assert!(PROBLEMS.contains(&problem));
    }
}

/// The template with a cell of the row of a key.
fn beside(key: &str, column: char, cell: &Cell<'_>) -> Vec<u8> {
    let bytes = template();
    let place = at(&bytes, SHEET, key, column);
    filled(&bytes, FIGURES, &place, cell)
}

#[test]
fn nothing_arises_only_where_it_is_marked_or_a_reason_is_given() {
    for (cell, is) in [
        (Cell::Blank, Some(false)),
        (Cell::Text("x"), Some(true)),
        (Cell::Text("X"), Some(true)),
        (Cell::Text("Có"), Some(true)),
        (Cell::Flag(true), Some(true)),
        (Cell::Text("Không"), Some(false)),
        (Cell::Text("Chưa"), Some(false)),
        (Cell::Flag(false), Some(false)),
        (Cell::Text("xem lại"), None),
    ] {
        let bytes = beside("TT-3.done", 'H', &cell);
        let Import { assessment, refused } = fill(&bytes);
        assert_eq!(assessment.answers["TT-3"].not_applicable.is_some(), is == Some(true), "{cell:?}");
        let problems: Vec<_> = refused.iter().map(|cell| cell.problem.as_str()).collect();
        assert_eq!(problems, if is.is_none() { vec!["not-mark"] } else { vec![] }, "{cell:?}");
    }
    // A reason beside a "no": which of the two holds can't be known.
    let bytes = filled(
        &beside("TT-3.done", 'H', &Cell::Text("Không")),
        FIGURES,
        &at(&template(), SHEET, "TT-3.done", 'I'),
        &Cell::Text("Chưa giao"),
    );
    assert_eq!(
        refused_cells(&bytes),
        [(format!("{SHEET}!{}", at(&template(), SHEET, "TT-3.done", 'H')), "not-mark".to_owned())]
    );
}

#[test]
fn rows_whose_words_are_not_those_of_their_key_are_refused() {
    // The words of two rows exchanged, their hidden keys left where they were.
    for (key, column, text) in [
        ("TT-3.done", 'B', "TT-4a"),
        ("TT-3.done", 'D', "Kết quả còn hiệu lực, giá trị sử dụng"),
        ("unit.name", 'D', "Địa danh"),
    ] {
        let bytes = beside(key, column, &Cell::Text(text));
        assert_eq!(
            refused_cells(&bytes),
            [(format!("{SHEET}!{}", at(&bytes, SHEET, key, 'E')), "other-row".to_owned())],
            "{key}"
        );
        if let Some((target, "done")) = key.split_once('.') {
            assert_eq!(fill(&bytes).assessment.answers[target].figure("done"), "", "{key}");
        }
    }
    // Composed, spaced and cased otherwise they are the same words.
    let bytes = beside("TT-3.done", 'D', &Cell::Text("KẾT QUẢ  đã số ho\u{301}a"));
    assert_eq!(refused_cells(&bytes), []);
    // A row without a key is none of the template's.
    let bytes = beside("TT-3.done", 'A', &Cell::Blank);
    assert_eq!(refused_cells(&bytes)[0].1, "no-key");
}

#[test]
fn documents_that_are_alike_keep_each_what_is_their_own() {
    let mut open = golden();
    let answer = std::rc::Rc::make_mut(open.answers.get_mut("TT-2a").unwrap());
    let mut alike = answer.evidence[0].clone();
    alike.rest.clear();
    answer.evidence.push(alike);
    let bytes = office::template::write(&set(), &open).unwrap();
    let back = read(&set(), &open, &bytes).unwrap();
    assert_eq!(back.refused, []);
    assert_eq!(back.assessment.answers["TT-2a"].evidence, open.answers["TT-2a"].evidence);
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
    let Import { assessment, refused } = fill(&back);
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
    let Import { assessment, refused } = fill(&bytes);
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
    assert_eq!(refused_cells(&copied), [(place, "twice".to_owned())]);
    assert_ne!(first, second);
}

#[test]
fn a_row_of_a_target_that_the_set_lacks_is_told() {
    let bytes = template();
    let place = at(&bytes, SHEET, "TT-3.done", 'A');
    let strange = filled(&bytes, FIGURES, &place, &Cell::Text("TT-99.done"));
    let told = format!("{SHEET}!{}", place.replace('A', "B"));
    assert_eq!(refused_cells(&strange), [(told, "unknown-target".to_owned())]);
}

#[test]
fn documents_are_read_with_their_days_and_one_without_target_is_told() {
    let bytes = template();
    let rows = cells(&bytes, "Tài liệu kiểm chứng");
    let spare = rows.iter().rposition(|row| row[1] != Data::Empty).unwrap() + 2;
    let cell = |column: char| format!("{column}{spare}");
    let named = filled(&bytes, EVIDENCE, &cell('D'), &Cell::Text("7/KH-UBND"));
    assert_eq!(refused_cells(&named), [(format!("Tài liệu kiểm chứng!B{spare}"), "no-target".to_owned())]);
    let whole = filled(&named, EVIDENCE, &cell('B'), &Cell::Text("TT-3"));
    // 1 December 2023, as Excel counts days.
    let whole = filled(&whole, EVIDENCE, &cell('E'), &Cell::Number("45261"));
    let Import { assessment, refused } = fill(&whole);
    assert_eq!(refused, []);
    let last = assessment.answers["TT-3"].evidence.last().unwrap();
    assert_eq!((last.number.as_str(), last.date.as_str()), ("7/KH-UBND", "2023-12-01"));
    let undated = filled(&whole, EVIDENCE, &cell('E'), &Cell::Text("cuối năm"));
    let Import { assessment, refused } = fill(&undated);
    let refused: Vec<_> = refused.iter().map(|cell| (&*cell.cell, &*cell.problem, &*cell.text)).collect();
    assert_eq!(refused, [(&*format!("Tài liệu kiểm chứng!E{spare}"), "not-date", "cuối năm")]);
    let last = assessment.answers["TT-3"].evidence.last().unwrap();
    assert_eq!((last.number.as_str(), last.date.as_str()), ("7/KH-UBND", ""), "the rest of it is taken");
}

#[test]
fn without_the_sheet_of_documents_those_that_are_known_stay() {
    let bytes = filled(&template(), EVIDENCE, "A1", &Cell::Text("something else"));
    let open = golden();
    let Import { assessment, refused } = read(&set(), &open, &bytes).unwrap();
    assert_eq!(refused.iter().map(|cell| cell.problem.as_str()).collect::<Vec<_>>(), ["sheet-missing"]);
    assert_eq!(assessment.answers["TT-3"].evidence, open.answers["TT-3"].evidence);
}

#[test]
fn what_says_no_or_nothing_in_the_column_of_reasons_takes_no_target_out() {
    let read = |cell: &Cell<'_>| {
        let Import { assessment, refused } = fill(&beside("TT-3.done", 'I', cell));
        let problems: Vec<_> = refused.into_iter().map(|cell| (cell.cell, cell.problem)).collect();
        (assessment.answers["TT-3"].not_applicable.clone(), problems)
    };
    for mark in ["-", "–", "—", "…", "...", ".", "/", "\u{200b}", "\u{a0}", "- \u{feff}"] {
        assert_eq!(read(&Cell::Text(mark)), (None, vec![]), "{mark:?}");
    }
    let place = format!("{SHEET}!{}", at(&template(), SHEET, "TT-3.done", 'I'));
    let refused = (None, vec![(place, "not-reason".to_owned())]);
    for no in [
        "0",
        "1",
        "x",
        "?",
        "✓",
        "Không",
        "KHO\u{302}NG",
        "Không có",
        "Ko",
        "Có",
        "Có phát sinh",
        "Vẫn có phát sinh 5 hồ sơ",
        "Chưa rõ",
        "N/A",
        "none",
        "Không có lý do",
    ] {
        assert_eq!(read(&Cell::Text(no)), refused, "{no:?}");
    }
    assert_eq!(read(&Cell::Number("0")), refused);
    assert_eq!(read(&Cell::Flag(false)), refused);
    for reason in [
        "Chưa được giao",
        "Không phát sinh",
        "Không có phát sinh",
        "Không có TTHC nào",
        "Chưa phát sinh hồ sơ",
    ] {
        assert_eq!(read(&Cell::Text(reason)), (Some(reason.to_owned()), vec![]), "{reason:?}");
    }
}

#[test]
fn a_reason_against_its_mark_is_named_and_one_that_says_little_stays_beside_it() {
    let reason = at(&template(), SHEET, "TT-3.done", 'I');
    let marked = |mark: &str, text: &str| {
        fill(&filled(&beside("TT-3.done", 'H', &Cell::Text(mark)), FIGURES, &reason, &Cell::Text(text)))
    };
    let problems = |read: &Import| read.refused.iter().map(|cell| cell.problem.clone()).collect::<Vec<_>>();
    let against = marked("x", "Có phát sinh");
    assert_eq!(
        (problems(&against), &against.assessment.answers["TT-3"].not_applicable),
        (vec!["not-mark".to_owned()], &None)
    );
    let little = marked("x", "-");
    assert_eq!(
        (problems(&little), &little.assessment.answers["TT-3"].not_applicable),
        (vec![], &Some("-".to_owned()))
    );
    let no = marked("Không", "-");
    assert_eq!((problems(&no), &no.assessment.answers["TT-3"].not_applicable), (vec![], &None));
    let blank = marked("\u{200b}", "");
    assert_eq!((problems(&blank), &blank.assessment.answers["TT-3"].not_applicable), (vec![], &None));
}

#[test]
fn what_stands_beside_a_second_figure_or_in_a_row_without_a_key_is_named() {
    for column in ['H', 'I', 'J'] {
        let bytes = beside("TT-3.total", column, &Cell::Text("Chưa giao"));
        let place = format!("{SHEET}!{}", at(&bytes, SHEET, "TT-3.total", column));
        assert_eq!(refused_cells(&bytes), [(place, "not-first-row".to_owned())]);
    }
    for column in ['H', 'I', 'J'] {
        let bytes = template();
        let place = |column| at(&bytes, SHEET, "TT-3.total", column);
        let row = filled(&bytes, FIGURES, &place(column), &Cell::Text("Trong đó của xã"));
        let row = filled(&row, FIGURES, &place('E'), &Cell::Blank);
        let row = filled(&row, FIGURES, &place('A'), &Cell::Blank);
        assert_eq!(refused_cells(&row), [(format!("{SHEET}!{}", place(column)), "no-key".to_owned())]);
    }
}

/// The template with these runs of text in the cell of a key, within the cell or among the shared texts.
fn with_runs(key: &str, runs: &str, is_shared: bool) -> Vec<u8> {
    let bytes = with(key, &Cell::Text("RUNS"));
    if !is_shared {
        return changed(&bytes, FIGURES, |xml| xml.replace("<t>RUNS</t>", runs));
    }
    let strings = "xl/sharedStrings.xml";
    let mut count = 0;
    let bytes = changed(&bytes, strings, |xml| {
        count = xml.matches("<si>").count();
        xml.replace("</sst>", &["<si>", runs, "</si></sst>"].concat())
    });
    changed(&bytes, FIGURES, |xml| {
        xml.replace("t=\"inlineStr\"><is><t>RUNS</t></is>", &format!("t=\"s\"><v> {count} </v>"))
    })
}

#[test]
fn raised_lowered_and_struck_out_digits_are_no_part_of_a_figure() {
    let run = |look: &str| format!("<r><t>410</t></r><r><rPr>{look}</rPr><t>1</t></r>");
    for is_shared in [false, true] {
        for look in [
            "<b/><vertAlign val=\"superscript\"/>",
            "<vertAlign val='subscript'/>",
            "<strike/>",
            "<strike val=\"1\"/>",
        ] {
            let bytes = with_runs("TT-3.done", &run(look), is_shared);
            let place = format!("{SHEET}!{}", at(&bytes, SHEET, "TT-3.done", 'E'));
            assert_eq!(refused_cells(&bytes), [(place, "drawn".to_owned())], "{look} {is_shared}");
            assert_eq!(fill(&bytes).assessment.answers["TT-3"].figure("done"), "");
        }
        for look in ["<b/>", "<strike val=\"0\"/>", "<vertAlign val=\"baseline\"/>"] {
            let bytes = with_runs("TT-3.done", &run(look), is_shared);
            assert_eq!(refused_cells(&bytes), [], "{look}");
            assert_eq!(fill(&bytes).assessment.answers["TT-3"].figure("done"), "4101");
        }
        // In words it does no harm.
        let name = with_runs("unit.name", &run("<vertAlign val=\"superscript\"/>"), is_shared);
        assert_eq!((refused_cells(&name), fill(&name).assessment.unit.name), (vec![], "4101".to_owned()));
    }
}

#[test]
fn a_number_that_is_shown_in_thousands_or_millions_is_named() {
    for (format, problem) in [
        ("#,##0&quot; triệu đồng&quot;", Some("scaled")),
        ("#,##0,", Some("scaled")),
        ("#,##0&quot; hồ sơ&quot;", None),
    ] {
        let bytes = changed(&with("TT-3.done", &Cell::Number("98")), "xl/styles.xml", |xml| {
            xml.replace("formatCode=\"#,##0\"", &["formatCode=\"", format, "\""].concat())
        });
        let place = format!("{SHEET}!{}", at(&bytes, SHEET, "TT-3.done", 'E'));
        let named: Vec<_> = refused_cells(&bytes).into_iter().filter(|(cell, _)| *cell == place).collect();
        assert_eq!(
            named,
            problem.map(|problem| (place, problem.to_owned())).into_iter().collect::<Vec<_>>(),
            "{format}"
        );
    }
}

#[test]
fn a_cell_of_an_unknown_kind_of_error_is_refused_alone() {
    let bytes = with("TT-3.total", &Cell::Error("#FIELD!"));
    let number = at(&with("TT-3.total", &Cell::Blank), SHEET, "TT-3.done", 'E');
    let bytes = filled(&bytes, FIGURES, &number, &Cell::Number("MARK"));
    let bytes = changed(&bytes, FIGURES, |xml| xml.replace("><v>MARK</v>", " t=\"n\"><v> 104\n</v>"));
    let read = fill(&bytes);
    assert_eq!(
        read.refused.iter().map(|cell| (&*cell.problem, &*cell.text)).collect::<Vec<_>>(),
        [("error", "#FIELD!")]
    );
    assert_eq!(read.assessment.answers["TT-3"].figure("done"), "104");
}
