//! How far each measure's figure can move: positions, figures as typed, points and shares.

use planning::{Pinned, Trajectory};
use scoring::exact::Exact;
use scoring::scorecard::score;
use serde_json::{Value, json};
use test_support::{answer, area, assess, kind, name, ratio, read_set, set_file, target, with_goal};

fn trajectory(target: &Value, figures: &str) -> Result<Trajectory, Pinned> {
    let set = read_set(&set_file(3, &[area("A", std::slice::from_ref(target))]));
    let card = score(&set, &assess(&[("T", figures)]));
    Trajectory::of(card.target("T").unwrap(), &answer(figures).into(), set.decimals)
}

/// A position in one line: "value=5 1.000 1/4": figures, points, share.
fn line(trajectory: &Trajectory, position: u128) -> String {
    let figures: Vec<_> =
        trajectory.figures_at(position).iter().map(|(field, text)| format!("{field}={text}")).collect();
    let share = trajectory.share(position);
    let share = format!("{}/{}", share.numerator(), share.denominator());
    format!("{} {} {share}", figures.join(" "), trajectory.points_at(position))
}

fn steps(measure: Value, steps: &Value) -> Value {
    target("T", "2", measure, json!({"kind": "steps", "steps": steps}))
}

#[test]
fn a_figure_moves_between_what_earns_the_least_and_what_earns_the_most() {
    let toward = |measure: Value, goal: &str| {
        with_goal(target("T", "10", measure, kind("toward_goal")), "at_least", goal)
    };
    let pass = |measure: Value, compare: &str, goal: &str| {
        with_goal(target("T", "1", measure, kind("pass_fail")), compare, goal)
    };
    let counting = |word: &str| json!({"kind": word, "points_each": "0.5", "cap": "2"});
    let meetings = json!([{"from": "4", "points": "2"}, {"from": "2", "points": "1"}]);
    let late =
        json!([{"from": "3", "points": "0"}, {"from": "1", "points": "1"}, {"from": "0", "points": "2"}]);
    let items = ["a", "b", "c"].map(|id| json!({"id": id, "name": name(id)}));
    let items = target("T", "3", json!({"kind": "checklist", "items": items}), kind("share_of_items"));
    let options = [("all", "100"), ("some", "25"), ("half", "50")];
    let options = options.map(|(id, share)| json!({"id": id, "name": name(id), "share": share}));
    let choice = target("T", "2", json!({"kind": "choice", "options": options}), kind("by_choice"));
    let yes = target("T", "1", kind("yes_no"), kind("pass_fail"));
    let extra = |word: &str| target("T", "0", kind("count"), counting(word));
    // Figures now, the positions now and at the end, and a line at one of them.
    for (target, figures, (now, last), position, expected) in [
        (toward(ratio(), "55"), "done=410 total=850", (410, 850), 468, "done=468 10.000 29/425"),
        (toward(ratio(), "55"), "done=410 total=850 excluded=50", (410, 800), 0, "done=0 0.000 0/1"),
        (toward(ratio(), "100"), "done= total=10", (0, 10), 5, "done=5 5.000 1/2"),
        (toward(ratio(), "100"), "done=x total=10", (0, 10), 1, "done=1 1.000 1/10"),
        (toward(kind("percent"), "80"), "value=40", (40, 100), 60, "value=60 7.500 1/5"),
        (toward(kind("percent"), "80"), "value=40,25", (4025, 10_000), 6001, "value=60,01 7.501 247/1250"),
        (toward(kind("percent"), "80"), "value=101", (0, 100), 80, "value=80 10.000 4/5"),
        (toward(kind("count"), "12.5"), "value=3", (3, 13), 13, "value=13 10.000 10/13"),
        (toward(kind("count"), "12"), "value=20", (20, 20), 12, "value=12 10.000 0/1"),
        (pass(ratio(), "at_most", "5"), "done=10 total=100", (90, 100), 95, "done=5 1.000 1/20"),
        (pass(kind("count"), "at_most", "3"), "value=5", (0, 2), 2, "value=3 1.000 2/5"),
        (pass(kind("count"), "less_than", "3"), "value=1", (2, 2), 1, "value=2 1.000 0/1"),
        (pass(kind("count"), "at_most", "3"), "", (0, 1), 1, "value=3 1.000 1/4"),
        (steps(kind("count"), &meetings), "value=1", (1, 4), 2, "value=2 1.000 1/4"),
        (steps(kind("count"), &late), "value=2", (1, 3), 2, "value=1 1.000 1/3"),
        (extra("penalty"), "value=7", (0, 7), 4, "value=3 -1.500 4/7"),
        (extra("penalty"), "", (4, 4), 3, "value=1 -0.500 0/1"),
        (extra("bonus"), "", (0, 4), 1, "value=1 0.500 1/4"),
        (yes, "value=no", (0, 1), 1, "value=yes 1.000 1/1"),
        (items.clone(), "a=no b=yes c=no", (1, 3), 2, "a=yes b=yes c=no 2.000 1/3"),
        (items.clone(), "a=yes b=yes c=no", (2, 3), 1, "a=yes b=no c=no 1.000 0/1"),
        (items, "b=yes", (1, 3), 1, "a=no b=yes c=no 1.000 0/1"),
        (choice.clone(), "value=half", (1, 2), 2, "value=all 2.000 1/2"),
        (choice, "", (0, 2), 0, "value=some 0.500 1/4"),
    ] {
        let trajectory = trajectory(&target, figures).unwrap();
        assert_eq!((trajectory.now(), trajectory.last()), (now, last), "{figures:?} with {target}");
        assert_eq!(line(&trajectory, position), expected, "{figures:?} with {target}");
    }
}

