//! The report as text for each level, and that nothing typed is cut, interpreted or counted otherwise than the scorecard does.

use std::fmt::Write as _;
use std::rc::Rc;
use test_support::scored;

use expect_test::expect_file;
use formats::builtin;
use i18n::exports::export_text;
use i18n::numbers::{points, short_points};
use report::{BlockKind, COLUMNS, Report, RowKind, missing_items, report};
use scoring::assessment::{Assessment, PeriodKind};
use scoring::points::Points;
use scoring::scorecard::{Scorecard, score};
use scoring::target_set::TargetSet;
use scoring::text::Language;
use test_support::units::{commune, department, district, province};

fn built_in() -> TargetSet {
    builtin::load().unwrap().set
}

fn made(assessment: &Assessment) -> (Report, Scorecard) {
    let set = built_in();
    let card = score(&set, assessment);
    (report(&scored(&set, assessment)), card)
}

/// The report as a reader would type it off the paper.
fn text(report: &Report) -> String {
    let head = &report.letterhead;
    let mut text = String::new();
    let mut line = |line: &str| writeln!(text, "{line}").unwrap();
    for each in [&head.superior, &head.issuer.join(" / "), &head.number] {
        line(each);
    }
    for each in [
        head.nation,
        head.motto,
        &head.place_and_date,
        "",
        head.kind,
        &report.subject,
        "",
        &report.addressee,
        "",
    ] {
        line(each);
    }
    for block in &report.body {
        line(&match block.kind {
            BlockKind::Basis | BlockKind::Remark => format!("_{}_", block.text),
            BlockKind::Heading => format!("*{}*", block.text),
            BlockKind::Text | BlockKind::Lead | BlockKind::Item => block.text.clone(),
        });
    }
    line(&report.closing);
    line("");
    line(head.recipients);
    report.recipients.iter().for_each(|each| line(each));
    line(head.on_behalf.unwrap_or("(not on behalf)"));
    line(head.signer);
    for each in ["", report.annex.head, &report.annex.title, &report.annex.belongs_to, ""] {
        line(each);
    }
    line(&COLUMNS.map(|column| export_text(column.title)).join(" | "));
    for row in &report.annex.rows {
        line(&row.cells.each_ref().map(|lines| lines.join(" / ")).join(" | "));
    }
    text
}

#[test]
fn the_report_of_each_level_reads_as_checked_by_hand() {
    for (name, assessment) in [
        ("commune", commune()),
        ("department", department()),
        ("district", district()),
        ("province", province()),
    ] {
        let golden = expect_file![format!("golden/{name}.txt")];
        golden.assert_eq(&text(&made(&assessment).0));
    }
}

#[test]
fn every_sum_is_the_scorecards() {
    for assessment in [commune(), department(), district(), province(), Assessment::default()] {
        let (report, card) = made(&assessment);
        let shown = |value: Points| points(value, Language::Vietnamese);
        let rows = |kind| report.annex.rows.iter().filter(move |row| row.kind == kind);
        for (row, area) in rows(RowKind::Area).zip(&card.areas) {
            assert_eq!(row.cells[7], [shown(area.totals.points)]);
            assert_eq!(row.cells[3], [short_points(area.totals.max, Language::Vietnamese)]);
        }
        assert_eq!(rows(RowKind::Area).count(), card.areas.len());
        assert_eq!(rows(RowKind::Target).count(), card.totals.targets);
        let total: Vec<_> = rows(RowKind::Total).collect();
        assert_eq!(total.len(), 1);
        assert_eq!(total[0].cells[7], [shown(card.totals.points)]);
        for (row, score) in rows(RowKind::Target).zip(card.targets()) {
            assert_eq!(row.cells[0], [score.target.id.to_string()]);
            assert_eq!(row.cells[7], [score.points().map_or("–".to_owned(), shown)]);
        }
        let printed: i64 = rows(RowKind::Target)
            .filter_map(|row| row.cells[7][0].replace([',', '.'], "").replace('−', "-").parse::<i64>().ok())
            .sum();
        assert_eq!(printed, card.totals.points.thousandths(), "what is printed adds up");
    }
}

