//! One table a rule: what figures earn, with every edge on both its sides.
//!
//! A row is the figures entered and what comes of them: "value met points", or "state problem points".

use serde_json::{Value, json};
use test_support::{check, kind, name, ratio, target, with_goal};

fn steps(max: &str, measure: Value, steps: Value) -> Value {
    target("T", max, measure, json!({"kind": "steps", "steps": steps}))
}

#[test]
fn steps_by_share_over_90_then_from_70_to_90_then_less() {
    // "trên 90%": 2; "từ 70% - 90%": 1; "dưới 70%": 0.
    let open_then_closed = json!([
        {"from": "90", "inclusive": false, "points": "2"},
        {"from": "70", "inclusive": true, "points": "1"},
    ]);
    check(
        3,
        &steps("2", ratio(), open_then_closed.clone()),
        &[
            ("done=10 total=10", "100.000 true 2.000"),
            ("done=901 total=1000", "90.100 true 2.000"),
            ("done=900000000000000001 total=999999999999999999", "90.000 true 2.000"),
            ("done=90 total=100", "90.000 false 1.000"),
            ("done=9 total=20 excluded=10", "90.000 false 1.000"),
            ("done=70 total=100", "70.000 false 1.000"),
            ("done=69 total=99", "69.697 false 0.000"),
            ("done=0 total=7", "0.000 false 0.000"),
            ("done=0 total=0", "invalid nothing_arises -"),
            ("done=8 total=7", "invalid done_over_total -"),
            ("done=1 total=0", "invalid total_zero -"),
            ("done=1 total=7 excluded=8", "invalid excluded_over_total -"),
            ("done=1", "empty - -"),
            ("done=x", "invalid not_a_number -"),
        ],
    );
    check(
        0,
        &steps("2", kind("percent"), open_then_closed),
        &[
            ("value=90,000000000000000001", "90.000 true 2.000"),
            ("value=90%", "90.000 false 1.000"),
            ("value=89.999999999999999999", "90.000 false 1.000"),
            ("value=70,0", "70.000 false 1.000"),
            ("value=69,9", "69.900 false 0.000"),
            ("value=100,1", "invalid over_100 -"),
        ],
    );
}

/// A ratio of which more can be done than the whole.
fn exceeding() -> Value {
    let mut measure = ratio();
    measure["may_exceed"] = json!(true);
    measure
}

#[test]
fn more_than_all_is_no_fault_where_it_may_be() {
    let toward = |goal| with_goal(target("T", "10", exceeding(), kind("toward_goal")), "at_least", goal);
    check(
        3,
        &toward("100"),
        &[
            ("done=42 total=40", "105.000 true 10.000"),
            ("done=42 total=50 excluded=10", "105.000 true 10.000"),
            ("done=40 total=40", "100.000 true 10.000"),
            ("done=20 total=40", "50.000 false 5.000"),
            ("done=1 total=0", "invalid total_zero -"),
            ("done=1 total=7 excluded=8", "invalid excluded_over_total -"),
        ],
    );
    check(
        3,
        &toward("120"),
        &[
            ("done=48 total=40", "120.000 true 10.000"),
            ("done=42 total=40", "105.000 false 8.750"),
            ("done=40 total=40", "100.000 false 8.333"),
        ],
    );
    check(
        3,
        &target("T", "10", exceeding(), kind("proportional")),
        &[("done=42 total=40", "105.000 true 10.000"), ("done=39 total=40", "97.500 false 9.750")],
    );
    let beyond = json!([{"from": "110", "points": "3"}, {"from": "100", "points": "2"}]);
    check(
        0,
        &steps("3", exceeding(), beyond),
        &[
            ("done=11 total=10", "110.000 true 3.000"),
            ("done=109 total=100", "109.000 false 2.000"),
            ("done=99 total=100", "99.000 false 0.000"),
        ],
    );
}

