//! The work still needed, in the words of each measure.

use planning::Gap::{Fewer, Items, More, PercentagePoints, Places, Points, Undone};
use planning::{Gap, gap};
use scoring::exact::Exact;
use scoring::points;
use scoring::scorecard::score;
use serde_json::{Value, json};
use test_support::{area, assess, kind, name, ratio, read_set, set_file, target, with_goal};

fn gap_of(target: &Value, figures: &str) -> Option<Gap> {
    let set = read_set(&set_file(3, &[area("A", std::slice::from_ref(target))]));
    let card = score(&set, &assess(&[("T", figures)]));
    gap(card.target("T").unwrap())
}

#[test]
fn the_gap_is_told_in_the_units_own_counts() {
    let toward = |measure: Value, compare: &str, goal: &str| {
        with_goal(target("T", "10", measure, kind("toward_goal")), compare, goal)
    };
    let pass = |word: &str, compare: &str, goal: &str| {
        with_goal(target("T", "10", kind(word), kind("pass_fail")), compare, goal)
    };
    let checklist = json!({"kind": "checklist", "items": [{"id": "a", "name": name("a")},
                                                          {"id": "b", "name": name("b")}]});
    let points = |thousandths| Points(points::Points::from_thousandths(thousandths));
    for (target, figures, expected) in [
        // 55 % of 850 is 467.5.
        (toward(ratio(), "at_least", "55"), "done=410 total=850", Some(More(58))),
        (toward(ratio(), "at_least", "55"), "done=410 total=900 excluded=50", Some(More(58))),
        (toward(ratio(), "at_least", "55"), "done=468 total=850", None),
        (toward(ratio(), "at_least", "50"), "done=424 total=850", Some(More(1))),
        (toward(ratio(), "more_than", "50"), "done=425 total=850", Some(More(1))),
        (toward(kind("count"), "at_least", "12.5"), "value=12", Some(More(1))),
        (toward(kind("count"), "more_than", "4"), "value=4", Some(More(1))),
        (pass("count", "at_most", "3"), "value=5", Some(Fewer(2))),
        (pass("count", "less_than", "3"), "value=5", Some(Fewer(3))),
        (pass("count", "less_than", "3.5"), "value=4", Some(Fewer(1))),
        (pass("rank", "at_most", "10"), "value=17", Some(Places(7))),
        (
            pass("percent", "at_least", "80"),
            "value=79,996",
            Some(PercentagePoints(Exact::new(4, 1000).unwrap())),
        ),
        (pass("percent", "at_most", "20"), "value=25", Some(PercentagePoints(Exact::whole(5)))),
        (target("T", "1", kind("yes_no"), kind("pass_fail")), "value=no", Some(Undone)),
        (target("T", "1", checklist.clone(), kind("share_of_items")), "a=yes b=no", Some(Items(1))),
        (target("T", "1", checklist, kind("all_or_nothing")), "a=yes b=yes", None),
        (target("T", "4", ratio(), kind("proportional")), "done=3 total=4", Some(points(1000))),
        (target("T", "4", kind("given"), kind("as_given")), "value=1,5", Some(points(2500))),
        (target("T", "4", kind("given"), kind("as_given")), "", None),
        (target("T", "4", ratio(), kind("proportional")), "done=5 total=4", None),
    ] {
        assert_eq!(gap_of(&target, figures), expected, "{figures} with {target}");
    }
}

#[test]
fn penalties_and_bonuses_have_no_gap() {
    for word in ["penalty", "bonus"] {
        let extra = target("T", "0", kind("count"), json!({"kind": word, "points_each": "0.25", "cap": "1"}));
        assert_eq!(gap_of(&extra, "value=2"), None, "{word}");
    }
}
