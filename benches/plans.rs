//! The reverse question on the host: plans of random sets of 9, 17 and 60 targets.
//!
//! `cargo bench --bench plans`
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing, reason = "a program of measurements")]

mod measured;

use std::collections::{BTreeMap, BTreeSet};
use std::hint::black_box;
use std::time::{Duration, Instant};

use measured::{answer, commune, model, set_of, tell};
use planning::{Aim, BUDGET, Outcome, Proof, Question, solve};
use scoring::assessment::Assessment;
use scoring::exact::Exact;
use scoring::scorecard::score;
use scoring::target_set::TargetSet;
use serde_json::json;
use test_support::random::Random;

/// Random sets of a size.
const CASES: usize = 60;

/// A set of so many targets and figures for them: ratios mostly, of totals up to so many.
fn drawn(random: &mut Random, count: usize, most: u64) -> (TargetSet, Assessment) {
    let model = model();
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
        answers.insert(id, answer(figures));
    }
    (set_of(&targets), commune(answers))
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
    let word = if aim == Aim::LeastCost { "least" } else { "fewest" };
    let longest = times.iter().max().copied().unwrap_or_default();
    let planned = times.len();
    let what = format!(
        "plan of {count} targets to {most}, {word}, {proven}/{planned} proven, longest {longest:.1?}"
    );
    tell(&what, times, (100, budget));
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