#[test]
fn steps_by_count_of_meetings_in_the_year() {
    let meetings = json!([
        {"from": "4", "points": "20"},
        {"from": "3", "points": "15"},
        {"from": "2", "points": "10"},
        {"from": "1", "points": "5"},
    ]);
    check(
        0,
        &steps("20", kind("count"), meetings),
        &[
            ("value=5", "5 true 20.000"),
            ("value=4", "4 true 20.000"),
            ("value=3", "3 false 15.000"),
            ("value=2", "2 false 10.000"),
            ("value=1", "1 false 5.000"),
            ("value=0", "0 false 0.000"),
            ("value=1,5", "invalid fraction -"),
            ("value=-1", "invalid negative -"),
        ],
    );
}

#[test]
fn steps_with_a_goal_are_met_by_the_goal_and_not_by_the_points() {
    let rule = steps("2", kind("percent"), json!([{"from": "70", "points": "2"}]));
    check(
        3,
        &with_goal(rule, "at_least", "80"),
        &[("value=79,9999", "79.9999 false 2.000"), ("value=80", "80.000 true 2.000")],
    );
}

#[test]
fn pass_or_fail_at_the_goal_as_its_word_says() {
    let passes = |compare: &str, goal: &str, measure: &str| {
        with_goal(target("T", "1", kind(measure), kind("pass_fail")), compare, goal)
    };
    check(
        3,
        &passes("at_least", "80", "percent"),
        &[("value=79.996", "79.996 false 0.000"), ("value=80", "80.000 true 1.000")],
    );
    check(
        3,
        &passes("more_than", "80", "percent"),
        &[("value=80", "80.000 false 0.000"), ("value=80.0001", "80.000 true 1.000")],
    );
    check(
        3,
        &passes("at_most", "20", "percent"),
        &[("value=20", "20.000 true 1.000"), ("value=20.0001", "20.0001 false 0.000")],
    );
    check(
        3,
        &passes("less_than", "3", "count"),
        &[("value=2", "2 true 1.000"), ("value=3", "3 false 0.000")],
    );
    check(
        3,
        &passes("at_most", "10", "rank"),
        &[
            ("value=1", "1 true 1.000"),
            ("value=10", "10 true 1.000"),
            ("value=11", "11 false 0.000"),
            ("value=0", "invalid rank_below_1 -"),
        ],
    );
    check(
        3,
        &target("T", "1", kind("yes_no"), kind("pass_fail")),
        &[
            ("value=yes", "yes true 1.000"),
            ("value=no", "no false 0.000"),
            ("value=", "empty - -"),
            ("value=có", "invalid unknown_option -"),
        ],
    );
}

fn checklist(count: usize) -> Value {
    let items: Vec<_> = (1..=count).map(|n| json!({"id": format!("i{n}"), "name": name("item")})).collect();
    json!({"kind": "checklist", "items": items})
}

#[test]
fn all_or_nothing_of_tasks_named_and_funds() {
    check(
        0,
        &target("T", "1", checklist(2), kind("all_or_nothing")),
        &[
            ("i1=yes i2=yes", "2 true 1.000"),
            ("i1=yes i2=no", "1 false 0.000"),
            ("i1=no i2=no", "0 false 0.000"),
            ("i1=yes", "empty - -"),
            ("i1=yes i2=?", "invalid unknown_option -"),
        ],
    );
}

#[test]
fn every_item_of_a_checklist_earns_the_same_share() {
    check(
        3,
        &target("T", "10", checklist(3), kind("share_of_items")),
        &[
            ("i1=yes i2=yes i3=yes", "3 true 10.000"),
            ("i1=yes i2=no i3=yes", "2 false 6.667"),
            ("i1=no i2=no i3=yes", "1 false 3.333"),
            ("i1=no i2=no i3=no", "0 false 0.000"),
        ],
    );
}

