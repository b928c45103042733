//! Single questions, each with its answer worked out by hand.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use planning::{Aim, BUDGET, HeldBy, Outcome, Pinned, Plan, Proof, Question, Unreachable, solve};
use scoring::exact::Exact;
use scoring::points::Points;
use scoring::scorecard::score;
use scoring::target_set::TargetId;
use test_support::{area, assess, kind, name, ratio, read_set, set_file, target, with_goal};

fn wants(wanted: Exact) -> Question {
    Question { wanted, weights: BTreeMap::new(), pinned: BTreeSet::new(), aim: Aim::LeastCost }
}

fn percent(wanted: u128) -> Question {
    wants(Exact::whole(wanted))
}

fn asked(targets: &[Value], answers: &[(&str, &str)], question: &Question) -> Outcome {
    let set = read_set(&set_file(3, &[area("A", targets)]));
    let assessment = assess(answers);
    solve(&set, &assessment, &score(&set, &assessment), question, BUDGET)
}

fn plan(targets: &[Value], answers: &[(&str, &str)], question: &Question) -> Plan {
    match asked(targets, answers, question) {
        Outcome::Plan(plan) => plan,
        other => panic!("{other:#?}"),
    }
}

fn unreachable(targets: &[Value], answers: &[(&str, &str)], question: &Question) -> Unreachable {
    match asked(targets, answers, question) {
        Outcome::Unreachable(unreachable) => unreachable,
        other => panic!("{other:#?}"),
    }
}

/// A plan in one line: "A done=468 B value=yes".
fn line(plan: &Plan) -> String {
    let words = plan.steps.iter().flat_map(|step| {
        let figures = step.figures.iter().map(|(field, text)| format!("{field}={text}"));
        std::iter::once(step.target.to_string()).chain(figures)
    });
    words.collect::<Vec<_>>().join(" ")
}

fn toward(id: &str, goal: &str) -> Value {
    with_goal(target(id, "10", ratio(), kind("toward_goal")), "at_least", goal)
}

#[test]
fn a_plan_says_the_count_that_is_needed() {
    // 55 % of 850 is 467.5; 75 % of the points are reached with 7.5 of 10, 350.625 of 850 without rounding.
    let targets = [toward("A", "55")];
    for (wanted, done) in [(100, "A done=468"), (75, "A done=351"), (50, "A done=234")] {
        let plan = plan(&targets, &[("A", "done=100 total=850")], &percent(wanted));
        assert_eq!((line(&plan).as_str(), plan.proof), (done, Proof::Least));
    }
    assert_eq!(asked(&targets, &[("A", "done=468 total=850")], &percent(100)), Outcome::Already);
    assert_eq!(asked(&targets, &[], &percent(0)), Outcome::Already);
}

#[test]
fn the_maximum_is_not_reached_by_rounding() {
    // 9.9999… prints as 9.999 until the goal itself is met.
    let total = "999999999999999999";
    let all = plan(&[toward("A", "100")], &[("A", &format!("done=0 total={total}"))], &percent(100));
    assert_eq!(line(&all), format!("A done={total}"));
    let most = wants(Exact::new(99_990, 1000).unwrap());
    let nearly = plan(&[toward("A", "100")], &[("A", &format!("done=0 total={total}"))], &most);
    // 9.9985 is rounded up to 9.999.
    assert_eq!(line(&nearly), "A done=999850000000000000");
}

#[test]
fn totals_of_any_size_are_planned_at_once_and_exactly() {
    let targets = [toward("A", "100"), toward("B", "80"), toward("C", "20")];
    let answers = [
        ("A", "done=254000 total=268763"),
        ("B", "done=1 total=1000000000000"),
        ("C", "done=0 total=999999999999999999"),
    ];
    // C earns the most for its share: 20 % bring all its points; then B.
    let plan = plan(&targets, &answers, &percent(60));
    let gains: Vec<_> = plan.steps.iter().map(|step| (step.target.to_string(), step.gain)).collect();
    assert_eq!(plan.points, Points::from_thousandths(18_000));
    assert!(
        gains.iter().any(|(id, gain)| id == "C" && *gain >= Points::from_thousandths(8_000)),
        "{gains:?}"
    );
    let Proof::AtLeast(least) = plan.proof else { return };
    assert!(least <= plan.cost);
}

