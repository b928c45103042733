//! The reverse question: plans against every plan there is, and what holds for each of them.

mod brute_force;
mod drawn;
mod promises;
mod questions;

use brute_force::Best;
use drawn::Drawn;
use planning::{Aim, Outcome, Proof, solve};
use test_support::random::Random;

/// How each small case is drawn: how many targets, and how large their totals are.
const SMALL: [(usize, u64, u64); 6] =
    [(1, 50, 150), (2, 50, 150), (3, 50, 150), (4, 50, 120), (5, 12, 120), (5, 50, 60)];

/// Compares with the best of all plans for both aims; whether it is reached already, unreachable, or planned.
fn compare(drawn: &Drawn, random: &mut Random, seen: &mut [u32; 3]) {
    for aim in [Aim::LeastCost, Aim::FewestTargets] {
        let question = drawn.question(random, aim);
        let best = brute_force::best(drawn, &question);
        let outcome = drawn.solve(&question);
        match (&outcome, best) {
            (Outcome::Already, Best::Already) => seen[0] += 1,
            // What is too dear to be looked at one by one may reach it after all.
            (_, Best::Unreachable) if drawn.moves.iter().any(Vec::is_empty) => {}
            (Outcome::Unreachable(_), Best::Unreachable) => seen[1] += 1,
            (Outcome::Plan(plan), Best::Plan(best)) => {
                seen[2] += 1;
                assert_eq!(drawn.moves_of(plan), best.moves, "{question:?}\n{outcome:#?}\n{best:#?}");
                assert!(plan.cost == best.cost, "{question:?}\n{outcome:#?}\n{best:#?}");
                assert_eq!(plan.proof, Proof::Least, "{question:?}\n{outcome:#?}");
                for budget in [0, 60] {
                    let hasty = solve(&drawn.set, &drawn.assessment, &drawn.card, &question, budget);
                    let Outcome::Plan(hasty) = hasty else { panic!("{hasty:#?}") };
                    match hasty.proof {
                        Proof::Least => {
                            assert!(hasty.cost == best.cost, "{question:?}\n{hasty:#?}\n{best:#?}");
                        }
                        Proof::AtLeast(least) => {
                            assert!(least <= best.cost, "{question:?}\n{hasty:#?}\n{best:#?}");
                        }
                    }
                }
            }
            (outcome, best) => panic!("{outcome:#?} but {best:#?}\n{question:?}"),
        }
    }
}

#[test]
fn a_plan_is_the_best_of_all_plans_there_are() {
    let mut random = Random(20_220_519);
    let mut seen = [0; 3];
    for (targets, total, cases) in SMALL {
        for _ in 0..cases {
            compare(&Drawn::new(&mut random, targets, total), &mut random, &mut seen);
        }
    }
    assert!(seen[0] > 20 && seen[1] > 100 && seen[2] > 400, "{seen:?}");
}

#[test]
fn it_is_the_best_where_a_target_can_do_more_than_is_looked_at_one_by_one() {
    let mut random = Random(268_763);
    let mut seen = [0; 3];
    for (targets, total, cases) in [(2, 2000, 16), (3, 400, 40)] {
        for _ in 0..cases {
            compare(&Drawn::new(&mut random, targets, total), &mut random, &mut seen);
        }
    }
    assert!(seen[2] > 40, "{seen:?}");
}

#[test]
fn it_is_the_best_where_no_common_scale_holds_all_costs() {
    let mut random = Random(196);
    let mut seen = [0; 3];
    for (targets, total, cases) in [(3, 50, 100), (4, 20, 100)] {
        for _ in 0..cases {
            compare(&Drawn::with_dear(&mut random, targets, total), &mut random, &mut seen);
        }
    }
    assert!(seen[2] > 100, "{seen:?}");
}