#[test]
fn what_was_typed_stands_in_the_report_in_full_and_as_text() {
    let long = (0..400).map(|n| format!("từ {n} <b>&\"' ")).collect::<Vec<_>>().concat();
    let mut assessment = commune();
    for (id, answer) in &mut assessment.answers {
        Rc::make_mut(answer).note = format!("{id}: {long}\n- dòng thứ hai của {id}\n\n=1+1");
    }
    assessment.narrative.difficulties = "=HYPERLINK(\"x\")\r\ndòng hai".to_owned();
    assessment.narrative.proposals = "{unit} {n} </w:t>".to_owned();
    let all = text(&made(&assessment).0);
    for id in assessment.answers.keys() {
        assert!(all.contains(&format!("{id}: {}", long.trim_end())), "the note of {id}");
        assert!(all.contains(&format!("- dòng thứ hai của {id}")));
    }
    for typed in ["=HYPERLINK(\"x\")", "dòng hai", "{unit} {n} </w:t>"] {
        assert!(all.contains(typed), "{typed}");
    }
}

/// What the text says of a target: the lines from the one that names it up to the next list or part.
fn explained(report: &Report, id: &str) -> Vec<String> {
    let of_target = |text: &str| text.starts_with(&format!("- Chỉ tiêu {id} ("));
    let lines = report.body.iter().skip_while(|block| !of_target(&block.text));
    let more = |block: &&report::Block| of_target(&block.text) || block.kind == BlockKind::Text;
    lines.take_while(more).map(|block| block.text.clone()).collect()
}

fn in_annex<'a>(report: &'a Report, id: &str) -> &'a [String] {
    let row = report.annex.rows.iter().find(|row| row.kind == RowKind::Target && row.cells[0] == [id]);
    &row.unwrap().cells[8]
}

#[test]
fn a_note_too_long_for_the_annex_stands_in_the_text_and_the_annex_points_there() {
    for (letters, in_text) in [(240, false), (241, true)] {
        let note = "ộ".repeat(letters);
        let mut assessment = commune();
        Rc::make_mut(assessment.answers.get_mut("TC-1").unwrap()).note.clone_from(&note);
        let (report, _) = made(&assessment);
        let said = explained(&report, "TC-1");
        assert_eq!(said.iter().any(|line| line.contains(&note)), in_text, "{said:?}");
        let pointed = "Xem mục 2 của báo cáo";
        assert_eq!(in_annex(&report, "TC-1"), [if in_text { pointed } else { note.as_str() }]);
    }
}

#[test]
fn a_document_of_which_nothing_was_typed_is_no_evidence() {
    let mut assessment = commune();
    assert_eq!(explained(&made(&assessment).0, "TC-1"), [""; 0]);
    let answer = Rc::make_mut(assessment.answers.get_mut("TC-1").unwrap());
    answer.evidence = vec![scoring::assessment::Evidence::default()];
    assert!(explained(&made(&assessment).0, "TC-1")[0].ends_with("chưa có giải trình."));
}

#[test]
fn hidden_characters_are_shown_and_cannot_turn_the_text() {
    let mut assessment = commune();
    assessment.unit.name = "UBND xã\u{202e} Phú Mậu\u{0}".to_owned();
    assessment.narrative.proposals = "a\u{200b}b\u{b}c".to_owned();
    let all = text(&made(&assessment).0);
    assert!(all.contains("xã\u{fffd} Phú Mậu\u{fffd}") && all.contains("a\u{fffd}b\u{fffd}c"));
    assert!(!all.chars().any(|c| scoring::invisible_chars::is_invisible(c) && c != '\n'));
}

