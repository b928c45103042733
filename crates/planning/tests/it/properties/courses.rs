//! What holds for every figure that a target could have.

use std::rc::Rc;

use proptest::prelude::*;
use proptest::sample::{Index, select};

use planning::{Aim, Pinned, Proof, Question, Trajectory, solve};
use scoring::exact::Exact;
use scoring::scorecard::{Outcome, score};
use scoring::target_set::TargetId;
use test_support::drawn::{case, cases};
use test_support::read_set;

/// The courses of every target that has one, with the case scored.
macro_rules! trajectories {
    ($set:ident, $assessment:ident, $card:ident) => {
        $card.targets().filter_map(|score| {
            let answer = Rc::clone(&$assessment.answers[&*score.target.id]);
            Trajectory::of(score, &answer, $set.decimals).ok()
        })
    };
}

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn a_figure_moved_earns_what_its_course_says(case in case(), at in any::<Index>()) {
        let (set, assessment) = (read_set(&case.set), case.assessment());
        let card = score(&set, &assessment);
        for trajectory in trajectories!(set, assessment, card) {
            let last = u64::try_from(trajectory.last().min(u64::MAX.into())).unwrap();
            let any = at.index(usize::try_from(last).unwrap().saturating_add(1)) as u128;
            for position in [0, any, trajectory.now(), trajectory.last()] {
                let mut after = assessment.clone();
                after.answers.insert(trajectory.target().id.to_string(), trajectory.answer_at(position).into());
                let after = score(&set, &after);
                let outcome = after.target(&trajectory.target().id).unwrap();
                prop_assert!(matches!(outcome.outcome, Outcome::Scored(_)), "{:?}", outcome);
                prop_assert_eq!(outcome.points(), Some(trajectory.points_at(position)), "{} of {:?}", position, outcome);
            }
        }
    }

    #[test]
    fn where_a_figure_is_scored_its_course_starts_from_it(case in case()) {
        let (set, assessment) = (read_set(&case.set), case.assessment());
        let card = score(&set, &assessment);
        for trajectory in trajectories!(set, assessment, card) {
            let old = card.target(&trajectory.target().id).unwrap();
            prop_assert!(trajectory.now() <= trajectory.last());
            prop_assert_eq!(trajectory.share(trajectory.now()) == Exact::ZERO, true);
            if let Outcome::Scored(scored) = &old.outcome {
                prop_assert_eq!(trajectory.points_at(trajectory.now()), scored.points);
                let answer = trajectory.answer_at(trajectory.now());
                let mut same = assessment.clone();
                same.answers.insert(trajectory.target().id.to_string(), answer.into());
                let same = score(&set, &same);
                prop_assert_eq!(same.target(&trajectory.target().id).unwrap().value(), old.value());
            }
        }
    }

    #[test]
    fn the_reverse_of_a_slider_is_its_forward(case in case(), places in proptest::collection::vec(any::<Index>(), 6)) {
        let (set, assessment) = (read_set(&case.set), case.assessment());
        let card = score(&set, &assessment);
        for trajectory in trajectories!(set, assessment, card) {
            let last = usize::try_from(trajectory.last().min(1 << 62)).unwrap();
            let mut positions: Vec<u128> = places.iter().map(|at| at.index(last + 1) as u128).collect();
            positions.extend([0, 1.min(trajectory.last()), trajectory.now(), trajectory.last().saturating_sub(1), trajectory.last()]);
            positions.sort_unstable();
            prop_assert!(positions.iter().map(|at| trajectory.points_at(*at)).is_sorted());
            for position in positions {
                let points = trajectory.points_at(position);
                let back = trajectory.position_for(points).unwrap();
                prop_assert!(back <= position);
                prop_assert_eq!(trajectory.points_at(back), points);
                prop_assert!(back == 0 || trajectory.points_at(back - 1) < points, "{} of {:?}", back, trajectory);
            }
            prop_assert_eq!(trajectory.position_for(trajectory.points_at_best() + scoring::points::Points::from_thousandths(1)), None);
        }
    }

    #[test]
    fn only_what_a_unit_cannot_move_is_pinned(case in case()) {
        let (set, assessment) = (read_set(&case.set), case.assessment());
        let card = score(&set, &assessment);
        for (score, target) in card.targets().zip(case.targets()) {
            let answer = Rc::clone(&assessment.answers[&*score.target.id]);
            let pinned = Trajectory::of(score, &answer, set.decimals).err();
            let word = target["measure"]["kind"].as_str().unwrap();
            match pinned {
                None => prop_assert!(answer.not_applicable.is_none() && !matches!(word, "rank" | "given")),
                Some(Pinned::NotApplicable) => prop_assert!(answer.not_applicable.is_some()),
                Some(Pinned::Rank) => prop_assert_eq!(word, "rank"),
                Some(Pinned::Given) => prop_assert_eq!(word, "given"),
                Some(Pinned::NoTotal | Pinned::NotUnderstood) => {
                    prop_assert!(word == "ratio" && !matches!(score.outcome, Outcome::Scored(_)));
                }
                Some(Pinned::Uneven) => prop_assert!(false, "{}", target),
                Some(Pinned::BeyondExact) => {}
            }
        }
    }

    #[test]
    fn a_plan_of_any_set_reaches_what_it_promised(
        case in case(), wanted in 1..=100_000_u32, fewest in any::<bool>(), budget in select(vec![0, 100, 5000]),
    ) {
        let (set, assessment) = (read_set(&case.set), case.assessment());
        let card = score(&set, &assessment);
        let question = Question {
            wanted: Exact::new(wanted.into(), 1000).unwrap(),
            weights: [(TargetId::new("T-0"), Exact::new(7, 1_000_000_000).unwrap())].into(),
            pinned: [TargetId::new("T-2")].into(),
            aim: if fewest { Aim::FewestTargets } else { Aim::LeastCost },
        };
        match solve(&set, &assessment, &card, &question, budget) {
            planning::Outcome::Already => prop_assert!(card.totals.index().unwrap() >= question.wanted),
            planning::Outcome::Plan(plan) => {
                let after = score(&set, &plan.applied(&assessment)).totals;
                prop_assert_eq!((after.points, after.index()), (plan.points, Some(plan.index)));
                prop_assert!(plan.index >= question.wanted && !plan.steps.is_empty());
                if let Proof::AtLeast(least) = plan.proof {
                    prop_assert!(least <= plan.cost);
                }
            }
            planning::Outcome::Unreachable(unreachable) => prop_assert!(unreachable.best < question.wanted),
        }
    }
}
