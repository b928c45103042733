//! Draws target sets that use every rule on every measure it fits, and answers as untidy as people are.

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::Config;
use serde_json::{Value, json};

use crate::{answer, area, kind, name, ratio, set_file, target, with_goal};
use std::rc::Rc;

use scoring::assessment::{Answer, Assessment};

/// So many cases a property; what fails is printed with its seed and not kept in a file.
pub fn cases(cases: u32) -> Config {
    Config { cases, failure_persistence: None, ..Config::default() }
}

/// Rules with the measures they fit.
pub const PAIRS: [(&str, &str); 20] = [
    ("toward_goal", "ratio"),
    ("toward_goal", "percent"),
    ("toward_goal", "count"),
    ("proportional", "ratio"),
    ("proportional", "percent"),
    ("steps", "ratio"),
    ("steps", "percent"),
    ("steps", "count"),
    ("pass_fail", "ratio"),
    ("pass_fail", "percent"),
    ("pass_fail", "count"),
    ("pass_fail", "rank"),
    ("pass_fail", "yes_no"),
    ("per_item", "count"),
    ("share_of_items", "checklist"),
    ("all_or_nothing", "checklist"),
    ("by_choice", "choice"),
    ("as_given", "given"),
    ("penalty", "count"),
    ("bonus", "count"),
];

/// A set and the answers to it, in the order of its targets.
#[derive(Debug, Clone)]
pub struct Case {
    pub set: Value,
    pub answers: Vec<Answer>,
}

impl Case {
    /// The targets as the file has them.
    pub fn targets(&self) -> Vec<&Value> {
        let areas = self.set["areas"].as_array().unwrap().iter();
        areas.flat_map(|area| area["criteria"][0]["targets"].as_array().unwrap()).collect()
    }

    pub fn assessment(&self) -> Assessment {
        let ids = (0..).map(|index| format!("T-{index}"));
        Assessment {
            answers: ids.zip(self.answers.iter().cloned().map(Rc::new)).collect(),
            ..crate::assess(&[])
        }
    }
}

/// A decimal of so many units of 10^−scale.
pub fn decimal(units: u64, scale: u32) -> String {
    let power = 10_u64.pow(scale);
    match scale {
        0 => units.to_string(),
        _ => format!("{}.{:0width$}", units / power, units % power, width = scale as usize),
    }
}

/// A whole figure: mostly small, at times as large as is read.
pub fn whole() -> impl Strategy<Value = u64> {
    prop_oneof![6 => 0..200_u64, 2 => 0..100_000_u64, 1 => 0..=999_999_999_999_999_999_u64]
}

/// A percentage as typed, up to 18 decimals.
pub fn percent() -> impl Strategy<Value = String> {
    (0..=100_u64, 0..1_000_000_000_000_000_000_u64, 0..=18_usize).prop_map(|(whole, fraction, digits)| {
        let fraction = &format!("{fraction:018}")[..digits];
        if whole == 100 || fraction.is_empty() { whole.to_string() } else { format!("{whole},{fraction}") }
    })
}

fn measure(word: &str) -> Value {
    let mut measure = if word == "ratio" { ratio() } else { kind(word) };
    match word {
        "checklist" => {
            measure["items"] = ["a", "b", "c"].map(|id| json!({"id": id, "name": name(id)})).into();
        }
        "choice" => {
            let options = [("a", "100"), ("b", "66.6667"), ("c", "0")];
            measure["options"] =
                options.map(|(id, share)| json!({"id": id, "name": name(id), "share": share})).into();
        }
        _ => {}
    }
    measure
}

