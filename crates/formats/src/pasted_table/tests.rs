#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failed test says so")]
use super::*;
use crate::builtin;

/// Reads a block into a field of a commune's target; `begin` is "TT-3.done", or blank for a file.
fn read_at(text: &str, begin: &str, choices: &Choices) -> TableReading {
    let set = builtin::load().unwrap().set;
    let targets: Vec<&Target> =
        set.targets().filter(|target| target.claims("commune")).map(AsRef::as_ref).collect();
    let begin = begin.split_once('.');
    read(cells::split(text, '\t'), &Places { begin, targets: &targets, shown: None }, choices)
}

fn filled_by(reading: &TableReading) -> String {
    let figures =
        reading.figures().map(|figure| format!("{}.{}={}", figure.target, figure.field, figure.text));
    figures.collect::<Vec<_>>().join(" ")
}

fn filled(text: &str, begin: &str) -> String {
    filled_by(&read_at(text, begin, &Choices::default()))
}

fn kinds(text: &str, begin: &str) -> Vec<RowKind> {
    read_at(text, begin, &Choices::default()).rows.iter().map(|row| row.kind).collect()
}

fn is_plain(text: &str, begin: &str) -> bool {
    read_at(text, begin, &Choices::default()).is_plain
}

#[test]
fn a_block_of_figures_goes_down_the_targets_and_across_their_fields_at_once() {
    let text = "104\t104\r\n98\t104\r\n97\t104\r\n";
    assert_eq!(
        filled(text, "TT-4a.done"),
        "TT-4a.done=104 TT-4a.total=104 TT-4b.done=98 TT-4b.total=104 TT-4c.done=97 TT-4c.total=104"
    );
    assert!(is_plain(text, "TT-4a.done"));
    assert_eq!(filled("104\n103\n97", "TT-4a.total"), "TT-4a.total=104 TT-4b.total=103 TT-4c.total=97");
    assert!(is_plain("104\n103\n97", "TT-4a.total"));
    assert!(is_plain("\"410\"\t\"850\"\r\n", "TT-3.done"));
    assert!(is_plain("104\t104\t\r\n98\t104\t\r\n", "TT-4a.done"), "a blank column at the end");
}

#[test]
fn everything_else_is_asked_about() {
    for text in [
        "Số đã làm\tTổng số\n410\t850",
        "\t\n98\t104",
        "98\t104\n\n97\t104",
        "98\n\n97",
        "98\t\n97\t104",
        "98\t104\n97",
        "410\tnhiều",
        "48%\t104",
        "1,23E+11\t104",
        "1\t98\t104\n2\t97\t104",
        "1\t98\n2\t97\n3\t96",
        "TT-4a\t98",
        "410\t850\t48\t1",
        "12 hồ sơ\t850",
    ] {
        assert!(!is_plain(text, "TT-3.done"), "{text:?}");
    }
}

#[test]
fn headings_and_what_stands_under_them_are_left_out() {
    assert_eq!(
        filled("Số đã làm\tTổng số\r\n1\t2\r\n410\t850\r\n", "TT-3.done"),
        "TT-3.done=410 TT-3.total=850"
    );
    assert_eq!(
        kinds("Chỉ tiêu thu thập\t\nSố đã làm\tTổng số\n(1)\t(2)\n410\t850", "TT-3.done"),
        [RowKind::Heading, RowKind::Heading, RowKind::ColumnNumbers, RowKind::Figures]
    );
    assert_eq!(
        filled("Chỉ tiêu thu thập\t\r\nSố đã làm\tTổng số\r\n410\t850", "TT-3.done"),
        "TT-3.done=410 TT-3.total=850"
    );
    assert_eq!(
        filled("\"Đã số hóa\n(kết quả)\"\t\"Tổng\nsố\"\r\n410\t850\r\n", "TT-3.done"),
        "TT-3.done=410 TT-3.total=850"
    );
    // The same headings the other way round.
    assert_eq!(filled("Tổng số\tĐã làm\n850\t410", "TT-3.done"), "TT-3.total=850 TT-3.done=410");
    // Without a heading above, 1 and 2 are figures.
    assert_eq!(
        filled("1\t2\n410\t850", "TT-2b.done"),
        "TT-2b.done=1 TT-2b.total=2 TT-3.done=410 TT-3.total=850"
    );
}

