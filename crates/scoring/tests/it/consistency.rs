//! What is worth a second look, a table for each kind of finding.

use formats::builtin;
use scoring::assessment::{Assessment, PeriodKind, Unit};
use scoring::consistency::FindingKind::{
    Ambiguous, AsOf, DoneOverTotal, FigureFallen, FigureFar, NoEvidence, PartsOverTotal, SameTotal,
    ValueFallen, ValueFar,
};
use scoring::consistency::{Change, Finding, FindingKind, findings};
use scoring::target_set::{TargetId, TargetSet};
use serde_json::{Value, json};
use test_support::{answer, area, assess, kind, name, ratio, read_set, scored, set_file, target, with_goal};

fn toward(measure: Value, goal: &str) -> Value {
    with_goal(target("T", "10", measure, kind("toward_goal")), "at_least", goal)
}

fn pass(word: &str, compare: &str, goal: &str) -> Value {
    with_goal(target("T", "10", kind(word), kind("pass_fail")), compare, goal)
}

/// What is found of one target besides missing evidence, which nearly every row would tell.
fn found(target: &Value, figures: &str) -> Vec<FindingKind> {
    let set = read_set(&set_file(3, &[area("A", std::slice::from_ref(target))]));
    told(&set, &assess(&[("T", figures)]), None)
}

fn told(set: &TargetSet, assessment: &Assessment, before: Option<&Assessment>) -> Vec<FindingKind> {
    all(set, assessment, before)
        .into_iter()
        .map(|found| found.kind)
        .filter(|what| *what != NoEvidence)
        .collect()
}

fn all(set: &TargetSet, assessment: &Assessment, before: Option<&Assessment>) -> Vec<Finding> {
    let before = before.map(|before| scored(set, before));
    findings(&scored(set, assessment), before.as_ref())
}

/// A commune of the built-in set.
fn commune(year: u16, answers: &[(&str, &str)]) -> Assessment {
    Assessment {
        unit: Unit { level: "commune".to_owned(), ..Unit::default() },
        year,
        answers: answers.iter().map(|(id, figures)| ((*id).to_owned(), answer(figures).into())).collect(),
        ..Assessment::default()
    }
}

fn ids(ids: &[&str]) -> Vec<TargetId> {
    ids.iter().map(|id| TargetId::new(id)).collect()
}

#[test]
fn parts_are_held_against_their_whole_whether_it_is_scored_or_not() {
    let parts = |done, excluded, total| vec![PartsOverTotal { done, excluded, total }];
    for (figures, expected) in [
        ("done=10 total=10", vec![]),
        ("done=11 total=10", vec![DoneOverTotal { done: 11, total: 10 }]),
        ("done=11 total=10 excluded=2", vec![DoneOverTotal { done: 11, total: 10 }]),
        ("done=1 total=0", vec![DoneOverTotal { done: 1, total: 0 }]),
        ("done=8 total=10 excluded=2", vec![]),
        ("done=9 total=10 excluded=2", parts(9, 2, 10)),
        ("total=10 excluded=11", parts(0, 11, 10)),
        ("done=0 total=10 excluded=10", parts(0, 10, 10)),
        ("done=0 total=10 excluded=9", vec![]),
        // Nothing is said of what is blank or not understood.
        ("done=11", vec![]),
        ("done=mười total=10", vec![]),
        ("done=0 total=0", vec![]),
        ("done=11 total=10 not_applicable=lý_do", vec![]),
    ] {
        assert_eq!(found(&toward(ratio(), "55"), figures), expected, "{figures}");
    }
    let mut exceeding = ratio();
    exceeding["may_exceed"] = json!(true);
    for (figures, expected) in [
        ("done=11 total=10", vec![]),
        ("done=9 total=10 excluded=2", vec![]),
        ("done=0 total=10 excluded=10", parts(0, 10, 10)),
    ] {
        assert_eq!(found(&toward(exceeding.clone(), "55"), figures), expected, "{figures}");
    }
}

