//! The reverse question on the host: plans of random sets of 9, 17 and 60 targets.
//!
//! `cargo bench --no-default-features --bench plans`
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a program of measurements"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::hint::black_box;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tu_cham::core::advice::{Aim, BUDGET, Outcome, Proof, Question, solve};
use tu_cham::core::assessment::{Answer, Assessment, Unit};
use tu_cham::core::exact::Exact;
use tu_cham::core::json::Json;
use tu_cham::core::scorecard::score;
use tu_cham::core::target_set::{self, TargetSet};

const SET: &str = include_str!("../sets/196-ctr-ubnd.json");

/// Random sets of a size.
const CASES: usize = 60;

/// Numbers that look drawn (`SplitMix64`), the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % end
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[usize::try_from(self.below(all.len() as u64)).unwrap()]
    }
}

/// A set of so many targets and figures for them: ratios mostly, of totals up to so many.
fn drawn(random: &mut Random, count: usize, most: u64) -> (TargetSet, Assessment) {
    let mut file: Value = serde_json::from_str(SET).unwrap();
    let model = file.pointer("/areas/2/criteria/2/targets/0").unwrap().clone();
    let mut answers = BTreeMap::new();
    let mut targets = Vec::new();
    for at in 0..count {
        let (id, mut target) = (format!("T-{at}"), model.clone());
        target["id"] = json!(id);
        target["max_points"] = json!(random.one_of(&["2", "3", "4", "5", "10"]));
        target["goal"] =
            json!({"compare": "at_least", "value": random.one_of(&["20", "30", "55", "80", "100", "100"])});
        let total = 10 + random.below(most);
        let mut figures = vec![("done", random.below(total + 1)), ("total", total)];
        match random.below(8) {
            0 => {
                target["rule"] = json!({"kind": "steps", "steps": [{"from": "90", "points": "2"}, {"from": "70", "points": "1"}]});
                target.as_object_mut().unwrap().remove("goal");
            }
            1 => target["rule"] = json!({"kind": "pass_fail"}),
            2 => {
                target["measure"] = json!({"kind": "percent"});
                figures = vec![("value", random.below(101))];
            }
            _ => {}
        }
        targets.push(target);
        let figures = figures.into_iter().map(|(field, figure)| (field.to_owned(), figure.to_string()));
        answers.insert(id, Answer { figures: figures.collect(), ..Answer::default() }.into());
    }
    file["areas"] = json!([{"id": "A", "name": {"vi": "A"},
        "criteria": [{"id": "C", "name": {"vi": "C"}, "targets": targets}]}]);
    let set = target_set::read(&Json::read(&file.to_string()).unwrap()).unwrap();
    let unit = Unit { level: "commune".to_owned(), ..Unit::default() };
    (set, Assessment { unit, year: 2023, answers, ..Assessment::default() })
}

/// Asks for plans of random sets and prints the time of one: 2nd, 50th and 98th of a hundred, and the longest, which is
/// held against the budget.
fn measure(random: &mut Random, count: usize, most: u64, aim: Aim, budget: Option<Duration>) {
    let (mut times, mut proven) = (Vec::new(), 0);
    for _ in 0..CASES {
        let (set, assessment) = drawn(random, count, most);
        let card = score(&set, &assessment);
        let wanted = Exact::whole(u128::from(70 + random.below(30)));
        let question = Question { wanted, weights: BTreeMap::new(), pinned: BTreeSet::new(), aim };
        let run = || {
            let begun = Instant::now();
            let outcome = black_box(solve(&set, &assessment, &card, black_box(&question), BUDGET));
            (begun.elapsed(), outcome)
        };
        let (first, Outcome::Plan(plan)) = run() else { continue };
        // The quickest of five: what else the computer does is no part of it.
        times.push((0..4).map(|_| run().0).fold(first, Duration::min));
        proven += u32::from(plan.proof == Proof::Least);
    }
    times.sort_unstable();
    let at = |hundredth: usize| times[(times.len() - 1) * hundredth / 100];
    let budget = budget.map_or(String::new(), |budget| {
        let verdict = if at(100) <= budget { "within" } else { "OVER" };
        format!(", {verdict} the budget of {budget:?}")
    });
    let word = if aim == Aim::LeastCost { "least" } else { "fewest" };
    let planned = times.len();
    let what = format!(
        "plan of {count} targets to {most}, {word}, {proven}/{planned} proven, longest {:.1?}",
        at(100)
    );
    println!("{what:<68} {:>10.2?} (p2 {:.2?}, p98 {:.2?}){budget}", at(50), at(2), at(98));
}

fn main() {
    let mut random = Random(196);
    for (count, most) in [(9, 3000), (17, 268_763), (60, 300), (60, 268_763)] {
        for aim in [Aim::LeastCost, Aim::FewestTargets] {
            let budget = (count == 60).then_some(Duration::from_millis(50));
            measure(&mut random, count, most, aim, budget);
        }
    }
}