#[test]
fn what_the_unit_wrote_takes_the_place_of_the_usual_words() {
    let mut assessment = commune();
    let (usual, _) = made(&assessment);
    assert_eq!(usual.recipients, ["- Như trên;", "- Lưu: VT."]);
    assert!(usual.body[0].text.starts_with("Căn cứ Chương trình 196/CTr-UBND ngày 19 tháng 5 năm 2022"));
    assessment.narrative.basis = "Căn cứ A;\nCăn cứ B.".to_owned();
    assessment.narrative.recipients = "- Sở Nội vụ;\n- Lưu: VT, VP.".to_owned();
    let (own, _) = made(&assessment);
    let basis: Vec<_> =
        own.body.iter().filter(|block| block.kind == BlockKind::Basis).map(|block| &block.text).collect();
    assert_eq!(basis, ["Căn cứ A;", "Căn cứ B."]);
    assert_eq!(own.recipients, ["- Sở Nội vụ;", "- Lưu: VT, VP."]);
    assessment.narrative.basis = " \n ".to_owned();
    assert_eq!(made(&assessment).0.body[0], usual.body[0], "blank lines are no basis");
}

#[test]
fn the_period_is_named_and_a_later_day_dates_the_report() {
    for (kind, phrase) in [
        (PeriodKind::Year, "Kết quả tự đánh giá, chấm điểm năm 2023 theo"),
        (PeriodKind::FirstQuarter, "chấm điểm quý I năm 2023 theo"),
        (PeriodKind::FirstHalf, "chấm điểm 6 tháng đầu năm 2023 theo"),
        (PeriodKind::NineMonths, "chấm điểm 9 tháng đầu năm 2023 theo"),
    ] {
        let mut assessment = commune();
        assessment.period.kind = kind;
        assert!(made(&assessment).0.subject.contains(phrase), "{phrase}");
    }
    let mut assessment = commune();
    for (as_of, year) in [("", "2023"), ("2023-12-01", "2023"), ("2024-01-15", "2024"), ("hôm nay", "2023")]
    {
        assessment.period.as_of = as_of.to_owned();
        assert!(made(&assessment).0.letterhead.place_and_date.ends_with(&format!("năm {year}")), "{as_of}");
    }
}

#[test]
fn who_signs_follows_the_level_and_elsewhere_the_name() {
    for (level, name, on_behalf, signer) in [
        ("commune", "UBND xã Phú Mậu", true, "CHỦ TỊCH"),
        ("district", "UBND thành phố Huế", true, "CHỦ TỊCH"),
        ("province", "UBND tỉnh Thừa Thiên Huế", true, "CHỦ TỊCH"),
        ("department", "Sở Xây dựng", false, "GIÁM ĐỐC"),
        ("department", "Thanh tra tỉnh", false, "CHÁNH THANH TRA"),
        ("department", "Văn phòng UBND tỉnh", false, "CHÁNH VĂN PHÒNG"),
        ("department", "Ban Quản lý Khu kinh tế, công nghiệp tỉnh", false, "TRƯỞNG BAN"),
        ("department", "", false, "GIÁM ĐỐC"),
        ("ward", "UBND phường Thuận Hóa", true, "CHỦ TỊCH"),
        ("agency", "Trung tâm Phục vụ hành chính công", false, "THỦ TRƯỞNG ĐƠN VỊ"),
    ] {
        let mut assessment = commune();
        (assessment.unit.level, assessment.unit.name) = (level.to_owned(), name.to_owned());
        let head = made(&assessment).0.letterhead;
        assert_eq!((head.on_behalf.is_some(), head.signer), (on_behalf, signer), "{level} {name}");
        assert_eq!(head.number.ends_with("BC-UBND"), on_behalf, "{level} {name}");
    }
}

#[test]
fn what_is_missing_is_told_before_the_report_is_sent() {
    let set = built_in();
    let of = |assessment: &Assessment| missing_items(&scored(&set, assessment));
    let mut assessment = commune();
    assessment.unit.place.clear();
    let found = of(&assessment);
    assert_eq!(found.heading, ["place"]);
    assert_eq!(found.empty.iter().map(|id| &**id).collect::<Vec<_>>(), ["TT-5"]);
    assert!(found.invalid.is_empty());
    assert_eq!(found.unexplained.iter().map(|id| &**id).collect::<Vec<_>>(), ["TC-2"]);
    let whole = of(&department());
    assert!(whole.is_none(), "{whole:?}");
    assert_eq!(of(&province()).heading, [""; 0], "nobody stands above the province");
}
