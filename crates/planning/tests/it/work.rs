//! Việc cần làm: what is to be done, what it brings, and how it is said.

use formats::builtin;
use i18n::Words;
use i18n::sentences::work::{gain, in_figures, next_step, outcome, to_do, value_after};
use planning::{Work, total_gain, work};
use report::{work_csv, work_title};
use scoring::assessment::{Assessment, Task, Unit};
use scoring::scorecard::score;
use scoring::text::Language::{English, Vietnamese};
use serde_json::{Value, json};
use test_support::{answer, area, assess, kind, name, ratio, read_set, scored, set_file, target, with_goal};

const VI: Words = Words(Vietnamese);

/// The work of one target, planned as far as `plan` says.
fn work_of(target: &Value, figures: &str, plan: &str) -> Vec<Work> {
    let set = read_set(&set_file(3, &[area("A", std::slice::from_ref(target))]));
    let mut assessment = assess(&[("T", figures)]);
    let figures = answer(plan).figures;
    assessment.work.insert("T".to_owned(), Task { figures, ..Task::default() });
    work(&scored(&set, &assessment))
}

/// What is said of it: to do | in figures | next step | gain | outcome | value.
fn said(work: &Work, words: Words) -> String {
    let parts = [to_do, in_figures, next_step, gain, outcome, value_after];
    parts.map(|part| part(work, words)).join(" | ")
}

fn things(mut measure: Value) -> Value {
    measure["noun"] = name("việc");
    measure
}

fn toward(measure: Value, compare: &str, goal: &str) -> Value {
    with_goal(target("T", "10", measure, kind("toward_goal")), compare, goal)
}

fn pass(word: &str, compare: &str, goal: &str) -> Value {
    with_goal(target("T", "10", kind(word), kind("pass_fail")), compare, goal)
}

fn steps(measure: Value) -> Value {
    let steps = json!([{"from": "90", "inclusive": false, "points": "2"}, {"from": "50", "inclusive": true, "points": "1"}]);
    target("T", "2", measure, json!({"kind": "steps", "steps": steps}))
}

fn checklist(rule: &str) -> Value {
    let items = ["a", "b", "c"].map(|id| json!({"id": id, "name": name(&format!("Việc {id}"))}));
    target("T", "3", json!({"kind": "checklist", "items": items}), kind(rule))
}

fn choice() -> Value {
    let options = [("a", "Đầy đủ", "100"), ("b", "Một phần", "50"), ("c", "Chưa", "0")];
    let options = options.map(|(id, text, share)| json!({"id": id, "name": name(text), "share": share}));
    target("T", "4", json!({"kind": "choice", "options": options}), kind("by_choice"))
}

fn extra(word: &str) -> Value {
    target("T", "0", things(kind("count")), json!({"kind": word, "points_each": "0.25", "cap": "1"}))
}

fn exceeding() -> Value {
    let mut measure = things(ratio());
    measure["may_exceed"] = json!(true);
    measure
}

