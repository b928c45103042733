//! Edges: what a spreadsheet that counts in floating point would get wrong, a target a row.

use serde_json::{Value, json};

use super::book::Case;
use test_support::{area, assess, kind, name, ratio, read_set, set_file, target, with_goal};

/// Targets of the table below that are too large for a formula.
pub const FIXED: usize = 4;

fn money() -> Value {
    let mut measure = ratio();
    measure["unit"] = json!("money");
    measure
}

fn exceeding() -> Value {
    let mut measure = ratio();
    measure["may_exceed"] = json!(true);
    measure
}

fn toward(id: &str, max: &str, measure: Value, compare: &str, goal: &str) -> Value {
    with_goal(target(id, max, measure, kind("toward_goal")), compare, goal)
}

fn passing(id: &str, max: &str, measure: Value, compare: &str, goal: &str) -> Value {
    with_goal(target(id, max, measure, kind("pass_fail")), compare, goal)
}

fn choice(shares: &[&str]) -> Value {
    let options: Vec<_> = (0..)
        .zip(shares)
        .map(|(place, share): (u32, _)| json!({"id": format!("o{place}"), "name": name(&format!("Mức {place}")), "share": share}))
        .collect();
    json!({"kind": "choice", "options": options})
}

fn checklist(items: usize) -> Value {
    let items: Vec<_> =
        (0..items).map(|item| json!({"id": format!("i{item}"), "name": name("việc")})).collect();
    json!({"kind": "checklist", "items": items})
}

fn full_marks(mut target: Value) -> Value {
    target["not_applicable"] = json!("full_marks");
    target
}