#[test]
fn a_figure_that_could_be_read_in_two_ways_is_told_with_what_was_understood() {
    let ambiguous =
        |field, typed: &str, understood| vec![Ambiguous { field, typed: typed.to_owned(), understood }];
    let money = json!({"kind": "ratio", "unit": "money", "done": name("done"), "total": name("total")});
    for (target, figures, expected) in [
        (toward(ratio(), "55"), "done=410 total=1.234", vec![]),
        (toward(ratio(), "55"), "done=410 total=1,234", ambiguous("total", "1,234", 1234)),
        (toward(ratio(), "55"), "done=1,234 total=2000", ambiguous("done", "1,234", 1234)),
        (toward(ratio(), "55"), "done=410 total=1234", vec![]),
        (toward(ratio(), "55"), "done=410 total=1.234.567", vec![]),
        (toward(money, "20"), "done=410 total=12,345", ambiguous("total", "12,345", 12_345)),
        (toward(kind("count"), "5"), "value=1,234", ambiguous("value", "1,234", 1234)),
        (pass("rank", "at_most", "10"), "value=1,234", ambiguous("value", "1,234", 1234)),
        // Above a hundred it could not be: a percentage has one reading.
        (toward(kind("percent"), "55"), "value=48.235", vec![]),
    ] {
        assert_eq!(found(&target, figures), expected, "{figures} with {target}");
    }
}

#[test]
fn a_scored_target_owes_evidence_or_an_explanation() {
    let set = read_set(&set_file(3, &[area("A", &[toward(ratio(), "55")])]));
    for (figures, note, owes) in [
        ("done=1 total=2", "", true),
        ("done=1 total=2", "theo Báo cáo số 12", false),
        ("done=1", "", false),
        ("done=3 total=2", "", false),
        ("done=1 total=2 not_applicable=lý_do", "", false),
    ] {
        let mut assessment = assess(&[]);
        let mut answer = answer(figures);
        note.clone_into(&mut answer.note);
        assessment.answers.insert("T".to_owned(), answer.into());
        let told = all(&set, &assessment, None);
        assert_eq!(told.iter().any(|found| found.kind == NoEvidence), owes, "{figures} {note}");
    }
}

#[test]
fn totals_of_one_list_are_held_against_each_other() {
    let set = builtin::load().unwrap().set;
    let same = |targets: &[&str], totals: &[u128]| {
        vec![Finding { targets: ids(targets), kind: SameTotal(totals.to_vec()) }]
    };
    let three = ["TT-4a", "TT-4b", "TT-4c"];
    for (totals, expected) in [
        (["104", "104", "104"], vec![]),
        (["104", "105", "104"], same(&three, &[104, 105, 104])),
        (["104", "", "105"], same(&["TT-4a", "TT-4c"], &[104, 105])),
        (["1234", "1.234", "1 234"], vec![]),
        (["104", "", ""], vec![]),
        (["", "", ""], vec![]),
    ] {
        let mut assessment = commune(2023, &[]);
        for (id, total) in three.iter().zip(totals) {
            let mut answer = answer("done=0");
            answer.figures.insert("total".to_owned(), total.to_owned());
            assessment.answers.insert((*id).to_owned(), answer.into());
        }
        let mut told = all(&set, &assessment, None);
        told.retain(|found| matches!(found.kind, SameTotal(_)));
        assert_eq!(told, expected, "{totals:?}");
    }
    let away = commune(2023, &[("TT-4a", "total=104"), ("TT-4b", "total=105 not_applicable=lý_do")]);
    assert_eq!(told(&set, &away, None), []);
}

