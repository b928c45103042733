//! Scoring, reading a file and understanding figures, on the host: the median of many runs, and their spread.
//!
//! `cargo bench --no-default-features --bench scoring`
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a program of measurements"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tu_cham::core::assessment::{Answer, Assessment, Unit};
use tu_cham::core::figures::{self, FigureKind};
use tu_cham::core::json::Json;
use tu_cham::core::scorecard::score;
use tu_cham::core::target_set::{self, TargetSet};
use tu_cham::exchange::{builtin, incoming};

const SET: &str = include_str!("../sets/196-ctr-ubnd.json");
const FILE: &[u8] = include_bytes!("../tests/golden/assessment-v1.json");

/// Figures as units type them.
const TYPED: [&str; 10] =
    ["104", "850", "1.234", "1.234.567", "12,5", "48,235 %", "0", "99.996", "1 234 567", "410"];

/// Measured stretches of work; each lasts about a millisecond.
const STRETCHES: usize = 300;

/// Runs the work again and again and prints the time of one: 2nd, 50th and 98th of a hundred stretches.
fn measure(what: &str, budget: Option<Duration>, mut work: impl FnMut()) {
    let begun = Instant::now();
    let mut runs = 0_u32;
    while begun.elapsed() < Duration::from_millis(100) {
        work();
        runs += 1;
    }
    let runs = (runs / 100).max(1);
    let mut times: Vec<Duration> = (0..STRETCHES)
        .map(|_| {
            let begun = Instant::now();
            (0..runs).for_each(|_| work());
            begun.elapsed() / runs
        })
        .collect();
    times.sort_unstable();
    let at = |hundredth: usize| times[times.len() * hundredth / 100];
    let budget = budget.map_or(String::new(), |budget| {
        let verdict = if at(50) <= budget { "within" } else { "OVER" };
        format!(", {verdict} the budget of {budget:?}")
    });
    println!("{what:<44} {:>10.2?} (p2 {:.2?}, p98 {:.2?}){budget}", at(50), at(2), at(98));
}

/// A set of so many targets of the built-in kind, and figures for all of them.
fn sixty(count: usize) -> (TargetSet, Assessment) {
    let mut file: Value = serde_json::from_str(SET).unwrap();
    let model = file.pointer("/areas/2/criteria/2/targets/0").unwrap().clone();
    let target = |index: usize| {
        let mut target = model.clone();
        target["id"] = json!(format!("T-{index}"));
        target["measure"]["excluded"] = json!({"vi": "loại trừ", "en": "excluded"});
        target
    };
    let targets: Vec<Value> = (0..count).map(target).collect();
    file["areas"] = json!([{"id": "A", "name": {"vi": "A"},
        "criteria": [{"id": "C", "name": {"vi": "C"}, "targets": targets}]}]);
    let set = target_set::read(&Json::read(&file.to_string()).unwrap()).unwrap();
    let answer = |index: usize| {
        let figures = [("done", 397 + 7 * index), ("total", 12_345 + 977 * index), ("excluded", index)];
        let figures = figures.map(|(field, figure)| (field.to_owned(), figure.to_string()));
        (format!("T-{index}"), Answer { figures: figures.into(), ..Answer::default() })
    };
    let assessment = Assessment {
        unit: Unit { level: "commune".to_owned(), ..Unit::default() },
        year: 2023,
        answers: (0..count).map(answer).map(|(id, answer)| (id, answer.into())).collect(),
        ..Assessment::default()
    };
    (set, assessment)
}

fn main() {
    let (set, assessment) = sixty(60);
    measure("score 60 targets", Some(Duration::from_micros(20)), || {
        black_box(score(black_box(&set), black_box(&assessment)));
    });
    let (set, assessment) = (builtin::load().unwrap().set, incoming::read(FILE).unwrap().assessment);
    measure("score the golden commune, 9 targets", None, || {
        black_box(score(black_box(&set), black_box(&assessment)));
    });
    measure("read an assessment file, digest included", None, || {
        black_box(incoming::read(black_box(FILE)).unwrap());
    });
    measure("read and check the built-in set", None, || {
        black_box(builtin::load().unwrap());
    });
    measure("understand ten figures", None, || {
        for text in TYPED {
            let _ = black_box(figures::read(black_box(text), FigureKind::Percent));
        }
    });
}
