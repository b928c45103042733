//! What holds for every score.

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use scoring::assessment::Answer;
use scoring::scorecard::{rescore, score};
use test_support::drawn::{case, cases, decimal, one_target, whole};
use test_support::{area, assess, read_set, result_of, set_file};

/// Thousandths of printed points; none for `null`.
fn thousandths(points: &Value) -> i64 {
    let Some(text) = points.as_str() else { return 0 };
    let (whole, decimals) = text.split_once('.').unwrap();
    assert_eq!(decimals.len(), 3, "{text}");
    format!("{whole}{decimals}").parse().unwrap()
}

fn rows(result: &Value) -> &Vec<Value> {
    result["targets"].as_array().unwrap()
}

fn sum(rows: &[Value]) -> i64 {
    rows.iter().map(|row| thousandths(&row["points"])).sum()
}

/// The one row of a target scored alone.
fn alone(decimals: u8, target: &Value, figures: &str) -> Value {
    let set = read_set(&set_file(decimals, &[area("A", std::slice::from_ref(target))]));
    let id = target["id"].as_str().unwrap();
    rows(&result_of(&set, &assess(&[(id, figures)])))[0].clone()
}

/// Points as a target declares them.
fn declared(points: &Value) -> i64 {
    let text = points.as_str().unwrap();
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    format!("{whole}{decimals:0<3}").parse().unwrap()
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn printed_points_add_up_to_the_printed_sums(case in case()) {
        let result = result_of(&read_set(&case.set), &case.assessment());
        prop_assert_eq!(sum(rows(&result)), thousandths(&result["points"]));
        let areas = result["areas"].as_array().unwrap();
        prop_assert_eq!(sum(areas), thousandths(&result["points"]));
        let of_areas: i64 = areas.iter().map(|area| thousandths(&area["max_points"])).sum();
        prop_assert_eq!(of_areas, thousandths(&result["max_points"]));
    }

    #[test]
    fn points_stay_within_their_bounds_and_the_decimals_of_the_set(case in case()) {
        let result = result_of(&read_set(&case.set), &case.assessment());
        let step = 10_i64.pow(3 - u32::try_from(case.set["decimals"].as_u64().unwrap()).unwrap());
        for (row, target) in rows(&result).iter().zip(case.targets()) {
            let points = thousandths(&row["points"]);
            let (least, most) = match target["rule"]["kind"].as_str().unwrap() {
                "penalty" => (-declared(&target["rule"]["cap"]), 0),
                "bonus" => (0, declared(&target["rule"]["cap"])),
                _ => (0, declared(&target["max_points"])),
            };
            prop_assert!((least..=most).contains(&points), "{row}");
            // Only points given by others may be finer, and they are rounded as well.
            prop_assert_eq!(points % step, 0, "{}", row);
        }
        for key in ["index", "index_possible", "index_of_answered"] {
            if let Some(index) = result[key].as_str() {
                let index: f64 = index.parse().unwrap();
                prop_assert!((0.0..=100.0).contains(&index), "{key} {index}");
            }
        }
    }

    #[test]
    fn an_unmet_or_unfinished_target_never_prints_its_maximum(case in case()) {
        let result = result_of(&read_set(&case.set), &case.assessment());
        for (row, target) in rows(&result).iter().zip(case.targets()) {
            let rule = target["rule"]["kind"].as_str().unwrap();
            if matches!(rule, "toward_goal" | "proportional") && row["met"] == json!(false) {
                prop_assert!(row["points"] != row["max_points"] || row["max_points"] == "0.000", "{row}");
            }
        }
    }

    #[test]
    fn a_blank_answer_is_empty_and_never_zero(case in case(), at in any::<prop::sample::Index>()) {
        let set = read_set(&case.set);
        let before = result_of(&set, &case.assessment());
        let index = at.index(case.answers.len());
        let mut blanked = case.clone();
        blanked.answers[index] = Answer::default();
        let after = result_of(&set, &blanked.assessment());
        let (was, row) = (&rows(&before)[index], &rows(&after)[index]);
        let target = case.targets()[index];
        let given = target["measure"]["kind"] == "given";
        let extra = matches!(target["rule"]["kind"].as_str(), Some("penalty" | "bonus"));
        prop_assert_eq!(&row["state"], if given { "pending" } else { "empty" });
        prop_assert_eq!(&row["points"], &if extra { json!("0.000") } else { Value::Null });
        if !given {
            prop_assert_eq!(&after["complete"], &json!(false));
            prop_assert_eq!(&after["band"], &Value::Null);
        }
        // Zero is a score; what is blank may still earn its maximum.
        if was["state"] == "scored" && !extra {
            let possible = |result: &Value| result["index_possible"].as_str().map(|text| text.parse::<f64>().unwrap());
            prop_assert!(was["points"].is_string());
            prop_assert!(possible(&after) >= possible(&before));
        }
    }

    #[test]
    fn scoring_one_target_anew_gives_what_scoring_all_does(
        case in case(), at in any::<prop::sample::Index>(), from in any::<prop::sample::Index>()
    ) {
        let set = read_set(&case.set);
        let mut card = score(&set, &case.assessment());
        let index = at.index(case.answers.len());
        let mut changed = case.clone();
        changed.answers[index] = case.answers[from.index(case.answers.len())].clone();
        let assessment = changed.assessment();
        rescore(&mut card, &set, &assessment, &format!("T-{index}"));
        prop_assert_eq!(card, score(&set, &assessment));
    }

    #[test]
    fn what_does_not_arise_leaves_the_share_earned_on_the_rest(case in case(), at in any::<prop::sample::Index>()) {
        let mut case = case;
        case.set["not_applicable"] = json!("leave_out");
        let set = read_set(&case.set);
        let index = at.index(case.answers.len());
        let before = result_of(&set, &case.assessment());
        case.answers[index].not_applicable = Some("nothing arose".to_owned());
        let after = result_of(&set, &case.assessment());
        let rest = |result: &Value| {
            let mut rows = rows(result).clone();
            rows.remove(index);
            rows
        };
        prop_assert_eq!(rest(&before), rest(&after));
        prop_assert_eq!(thousandths(&after["points"]), sum(&rest(&before)));
        let counted = |row: &&Value| row["state"] != "not_applicable";
        let max: i64 = rest(&before).iter().filter(counted).map(|row| thousandths(&row["max_points"])).sum();
        prop_assert_eq!(thousandths(&after["max_points"]), max);
    }

    #[test]
    fn more_done_never_scores_less(
        rule in select(vec!["toward_goal", "proportional", "steps", "per_item"]),
        word in select(vec!["ratio", "percent", "count"]),
        (max, each, goal) in (0..20_000_u64, 0..3_000_u64, 1..=100_000_000_u64),
        (some, more, total) in (whole(), whole(), 1..=999_999_999_999_999_999_u64),
        decimals in 0..=3_u8,
        compare in select(vec!["at_least", "more_than"]),
    ) {
        let word = match rule {
            "per_item" => "count",
            "proportional" if word == "count" => "ratio",
            _ => word,
        };
        let target = one_target("T", decimals, (rule, word), (max, each, goal), compare);
        let figures = |done: u64| match word {
            "ratio" => format!("done={} total={total}", done.min(total)),
            "percent" => format!("value={}", decimal(done % 100_000_001, 6)),
            _ => format!("value={done}"),
        };
        let (less, more) = match word {
            "percent" => {
                let (a, b) = (some % 100_000_001, more % 100_000_001);
                (a.min(b), a.max(b))
            }
            _ => (some.min(more), some.max(more)),
        };
        let points = |done: u64| thousandths(&alone(decimals, &target, &figures(done))["points"]);
        prop_assert!(points(less) <= points(more), "{target} {} {}", figures(less), figures(more));
    }

    #[test]
    fn met_is_the_exact_comparison_and_points_are_the_exact_share_rounded_once(
        (max, goal) in (1..20_000_u64, 1..=100_000_000_u64),
        done in whole(),
        // Multiples of 10^8 let the goal be hit exactly.
        total in prop_oneof![
            1..=999_999_999_999_999_999_u64,
            (1..=9_999_999_999_u64).prop_map(|hundred_millions| hundred_millions * 100_000_000),
        ],
        near in any::<bool>(),
        decimals in 0..=3_u8,
        compare in select(vec!["at_least", "more_than", "at_most", "less_than"]),
    ) {
        let (max, goal, total) = (u128::from(max), u128::from(goal), u128::from(total));
        // As near the goal as the total allows, or anywhere.
        let edge = goal * total / 100_000_000;
        let done = if near { (edge + u128::from(done % 3)).saturating_sub(1) } else { u128::from(done) }.min(total);
        // done ÷ total against goal ÷ 10^8, multiplied out.
        let (value, wanted) = (done * 100_000_000, goal * total);
        let met = match compare {
            "at_least" => value >= wanted,
            "more_than" => value > wanted,
            "at_most" => value <= wanted,
            _ => value < wanted,
        };
        let figures = format!("done={done} total={total}");
        let numbers = (u64::try_from(max).unwrap(), 0, u64::try_from(goal).unwrap());
        let pass = one_target("T", decimals, ("pass_fail", "ratio"), numbers, compare);
        let row = alone(decimals, &pass, &figures);
        prop_assert_eq!(&row["met"], &json!(met));
        let step = 10_u128.pow(3 - u32::from(decimals));
        let full = i64::try_from(max * step).unwrap();
        prop_assert_eq!(thousandths(&row["points"]), if met { full } else { 0 });
        if matches!(compare, "at_least" | "more_than") {
            let toward = one_target("T", decimals, ("toward_goal", "ratio"), numbers, compare);
            let row = alone(decimals, &toward, &figures);
            let rounded = (2 * max * value.min(wanted) + wanted) / (2 * wanted);
            let held = if met { max } else { rounded.min(max - 1) };
            prop_assert_eq!(thousandths(&row["points"]), i64::try_from(held * step).unwrap(), "{}", figures);
            prop_assert_eq!(&row["met"], &json!(met));
        }
    }
}
