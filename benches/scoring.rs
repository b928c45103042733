//! Scoring, reading a file and understanding figures, on the host: the median of many runs, and their spread.
//!
//! `cargo bench --bench scoring`
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing, reason = "a program of measurements")]

mod measured;

use std::hint::black_box;
use std::time::{Duration, Instant};

use formats::{builtin, document_reader};
use measured::{answer, commune, model, set_of, tell};
use scoring::assessment::Assessment;
use scoring::figures;
use scoring::figures::FigureKind;
use scoring::scorecard::score;
use scoring::target_set::TargetSet;
use serde_json::{Value, json};

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
    let times = (0..STRETCHES)
        .map(|_| {
            let begun = Instant::now();
            (0..runs).for_each(|_| work());
            begun.elapsed() / runs
        })
        .collect();
    tell(what, times, (50, budget));
}

/// A set of so many targets of the built-in kind, and figures for all of them.
fn sixty(count: usize) -> (TargetSet, Assessment) {
    let model = model();
    let target = |index: usize| {
        let mut target = model.clone();
        target["id"] = json!(format!("T-{index}"));
        target["measure"]["excluded"] = json!({"vi": "loại trừ", "en": "excluded"});
        target
    };
    let targets: Vec<Value> = (0..count).map(target).collect();
    let figures =
        |index: usize| [("done", 397 + 7 * index), ("total", 12_345 + 977 * index), ("excluded", index)];
    let answers = (0..count).map(|index| (format!("T-{index}"), answer(figures(index))));
    (set_of(&targets), commune(answers.collect()))
}

fn main() {
    let (set, assessment) = sixty(60);
    measure("score 60 targets", Some(Duration::from_micros(20)), || {
        black_box(score(black_box(&set), black_box(&assessment)));
    });
    let (set, assessment) = (builtin::load().unwrap().set, document_reader::read(FILE).unwrap().assessment);
    measure("score the golden commune, 9 targets", None, || {
        black_box(score(black_box(&set), black_box(&assessment)));
    });
    measure("read an assessment file, digest included", None, || {
        black_box(document_reader::read(black_box(FILE)).unwrap());
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