#[test]
fn cost_is_the_share_of_the_targets_own_total_times_its_weight() {
    // Five points: half of A's total, or a quarter of B's.
    let targets = [toward("A", "100"), toward("B", "50")];
    let answers = [("A", "done=0 total=100"), ("B", "done=0 total=40")];
    let even = plan(&targets, &answers, &percent(25));
    assert_eq!((line(&even).as_str(), even.cost), ("B done=10", Exact::new(1, 4).unwrap()));
    let mut dear = percent(25);
    dear.weights.insert(TargetId::new("B"), Exact::whole(3));
    let dear = plan(&targets, &answers, &dear);
    assert_eq!((line(&dear).as_str(), dear.cost), ("A done=50", Exact::new(1, 2).unwrap()));
    let mut pinned = percent(25);
    pinned.pinned.insert(TargetId::new("B"));
    assert_eq!(line(&plan(&targets, &answers, &pinned)), "A done=50");
}

#[test]
fn at_one_cost_fewer_targets_go_first_then_the_sets_order() {
    let yes = |id: &str, max: &str| target(id, max, kind("yes_no"), kind("pass_fail"));
    let no = [("A", "value=no"), ("B", "value=no"), ("C", "value=no"), ("D", "value=no")];
    // Every question costs 1: two of one point, or one of two. Weights make the two cost as much as the one.
    let targets = [yes("A", "1"), yes("B", "1"), yes("C", "2"), yes("D", "2")];
    let mut question = wants(Exact::new(100, 3).unwrap());
    for id in ["A", "B"] {
        question.weights.insert(TargetId::new(id), Exact::new(1, 2).unwrap());
    }
    assert_eq!(line(&plan(&targets, &no, &question)), "C value=yes");
    question.weights.insert(TargetId::new("A"), Exact::new(1, 3).unwrap());
    assert_eq!(line(&plan(&targets, &no, &question)), "A value=yes B value=yes");
    question.aim = Aim::FewestTargets;
    assert_eq!(line(&plan(&targets, &no, &question)), "C value=yes");
    // C brings less than A and B together, but enough: with E it is two targets, not three.
    let half = with_goal(target("E", "10", ratio(), kind("toward_goal")), "at_least", "100");
    let targets = [yes("A", "1"), yes("B", "1"), yes("C", "1.5"), half];
    let answers = [("A", "value=no"), ("B", "value=no"), ("C", "value=no"), ("E", "done=0 total=2")];
    let mut question = wants(Exact::new(1300, 27).unwrap());
    for (id, weight) in [("A", (1, 2)), ("B", (1, 2)), ("E", (100, 1))] {
        question.weights.insert(TargetId::new(id), Exact::new(weight.0, weight.1).unwrap());
    }
    assert_eq!(line(&plan(&targets, &answers, &question)), "C value=yes E done=1");
    let targets = [yes("A", "1"), yes("B", "1"), yes("C", "1")];
    let two = wants(Exact::new(200, 3).unwrap());
    assert_eq!(line(&plan(&targets, &no, &two)), "A value=yes B value=yes");
    // One item more of two checklists of the same size: the earlier does it all.
    let items = json!({"kind": "checklist", "items": [{"id": "a", "name": name("a")}, {"id": "b", "name": name("b")}]});
    let list = |id: &str| target(id, "2", items.clone(), kind("share_of_items"));
    let answers = [("A", "a=no b=no"), ("B", "a=no b=no")];
    assert_eq!(line(&plan(&[list("A"), list("B")], &answers, &percent(50))), "A a=yes b=yes");
    assert_eq!(line(&plan(&[list("A"), list("B")], &answers, &percent(25))), "A a=yes b=no");
}

#[test]
fn the_fewest_targets_cost_more_than_the_cheapest() {
    let targets = [toward("A", "100"), toward("B", "50"), toward("C", "50")];
    let answers = [("A", "done=0 total=100"), ("B", "done=10 total=40"), ("C", "done=10 total=40")];
    // Nine points more: B and C bring ten together, A alone brings nine for nine tenths.
    let mut question = wants(Exact::new(1900, 30).unwrap());
    let cheapest = plan(&targets, &answers, &question);
    assert_eq!(line(&cheapest), "B done=20 C done=18");
    question.aim = Aim::FewestTargets;
    let fewest = plan(&targets, &answers, &question);
    assert_eq!((line(&fewest).as_str(), fewest.proof), ("A done=90", Proof::Least));
}

#[test]
fn a_band_is_reached_at_its_edge_and_not_before() {
    let targets = [toward("A", "100")];
    let plan = plan(&targets, &[("A", "done=0 total=3000")], &percent(90));
    // 8.9995 is rounded up to 9.000, and 9.000 of 10 is 90 % of what is printed.
    assert_eq!((line(&plan).as_str(), plan.index), ("A done=2700", Exact::whole(90)));
    let set = read_set(&set_file(3, &[area("A", &targets)]));
    let assessment = assess(&[("A", "done=0 total=3000")]);
    assert_eq!(score(&set, &plan.applied(&assessment)).band.as_deref(), Some("good"));
}

