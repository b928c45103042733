#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failed test says so")]
use super::*;
use crate::builtin;

/// Reads a block into a field of a commune's target; `begin` is "TT-3.done", or blank for a file.
fn read_at(text: &str, begin: &str, choices: &Choices) -> TableReading {
    let set = builtin::load().unwrap().set;
    let targets: Vec<&Target> =
        set.targets().filter(|target| target.claims("commune")).map(AsRef::as_ref).collect();
    let begin = begin.split_once('.');
    let others: Vec<TargetId> =
        set.targets().filter(|target| !target.claims("commune")).map(|target| target.id.clone()).collect();
    let places = Places { begin, targets: &targets, others: &others, shown: None, year: 2023 };
    read(cells::split(text, '\t'), &places, choices)
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
    let places = Places { begin: None, targets: &targets, others: &[], shown: None, year: 2023 };
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

#[test]
fn words_that_look_like_a_sum_are_none() {
    let three = "TT-4a.done=104 TT-4a.total=104 TT-4b.done=98 TT-4b.total=104 TT-4c.done=97 TT-4c.total=104";
    for [first, second, third] in [
        ["Chuẩn hóa TTHC", "Công khai TTHC", "Đồng bộ TTHC"],
        ["Tổng số TTHC chuẩn hóa", "Tổng số TTHC công khai", "Tổng TTHC đồng bộ"],
        ["Cổng dịch vụ công", "Công bố", "Công tác đồng bộ"],
        ["Cong khai TTHC", "Cong bo TTHC", "Tong hop"],
    ] {
        let text = format!("{first}\t104\t104\n{second}\t98\t104\n{third}\t97\t104");
        assert_eq!(filled(&text, "TT-4a.done"), three, "{text}");
    }
    assert_eq!(
        filled(
            "Chỉ tiêu\tMã\tĐã làm\tTổng số\nCông khai\tTT-4b\t98\t104\nTổng số\tTT-4c\t97\t104",
            "TT-4a.done"
        ),
        "TT-4b.done=98 TT-4b.total=104 TT-4c.done=97 TT-4c.total=104"
    );
    for sum in [
        "Tổng cộng",
        "CỘNG",
        "Cộng",
        "Cộng nhóm I",
        "Tổng cộng (I + II)",
        "Tổng số",
        "Tổng:",
        "Tong cong",
        "Total",
        "TO\u{302}\u{309}NG C\u{1ed8}NG",
    ] {
        let text = format!("Chuẩn hóa\t104\t104\n{sum}\t1\t2\nCông khai\t98\t104");
        assert_eq!(kinds(&text, "TT-4a.done"), [RowKind::Figures, RowKind::Total, RowKind::Figures], "{sum}");
    }
}

#[test]
fn rows_whose_words_look_like_a_heading_keep_their_place_among_figures() {
    for row in [
        "Tỷ lệ TTHC công khai\t\t",
        "Tỷ lệ TTHC công khai\tx\tx",
        "Đã công khai TTHC\tchưa có\tchưa có",
        "Tỷ lệ hồ sơ trễ hạn\t-\t-",
    ] {
        let text = format!("Tỷ lệ TTHC chuẩn hóa\t104\t104\n{row}\nTỷ lệ TTHC đồng bộ\t97\t104");
        assert_eq!(
            filled(&text, "TT-4a.done"),
            "TT-4a.done=104 TT-4a.total=104 TT-4c.done=97 TT-4c.total=104",
            "{row}"
        );
    }
    for first in ["Tỷ lệ TTHC chuẩn hóa\t\t", "Tỷ lệ TTHC chuẩn hóa\tx\tx", "Đã chuẩn hóa\t-\t-"]
    {
        let text = format!("{first}\nTỷ lệ TTHC công khai\t98\t104\nTỷ lệ TTHC đồng bộ\t97\t104");
        assert_eq!(
            filled(&text, "TT-4a.done"),
            "TT-4b.done=98 TT-4b.total=104 TT-4c.done=97 TT-4c.total=104",
            "{first}"
        );
    }
    // The heading of a second page is one.
    assert_eq!(
        filled("Đã làm\tTổng số\n98\t104\nĐã làm\tTổng số\n97\t104", "TT-4a.done"),
        "TT-4a.done=98 TT-4a.total=104 TT-4b.done=97 TT-4b.total=104"
    );
}

#[test]
fn headings_with_numbers_in_them_are_no_figures() {
    let two = "TT-4a.done=98 TT-4a.total=104 TT-4b.done=97 TT-4b.total=104";
    for head in [
        "Số TTHC chuẩn hóa đến 31/12/2023\tSố TTHC trong danh mục 2023",
        "Biểu 01: số liệu năm 2023\t",
        "BIỂU SỐ 2\t\nKỳ báo cáo: 6 tháng 2023\t\nĐã làm\tTổng số",
        "Đã làm\tTổng số\n(1)\t(2)",
        "(1)\t(2)",
    ] {
        assert_eq!(filled(&format!("{head}\n98\t104\n97\t104"), "TT-4a.done"), two, "{head}");
    }
    // Under cells that were merged the numbers of the columns have two headings above them.
    for head in [
        "Nội dung công việc\tKết quả\t\n\tĐã làm\tTổng số\n1\t2\t3",
        "Nội dung công việc\tKết quả\t\n\tĐã làm\tTổng số\n(1)\t(2)\t(3)",
        "Nội dung công việc\tKết quả\t\n\tĐã làm\tTổng số\nA\t1\t2",
    ] {
        let text = format!("{head}\nChuẩn hóa\t98\t104\nCông khai\t97\t104");
        assert_eq!(filled(&text, "TT-4a.done"), two, "{head}");
    }
}

#[test]
fn years_over_columns_are_headings_and_only_the_year_assessed_may_count() {
    for text in [
        "2022\t2023\n98\t104\n97\t104",
        "Năm 2022\tNăm 2023\n98\t104\n97\t104",
        "Mã\t2022\t2023\nTT-4a\t80\t98",
        "Mã\tQuý I\tQuý II\tQuý III\tCả năm\nTT-4a\t1\t2\t3\t4",
    ] {
        assert!(!is_plain(text, "TT-4a.done"), "{text}");
        assert_eq!(filled(text, "TT-4a.done"), "", "{text}");
    }
    let one = "TT-4a.done=98 TT-4a.total=104";
    for head in [
        "Mã\tThực hiện năm 2022\tThực hiện năm 2023\tTổng số",
        "Mã\tThực hiện năm trước\tThực hiện năm nay\tTổng số",
        "Mã\tĐã làm quý III\tĐã làm\tTổng số",
    ] {
        assert_eq!(filled(&format!("{head}\nTT-4a\t80\t98\t104"), "TT-4a.done"), one, "{head}");
    }
    // A figure may be a year's number.
    assert!(is_plain("2022\t2023", "TT-4a.done"));
}

#[test]
fn nobody_chooses_between_two_columns_of_one_meaning() {
    for head in ["Mã\tĐã giao\tĐã làm\tTổng số", "Mã\tSố đã tiếp nhận\tSố đã giải quyết\tTổng số"]
    {
        assert_eq!(
            filled(&format!("{head}\nTT-4a\t104\t98\t104"), "TT-4a.done"),
            "TT-4a.total=104",
            "{head}"
        );
    }
}

#[test]
fn a_total_of_what_was_done_is_what_was_done() {
    for (head, row) in [
        ("Tổng số TTHC đã chuẩn hóa\tTổng số TTHC", "98\t104"),
        ("Tổng số hồ sơ đúng hạn\tTổng số hồ sơ tiếp nhận", "98\t104"),
        ("Tổng\u{b}số\tĐã\u{b}làm", "104\t98"),
        ("Tổng\u{2028}số\tĐã\u{2028}làm", "104\t98"),
    ] {
        let mut figures: Vec<_> =
            filled(&format!("{head}\n{row}"), "TT-4a.done").split(' ').map(str::to_owned).collect();
        figures.sort();
        assert_eq!(figures, ["TT-4a.done=98", "TT-4a.total=104"], "{head:?}");
    }
}

#[test]
fn ids_are_known_in_any_writing_and_then_no_row_goes_by_its_place() {
    let swapped = "TT-4b.done=97 TT-4b.total=104 TT-4a.done=98 TT-4a.total=104";
    for [first, second] in [
        ["TT–4b", "TT–4a"],
        ["TT‑4b", "TT‑4a"],
        ["TT4b", "TT4a"],
        ["TT 4b", "tt 4a"],
        ["TT-4b: công khai", "TT-4a: chuẩn hóa"],
        ["TT-4b – Công khai", "TT-4a – Chuẩn hóa"],
        ["\"TT-4b\nCông khai\"", "\"TT-4a\nChuẩn hóa\""],
        ["b) TTHC công khai đầy đủ trên Cơ sở dữ liệu quốc gia", "a) TTHC được chuẩn hóa (100%)"],
        ["4.2. TTHC công khai đầy đủ trên Cơ sở dữ liệu quốc gia", "4.1. TTHC được chuẩn hóa"],
    ] {
        assert_eq!(filled(&format!("{first}\t97\t104\n{second}\t98\t104"), "TT-3.done"), swapped, "{first}");
    }
    for head in ["TT", "STT", "Ghi chú"] {
        let text = format!("{head}\tĐã làm\tTổng số\nTT-4b\t97\t104\nTT-4a\t98\t104");
        assert_eq!(filled(&text, "TT-3.done"), swapped, "{head}");
    }
    // Of another level.
    assert_eq!(
        filled("TT-6\t11\t12\nTC-3\t13\t14\nTT-1a\t15\t16\nTT-1b\t17\t18\nTT-3\t410\t850", "TC-1.done"),
        "TT-3.done=410 TT-3.total=850"
    );
    assert_eq!(filled("TT-6\t11\t12\nTC-3\t13\t14", "TC-1.done"), "");
    // Side by side.
    assert_eq!(filled("TT-3\t410\t850\tTT-4a\t98\t104", "TT-5.done"), "");
}

#[test]
fn numbers_of_rows_are_asked_about_from_wherever_they_begin() {
    for text in ["5\t98\n6\t97\n7\t96", "1\t98\n2\t97", "5\t98\t104\n6\t97\t104"] {
        assert!(!is_plain(text, "TT-4a.done"), "{text}");
    }
    assert_eq!(
        filled("5\t98\t104\n6\t97\t104", "TT-4a.done"),
        "TT-4a.done=98 TT-4a.total=104 TT-4b.done=97 TT-4b.total=104"
    );
    // What may be left out of the total is never filled unasked.
    for text in ["9\t90\t104", "104\t104\t100", "90\t104\t14"] {
        assert!(!is_plain(text, "TT-5.done"), "{text}");
    }
}

#[test]
fn two_figures_in_one_cell_are_asked_about_and_stay_as_they_were() {
    for text in ["410 850\n98 104\n97 104", "98,104\n97,104", "410\u{a0}850\n98\u{a0}104"] {
        assert!(!is_plain(text, "TT-4a.done"), "{text}");
    }
    assert_eq!(filled("410   850\n98   104", "TT-4a.done"), "TT-4a.done=410   850 TT-4b.done=98   104");
    assert!(is_plain("1.234\t5.678", "TT-4a.done"));
}

#[test]
fn sections_with_their_numeral_in_a_column_of_its_own_take_no_place() {
    let text = "STT\tNội dung công việc\tĐã làm\tTổng số\nI\tCải cách thể chế\t\t\n1\tXây dựng văn bản\t1\t2\n2\tRà soát văn bản\t3\t4\nII\tCải cách thủ tục hành chính\t\t\n1\tThanh toán\t5\t6";
    let three = "TC-1.done=1 TC-1.total=2 TC-2.done=3 TC-2.total=4 TT-2a.done=5 TT-2a.total=6";
    assert_eq!(filled(text, "TC-1.done"), three);
    let sums = text.replace("thể chế\t\t", "thể chế\t4\t6").replace("hành chính\t\t", "hành chính\t5\t6");
    assert_eq!(filled(&sums, "TC-1.done"), three);
}

#[test]
fn the_words_of_fields_say_which_row_is_which_where_nothing_else_does() {
    let text = "Kết quả còn hiệu lực, giá trị sử dụng\t850\nKết quả đã số hóa\t410\nTTHC đã chuẩn hóa\t104";
    assert_eq!(filled(text, "TC-1.done"), "TT-3.total=850 TT-3.done=410 TT-4a.done=104");
    for (head, row) in [
        ("Số TTHC trong danh mục\tSố TTHC được chuẩn hóa", "104\t98"),
        ("Số hồ sơ tiếp nhận\tSố hồ sơ đúng hạn", "104\t98"),
    ] {
        assert_eq!(
            filled(&format!("{head}\n{row}"), "TT-4a.done"),
            "TT-4a.total=104 TT-4a.done=98",
            "{head}"
        );
    }
}
