//! Reads a workbook and compares it with the result that the file of the assessment states.

use std::collections::BTreeMap;
use std::io::Cursor;
use test_support::scored;

use calamine::{Data, Range, Reader, Xlsx};
use formats::{assessment_file, builtin};
use office::excel;
use planning::{total_gain, work};
use scoring::assessment::Assessment;
use scoring::json::Json;
use scoring::scorecard::score;
use scoring::target_set::TargetSet;
use serde_json::Value;

use test_support::golden::GOLDEN;
use test_support::result_of;

/// A set, answers to it, and a name to tell it by.
pub struct Case {
    pub name: String,
    pub set: TargetSet,
    pub assessment: Assessment,
}

impl Case {
    pub fn write(&self) -> Vec<u8> {
        excel::write(&scored(&self.set, &self.assessment)).unwrap()
    }
}

/// A real document of a commune.
pub fn golden() -> Case {
    let assessment = assessment_file::read(&Json::read(GOLDEN).unwrap()).unwrap();
    Case { name: "golden".to_owned(), set: builtin::load().unwrap().set, assessment }
}

/// The cells of a workbook, a sheet a name.
pub struct Book {
    sheets: BTreeMap<String, Range<Data>>,
}

impl Book {
    pub fn read(bytes: &[u8]) -> Self {
        let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
        let names = book.sheet_names();
        assert_eq!(names, ["Tổng hợp", "Số liệu", "Tài liệu kiểm chứng", "Việc cần làm"]);
        let sheets = names.into_iter().map(|name| {
            let range = book.worksheet_range(&name).unwrap();
            (name, range)
        });
        Self { sheets: sheets.collect() }
    }

    /// A cell by its name, "D7"; text as it is, numbers as they are counted.
    pub fn cell(&self, sheet: &str, name: &str) -> Data {
        let column = u32::from(name.as_bytes()[0] - b'A');
        let row: u32 = name[1..].parse().unwrap();
        self.sheets[sheet].get_value((row - 1, column)).cloned().unwrap_or(Data::Empty)
    }

    pub fn text(&self, sheet: &str, name: &str) -> String {
        match self.cell(sheet, name) {
            Data::String(text) => text,
            Data::Empty => String::new(),
            other => format!("{other}"),
        }
    }

    pub fn rows(&self, sheet: &str) -> u32 {
        self.sheets[sheet].end().map_or(0, |(row, _)| row + 1)
    }

    /// The first row of a sheet in which a column says so.
    pub fn find(&self, sheet: &str, column: char, text: &str) -> u32 {
        let is = |row: &u32| self.text(sheet, &format!("{column}{row}")) == text;
        (1..=self.rows(sheet)).find(is).unwrap_or_else(|| panic!("no {text:?} in {sheet}!{column}"))
    }
}

/// A number cell as the file would write it: so many decimals.
fn decimals(cell: &Data, places: usize) -> String {
    match cell {
        Data::Float(number) => format!("{number:.places$}"),
        Data::Int(number) => format!("{:.places$}", *number as f64),
        Data::String(text) if text.is_empty() => "null".to_owned(),
        Data::Empty => "null".to_owned(),
        other => format!("{other:?}"),
    }
}

fn stated(value: &Value) -> String {
    value.as_str().map_or_else(|| "null".to_owned(), str::to_owned)
}

fn places(stated: &str) -> usize {
    stated.split_once('.').map_or(0, |(_, decimals)| decimals.len())
}

/// What a workbook says is what the result says: states, values, points, sums, indexes, band. How many targets
/// have no formula.
pub fn compare(case: &Case, book: &Book) -> usize {
    let result = result_of(&case.set, &case.assessment);
    let mut fixed = 0;
    for row in result["targets"].as_array().unwrap() {
        fixed += compare_target(case, book, row);
    }
    let total = book.find("Tổng hợp", 'A', "Tổng cộng");
    let head = book.find("Tổng hợp", 'A', "Lĩnh vực");
    let mut rows = vec![(total, &result)];
    rows.extend((head + 1..).zip(result["areas"].as_array().unwrap()));
    for (row, sums) in rows {
        for (column, key) in [
            ('C', "points"),
            ('D', "max_points"),
            ('E', "index"),
            ('F', "index_possible"),
            ('G', "index_of_answered"),
        ] {
            if sums.get(key).is_none() {
                continue;
            }
            let stated = stated(&sums[key]);
            let cell = book.cell("Tổng hợp", &format!("{column}{row}"));
            assert_eq!(decimals(&cell, places(&stated)), stated, "{} {key} of row {row}", case.name);
        }
    }
    let band = result["band"].as_str().map_or("chưa xếp loại", |id| {
        case.set.bands.iter().find(|band| band.id == id).map_or("?", |band| &band.name.vi)
    });
    assert_eq!(book.text("Tổng hợp", &format!("B{}", total + 2)), band, "{} band", case.name);
    compare_work(case, book);
    fixed
}