#[test]
fn penalties_are_worked_off_and_bonuses_earned_but_never_beyond_a_hundred() {
    let penalty = json!({"kind": "penalty", "points_each": "0.5", "cap": "2"});
    let bonus = json!({"kind": "bonus", "points_each": "1", "cap": "3"});
    let targets = [
        toward("A", "100"),
        target("P", "0", kind("count"), penalty),
        target("B", "0", kind("count"), bonus),
    ];
    // Seven complaints take off the cap of 2: the first point comes with the sixth less.
    let mut question = percent(100);
    question.pinned.insert(TargetId::new("B"));
    let answers = [("A", "done=10 total=10"), ("P", "value=7"), ("B", "")];
    let off = plan(&targets, &answers, &question);
    assert_eq!((line(&off).as_str(), off.cost), ("P value=0", Exact::whole(1)));
    question.pinned = [TargetId::new("P")].into();
    let on = plan(&targets, &answers, &question);
    assert_eq!((line(&on).as_str(), on.cost), ("B value=2", Exact::new(2, 3).unwrap()));
    let beyond = unreachable(&targets, &answers, &percent(101));
    assert_eq!(beyond.best, Exact::HUNDRED);
}

#[test]
fn what_is_not_entered_is_planned_from_nothing() {
    let items = ["a", "b", "c"].map(|id| json!({"id": id, "name": name(id)}));
    let items = json!({"kind": "checklist", "items": items});
    let list = [target("A", "3", items, kind("share_of_items"))];
    // One is done already; it counts as soon as the others are answered.
    let answered = plan(&list, &[("A", "b=yes")], &percent(30));
    assert_eq!((line(&answered).as_str(), answered.cost), ("A a=no b=yes c=no", Exact::ZERO));
    let more = plan(&list, &[("A", "b=yes")], &percent(60));
    assert_eq!((line(&more).as_str(), more.cost), ("A a=yes b=yes c=no", Exact::new(1, 3).unwrap()));
    assert_eq!(line(&plan(&[toward("A", "50")], &[("A", "done=x total=40")], &percent(100))), "A done=20");
    let falling = with_goal(target("A", "1", ratio(), kind("pass_fail")), "at_most", "5");
    assert_eq!(line(&plan(&[falling], &[("A", "total=40")], &percent(100))), "A done=2");
}

#[test]
fn what_cannot_be_reached_says_what_holds_it() {
    let rank = with_goal(target("R", "2", kind("rank"), kind("pass_fail")), "at_most", "10");
    let given = target("G", "3", kind("given"), kind("as_given"));
    let uneven =
        json!([{"from": "90", "points": "1"}, {"from": "50", "points": "2"}, {"from": "0", "points": "0"}]);
    let uneven = target("U", "2", ratio(), json!({"kind": "steps", "steps": uneven}));
    let targets = [
        toward("A", "100"),
        toward("B", "100"),
        toward("C", "100"),
        toward("D", "100"),
        toward("E", "100"),
        rank,
        given,
        uneven,
    ];
    let answers = [
        ("A", "done=5 total=10"),
        ("B", "done=5"),
        ("C", "done=11 total=10"),
        ("D", "not_applicable=none"),
        ("E", "done=1 total=10"),
        ("R", "value=17"),
        ("U", "done=100 total=100"),
    ];
    let mut question = percent(90);
    question.pinned.insert(TargetId::new("E"));
    question.pinned.insert(TargetId::new("R"));
    let unreachable = unreachable(&targets, &answers, &question);
    // 10 + 1 + 1 of 47 at best; 42.3 are wanted.
    assert_eq!(unreachable.best, Exact::new(1200, 47).unwrap());
    assert_eq!(unreachable.missing, Points::from_thousandths(30_300));
    let held: Vec<_> = unreachable
        .held
        .iter()
        .map(|held| (held.target.to_string(), held.points.thousandths(), held.by))
        .collect();
    let expected = [
        ("B", 10_000, HeldBy::Figures(Pinned::NoTotal)),
        ("C", 10_000, HeldBy::Figures(Pinned::NotUnderstood)),
        ("E", 9000, HeldBy::Question),
        ("R", 2000, HeldBy::Figures(Pinned::Rank)),
        ("G", 3000, HeldBy::Figures(Pinned::Given)),
        ("U", 1000, HeldBy::Figures(Pinned::Uneven)),
    ];
    assert_eq!(held, expected.map(|(id, points, by)| (id.to_owned(), points, by)));
    let nothing = asked(&[toward("A", "100")], &[("A", "not_applicable=none")], &question);
    assert!(matches!(nothing, Outcome::Unreachable(Unreachable { best, .. }) if best == Exact::ZERO));
}
