//! What every plan keeps, proven to be the best or not.

use std::collections::BTreeMap;

use super::drawn::Drawn;
use planning::{Aim, BUDGET, Outcome, Plan, Proof, Question, Trajectory, solve};
use scoring::assessment::Assessment;
use scoring::exact::Exact;
use scoring::points::Points;
use scoring::scorecard::{Totals, score};
use test_support::random::Random;

fn index(drawn: &Drawn, assessment: &Assessment) -> Exact {
    score(&drawn.set, assessment).totals.index().unwrap()
}

/// A multiple of every number up to 50, and of 100, and of 3 once more: of all totals and weights here.
const SCALE: u128 = 3_099_044_504_245_996_706_400 * 300;

fn parts(cost: Exact) -> u128 {
    let parts = cost.times(Exact::whole(SCALE)).unwrap();
    assert_eq!(parts.denominator(), 1);
    parts.numerator()
}

/// What a plan says of itself is so: points, index, steps, cost, and that no figure can be one less.
fn keeps(drawn: &Drawn, question: &Question, plan: &Plan) {
    let after = plan.applied(&drawn.assessment);
    let card = score(&drawn.set, &after);
    assert_eq!(card.totals.points, plan.points);
    assert_eq!(card.totals.index(), Some(plan.index));
    assert!(plan.index >= question.wanted);
    let gains: Points = plan.steps.iter().map(|step| step.gain).sum();
    assert_eq!(drawn.card.totals.points + gains, plan.points);
    let order: Vec<_> = card.targets().map(|score| score.target.id.clone()).collect();
    let place = |step: &planning::Step| order.iter().position(|id| *id == step.target).unwrap();
    assert!(plan.steps.is_sorted_by_key(place));
    let mut cost = 0;
    for step in &plan.steps {
        assert!(!question.pinned.contains(&step.target) && step.from <= step.to && step.gain > Points::ZERO);
        cost += parts(step.share.times(question.weight(&step.target)).unwrap());
        let score = drawn.card.target(&step.target).unwrap();
        let trajectory =
            Trajectory::of(score, &drawn.assessment.answers[&*step.target], drawn.set.decimals).unwrap();
        assert_eq!((trajectory.now(), trajectory.figures_at(step.to)), (step.from, step.figures.clone()));
        let mut less = after.clone();
        let answer = if step.to > step.from {
            trajectory.answer_at(step.to - 1).into()
        } else {
            drawn.assessment.answers[&*step.target].clone()
        };
        less.answers.insert(step.target.to_string(), answer);
        assert!(index(drawn, &less) < question.wanted, "{} can be one less: {plan:#?}", step.target);
    }
    assert_eq!(parts(plan.cost), cost);
}

#[test]
fn a_plan_applied_reaches_what_it_promised_and_no_figure_can_be_one_less() {
    let mut random = Random(1);
    let (mut planned, mut unproven) = (0, 0);
    for case in 0..400 {
        let targets = 1 + usize::try_from(random.below(12)).unwrap();
        let drawn = Drawn::new(&mut random, targets, 50);
        let question =
            drawn.question(&mut random, if case % 2 == 0 { Aim::LeastCost } else { Aim::FewestTargets });
        for budget in [0, 30, 1000, BUDGET] {
            let outcome = solve(&drawn.set, &drawn.assessment, &drawn.card, &question, budget);
            let Outcome::Plan(plan) = outcome else { break };
            keeps(&drawn, &question, &plan);
            planned += 1;
            unproven += i32::from(plan.proof != Proof::Least);
        }
    }
    assert!(planned > 400 && unproven > 30, "{planned} {unproven}");
}

/// The least that reaches so much, first and second thing counted, by every sum of gains there can be.
fn least(drawn: &Drawn, question: &Question, need: usize, step: i64) -> Option<(u128, u128)> {
    let mut best: Vec<Option<(u128, u128)>> = vec![None; need + 1];
    best[0] = Some((0, 0));
    for (score, moves) in drawn.card.targets().zip(&drawn.moves) {
        if question.pinned.contains(&score.target.id) {
            continue;
        }
        let now = score.points().unwrap_or_default().thousandths();
        let weight = question.weight(&score.target.id);
        // For each gain the first that brings it: it costs the least.
        let mut cheapest: BTreeMap<usize, u128> = BTreeMap::new();
        for one in moves {
            let gain = (one.points.thousandths() - now) / step;
            let cost = parts(one.share.times(weight).unwrap());
            if let Ok(gain @ 1..) = usize::try_from(gain) {
                cheapest.entry(gain.min(need)).or_insert(cost);
            }
        }
        for from in (0..need).rev() {
            let Some((first, second)) = best[from] else { continue };
            for (gain, cost) in &cheapest {
                let more = if question.aim == Aim::LeastCost { (*cost, 1) } else { (1, *cost) };
                let sum = (first + more.0, second + more.1);
                let place = &mut best[(from + gain).min(need)];
                if place.is_none_or(|known| sum < known) {
                    *place = Some(sum);
                }
            }
        }
    }
    best[need]
}

#[test]
fn with_sixty_targets_what_is_claimed_of_a_plan_is_true() {
    let mut random = Random(60);
    let mut proofs = [0; 2];
    for case in 0..18 {
        let drawn = Drawn::with_decimals(&mut random, 60, 50, 1);
        let aim = if case % 2 == 0 { Aim::LeastCost } else { Aim::FewestTargets };
        let question = drawn.question(&mut random, aim);
        let totals = drawn.card.totals;
        let reached = |points: i64| {
            Totals { points: Points::from_thousandths(points), ..totals }.index().unwrap() >= question.wanted
        };
        let now = totals.points.thousandths();
        let need = (0..10_000_i64).find(|tenths| reached(now + 100 * tenths)).unwrap();
        for budget in [0, 100, 1000, BUDGET] {
            match solve(&drawn.set, &drawn.assessment, &drawn.card, &question, budget) {
                Outcome::Already => assert_eq!(need, 0),
                Outcome::Unreachable(_) => {
                    assert_eq!(least(&drawn, &question, usize::try_from(need).unwrap(), 100), None);
                }
                Outcome::Plan(plan) => {
                    keeps(&drawn, &question, &plan);
                    let best = least(&drawn, &question, usize::try_from(need).unwrap(), 100).unwrap();
                    let count = plan.steps.len() as u128;
                    let found = if aim == Aim::LeastCost {
                        (parts(plan.cost), count)
                    } else {
                        assert_eq!(count, best.0, "the fewest are always the fewest");
                        (count, parts(plan.cost))
                    };
                    let [found_cost, best_cost] =
                        [found, best].map(|both| if aim == Aim::LeastCost { both.0 } else { both.1 });
                    match plan.proof {
                        Proof::Least => {
                            assert_eq!(found_cost, best_cost);
                            proofs[0] += 1;
                        }
                        Proof::AtLeast(least) => {
                            assert!(least <= Exact::new(best_cost, SCALE).unwrap(), "{least} {best:?}");
                            assert!(found >= best && least <= plan.cost);
                            proofs[1] += 1;
                        }
                    }
                }
            }
        }
    }
    assert!(proofs[0] >= 10 && proofs[1] >= 10, "{proofs:?}");
}