#[test]
fn rows_without_figures_keep_their_place() {
    for first in
        ["\t", "x\tx", "-\t-", "–\t", "#REF!\t#N/A", "#VALUE!\t104", "####\t####", "1,23E+11\t", "chưa có\t"]
    {
        let text = format!("90\t100\r\n{first}\r\n98\t104\r\n");
        let total = if first.ends_with("104") { " TT-4a.total=104" } else { "" };
        assert_eq!(
            filled(&text, "TT-3.done"),
            format!("TT-3.done=90 TT-3.total=100{total} TT-4b.done=98 TT-4b.total=104"),
            "{first:?}"
        );
    }
    assert_eq!(
        filled("\t\r\n98\t104\r\n97\t104\r\n", "TT-4a.done"),
        "TT-4b.done=98 TT-4b.total=104 TT-4c.done=97 TT-4c.total=104"
    );
    assert_eq!(
        filled("x\tx\r\n98\t104\r\n97\t104\r\n", "TT-4a.done"),
        "TT-4b.done=98 TT-4b.total=104 TT-4c.done=97 TT-4c.total=104"
    );
}

#[test]
fn what_is_wrong_with_a_cell_is_said() {
    for (cell, problem) in [
        ("-", CellProblem::Mark),
        ("x", CellProblem::Mark),
        ("…", CellProblem::Mark),
        ("#DIV/0!", CellProblem::Error),
        ("#NAME?", CellProblem::Error),
        ("#N/A", CellProblem::Error),
        ("####", CellProblem::TooNarrow),
        ("#####", CellProblem::TooNarrow),
        ("########", CellProblem::TooNarrow),
        ("1,23E+11", CellProblem::Rounded),
        ("1.2e+05", CellProblem::Rounded),
        ("nhiều", CellProblem::Words),
        ("12 hồ sơ", CellProblem::NotUnderstood),
    ] {
        let reading = read_at(&format!("7\t8\n{cell}\t104"), "TT-4a.done", &Choices::default());
        assert_eq!(reading.rows[1].problems, [(0, problem)], "{cell}");
        assert_eq!(reading.rows[1].target.as_deref(), Some("TT-4b"), "{cell}");
    }
}

#[test]
fn sections_totals_and_numbers_of_rows_take_no_place() {
    let text = "I. Thể chế\t\r\n1\t2\r\n3\t4\r\nII. Thủ tục hành chính\t\r\n5\t6\r\n7\t8\r\n410\t850\r\nTổng cộng\t900\r\n98\t104\r\n";
    assert_eq!(
        filled(text, "TC-1.done"),
        "TC-1.done=1 TC-1.total=2 TC-2.done=3 TC-2.total=4 TT-2a.done=5 TT-2a.total=6 TT-2b.done=7 TT-2b.total=8 \
         TT-3.done=410 TT-3.total=850 TT-4a.done=98 TT-4a.total=104"
    );
    assert_eq!(
        filled("1\t98\t104\n2\t97\t104", "TT-4a.done"),
        "TT-4a.done=98 TT-4a.total=104 TT-4b.done=97 TT-4b.total=104"
    );
    assert_eq!(
        filled("STT\tĐã làm\tTổng số\tTỷ lệ (%)\n5\t98\t104\t94,2%\n6\t97\t104\t93,3%", "TT-4a.done"),
        "TT-4a.done=98 TT-4a.total=104 TT-4b.done=97 TT-4b.total=104"
    );
    assert_eq!(
        filled("94,2%\t98\t104\n93,3%\t97\t104", "TT-4a.done"),
        "TT-4a.done=98 TT-4a.total=104 TT-4b.done=97 TT-4b.total=104"
    );
}

#[test]
fn rows_are_matched_by_the_ids_or_names_of_targets_in_any_order() {
    let done = "TT-4a.done=98 TT-4a.total=104 TT-4b.done=97 TT-4b.total=104";
    assert_eq!(filled("TT-4a\t98\t104\r\nTT-4b\t97\t104\r\n", "TT-4a.done"), done);
    assert_eq!(
        filled("tt-4b.\t97\t104\ntt-4a\t98\t104", "TT-3.done"),
        "TT-4b.done=97 TT-4b.total=104 TT-4a.done=98 TT-4a.total=104"
    );
    assert_eq!(
        filled(
            "Chỉ tiêu\tĐã làm\tTổng\nTTHC được chuẩn hóa\t98\t104\nTTHC CONG KHAI DAY DU TREN CO SO DU LIEU QUOC GIA\t97\t104\nChỉ tiêu lạ\t1\t2",
            "TC-1.done"
        ),
        done
    );
    assert_eq!(
        filled(
            "1\tTT-4a. TTHC được chuẩn hóa\t98\t104\n2\tTT-4b TTHC công khai đầy đủ trên Cơ sở dữ liệu quốc gia\t97\t104",
            "TC-1.done"
        ),
        done
    );
    assert_eq!(
        kinds("Lĩnh vực 1\t\t\nTT-4a\t98\t104\nTT-4a\t1\t1\nTT-6\t1\t1", "TT-4a.done"),
        [RowKind::Section, RowKind::Figures, RowKind::Repeated, RowKind::UnknownTarget]
    );
    // A file has no place where it begins.
    assert_eq!(filled("TT-4a\t98\t104\nTT-4b\t97\t104", ""), done);
    assert_eq!(kinds("98\t104", ""), [RowKind::UnknownTarget]);
}

