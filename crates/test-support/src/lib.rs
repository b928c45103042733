//! What the tests share: small sets, assessments of one commune in 2023, and their results as files state them.
//!
//! What needs more than the crates below `formats` stands behind a feature, so that a crate's tests build no more than
//! they use.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::missing_panics_doc,
    missing_docs,
    reason = "tests take it; a failed unwrap is a failed test"
)]

pub mod commands;
#[cfg(feature = "drawn")]
pub mod drawn;
pub mod golden;
#[cfg(feature = "office")]
pub mod packages;
pub mod random;
#[cfg(feature = "office")]
pub mod readers;
#[allow(clippy::assigning_clones, reason = "what is filled here was blank")]
pub mod units;
#[cfg(feature = "office")]
pub mod workbooks;

use std::path::Path;

use formats::result;
use scoring::assessment::{Answer, Assessment, Unit};
use scoring::json::Json;
use scoring::loaded_set::LoadedSet;
use scoring::scorecard::score;
use scoring::scored_document::ScoredDocument;
use scoring::target_set;
use scoring::target_set::TargetSet;
use serde_json::{Value, json};
use std::rc::Rc;

pub const LEVEL: &str = "commune";
pub const YEAR: u16 = 2023;

/// The folder of the repository: tests run in that of their crate.
pub fn top() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// The tree of a value.
pub fn tree(value: &Value) -> Json {
    Json::read(&value.to_string()).unwrap()
}

/// The value of a tree.
pub fn value(tree: &Json) -> Value {
    serde_json::to_value(tree).unwrap()
}

/// A name in both languages.
pub fn name(text: &str) -> Value {
    json!({"vi": text, "en": text})
}

/// A target of the commune.
pub fn target(id: &str, max: &str, measure: Value, rule: Value) -> Value {
    json!({"id": id, "name": name(id), "levels": [LEVEL], "max_points": max, "measure": measure, "rule": rule})
}

/// The same with a goal.
pub fn with_goal(mut target: Value, compare: &str, value: &str) -> Value {
    target["goal"] = json!({"compare": compare, "value": value});
    target
}

pub fn ratio() -> Value {
    json!({"kind": "ratio", "done": name("done"), "total": name("total"), "excluded": name("excluded")})
}

pub fn kind(word: &str) -> Value {
    json!({ "kind": word })
}

/// An area with its targets in one criterion.
pub fn area(id: &str, targets: &[Value]) -> Value {
    json!({"id": id, "name": name(id),
           "criteria": [{"id": format!("{id}-1"), "name": name(id), "targets": targets}]})
}

/// A set for the commune and 2023, as a file.
pub fn set_file(decimals: u8, areas: &[Value]) -> Value {
    json!({
        "format": "tu-cham/target-set", "version": 1, "id": "small", "edition": "1", "title": name("small"),
        "years": [YEAR], "levels": [{"id": LEVEL, "name": name(LEVEL)}], "decimals": decimals,
        "bands": [{"id": "good", "name": name("good"), "from": "90"},
                  {"id": "fair", "name": name("fair"), "from": "50"},
                  {"id": "weak", "name": name("weak"), "from": "0"}],
        "areas": areas,
    })
}

pub fn read_set(file: &Value) -> TargetSet {
    target_set::read(&tree(file)).unwrap_or_else(|faults| panic!("{faults:#?}\n{file:#}"))
}

/// An answer written as "done=9 total=10"; `not_applicable=reason` says that nothing arises.
pub fn answer(figures: &str) -> Answer {
    let mut answer = Answer::default();
    for (field, figure) in figures.split_whitespace().map(|pair| pair.split_once('=').unwrap()) {
        if field == "not_applicable" {
            answer.not_applicable = Some(figure.to_owned());
        } else {
            answer.figures.insert(field.to_owned(), figure.to_owned());
        }
    }
    answer
}

/// The commune's assessment of 2023.
pub fn assess(answers: &[(&str, &str)]) -> Assessment {
    Assessment {
        unit: Unit { level: LEVEL.to_owned(), ..Unit::default() },
        year: YEAR,
        answers: answers.iter().map(|(id, figures)| ((*id).to_owned(), answer(figures).into())).collect(),
        ..Assessment::default()
    }
}

/// The `result` that a file states.
pub fn result_of(set: &TargetSet, assessment: &Assessment) -> Value {
    value(&result::of(set, &score(set, assessment)))
}

/// What one target comes to, in one line: "value met points", or "state problem points" where it is not scored.
pub fn line(result: &Value, index: usize) -> String {
    let row = &result["targets"][index];
    let word = |key: &str| match &row[key] {
        Value::Null => "-".to_owned(),
        Value::String(text) => text.clone(),
        other @ (Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_)) => other.to_string(),
    };
    match word("state").as_str() {
        "scored" => format!("{} {} {}", word("value"), word("met"), word("points")),
        state => format!("{state} {} {}", word("problem"), word("points")),
    }
}

/// Scores one target alone on each row's figures and compares the line it comes to.
pub fn check(decimals: u8, target: &Value, rows: &[(&str, &str)]) {
    let set = read_set(&set_file(decimals, &[area("area", std::slice::from_ref(target))]));
    let id = target["id"].as_str().unwrap();
    for (figures, expected) in rows {
        let result = result_of(&set, &assess(&[(id, figures)]));
        assert_eq!(line(&result, 0), *expected, "{figures:?} with {target}");
    }
}

/// A document scored by a set that has no file.
pub fn scored(set: &TargetSet, assessment: &Assessment) -> ScoredDocument {
    let loaded = LoadedSet { set: set.clone(), sha256: String::new(), text: Rc::from("") };
    ScoredDocument::new(Rc::new(loaded), assessment.clone())
}
