//! What a plan asks for, in words.

use i18n::{Words, sentences};
use planning::Trajectory;
use scoring::exact::Exact;
use scoring::scorecard::score;
use scoring::text::Language;
use serde_json::{Value, json};
use test_support::{area, assess, kind, name, ratio, read_set, set_file, target, with_goal};

const VIETNAMESE: Words = Words(Language::Vietnamese);

/// The work from what is entered to the best that a target can do, and the figure needed as programs read it.
fn work(target: &Value, entered: &str) -> [String; 2] {
    let set = read_set(&set_file(3, &[area("area", std::slice::from_ref(target))]));
    let before = assess(&[("T", entered)]);
    let (card, answer) = (score(&set, &before), &before.answers["T"]);
    let real = card.target("T").unwrap();
    let trajectory = Trajectory::of(real, answer, set.decimals).unwrap();
    let best = trajectory.position_for(trajectory.points_at(trajectory.last())).unwrap();
    let mut after = before.clone();
    after.answers.insert("T".to_owned(), trajectory.answer_at(best).into());
    let after = score(&set, &after);
    let then = after.target("T").unwrap();
    let sentence = sentences::work(real, then, Some(answer), &trajectory.figures_at(best), VIETNAMESE);
    [sentence, sentences::plain_figure(then)]
}

#[test]
fn work_is_said_in_the_counts_of_the_unit() {
    let counted = |word: &str| json!({"kind": word, "value": name("Số vụ"), "noun": name("vụ")});
    let checklist = json!({"kind": "checklist", "items": [{"id": "a", "name": name("A")}, {"id": "b", "name": name("B")}, {"id": "c", "name": name("C")}]});
    let choice = json!({"kind": "choice", "options": [{"id": "x", "name": name("Chưa"), "share": "0"}, {"id": "y", "name": name("Đủ"), "share": "100"}]});
    let penalty = json!({"kind": "penalty", "points_each": "0.5", "cap": "2"});
    let to = |goal: &str, measure: Value| {
        with_goal(target("T", "10", measure, kind("toward_goal")), "at_least", goal)
    };
    for (target, entered, sentence, figure) in [
        (to("80", ratio()), "done=40 total=96", "done: từ 40 lên 77 (thêm 37 đơn vị)", "77"),
        (to("80", ratio()), "total=96", "done: nhập 77", "77"),
        (to("1500", counted("count")), "value=1200", "Số vụ: từ 1.200 lên 1.500 (thêm 300 vụ)", "1500"),
        (to("55.5", kind("percent")), "value=40,5", "Tỷ lệ %: từ 40,5% đến 55,5%", "55.5"),
        (target("T", "0", counted("count"), penalty), "value=3", "Số vụ: từ 3 xuống 0 (bớt 3 vụ)", "0"),
        (target("T", "6", checklist, kind("share_of_items")), "a=no b=yes c=no", "Làm thêm: A; C", "3"),
        (target("T", "6", choice, kind("by_choice")), "value=x", "Chuyển từ “Chưa” sang “Đủ”", "y"),
        (target("T", "6", kind("yes_no"), kind("pass_fail")), "value=no", "Làm xong việc này", "yes"),
    ] {
        assert_eq!(work(&target, entered), [sentence, figure], "{entered}");
    }
}

#[test]
fn a_cost_is_said_short_and_never_as_none_where_there_is_one() {
    for (upper, lower, said) in
        [(0, 1, "0"), (1, 2, "0,5"), (2, 3, "0,667"), (1, 3_000_000, "0,0000003"), (1200, 1, "1.200")]
    {
        assert_eq!(sentences::cost(Exact::new(upper, lower).unwrap(), VIETNAMESE), said);
    }
}