#[test]
fn proportional_from_its_floor_and_never_full_marks_short_of_a_hundred() {
    let plain = target("T", "3", ratio(), kind("proportional"));
    check(
        3,
        &plain,
        &[
            ("done=9999999 total=10000000", "100.000 false 2.999"),
            ("done=999999999999999998 total=999999999999999999", "100.000 false 2.999"),
            ("done=10000000 total=10000000", "100.000 true 3.000"),
            ("done=1 total=3", "33.333 false 1.000"),
            ("done=2 total=3", "66.667 false 2.000"),
            ("done=0 total=3", "0.000 false 0.000"),
        ],
    );
    check(
        3,
        &with_goal(plain.clone(), "at_least", "100"),
        &[("done=9999999 total=10000000", "99.99999 false 2.999")],
    );
    // A goal may be met before the points are full, and the points full where more than all is wanted.
    check(3, &with_goal(plain.clone(), "at_least", "50"), &[("done=1 total=2", "50.000 true 1.500")]);
    check(3, &with_goal(plain, "more_than", "100"), &[("done=2 total=2", "100.000 false 2.999")]);
    check(
        3,
        &target("T", "3", kind("percent"), json!({"kind": "proportional", "floor": "50"})),
        &[
            ("value=49,999999999999999999", "50.000 false 0.000"),
            ("value=50", "50.000 false 1.500"),
            ("value=75", "75.000 false 2.250"),
        ],
    );
}

#[test]
fn each_item_earns_its_points_up_to_the_maximum() {
    check(
        1,
        &target("T", "2", kind("count"), json!({"kind": "per_item", "points_each": "0.5"})),
        &[
            ("value=0", "0 false 0.000"),
            ("value=3", "3 false 1.500"),
            ("value=4", "4 true 2.000"),
            ("value=5", "5 true 2.000"),
            ("value=999999999999999999", "999999999999999999 true 2.000"),
            ("value=1000000000000000000", "invalid too_long -"),
        ],
    );
}

#[test]
fn a_case_earns_its_share_of_the_maximum() {
    let grades = json!({"kind": "choice", "options": [
        {"id": "excellent", "name": name("excellent"), "share": "100"},
        {"id": "good", "name": name("good"), "share": "75"},
        {"id": "done", "name": name("done"), "share": "50"},
        {"id": "late", "name": name("late"), "share": "0"},
    ]});
    check(
        1,
        &target("T", "3", grades, kind("by_choice")),
        &[
            ("value=excellent", "excellent true 3.000"),
            ("value=good", "good false 2.300"),
            ("value=done", "done false 1.500"),
            ("value=late", "late false 0.000"),
            ("value=", "empty - -"),
            ("value=Good", "invalid unknown_option -"),
        ],
    );
}

#[test]
fn points_given_by_others_wait_until_they_are_entered() {
    check(
        2,
        &target("T", "10", kind("given"), kind("as_given")),
        &[
            ("", "pending - -"),
            ("value=7,125", "7.125 false 7.130"),
            ("value=0", "0.000 false 0.000"),
            ("value=10", "10.000 true 10.000"),
            ("value=10,01", "invalid over_max -"),
        ],
    );
}

#[test]
fn penalties_and_bonuses_stop_at_their_cap_and_have_no_met() {
    let extra = |word: &str| {
        target("T", "0", kind("count"), json!({"kind": word, "points_each": "0.25", "cap": "0.6"}))
    };
    check(
        2,
        &extra("penalty"),
        &[
            ("value=0", "0 - 0.000"),
            ("value=1", "1 - -0.250"),
            ("value=2", "2 - -0.500"),
            ("value=3", "3 - -0.600"),
            ("value=999999999999999999", "999999999999999999 - -0.600"),
            ("", "empty - 0.000"),
            ("not_applicable=none", "not_applicable - 0.000"),
            ("value=?", "invalid not_a_number -"),
        ],
    );
    check(
        2,
        &extra("bonus"),
        &[
            ("value=0", "0 - 0.000"),
            ("value=2", "2 - 0.500"),
            ("value=3", "3 - 0.600"),
            ("", "empty - 0.000"),
        ],
    );
}

