//! What the measurements share: the set that they are made from, and how a time is told.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    reason = "a program of measurements"
)]

use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::Duration;

use scoring::assessment::{Answer, Assessment, Unit};
use scoring::json::Json;
use scoring::target_set;
use scoring::target_set::TargetSet;
use serde_json::{Value, json};

const SET: &str = include_str!("../../sets/196-ctr-ubnd.json");

/// A target of the built-in set that is measured by a ratio.
pub fn model() -> Value {
    let file: Value = serde_json::from_str(SET).unwrap();
    file.pointer("/areas/2/criteria/2/targets/0").unwrap().clone()
}

/// The built-in set with these targets instead of its own.
pub fn set_of(targets: &[Value]) -> TargetSet {
    let mut file: Value = serde_json::from_str(SET).unwrap();
    file["areas"] = json!([{"id": "A", "name": {"vi": "A"},
        "criteria": [{"id": "C", "name": {"vi": "C"}, "targets": targets}]}]);
    target_set::read(&Json::read(&file.to_string()).unwrap()).unwrap()
}

/// An answer of these figures.
pub fn answer<N: ToString>(figures: impl IntoIterator<Item = (&'static str, N)>) -> Rc<Answer> {
    let figures = figures.into_iter().map(|(field, figure)| (field.to_owned(), figure.to_string()));
    Answer { figures: figures.collect(), ..Answer::default() }.into()
}

/// A commune's assessment of 2023.
pub fn commune(answers: BTreeMap<String, Rc<Answer>>) -> Assessment {
    let unit = Unit { level: "commune".to_owned(), ..Unit::default() };
    Assessment { unit, year: 2023, answers, ..Assessment::default() }
}

/// Prints times: the 2nd, 50th and 98th of a hundred; the one at a place of a hundred is held against the budget.
pub fn tell(what: &str, mut times: Vec<Duration>, (held, budget): (usize, Option<Duration>)) {
    times.sort_unstable();
    let at = |hundredth: usize| times[(times.len() - 1) * hundredth / 100];
    let budget = budget.map_or(String::new(), |budget| {
        let verdict = if at(held) <= budget { "within" } else { "OVER" };
        format!(", {verdict} the budget of {budget:?}")
    });
    println!("{what:<68} {:>10.2?} (p2 {:.2?}, p98 {:.2?}){budget}", at(50), at(2), at(98));
}