#[test]
fn the_day_of_the_figures_lies_within_the_period() {
    let set = builtin::load().unwrap().set;
    for (kind, as_of, last) in [
        (PeriodKind::Year, "", None),
        (PeriodKind::Year, "2023-01-01", None),
        (PeriodKind::Year, "2023-12-31", None),
        (PeriodKind::Year, "2024-01-01", Some("2023-12-31")),
        (PeriodKind::Year, "2022-12-31", Some("2023-12-31")),
        (PeriodKind::Year, "cuối năm", Some("2023-12-31")),
        (PeriodKind::Year, "2023-02-29", Some("2023-12-31")),
        (PeriodKind::Year, "2023-06-31", Some("2023-12-31")),
        (PeriodKind::Year, "2023-13-01", Some("2023-12-31")),
        (PeriodKind::Year, "2023-00-10", Some("2023-12-31")),
        (PeriodKind::Year, "2023-05-00", Some("2023-12-31")),
        (PeriodKind::Year, "2023/05/01", Some("2023-12-31")),
        (PeriodKind::FirstQuarter, "2023-03-31", None),
        (PeriodKind::FirstQuarter, "2023-04-01", Some("2023-03-31")),
        (PeriodKind::FirstHalf, "2023-07-01", Some("2023-06-30")),
        (PeriodKind::NineMonths, "2023-10-01", Some("2023-09-30")),
    ] {
        let mut assessment = commune(2023, &[]);
        assessment.period.kind = kind;
        as_of.clone_into(&mut assessment.period.as_of);
        let expected = last.map(|last| AsOf {
            as_of: as_of.to_owned(),
            first: "2023-01-01".to_owned(),
            last: last.to_owned(),
        });
        assert_eq!(told(&set, &assessment, None), Vec::from_iter(expected), "{kind:?} {as_of}");
    }
}

fn change<T>(field: &'static str, before: T, now: T) -> Change<T> {
    Change { field, before, now }
}

fn values(before: &str, now: &str) -> Change<String> {
    change("", before.to_owned(), now.to_owned())
}

#[test]
fn this_year_is_held_against_the_year_before() {
    let set = builtin::load().unwrap().set;
    for (id, before, now, expected) in [
        // What is digitised stays so: the goal rises with the years.
        ("TT-3", "done=400 total=850", "done=410 total=900", vec![ValueFallen(values("47.059", "45.556"))]),
        ("TT-3", "done=400 total=850", "done=390 total=850", vec![FigureFallen(change("done", 400, 390))]),
        ("TT-3", "done=400 total=850", "done=400 total=850", vec![]),
        ("TT-3", "done=400 total=850", "done=600 total=850", vec![ValueFar(values("47.059", "70.588"))]),
        ("TT-3", "done=400 total=1000", "done=600 total=1000", vec![]),
        ("TT-3", "done=400 total=1000", "done=601 total=1000", vec![ValueFar(values("40.000", "60.100"))]),
        ("TT-3", "done=400 total=1000", "done=199 total=1000", vec![ValueFar(values("40.000", "19.900"))]),
        // Documents are assigned anew each year: fewer done is no fall, a lower share is.
        ("TC-1", "done=9 total=9", "done=6 total=6", vec![]),
        ("TC-1", "done=9 total=9", "done=8 total=9", vec![ValueFallen(values("100.000", "88.889"))]),
        ("TC-1", "done=9 total=9", "done=19 total=19", vec![FigureFar(change("total", 9, 19))]),
        ("TC-1", "done=9 total=9", "done=18 total=18", vec![]),
        // Twice as many is not yet more than twice, and small numbers jump every year.
        ("TC-1", "done=10 total=10", "done=20 total=20", vec![]),
        ("TC-1", "done=2 total=2", "done=8 total=8", vec![]),
        ("TC-1", "done=40 total=40", "done=4 total=4", vec![FigureFar(change("total", 40, 4))]),
        // Not understood, not scored or not arising then: nothing to compare.
        ("TC-1", "done=40", "done=4 total=4", vec![]),
        ("TC-1", "done=40 total=40 not_applicable=lý_do", "done=4 total=4", vec![]),
        ("TC-1", "done=40 total=40", "done=4 total=4 not_applicable=lý_do", vec![]),
    ] {
        let (then, today) = (commune(2022, &[(id, before)]), commune(2023, &[(id, now)]));
        assert_eq!(told(&set, &today, Some(&then)), expected, "{id}: {before}, then {now}");
        assert_eq!(told(&set, &today, None), [], "{id}: {now} alone");
    }
}