#[test]
fn points_asked_for_give_the_least_figure_that_earns_them() {
    let toward = with_goal(target("T", "10", ratio(), kind("toward_goal")), "at_least", "100");
    let trajectory = trajectory(&toward, "done=0 total=268763").unwrap();
    let points = |thousandths| scoring::points::Points::from_thousandths(thousandths);
    for (wanted, figure) in [(0, 0), (1, 14), (5000, 134_369), (9999, 268_723), (10_000, 268_763)] {
        let position = trajectory.position_for(points(wanted)).unwrap();
        assert_eq!(trajectory.figure_at(position), Exact::whole(figure), "{wanted}");
    }
    assert_eq!(trajectory.position_for(points(10_001)), None);
}

#[test]
fn what_cannot_be_moved_says_why() {
    let proportional = target("T", "1", ratio(), kind("proportional"));
    let rank = with_goal(target("T", "1", kind("rank"), kind("pass_fail")), "at_most", "10");
    let given = target("T", "1", kind("given"), kind("as_given"));
    let uneven = steps(ratio(), &json!([{"from": "90", "points": "1"}, {"from": "50", "points": "2"}]));
    let huge = with_goal(target("T", "999999999", ratio(), kind("toward_goal")), "at_least", "0.000001");
    for (target, figures, pinned) in [
        (&rank, "value=17", Pinned::Rank),
        (&given, "", Pinned::Given),
        (&proportional, "not_applicable=none", Pinned::NotApplicable),
        (&proportional, "not_applicable=", Pinned::NotApplicable),
        (&proportional, "done=3", Pinned::NoTotal),
        (&proportional, "done=0 total=3 excluded=3", Pinned::NoTotal),
        (&proportional, "done=3 total=x", Pinned::NotUnderstood),
        (&proportional, "done=0 total=3 excluded=4", Pinned::NotUnderstood),
        (&proportional, "done=4 total=3", Pinned::NotUnderstood),
        (&uneven, "done=1 total=2", Pinned::Uneven),
        (&huge, "done=1 total=999999999999999999", Pinned::BeyondExact),
    ] {
        assert_eq!(trajectory(target, figures).err(), Some(pinned), "{figures:?} with {target}");
    }
}
