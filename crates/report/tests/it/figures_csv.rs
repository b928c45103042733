//! The figures for other programs: every column of every kind of target, and that nothing in them calculates.

use formats::builtin;
use report::figures_csv::figures_csv;
use scoring::assessment::Assessment;
use scoring::target_set::TargetSet;
use serde_json::json;
use test_support::units::{commune, department, district, province};
use test_support::{
    area, assess, kind, name, ratio, read_set, result_of, scored, set_file, target, with_goal,
};

const COLUMNS: &str = "unit;level;year;period;as_of;area_id;area;criterion_id;criterion;target_id;target;state;done;total;\
    excluded;entered;value;compare;goal;met;points;max_points;not_applicable;note";

fn table(set: &TargetSet, assessment: &Assessment) -> String {
    figures_csv(&scored(set, assessment))
}

/// The cells of each row, as a program that knows the format reads them.
fn cells(csv: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    for letter in csv.strip_prefix('\u{feff}').unwrap().chars() {
        match letter {
            '"' => quoted = !quoted,
            ';' if !quoted => rows.last_mut().unwrap().push(String::new()),
            '\n' if !quoted => rows.push(vec![String::new()]),
            '\r' if !quoted => {}
            letter => rows.last_mut().unwrap().last_mut().unwrap().push(letter),
        }
    }
    assert_eq!(rows.pop().unwrap(), [""]);
    rows
}

#[test]
fn every_kind_of_target_has_its_row() {
    let items = ["a", "b"].map(|id| json!({"id": id, "name": name(id)}));
    let options = [("all", "100"), ("half", "50")];
    let options = options.map(|(id, share)| json!({"id": id, "name": name(id), "share": share}));
    let toward = |id: &str| with_goal(target(id, "10", ratio(), kind("toward_goal")), "at_least", "55");
    let targets = [
        (toward("R"), "done=1.410 total=2.850 excluded=50"),
        (with_goal(target("K", "2", kind("rank"), kind("pass_fail")), "at_most", "10"), "value=17"),
        (target("P", "4", kind("percent"), kind("proportional")), "value=48,235"),
        (
            target("L", "3", json!({"kind": "checklist", "items": items}), kind("share_of_items")),
            "a=yes b=no",
        ),
        (target("C", "2", json!({"kind": "choice", "options": options}), kind("by_choice")), "value=half"),
        (target("Y", "1", kind("yes_no"), kind("pass_fail")), "value=yes"),
        (
            target("F", "0", kind("count"), json!({"kind": "penalty", "points_each": "0.5", "cap": "2"})),
            "value=3",
        ),
        (toward("E"), ""),
        (toward("I"), "done=mười total=20"),
        (target("G", "5", kind("given"), kind("as_given")), ""),
        (toward("N"), "done=1 total=2 not_applicable=không_phát_sinh"),
    ];
    let answers = ["R", "K", "P", "L", "C", "Y", "F", "E", "I", "G", "N"];
    let answers: Vec<_> = answers.into_iter().zip(targets.iter().map(|(_, figures)| *figures)).collect();
    let files: Vec<_> = targets.iter().map(|(target, _)| target.clone()).collect();
    let set = read_set(&set_file(3, &[area("A", &files)]));
    let csv = table(&set, &assess(&answers));
    let rows: Vec<_> = csv.strip_prefix('\u{feff}').unwrap().split("\r\n").collect();
    let begins = ";commune;2023;year;;A;A;A-1;A;";
    let expected = [
        "R;R;scored;1410;2850;50;;50,357;at_least;55;no;9,156;10,000;;",
        "K;K;scored;;;;17;17;at_most;10;no;0,000;2,000;;",
        "P;P;scored;;;;48,235;48,235;;;no;1,929;4,000;;",
        "L;L;scored;;;;a=yes b=no;1;;;no;1,500;3,000;;",
        "C;C;scored;;;;half;half;;;no;1,000;2,000;;",
        "Y;Y;scored;;;;yes;yes;;;yes;1,000;1,000;;",
        "F;F;scored;;;;3;3;;;;-1,500;0,000;;",
        "E;E;empty;;;;;;at_least;55;;;10,000;;",
        "I;I;invalid;mười;20;;;;at_least;55;;;10,000;;",
        "G;G;pending;;;;;;;;;;5,000;;",
        "N;N;not_applicable;1;2;;;;at_least;55;;;10,000;không_phát_sinh;",
    ];
    assert_eq!(rows[0], COLUMNS);
    for (row, expected) in rows[1..].iter().zip(expected) {
        assert_eq!(*row, [begins, expected].concat());
    }
    assert_eq!(rows[12..], [""]);
}

#[test]
fn every_target_of_a_unit_has_the_scorecards_points() {
    let set = builtin::load().unwrap().set;
    for assessment in [commune(), department(), district(), province()] {
        let rows = cells(&table(&set, &assessment));
        let result = result_of(&set, &assessment);
        let targets = result["targets"].as_array().unwrap();
        assert_eq!(rows.len(), 1 + targets.len());
        for (row, target) in rows[1..].iter().zip(targets) {
            let stated = |key: &str| target[key].as_str().unwrap_or_default().to_owned();
            let number = |key: &str| stated(key).replace('.', ",");
            assert_eq!(row.len(), 24);
            assert_eq!((&row[9], &row[11]), (&stated("id"), &stated("state")));
            assert_eq!(
                (&row[16], &row[20], &row[21]),
                (&number("value"), &number("points"), &number("max_points"))
            );
        }
    }
}

#[test]
fn text_from_anywhere_neither_calculates_nor_leaves_its_cell() {
    let hostile = "=HYPERLINK(\"x\";1)\r\n@SUM(1)";
    let mut aim = target("T", "10", ratio(), kind("proportional"));
    aim["name"] = name(hostile);
    let set = read_set(&set_file(3, &[area("A", &[aim])]));
    let mut assessment = assess(&[("T", "total=10")]);
    assessment.unit.name = hostile.to_owned();
    assessment.period.as_of = hostile.to_owned();
    let answer = std::rc::Rc::make_mut(assessment.answers.get_mut("T").unwrap());
    answer.figures.insert("done".to_owned(), hostile.to_owned());
    answer.note = hostile.to_owned();
    let rows = cells(&table(&set, &assessment));
    assert_eq!((rows.len(), rows[1].len()), (2, 24));
    for column in [0, 4, 10, 12, 23] {
        assert!(rows[1][column].starts_with("'=HYPERLINK(x;1)"), "{column}: {}", rows[1][column]);
    }
}
