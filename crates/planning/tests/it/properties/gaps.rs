//! What holds for the least that meets a goal.

use planning::{Gap, gap};
use proptest::prelude::*;
use proptest::sample::select;
use scoring::scorecard::score;
use test_support::drawn::{cases, one_target};
use test_support::{answer, area, assess, read_set, set_file};

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn the_gap_is_the_least_work_that_meets_the_goal(
        goal in 1..=100_000_000_u64,
        total in 1..1_000_000_u64,
        done in 0..1_000_000_u64,
        compare in select(vec!["at_least", "more_than", "at_most", "less_than"]),
    ) {
        let target = one_target("T", 3, ("pass_fail", "ratio"), (10, 0, goal), compare);
        let set = read_set(&set_file(3, &[area("A", &[target])]));
        let scored = |done: u64| {
            let mut assessment = assess(&[]);
            assessment.answers.insert("T".to_owned(), answer(&format!("done={done} total={total}")).into());
            score(&set, &assessment).target("T").unwrap().clone()
        };
        let done = done.min(total);
        let met = |done: u64| scored(done).met().unwrap();
        match gap(&scored(done)) {
            None => prop_assert!(met(done)),
            Some(Gap::More(more)) => {
                let more = u64::try_from(more).unwrap();
                prop_assert!(!met(done) && met(done + more) && !met(done + more - 1));
            }
            Some(Gap::Fewer(fewer)) => {
                let fewer = u64::try_from(fewer).unwrap();
                prop_assert!(!met(done) && met(done - fewer) && !met(done - fewer + 1));
            }
            // No number of things meets it: more than the whole would be needed.
            Some(Gap::Points(_)) => prop_assert!(!met(0) && !met(total)),
            other => prop_assert!(false, "{other:?}"),
        }
    }
}