/// A target of one rule: maximum and other points in units of the last decimal, goal in millionths.
pub fn one_target(
    id: &str,
    decimals: u8,
    (rule, word): (&str, &str),
    (max, each, goal): (u64, u64, u64),
    compare: &str,
) -> Value {
    let points = |units: u64| decimal(units, decimals.into());
    let extra = matches!(rule, "penalty" | "bonus");
    let steps: Vec<_> = [("95.5", false, max), ("95.5", true, max - max / 4), ("50", true, max / 2)]
        .map(
            |(from, inclusive, units)| json!({"from": from, "inclusive": inclusive, "points": points(units)}),
        )
        .into();
    let rule_value = match rule {
        "steps" => json!({"kind": rule, "steps": steps}),
        "per_item" => json!({"kind": rule, "points_each": points(each)}),
        "penalty" | "bonus" => json!({"kind": rule, "points_each": points(each), "cap": points(max)}),
        "proportional" if each % 2 == 0 => json!({"kind": rule, "floor": decimal(goal, 6)}),
        _ => kind(rule),
    };
    let mut measured = measure(word);
    if word == "ratio" && each % 5 == 0 {
        measured["may_exceed"] = json!(true);
    }
    let target = target(id, &if extra { "0".to_owned() } else { points(max) }, measured, rule_value);
    let compare = match (rule, compare) {
        ("toward_goal", "at_most" | "less_than") => "at_least",
        (_, compare) => compare,
    };
    let has_goal = match rule {
        "toward_goal" => true,
        "pass_fail" => word != "yes_no",
        "proportional" | "steps" => each % 3 == 0,
        _ => false,
    };
    if has_goal { with_goal(target, compare, &decimal(goal, 6)) } else { target }
}

/// An answer that can be scored, by the measure.
fn scored(word: &'static str) -> BoxedStrategy<String> {
    let value = |text: String| format!("value={text}");
    match word {
        "ratio" => (1..=1_000_000_u64, whole(), 0..50_u64)
            .prop_map(|(whole, done, out)| {
                format!("done={} total={} excluded={out}", done % (whole + 1), whole + out)
            })
            .boxed(),
        "percent" => percent().prop_map(value).boxed(),
        "rank" => (1..64_u64).prop_map(move |rank| value(rank.to_string())).boxed(),
        "count" => whole().prop_map(move |count| value(count.to_string())).boxed(),
        "yes_no" => select(vec!["value=yes", "value=no"]).prop_map(str::to_owned).boxed(),
        "choice" => select(vec!["value=a", "value=b", "value=c"]).prop_map(str::to_owned).boxed(),
        "given" => Just("value=0".to_owned()).boxed(),
        _ => select(vec!["a=yes b=yes c=yes", "a=no b=yes c=no", "a=no b=no c=no"])
            .prop_map(str::to_owned)
            .boxed(),
    }
}

fn any_answer(word: &'static str) -> impl Strategy<Value = Answer> {
    let untidy = vec![
        "",
        "done= value=",
        "done=x value=x a=x",
        "done=-1 value=-1",
        "done=7 total=3 value=999999999999999999",
        "done=0 total=0 value=0",
        "not_applicable=none",
        "not_applicable=",
    ];
    prop_oneof![4 => scored(word), 1 => select(untidy).prop_map(str::to_owned)]
        .prop_map(|figures| answer(&figures))
}

/// A set of one to eight targets in up to three areas, and an answer to each.
pub fn case() -> impl Strategy<Value = Case> {
    let compare = select(vec!["at_least", "more_than", "at_most", "less_than"]);
    let one = (select(PAIRS.to_vec()), 0..20_000_u64, 0..3_000_u64, 1..=100_000_000_u64, compare)
        .prop_flat_map(|(pair, max, each, goal, compare)| {
            any_answer(pair.1).prop_map(move |answer| (pair, (max, each, goal), compare, answer))
        });
    (0..=3_u8, proptest::collection::vec(one, 1..8), 1..=3_usize, any::<bool>()).prop_map(
        |(decimals, drawn, width, full_marks)| {
            let targets: Vec<Value> = (0..)
                .zip(&drawn)
                .map(|(index, (pair, numbers, compare, _)): (usize, _)| {
                    one_target(&format!("T-{index}"), decimals, *pair, *numbers, compare)
                })
                .collect();
            let areas: Vec<Value> = (0..)
                .zip(targets.chunks(width))
                .map(|(index, targets): (usize, _)| area(&format!("A-{index}"), targets))
                .collect();
            let mut set = set_file(decimals, &areas);
            set["not_applicable"] = json!(if full_marks { "full_marks" } else { "leave_out" });
            Case { set, answers: drawn.into_iter().map(|(.., answer)| answer).collect() }
        },
    )
}