#[test]
fn rows_of_single_fields_are_matched_by_their_labels() {
    let head = "Mã\tChỉ tiêu\tNội dung\tGiá trị\tMức phải đạt\tKết quả";
    let text = format!(
        "{head}\nCải cách thể chế\t\t\t\t\t\nTT-3\tSố hóa kết quả giải quyết TTHC còn hiệu lực\tKết quả đã số hóa\t410\t≥ 55%\t48,235\nTT-3\t\tKết quả còn hiệu lực, giá trị sử dụng\t850\t\t\nTT-4a\tTTHC được chuẩn hóa\tTTHC đã chuẩn hóa\t\t100%\t\nTT-4a\t\tTTHC trong danh mục của đơn vị\t104\t\t"
    );
    assert_eq!(filled(&text, ""), "TT-3.done=410 TT-3.total=850 TT-4a.total=104");
    assert_eq!(filled(&text, "TC-1.done"), "TT-3.done=410 TT-3.total=850 TT-4a.total=104");
}

#[test]
fn a_table_of_our_csv_fills_what_was_entered() {
    let head = "unit;level;year;criterion_id;criterion;target_id;target;state;done;total;excluded;entered;value;compare;goal;met;points;max_points;not_applicable;note";
    let rows = "Xã A;commune;2023;TT-3;Số hóa;TT-3;Số hóa;scored;410;850;;;48,235;at_least;55;no;8,770;10,000;;\r\nXã A;commune;2023;TT-5;“4 tại chỗ”;TT-5;Một cửa;scored;90;104;4;;90;at_least;100;no;9;10;;ghi chú";
    let set = builtin::load().unwrap().set;
    let targets: Vec<&Target> =
        set.targets().filter(|target| target.claims("department")).map(AsRef::as_ref).collect();
    let places = Places { begin: None, targets: &targets, shown: None };
    let lists = "\r\nSở;department;2023;TC-3;Chính sách;TC-3;Chính sách;scored;;;;reviewed=yes;1;;;;;;;";
    let block = crate::file_kind::table(&[head, "\r\n", rows, lists].concat());
    let reading = read(block, &places, &Choices::default());
    assert_eq!(
        filled_by(&reading),
        "TT-3.done=410 TT-3.total=850 TT-5.done=90 TT-5.total=104 TT-5.excluded=4 TC-3.reviewed=yes"
    );
}

#[test]
fn what_has_no_place_is_named() {
    assert_eq!(
        kinds("90\t100\r\n91\t100\r\n92\t100\r\n", "TT-5.done"),
        [RowKind::Figures, RowKind::BeyondLast, RowKind::BeyondLast]
    );
    assert_eq!(filled("90\t100\r\n91\t100\r\n92\t100\r\n", "TT-5.done"), "TT-5.done=90 TT-5.total=100");
    let reading = read_at("410\t850\t7\t8", "TT-3.done", &Choices::default());
    assert_eq!(filled_by(&reading), "TT-3.done=410 TT-3.total=850");
    assert_eq!(reading.rows[0].problems, [(2, CellProblem::NoField)]);
    assert_eq!(reading.columns[3].meaning, ColumnMeaning::Nothing);
    let many = "1\n".repeat(MOST_ROWS + 5);
    assert_eq!(read_at(&many, "TT-3.done", &Choices::default()).unread, 5);
}

#[test]
fn the_user_sets_what_columns_mean_and_which_rows_count() {
    let text = "98\t104\n97\t104\n96\t104";
    let columns = Choices {
        columns: [(0, ColumnMeaning::Figure(1)), (1, ColumnMeaning::Nothing)].into(),
        ..Choices::default()
    };
    assert_eq!(
        filled_by(&read_at(text, "TT-4a.done", &columns)),
        "TT-4a.total=98 TT-4b.total=97 TT-4c.total=96"
    );
    let rows = Choices { rows: [(0, None), (1, Some(TargetId::new("TT-4b")))].into(), ..Choices::default() };
    assert_eq!(
        filled_by(&read_at(text, "TT-4a.done", &rows)),
        "TT-4b.done=97 TT-4b.total=104 TT-4c.done=96 TT-4c.total=104"
    );
    // Two columns can't hold the same figure: the one that was chosen counts.
    let twice = Choices { columns: [(1, ColumnMeaning::Figure(0))].into(), ..Choices::default() };
    assert_eq!(filled_by(&read_at("98\t104", "TT-4a.done", &twice)), "TT-4a.done=104");
}

#[test]
fn a_single_figure_is_no_block() {
    assert!(!is_block("104"));
    assert!(!is_block("104\r\n"));
    assert!(is_block("104\t104"));
    assert!(is_block("104\n98"));
    assert!(is_block("\"410\n\""));
    assert!(is_block("\"410\""));
}
