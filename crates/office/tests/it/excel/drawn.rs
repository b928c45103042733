//! Sets and answers drawn at random, the same at every run.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use formats::assessment_file;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use scoring::json::Json;
use scoring::target_set;

use super::book::Case;
use test_support::drawn::case;
use test_support::read_set;

/// Every rule on every measure that it fits, with figures as large and answers as untidy as they come.
pub fn by_properties(count: usize) -> Vec<Case> {
    let mut runner = TestRunner::deterministic();
    let mut draw = |number| {
        let drawn = case().new_tree(&mut runner).unwrap().current();
        Case { name: format!("drawn-{number:03}"), set: read_set(&drawn.set), assessment: drawn.assessment() }
    };
    (0..count).map(&mut draw).collect()
}

/// Those of the independent scorer.
pub fn by_the_scorer(count: usize) -> Vec<Case> {
    let mut python = Command::new("python3")
        .args(["tests/scorer/generate.py", "--seed", "2025", "--count", &count.to_string()])
        .current_dir(test_support::top())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 runs");
    let lines = BufReader::new(python.stdout.take().unwrap()).lines();
    let read = |(number, line): (usize, std::io::Result<String>)| {
        let case = Json::read(&line.unwrap()).unwrap();
        let set = target_set::read(case.get("set").unwrap()).unwrap();
        let assessment = assessment_file::read(case.get("assessment").unwrap()).unwrap();
        Case { name: format!("scorer-{number:03}"), set, assessment }
    };
    let cases: Vec<_> = lines.enumerate().map(read).collect();
    assert!(python.wait().unwrap().success());
    cases
}
