//! Workbooks that are no templates: the table that is found in one.

use formats::builtin;
use formats::workbook::WorkbookFault;
use office::import::table;
use rust_xlsxwriter::{Format, Workbook, Worksheet};
use scoring::figures::{FigureKind, read};
use scoring::scored_document::ScoredDocument;
use test_support::golden::GOLDEN;
use test_support::workbooks::changed;

const HEAD: [&str; 4] = ["Mã", "Chỉ tiêu", "Đã làm", "Tổng số"];

fn rows_of(bytes: &[u8]) -> Result<Option<Vec<Vec<String>>>, WorkbookFault> {
    table(&builtin::load().unwrap().set, bytes)
}

/// A sheet with a head and a row of one target.
fn sheet<'a>(book: &'a mut Workbook, name: &str, done: f64) -> &'a mut Worksheet {
    let sheet = book.add_worksheet().set_name(name).unwrap();
    for (column, text) in (0..).zip(HEAD) {
        sheet.write(0, column, text).unwrap();
    }
    sheet.write(1, 0, "TT-3").unwrap().write(1, 1, "Số hóa").unwrap();
    sheet.write(1, 2, done).unwrap().write(1, 3, 850).unwrap()
}

/// The text of the figure in a workbook of one sheet.
fn figure(bytes: &[u8]) -> String {
    rows_of(bytes).unwrap().unwrap()[1][2].clone()
}

fn of(done: f64, format: &str) -> Vec<u8> {
    let mut book = Workbook::new();
    let format = Format::new().set_num_format(format);
    sheet(&mut book, "Bảng", 1.0).write_with_format(1, 2, done, &format).unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn a_number_that_is_not_whole_is_never_read_as_a_whole_one() {
    for (done, text) in [
        (1234.0, "1234"),
        (1.234, "1,2340"),
        (98.125, "98,1250"),
        (-98.125, "-98,1250"),
        (12.5, "12,5"),
        (0.123, "0,1230"),
        (1234.567, "1234,5670"),
    ] {
        let found = figure(&of(done, "General"));
        assert_eq!(found, text);
        for kind in [FigureKind::Count, FigureKind::Money, FigureKind::Rank] {
            assert_eq!(read(&found, kind).is_ok(), text == "1234", "{text}");
        }
    }
    assert_eq!(figure(&of(0.98125, "0.0%")), "98,1250%");
    assert_eq!(read("98,1250", FigureKind::Percent).unwrap().unwrap().exact().to_string(), "98.125");
}

#[test]
fn what_is_shown_otherwise_than_it_is_stored_is_no_figure() {
    for (format, is_figure) in
        [("#,##0\" triệu đồng\"", false), ("#,##0,,\"M\"", false), ("#,##0\" hồ sơ\"", true), ("#,##0", true)]
    {
        let text = figure(&of(98.0, format));
        assert!(text.starts_with("98"), "{text}");
        assert_eq!(read(&text, FigureKind::Count).is_ok(), is_figure, "{format}");
    }
    let mut book = Workbook::new();
    let raised = Format::new().set_font_script(rust_xlsxwriter::FormatScript::Superscript);
    let plain = Format::new();
    let runs = [(&plain, "410"), (&raised, "1")];
    sheet(&mut book, "Bảng", 1.0).write_rich_string(1, 2, &runs).unwrap();
    assert_eq!(figure(&book.save_to_buffer().unwrap()), "410^1");
}

#[test]
fn a_formula_without_a_result_is_named_as_an_error_of_a_formula() {
    let bytes = of(7.0, "General");
    let bytes = changed(&bytes, "xl/worksheets/sheet1.xml", |xml| xml.replace("<v>7</v>", "<f>3+4</f>"));
    let text = figure(&bytes);
    assert_eq!(text, "#CHƯA TÍNH!");
}

#[test]
fn of_several_sheets_with_figures_none_is_chosen_without_a_word() {
    let book = |hidden: bool, words: bool| {
        let mut book = Workbook::new();
        sheet(&mut book, "Năm 2022", 300.0);
        let second = sheet(&mut book, "Năm 2023", 410.0);
        second.set_hidden(hidden);
        if words {
            book.add_worksheet().write(0, 0, "TT-3").unwrap().write(1, 0, "Ghi chú").unwrap();
        }
        book.save_to_buffer().unwrap()
    };
    let fault = WorkbookFault::SeveralTables("“Năm 2022”, “Năm 2023”".into());
    assert_eq!(rows_of(&book(false, false)), Err(fault));
    assert_eq!(figure(&book(true, false)), "300", "a hidden sheet is not read");
    assert_eq!(figure(&book(true, true)), "300", "words are no figures");
}

#[test]
fn the_workbook_that_this_product_makes_gives_its_sheet_of_figures() {
    let received = formats::document_reader::read(GOLDEN.as_bytes()).unwrap();
    let document = ScoredDocument::new(std::rc::Rc::new(builtin::load().unwrap()), received.assessment);
    let bytes = office::excel::write(&document).unwrap();
    let rows = rows_of(&bytes).unwrap().unwrap();
    assert!(rows.iter().any(|row| row.contains(&"TT-3".to_owned()) && row.contains(&"410".to_owned())));
}
