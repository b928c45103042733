//! The scorer against an independent one: `tests/scorer` (Python, exact fractions), written from the format alone.
//!
//! It draws random sets and assessments that use every measure and rule; both must agree on every key of `result`.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use formats::{assessment_file, result};
use scoring::json::Json;
use scoring::scorecard::score;
use scoring::target_set;
use test_support::top;

/// Sets and assessments drawn in one run.
const CASES: usize = 3000;

#[test]
fn agrees_with_the_independent_scorer_on_random_sets_and_assessments() {
    let mut python = Command::new("python3")
        .args(["tests/scorer/generate.py", "--seed", "196", "--count", &CASES.to_string()])
        .current_dir(top())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 runs");
    let mut compared = 0;
    for line in BufReader::new(python.stdout.take().unwrap()).lines() {
        let case = Json::read(&line.unwrap()).unwrap();
        let set = target_set::read(case.get("set").unwrap())
            .unwrap_or_else(|faults| panic!("case {compared}: {faults:?}"));
        let file = case.get("assessment").unwrap();
        let assessment =
            assessment_file::read(file).unwrap_or_else(|faults| panic!("case {compared}: {faults:?}"));
        let ours = result::of(&set, &score(&set, &assessment));
        let theirs = case.get("result").unwrap();
        assert_eq!(sorted(&ours), sorted(theirs), "case {compared}:\n{}", case.to_pretty());
        compared += 1;
    }
    assert!(python.wait().unwrap().success());
    assert_eq!(compared, CASES);
}

/// Keys in one order, as their order means nothing.
fn sorted(json: &Json) -> Json {
    match json {
        Json::Object(members) => {
            let mut members: Vec<_> =
                members.iter().map(|(key, value)| (key.clone(), sorted(value))).collect();
            members.sort_by(|a, b| a.0.cmp(&b.0));
            Json::Object(members)
        }
        Json::List(items) => Json::List(items.iter().map(sorted).collect()),
        other => other.clone(),
    }
}