#[test]
fn toward_a_goal_compares_exactly_and_holds_back_what_rounding_would_give() {
    let toward = |measure: Value, goal: &str| {
        with_goal(target("T", "10", measure, kind("toward_goal")), "at_least", goal)
    };
    check(
        3,
        &toward(kind("percent"), "80"),
        &[
            ("value=79.996", "79.996 false 9.999"),
            ("value=79,9999", "79.9999 false 9.999"),
            ("value=80", "80.000 true 10.000"),
            ("value=100", "100.000 true 10.000"),
            ("value=40", "40.000 false 5.000"),
            ("value=0", "0.000 false 0.000"),
        ],
    );
    check(
        3,
        &toward(kind("percent"), "55"),
        &[
            ("value=54.99999999999999999", "54.99999999999999999 false 9.999"),
            ("value=55.00000000000000000", "55.000 true 10.000"),
        ],
    );
    check(
        3,
        &toward(ratio(), "55"),
        &[
            ("done=410 total=850", "48.235 false 8.770"),
            ("done=467 total=850", "54.941 false 9.989"),
            ("done=468 total=850", "55.059 true 10.000"),
            ("done=549999999999999999 total=999999999999999999", "54.99999999999999995 false 9.999"),
        ],
    );
    check(3, &toward(ratio(), "100"), &[("done=9999999 total=10000000", "99.99999 false 9.999")]);
    check(
        3,
        &toward(kind("count"), "12.5"),
        &[("value=12", "12 false 9.600"), ("value=13", "13 true 10.000"), ("value=5", "5 false 4.000")],
    );
    let more_than = with_goal(target("T", "10", kind("count"), kind("toward_goal")), "more_than", "4");
    check(3, &more_than, &[("value=4", "4 false 9.999"), ("value=5", "5 true 10.000")]);
}

#[test]
fn one_short_of_everything_is_held_one_unit_of_the_last_decimal_below_the_maximum() {
    for (decimals, points, half) in
        [(0, "9.000", "1.000"), (1, "9.900", "0.500"), (2, "9.990", "0.500"), (3, "9.999", "0.500")]
    {
        let toward = with_goal(target("T", "10", ratio(), kind("toward_goal")), "at_least", "100");
        let short = format!("99.99999 false {points}");
        let twentieth = format!("5.000 false {half}");
        check(decimals, &toward, &[("done=9999999 total=10000000", &short), ("done=1 total=20", &twentieth)]);
    }
}

#[test]
fn halves_are_rounded_up_once_to_the_decimals_of_the_set() {
    for (decimals, eighth, third) in
        [(0, "1.000", "3.000"), (1, "1.300", "3.300"), (2, "1.250", "3.330"), (3, "1.250", "3.333")]
    {
        let share = target("T", "10", ratio(), kind("proportional"));
        let (eighth, third) = (format!("12.500 false {eighth}"), format!("33.333 false {third}"));
        check(decimals, &share, &[("done=1 total=8", &eighth), ("done=1 total=3", &third)]);
    }
    let small = target("T", "1", ratio(), kind("proportional"));
    check(
        3,
        &small,
        &[("done=1 total=2000", "0.050 false 0.001"), ("done=9999 total=20000000", "0.050 false 0.000")],
    );
}

#[test]
fn nothing_arises_needs_its_reason_and_leaves_or_fills_the_maximum() {
    let mut share = target("T", "10", ratio(), kind("proportional"));
    check(
        3,
        &share,
        &[
            ("done=1 total=2 not_applicable=none", "not_applicable - -"),
            ("done=1 total=2 not_applicable=", "invalid reason_missing -"),
        ],
    );
    share["not_applicable"] = json!("full_marks");
    check(3, &share, &[("not_applicable=none", "not_applicable - 10.000")]);
}