/// Targets with their figures.
fn rows() -> Vec<(Value, &'static str)> {
    let steps = json!({"kind": "steps", "steps": [
        {"from": "80", "inclusive": false, "points": "3"}, {"from": "80", "points": "2"}, {"from": "33.333333", "points": "1"}]});
    let floor = json!({"kind": "proportional", "floor": "79.996"});
    let each = |word: &str| json!({"kind": word, "points_each": "0.3", "cap": "1"});
    vec![
        // Goals are compared exactly.
        (toward("a1", "10", ratio(), "at_least", "80"), "done=79996 total=100000"),
        (toward("a2", "10", ratio(), "at_least", "80"), "done=80000 total=100000"),
        (toward("a3", "3", ratio(), "at_least", "100"), "done=99990 total=100003"),
        (toward("a4", "3", ratio(), "at_least", "100"), "done=9999999 total=10000000"),
        (toward("a5", "3", ratio(), "more_than", "80"), "done=8 total=10"),
        (toward("a6", "10", ratio(), "at_least", "55"), "done=410 total=850 excluded="),
        (toward("a7", "10", ratio(), "at_least", "66.6667"), "done=2 total=3"),
        (toward("a8", "10", ratio(), "at_least", "95"), "done=19 total=25 excluded=5"),
        // Halves go up, once: 1.0005 and 2.0015 exactly.
        (toward("b1", "2", ratio(), "at_least", "100"), "done=2001 total=4000"),
        (toward("b2", "4.003", ratio(), "at_least", "100"), "done=1 total=2"),
        (toward("b3", "1.005", ratio(), "at_least", "50"), "done=1 total=2"),
        // Money: products beyond what is exact are divided digit by digit.
        (toward("c1", "5", money(), "at_least", "20"), "done=12345678901 total=99999999999"),
        (toward("c2", "5", money(), "at_least", "20"), "done=199999999999 total=1000000000000"),
        (toward("c3", "5", money(), "at_least", "20"), "done=200000000000 total=1000000000000"),
        (toward("c4", "5", money(), "at_least", "19.999999"), "done=799999999999 total=3999999999999"),
        (passing("c5", "5", money(), "more_than", "20"), "done=800000000000 total=4000000000000"),
        (passing("c6", "5", money(), "less_than", "20"), "done=799999999999 total=4000000000000"),
        (passing("c7", "5", money(), "at_most", "20"), "done=800000000001 total=4000000000000"),
        (target("c8", "7.777", money(), kind("proportional")), "done=1234567890123 total=3999999999999"),
        // One part in 10^15 below a half: divided in floating point it would be the half.
        (toward("c9", "5", money(), "at_least", "20"), "done=15941999989 total=99999999931"),
        // Goals that can't be compared by one product, at the goal, above and below it.
        (passing("c10", "5", money(), "more_than", "33.333333"), "done=999999990000 total=3000000000000"),
        (passing("c11", "5", money(), "more_than", "33.333333"), "done=999999990001 total=3000000000000"),
        (passing("c12", "5", money(), "at_most", "33.333333"), "done=999999990000 total=3000000000000"),
        (passing("c13", "5", money(), "at_most", "33.333333"), "done=999999990001 total=3000000000000"),
        (passing("c14", "5", money(), "at_least", "33.333333"), "done=999999990000 total=3000000000000"),
        (passing("c15", "5", money(), "at_least", "33.333333"), "done=999999989999 total=3000000000000"),
        (passing("c16", "5", money(), "less_than", "33.333333"), "done=999999990000 total=3000000000000"),
        (passing("c17", "5", money(), "less_than", "33.333333"), "done=999999989999 total=3000000000000"),
        // Too large for a formula: fixed values.
        (toward("d1", "5", money(), "at_least", "20"), "done=99999999999999 total=999999999999999"),
        (toward("d2", "5", ratio(), "at_least", "20"), "done=1 total=999999999999999999"),
        (target("d3", "9", kind("percent"), kind("proportional")), "value=99,123456789012345678"),
        (passing("d4", "2", kind("count"), "at_least", "3"), "value=9007199254740993"),
        // Percentages as typed.
        (toward("e1", "10", kind("percent"), "at_least", "80"), "value=79,996"),
        (toward("e2", "10", kind("percent"), "at_least", "80"), "value=79,9999999999"),
        (toward("e3", "10", kind("percent"), "at_least", "80"), "value=80,0"),
        (toward("e4", "10", kind("percent"), "more_than", "80"), "value=80"),
        (target("e5", "10", kind("percent"), kind("proportional")), "value=99,9999"),
        (target("e6", "10", kind("percent"), kind("proportional")), "value=100%"),
        (target("e7", "10", kind("percent"), floor.clone()), "value=79,995"),
        (target("e8", "10", kind("percent"), floor), "value=79,996"),
        (with_goal(target("e9", "10", ratio(), kind("proportional")), "at_most", "50"), "done=5 total=5"),
        (target("e10", "10", kind("percent"), kind("proportional")), "value=100,001"),
        (target("e11", "0.145", kind("percent"), kind("proportional")), "value=50"),
        // Steps.
        (target("f1", "3", ratio(), steps.clone()), "done=800001 total=1000000"),
        (target("f2", "3", ratio(), steps.clone()), "done=4 total=5"),
        (target("f3", "3", ratio(), steps.clone()), "done=1 total=3"),
        (target("f4", "3", kind("percent"), steps.clone()), "value=33,333332"),
        (target("f5", "3", kind("count"), steps), "value=81"),
        // Counts and ranks.
        (toward("g1", "10", kind("count"), "at_least", "12.5"), "value=12"),
        (toward("g2", "10", kind("count"), "at_least", "3.3333"), "value=99999999999999"),
        (passing("g3", "2", kind("rank"), "at_most", "10"), "value=10"),
        (passing("g4", "2", kind("rank"), "at_most", "10"), "value=11"),
        (passing("g5", "2", kind("rank"), "at_most", "10"), "value=0"),
        (passing("g6", "2", kind("rank"), "less_than", "9.5"), "value=9"),
        // So many points each.
        (target("h1", "1", kind("count"), each("per_item")), "value=3"),
        (target("h2", "1", kind("count"), each("per_item")), "value=99999999999999"),
        (target("h3", "0", kind("count"), each("penalty")), "value=2"),
        (target("h4", "0", kind("count"), each("bonus")), "value=5"),
        (target("h5", "0", kind("count"), each("penalty")), ""),
        (target("h6", "0", kind("count"), each("bonus")), "value=x"),
        (target("h7", "0", kind("count"), each("penalty")), "not_applicable=none"),
        // Items, cases, yes and no, points given.
        (target("i1", "1", checklist(3), kind("share_of_items")), "i0=yes i1=no i2=yes"),
        (target("i2", "1", checklist(3), kind("share_of_items")), "i0=yes i1=yes i2=yes"),
        (target("i3", "1", checklist(3), kind("all_or_nothing")), "i0=yes i1=yes i2=no"),
        (target("i4", "1", checklist(2), kind("all_or_nothing")), "i0=yes"),
        (target("i5", "1", checklist(2), kind("all_or_nothing")), "i0=Có i1=yes"),
        (target("i6", "1", checklist(1), kind("all_or_nothing")), "i0=yes"),
        (target("j1", "10", choice(&["100", "66.6667", "0"]), kind("by_choice")), "value=o1"),
        (target("j2", "10", choice(&["99.9999", "0"]), kind("by_choice")), "value=o0"),
        (target("j3", "10", choice(&["100"]), kind("by_choice")), "value=o0"),
        (target("j4", "10", choice(&["100"]), kind("by_choice")), "value=Có"),
        (target("j5", "10", choice(&["100", "50"]), kind("by_choice")), ""),
        (target("k1", "10", kind("yes_no"), kind("pass_fail")), "value=yes"),
        (target("k2", "10", kind("yes_no"), kind("pass_fail")), "value=no"),
        (target("k3", "10", kind("yes_no"), kind("pass_fail")), "value=Có"),
        (target("l1", "10", kind("given"), kind("as_given")), "value=9,9995"),
        (target("l2", "10", kind("given"), kind("as_given")), "value=8,1235"),
        (target("l3", "10", kind("given"), kind("as_given")), ""),
        (target("l4", "10", kind("given"), kind("as_given")), "value=10,001"),
        // States.
        (toward("m1", "10", ratio(), "at_least", "80"), "done=0 total=0"),
        (toward("m2", "10", ratio(), "at_least", "80"), "done=1 total=0"),
        (toward("m3", "10", ratio(), "at_least", "80"), "done=3 total=2"),
        (toward("m4", "10", ratio(), "at_least", "80"), "done=3 total=9 excluded=10"),
        (toward("m5", "10", ratio(), "at_least", "80"), "done=3 total=x"),
        (toward("m6", "10", ratio(), "at_least", "80"), "done=12,5 total="),
        (toward("m7", "10", ratio(), "at_least", "80"), "done= total=3"),
        (toward("m8", "10", ratio(), "at_least", "80"), "done=1 total=2 not_applicable=none"),
        (full_marks(toward("m9", "10", ratio(), "at_least", "80")), "done=1 total=2 not_applicable=none"),
        (toward("m10", "10", ratio(), "at_least", "80"), "done=1 total=2 not_applicable="),
        (toward("m11", "0", ratio(), "at_least", "80"), "done=1 total=2"),
        (target("m12", "0", kind("percent"), kind("proportional")), "value=3"),
        (toward("m13", "10", ratio(), "at_least", "80"), "done=-1 total=2"),
        (toward("m14", "10", ratio(), "at_least", "80"), "done=1.234 total=12.345"),
    ]
}

