//! The reverse question: plans against every plan there is, and what holds for each of them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs, reason = "a test")]

#[path = "../support/mod.rs"]
mod support;

mod brute_force;
mod drawn;

use drawn::Random;
use tu_cham::core::advice::{Aim, Outcome, Proof};

/// How each small case is drawn: how many targets, and how large their totals are.
const SMALL: [(usize, u64, u64); 6] =
    [(1, 50, 150), (2, 50, 150), (3, 50, 150), (4, 50, 120), (5, 12, 120), (5, 50, 60)];

#[test]
fn a_plan_is_the_best_of_all_plans_there_are() {
    let mut random = Random(20_220_519);
    let mut seen = [0; 3];
    for (targets, total, cases) in SMALL {
        for case in 0..cases {
            let drawn = drawn::Drawn::new(&mut random, targets, total);
            for aim in [Aim::LeastCost, Aim::FewestTargets] {
                let question = drawn.question(&mut random, aim);
                let best = brute_force::best(&drawn, &question);
                let outcome = drawn.solve(&question);
                let told = format!("{targets} targets of {total}, case {case}, {question:?}\n{drawn:#?}");
                match (&outcome, best) {
                    (Outcome::Already, brute_force::Best::Already) => seen[0] += 1,
                    (Outcome::Unreachable(_), brute_force::Best::Unreachable) => seen[1] += 1,
                    (Outcome::Plan(plan), brute_force::Best::Plan(best)) => {
                        seen[2] += 1;
                        assert_eq!(drawn.moves_of(plan), best.moves, "{told}\n{outcome:#?}\n{best:#?}");
                        assert!(plan.cost == best.cost, "{told}\n{outcome:#?}\n{best:#?}");
                        assert_eq!(plan.proof, Proof::Least, "{told}\n{outcome:#?}");
                    }
                    (outcome, best) => panic!("{outcome:#?} but {best:#?}\n{told}"),
                }
            }
        }
    }
    println!("{seen:?} already reached, unreachable, planned");
    assert!(seen[0] > 20 && seen[1] > 100 && seen[2] > 400, "{seen:?}");
}