#[test]
fn the_work_of_each_rule_is_said_in_the_units_own_counts() {
    for (target, figures, expected) in [
        // 55 % of 850 is 467.5: the first count above it.
        (
            toward(things(ratio()), "at_least", "55"),
            "done=410 total=850",
            "Thêm 58 việc | done: từ 410 lên 468, tính trên 850 |  | +1,230 | lên 10/10 điểm (100%) | 55,059%",
        ),
        (
            toward(things(ratio()), "at_least", "55"),
            "done=410 total=900 excluded=50",
            "Thêm 58 việc | done: từ 410 lên 468, tính trên 850 |  | +1,230 | lên 10/10 điểm (100%) | 55,059%",
        ),
        // 120 % of 40 is 48, where more may be done than there is.
        (
            toward(exceeding(), "at_least", "120"),
            "done=42 total=40",
            "Thêm 6 việc | done: từ 42 lên 48, tính trên 40 |  | +1,250 | lên 10/10 điểm (100%) | 120,000%",
        ),
        (
            toward(kind("percent"), "at_least", "80"),
            "value=79,996",
            "Thêm 0,004 điểm phần trăm | Tỷ lệ %: từ 79,996% lên 80% |  | +0,001 | lên 10/10 điểm (100%) | 80,000%",
        ),
        (
            toward(things(kind("count")), "more_than", "4"),
            "value=4",
            "Thêm 1 việc | Số lượng: từ 4 lên 5 |  | +0,001 | lên 10/10 điểm (100%) | 5",
        ),
        (
            target("T", "4", ratio(), kind("proportional")),
            "done=1.200 total=4.800",
            "Thêm 3.600 | done: từ 1.200 lên 4.800, tính trên 4.800 |  | +3,000 | lên 4/4 điểm (100%) | 100,000%",
        ),
        (
            steps(things(ratio())),
            "done=10 total=100",
            "Thêm 81 việc | done: từ 10 lên 91, tính trên 100 | Trước mắt thêm 40 việc: +1 điểm | +2,000 | lên 2/2 điểm (100%) | 91,000%",
        ),
        (
            steps(things(ratio())),
            "done=50 total=100",
            "Thêm 41 việc | done: từ 50 lên 91, tính trên 100 |  | +1,000 | lên 2/2 điểm (100%) | 91,000%",
        ),
        (
            pass("count", "at_most", "3"),
            "value=5",
            "Giảm 2 | Số lượng: từ 5 xuống 3 |  | +10,000 | lên 10/10 điểm (100%) | 3",
        ),
        (
            pass("percent", "at_most", "20"),
            "value=25",
            "Giảm 5 điểm phần trăm | Tỷ lệ %: từ 25% xuống 20% |  | +10,000 | lên 10/10 điểm (100%) | 20,000%",
        ),
        (
            pass("rank", "at_most", "10"),
            "value=17",
            "Lên 7 bậc | Từ hạng 17 lên hạng 10 |  | +10,000 | lên 10/10 điểm (100%) | hạng 10",
        ),
        (
            target("T", "1", kind("yes_no"), kind("pass_fail")),
            "value=no",
            "Thực hiện việc này | Đã thực hiện |  | +1,000 | lên 1/1 điểm (100%) | Có",
        ),
        (
            target("T", "2", things(kind("count")), json!({"kind": "per_item", "points_each": "0.3"})),
            "value=2",
            "Thêm 5 việc | Số lượng: từ 2 lên 7 |  | +1,400 | lên 2/2 điểm (100%) | 7",
        ),
        (
            checklist("share_of_items"),
            "a=no b=yes c=no",
            "Làm thêm 2 việc | Việc a; Việc c |  | +2,000 | lên 3/3 điểm (100%) | 3/3 việc",
        ),
        (
            checklist("all_or_nothing"),
            "a=yes b=yes c=no",
            "Làm thêm 1 việc | Việc c |  | +3,000 | lên 3/3 điểm (100%) | 3/3 việc",
        ),
        (choice(), "value=b", "Đạt mức “Đầy đủ” |  |  | +2,000 | lên 4/4 điểm (100%) | Đầy đủ"),
        (
            target("T", "4", kind("given"), kind("as_given")),
            "value=1,5",
            "Điểm do nơi khác cho, đơn vị không tự thay đổi được |  |  | +2,500 | nhiều nhất 4 điểm | ",
        ),
        (
            target("T", "4", kind("given"), kind("as_given")),
            "",
            "Chờ nơi có thẩm quyền cho điểm |  |  | +4,000 | nhiều nhất 4 điểm | ",
        ),
        (
            toward(ratio(), "at_least", "55"),
            "total=850",
            "Nhập số liệu trước |  |  | +10,000 | nhiều nhất 10 điểm | ",
        ),
        (
            toward(ratio(), "at_least", "55"),
            "done=900 total=850",
            "Sửa số liệu chưa hợp lệ trước |  |  | +10,000 | nhiều nhất 10 điểm | ",
        ),
        (extra("penalty"), "value=3", "Giảm 3 việc | Số lượng: từ 3 xuống 0 |  | +0,750 | lên 0 điểm | 0"),
    ] {
        let all = work_of(&target, figures, "");
        assert_eq!(
            all.iter().map(|work| said(work, VI)).collect::<Vec<_>>(),
            [expected],
            "{figures} with {target}"
        );
    }
}

#[test]
fn nothing_is_to_be_done_where_all_is_earned_or_nothing_arises() {
    for (target, figures) in [
        (toward(ratio(), "at_least", "55"), "done=468 total=850"),
        (toward(ratio(), "at_least", "55"), "done=1 total=850 not_applicable=lý_do"),
        (extra("penalty"), ""),
        (extra("penalty"), "value=0"),
        (extra("bonus"), ""),
        (extra("bonus"), "value=1"),
        // Nothing is more than all: the points that are missing can't be earned by anybody.
        (pass("percent", "more_than", "100"), "value=100"),
    ] {
        assert_eq!(work_of(&target, figures, ""), [], "{figures} with {target}");
    }
}