/// Ratios of which more is done than the whole.
fn exceeded() -> Vec<(Value, &'static str)> {
    vec![
        (toward("n1", "10", exceeding(), "at_least", "120"), "done=42 total=40"),
        (target("n2", "10", exceeding(), kind("proportional")), "done=42 total=40"),
    ]
}

/// The table at three decimals in two areas, each target of it alone, and sets whose sums stand at an edge.
pub fn cases() -> Vec<Case> {
    let rows = [rows(), exceeded()].concat();
    let answers: Vec<(&str, &str)> =
        rows.iter().map(|(target, figures)| (target["id"].as_str().unwrap(), *figures)).collect();
    let targets: Vec<Value> = rows.iter().map(|(target, _)| target.clone()).collect();
    let (one, two) = targets.split_at(targets.len() / 2);
    let case = |name: &str, file: &Value, answers: &[(&str, &str)]| Case {
        name: name.to_owned(),
        set: read_set(file),
        assessment: assess(answers),
    };
    let mut cases = vec![case("table", &set_file(3, &[area("A", one), area("B", two)]), &answers)];
    let edge = |max: &str| target("t", max, ratio(), kind("proportional"));
    for (name, decimals, max, figures) in [
        // An index of 89.9999… needs more decimals not to look like 90.
        ("band", 3, "1000", "done=899999 total=1000000"),
        ("band-met", 3, "1000", "done=9 total=10"),
        ("whole", 0, "3", "done=1 total=2"),
        ("held-whole", 0, "3", "done=99 total=100"),
        ("tenth", 1, "2.5", "done=1 total=2"),
        ("nothing", 3, "0", "done=1 total=2"),
        ("left-out", 3, "5", "not_applicable=none"),
        ("empty", 3, "5", ""),
    ] {
        cases.push(case(name, &set_file(decimals, &[area("A", &[edge(max)])]), &[("t", figures)]));
    }
    let fined = target("p", "0", kind("count"), json!({"kind": "penalty", "points_each": "4", "cap": "9"}));
    let both = [edge("5"), fined];
    cases.push(case(
        "below-zero",
        &set_file(2, &[area("A", &both)]),
        &[("t", "done=1 total=2"), ("p", "value=7")],
    ));
    let praised = target("p", "0", kind("count"), json!({"kind": "bonus", "points_each": "4", "cap": "9"}));
    let both = [edge("5"), praised];
    cases.push(case(
        "above-all",
        &set_file(2, &[area("A", &both)]),
        &[("t", "done=1 total=2"), ("p", "value=7")],
    ));
    cases
}