/// The work still needed stands in its order, with the points that it brings.
fn compare_work(case: &Case, book: &Book) {
    let sheet = "Việc cần làm";
    let _card = score(&case.set, &case.assessment);
    let works = work(&scored(&case.set, &case.assessment));
    for (row, work) in (5..).zip(&works) {
        let note = format!("{} work in row {row}", case.name);
        assert_eq!(book.text(sheet, &format!("B{row}")), *work.score.target.id, "{note}");
        assert_eq!(decimals(&book.cell(sheet, &format!("E{row}")), 3), work.gain.to_string(), "{note}");
        assert!(!book.text(sheet, &format!("D{row}")).is_empty(), "{note}");
    }
    if !works.is_empty() {
        let last = 5 + u32::try_from(works.len()).unwrap();
        assert_eq!(book.text(sheet, &format!("D{last}")), "Tổng cộng", "{}", case.name);
        let total = decimals(&book.cell(sheet, &format!("E{last}")), 3);
        assert_eq!(total, total_gain(&works).to_string(), "{} total work", case.name);
    }
}

fn compare_target(case: &Case, book: &Book, row: &Value) -> usize {
    let id = row["id"].as_str().unwrap();
    let at = book.find("Số liệu", 'A', id);
    let cell = |column: char| book.cell("Số liệu", &format!("{column}{at}"));
    let text = |column: char| book.text("Số liệu", &format!("{column}{at}"));
    let note = format!("{} {id} in row {at}: {row}", case.name);
    let state = match row["state"].as_str().unwrap() {
        "empty" => "chưa nhập",
        "invalid" => "chưa hiểu",
        "not_applicable" => "không phát sinh",
        "pending" => "chờ kết quả",
        _ => "đã tính",
    };
    assert_eq!(text('H'), state, "{note}");
    let met = match &row["met"] {
        Value::Bool(true) => "đạt",
        Value::Bool(false) => "chưa đạt",
        _ => "",
    };
    assert_eq!(text('J'), met, "{note}");
    let points = stated(&row["points"]);
    assert_eq!(decimals(&cell('L'), 3), points, "{note}");
    assert_eq!(decimals(&cell('K'), 3), stated(&row["max_points"]), "{note}");
    compare_value(case, &cell('I'), row, &note);
    usize::from(text('N').contains("không phải công thức"))
}

fn compare_value(case: &Case, cell: &Data, row: &Value, note: &str) {
    let stated = stated(&row["value"]);
    match cell {
        Data::Float(_) | Data::Int(_) => {
            // Sixteen digits are what a cell holds.
            let (shown, stated): (f64, f64) =
                (decimals(cell, 15).parse().unwrap(), stated.parse().unwrap_or(f64::NAN));
            let off = (shown - stated).abs();
            assert!(off <= 0.000_500_1 || off <= stated * 1e-12, "{note}: {shown}");
        }
        Data::String(text) if stated == "yes" => assert_eq!(text, "Có", "{note}"),
        Data::String(text) if stated == "no" => assert_eq!(text, "Chưa", "{note}"),
        Data::String(text) if !text.is_empty() => {
            let target = case.set.target(row["id"].as_str().unwrap()).unwrap();
            match &target.measure {
                scoring::target_set::Measure::Choice { options } => {
                    let name = &options.iter().find(|option| option.id == stated).unwrap().name.vi;
                    assert!(text.starts_with(name.as_str()), "{note}: {text}");
                }
                _ => panic!("{note}: {text}"),
            }
        }
        _ => assert_eq!(stated, "null", "{note}"),
    }
}