#[test]
fn ranks_are_places_and_less_is_better_where_the_goal_says_so() {
    for (target, before, now, expected) in [
        (pass("rank", "at_most", "10"), "value=6", "value=17", vec![ValueFallen(values("6", "17"))]),
        (pass("rank", "at_most", "10"), "value=17", "value=6", vec![]),
        (pass("rank", "at_most", "10"), "value=8", "value=29", vec![ValueFar(values("8", "29"))]),
        (pass("percent", "at_most", "20"), "value=15", "value=10", vec![]),
        (
            pass("percent", "at_most", "20"),
            "value=35,5",
            "value=15",
            vec![ValueFar(values("35.500", "15.000"))],
        ),
        (
            pass("percent", "at_least", "20"),
            "value=35",
            "value=15",
            vec![ValueFallen(values("35.000", "15.000"))],
        ),
        (toward(kind("count"), "5"), "value=4", "value=3", vec![]),
        (toward(kind("count"), "5"), "value=30", "value=3", vec![FigureFar(change("value", 30, 3))]),
    ] {
        let set = read_set(&set_file(3, &[area("A", std::slice::from_ref(&target))]));
        let (then, today) = (assess(&[("T", before)]), assess(&[("T", now)]));
        assert_eq!(told(&set, &today, Some(&then)), expected, "{before}, then {now} with {target}");
    }
}

#[test]
fn only_the_same_part_of_a_year_by_the_same_set_is_compared() {
    let set = builtin::load().unwrap().set;
    let then = commune(2022, &[("TT-3", "done=400 total=850")]);
    let now = commune(2023, &[("TT-3", "done=100 total=850")]);
    assert_eq!(told(&set, &now, Some(&then)).len(), 1);
    let mut quarter = now.clone();
    quarter.period.kind = PeriodKind::FirstQuarter;
    let mut other_set = now.clone();
    "other".clone_into(&mut other_set.target_set.id);
    let mut other_level = then.clone();
    "district".clone_into(&mut other_level.unit.level);
    for (now, then) in [(&quarter, &then), (&other_set, &then), (&now, &other_level)] {
        assert_eq!(told(&set, now, Some(then)), []);
    }
}

#[test]
fn contradictions_come_first_and_each_kind_stands_together_in_the_sets_order() {
    let set = builtin::load().unwrap().set;
    let mut assessment = commune(
        2023,
        &[
            ("TC-1", "done=7 total=6"),
            ("TC-2", "done=6 total=6"),
            ("TT-3", "done=410 total=1,850"),
            ("TT-4a", "done=104 total=104"),
            ("TT-4b", "done=104 total=105"),
            ("TT-5", "done=100 total=104 excluded=5"),
        ],
    );
    "2024-02-01".clone_into(&mut assessment.period.as_of);
    let told = all(&set, &assessment, None);
    let lines: Vec<_> = told
        .iter()
        .map(|found| {
            let targets: Vec<_> = found.targets.iter().map(|id| &**id).collect();
            format!("{} {}", found.kind.as_str(), targets.join(" "))
        })
        .collect();
    let expected = [
        "done-over-total TC-1",
        "parts-over-total TT-5",
        "same-total TT-4a TT-4b",
        "as-of ",
        "ambiguous TT-3",
        "no-evidence TC-2",
        "no-evidence TT-3",
        "no-evidence TT-4a",
        "no-evidence TT-4b",
    ];
    assert_eq!(lines, expected);
}