#[test]
fn a_plan_says_how_far_until_it_is_reached() {
    let ratio = || toward(things(ratio()), "at_least", "55");
    for (target, figures, plan, planned, expected) in [
        (
            ratio(),
            "done=410 total=850",
            "done=450",
            true,
            "Thêm 40 việc | done: từ 410 lên 450, tính trên 850 |  | +0,856 | lên 9,626/10 điểm (96,3%) | 52,941%",
        ),
        (
            ratio(),
            "total=850",
            "done=450",
            true,
            "Thêm 450 việc | done: từ 0 lên 450, tính trên 850 |  | +9,626 | lên 9,626/10 điểm (96,3%) | 52,941%",
        ),
        (
            ratio(),
            "done=450 total=850",
            "done=450",
            false,
            "Thêm 18 việc | done: từ 450 lên 468, tính trên 850 |  | +0,374 | lên 10/10 điểm (100%) | 55,059%",
        ),
        // The whole has become smaller than the plan: it can't be what is meant any more.
        (ratio(), "done=410 total=440", "done=450", false, ""),
        (
            checklist("share_of_items"),
            "a=yes b=no c=no",
            "a=yes b=yes c=no",
            true,
            "Làm thêm 1 việc | Việc b |  | +1,000 | lên 2/3 điểm (66,7%) | 2/3 việc",
        ),
        (
            extra("bonus"),
            "value=1",
            "value=3",
            true,
            "Thêm 2 việc | Số lượng: từ 1 lên 3 |  | +0,500 | lên 0,75 điểm | 3",
        ),
    ] {
        let all = work_of(&target, figures, plan);
        let all: Vec<_> = all.iter().map(|work| (work.planned, said(work, VI))).collect();
        let expected: Vec<_> =
            Some((planned, expected.to_owned())).filter(|(_, said)| !said.is_empty()).into_iter().collect();
        assert_eq!(all, expected, "{figures} planned {plan}");
    }
}

#[test]
fn a_commune_sees_what_brings_the_most_first() {
    let set = builtin::load().unwrap().set;
    let answers = [
        ("TC-1", "done=6 total=6"),
        ("TC-2", "done=3 total=4"),
        ("TT-2a", "done=1 total=10"),
        ("TT-3", "done=410 total=850"),
        ("TT-4a", "done=103 total=104"),
        ("TT-4b", "done=0 total=104"),
        ("TT-4c", "done=0 total=104"),
        ("TT-5", "done=9 total=8"),
    ];
    let assessment = Assessment {
        unit: Unit { level: "commune".to_owned(), ..Unit::default() },
        year: 2023,
        answers: answers.iter().map(|(id, figures)| ((*id).to_owned(), answer(figures).into())).collect(),
        ..Assessment::default()
    };
    let card = score(&set, &assessment);
    let all = work(&scored(&set, &assessment));
    let lines: Vec<_> = all
        .iter()
        .map(|work| format!("{} {} {}", &*work.score.target.id, work.gain, to_do(work, VI)))
        .collect();
    let expected = [
        "TT-2b 5.000 Nhập số liệu trước",
        "TT-5 5.000 Sửa số liệu chưa hợp lệ trước",
        "TT-2a 4.375 Thêm 7 thủ tục",
        "TT-4b 3.000 Thêm 104 thủ tục",
        "TT-4c 3.000 Thêm 104 thủ tục",
        "TC-2 2.500 Thêm 1 văn bản",
        "TT-3 1.230 Thêm 58 kết quả",
        "TT-4a 0.038 Thêm 1 thủ tục",
    ];
    assert_eq!(lines, expected);
    assert_eq!(total_gain(&all), card.totals.max - card.totals.points);
    let english: Vec<_> = all.iter().map(|work| to_do(work, Words(English))).collect();
    assert_eq!(english[6], "58 more results");
}

#[test]
fn the_plan_is_a_table_for_excel_in_which_nothing_calculates() {
    let set = read_set(&set_file(
        3,
        &[area(
            "A",
            &[
                toward(things(ratio()), "at_least", "55"),
                with_goal(target("-2", "1.5", kind("rank"), kind("pass_fail")), "at_most", "10"),
            ],
        )],
    ));
    let mut assessment = assess(&[("T", "done=410 total=850"), ("-2", "value=17")]);
    let task = |who: &str, by: &str| Task { who: who.to_owned(), by: by.to_owned(), ..Task::default() };
    assessment.work.insert("T".to_owned(), task("=HYPERLINK(\"x\")", "trước 20/12; hoặc\nsớm hơn"));
    let all = work(&scored(&set, &assessment));
    let expected = [
        "\u{feff}STT;Mã chỉ tiêu;Chỉ tiêu;Việc cần làm;Số liệu;Điểm hiện tại;Điểm tăng thêm;Điểm sau khi làm;Điểm tối đa;Kết quả đạt được;Người thực hiện;Thời hạn",
        "1;\"'-2\";\"'-2\";Lên 7 bậc;Từ hạng 17 lên hạng 10;0,000;1,500;1,500;1,500;hạng 10;;",
        "2;T;T;Thêm 58 việc;\"done: từ 410 lên 468, tính trên 850\";8,770;1,230;10,000;10,000;\"55,059%\";\"'=HYPERLINK(\"\"x\"\")\";\"trước 20/12; hoặc\nsớm hơn\"",
        ";;Tổng cộng;;;;2,730;;;;;",
        "",
    ];
    assert_eq!(work_csv(&all, false), expected.join("\r\n"));
    assert_eq!(work_title(), "Việc cần làm");
    assert_eq!((all[1].who.as_str(), all[0].by.as_str()), ("=HYPERLINK(\"x\")", ""));
}
