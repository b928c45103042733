//! What holds for the work still needed.

use proptest::prelude::*;
use test_support::scored;

use planning::{Amount, FigureChange, ToDo, Work, work};
use scoring::assessment::Task;
use scoring::points::Points;
use scoring::scorecard::{Outcome, score};
use scoring::target_set::Measure;
use test_support::drawn::{case, cases};
use test_support::{answer, read_set};

/// The figures that a piece of work asks for, as somebody would type them who reads nothing but what is to be done.
fn typed(work: &Work) -> Vec<(String, String)> {
    let one = |field: &str, text: String| vec![(field.to_owned(), text)];
    let field = if matches!(work.score.target.measure, Measure::Ratio { .. }) { "done" } else { "value" };
    match &work.to_do {
        ToDo::More(FigureChange { to, .. })
        | ToDo::Fewer(FigureChange { to, .. })
        | ToDo::Places(FigureChange { to, .. }) => match to {
            Amount::Whole(whole) => one(field, whole.to_string()),
            Amount::Percent(percent) => one(field, percent.to_string()),
        },
        ToDo::Yes => one("value", "yes".to_owned()),
        ToDo::Items(items) => items.iter().map(|item| (item.clone(), "yes".to_owned())).collect(),
        ToDo::Choose(option) => one("value", option.clone()),
        ToDo::Enter | ToDo::Correct | ToDo::Wait | ToDo::Given | ToDo::SeeRule => Vec::new(),
    }
}

proptest! {
    #![proptest_config(cases(800))]

    #[test]
    fn work_done_brings_exactly_what_it_promised(case in case(), planned in any::<bool>(), share in 0..=100_u64) {
        let (set, mut assessment) = (read_set(&case.set), case.assessment());
        for (id, entered) in &assessment.answers {
            let target = set.target(id).unwrap();
            let text = format!("done={share} value={share} a=yes b={}", if share > 50 { "yes" } else { "no" });
            let fields = target.measure.fields();
            let mut figures = answer(&text).figures;
            figures.retain(|field, _| fields.iter().any(|known| known.name == field) && entered.not_applicable.is_none());
            if planned {
                assessment.work.insert(id.clone(), Task { figures, ..Task::default() });
            }
        }
        let card = score(&set, &assessment);
        for work in work(&scored(&set, &assessment)) {
            prop_assert!(work.gain > Points::ZERO);
            let id = &*work.score.target.id;
            let Some(promised) = &work.after else {
                prop_assert!(typed(&work).is_empty());
                continue;
            };
            let mut done = assessment.clone();
            let mut entered = (*done.answers[id]).clone();
            entered.figures.extend(typed(&work));
            done.answers.insert(id.to_owned(), entered.into());
            let after = score(&set, &done);
            prop_assert_eq!(after.totals.points - card.totals.points, work.gain, "{:?}", &work);
            prop_assert_eq!(after.target(id).unwrap().points(), promised.points());
            prop_assert_eq!(after.target(id).unwrap().value(), promised.value());
        }
    }

    #[test]
    fn most_points_come_first_then_the_sets_order_and_each_target_once(case in case()) {
        let (set, assessment) = (read_set(&case.set), case.assessment());
        let all = work(&scored(&set, &assessment));
        let place = |work: &Work| set.targets().position(|target| target.id == work.score.target.id).unwrap();
        for pair in all.windows(2) {
            let (first, second) = (&pair[0], &pair[1]);
            prop_assert!(first.gain > second.gain || (first.gain == second.gain && place(first) < place(second)));
        }
    }

    #[test]
    fn what_is_left_out_is_fully_earned_or_can_earn_no_more(case in case()) {
        let (set, assessment) = (read_set(&case.set), case.assessment());
        let card = score(&set, &assessment);
        let all = work(&scored(&set, &assessment));
        for score in card.targets() {
            let work = all.iter().find(|work| work.score.target.id == score.target.id);
            let (max, earned) = (score.target.max_points, score.points());
            match &score.outcome {
                Outcome::NotApplicable => prop_assert!(work.is_none()),
                _ if earned.is_some_and(|earned| earned >= max) => prop_assert!(work.is_none()),
                Outcome::Scored(_) if work.is_none() => {
                    // Nothing that could be typed instead earns more.
                    for text in ["value=0", "value=1", "value=100", "value=999999999", "value=a", "value=b", "value=yes",
                                 "a=yes b=yes c=yes", "done=0", "done=1", "done=1000"] {
                        let mut entered = (*assessment.answers[&*score.target.id]).clone();
                        entered.figures.extend(answer(text).figures);
                        let other = score.with(&entered, set.decimals);
                        prop_assert!(other.points() <= earned, "{} instead of {:?}", text, score);
                    }
                }
                _ if max == Points::ZERO && earned.is_none() => prop_assert!(work.is_none()),
                _ => prop_assert!(work.is_some_and(|work| work.gain <= max - earned.unwrap_or_default())),
            }
        }
    }
}
