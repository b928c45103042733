//! The second built-in set, "Mẫu minh hoạ 8 lĩnh vực": it shows all that the language has, and is taken for nothing real.

use std::collections::BTreeSet;
use std::process::Command;

use formats::{assessment_file, result, set_file};
use scoring::loaded_set::LoadedSet;
use scoring::points::Points;
use scoring::scorecard::score;
use serde_json::{Value, json};
use test_support::{top, tree};

const PATH: &str = "sets/mau-minh-hoa-8-linh-vuc.json";

fn loaded() -> LoadedSet {
    set_file::read(&std::fs::read(top().join(PATH)).unwrap()).unwrap().0
}

fn file() -> Value {
    serde_json::from_slice(&std::fs::read(top().join(PATH)).unwrap()).unwrap()
}

fn targets() -> Vec<Value> {
    let file = file();
    let list = |value: &Value, key: &str| value[key].as_array().unwrap().clone();
    let criteria = list(&file, "areas").into_iter().flat_map(|area| list(&area, "criteria"));
    criteria.flat_map(|criterion| list(&criterion, "targets")).collect()
}

/// The kinds of a part of a target, as the schema has them, which is made from the types.
pub(crate) fn kinds(part: &str) -> BTreeSet<String> {
    let schema = std::fs::read(top().join("schemas/target-set-1.schema.json")).unwrap();
    let schema: Value = serde_json::from_slice(&schema).unwrap();
    let of = |kind: &Value| kind["properties"]["kind"]["const"].as_str().unwrap().to_owned();
    schema["$defs"][part]["oneOf"].as_array().unwrap().iter().map(of).collect()
}

#[test]
fn every_level_has_about_a_hundred_points() {
    let set = loaded().set;
    assert_eq!(set.areas.len(), 8);
    assert_eq!(set.levels.len(), 3);
    for (level, targets, points) in [("province", 27, 100), ("district", 27, 100), ("commune", 25, 95)] {
        let claimed: Vec<_> = set.targets().filter(|target| target.claims(level)).collect();
        assert_eq!(claimed.len(), targets, "{level}");
        let maximum: Points = claimed.iter().map(|target| target.max_points).sum();
        assert_eq!(maximum, Points::from_thousandths(points * 1000), "{level}");
    }
}

#[test]
fn every_measure_and_every_rule_is_drawn_at_random() {
    let (rules, measures): (BTreeSet<_>, BTreeSet<_>) = test_support::drawn::PAIRS
        .iter()
        .map(|(rule, measure)| ((*rule).to_owned(), (*measure).to_owned()))
        .unzip();
    assert_eq!((rules, measures), (kinds("Rule"), kinds("Measure")));
}

#[test]
fn every_measure_is_shown_with_every_rule_that_fits_it() {
    let targets = targets();
    let word = |target: &Value, part: &str| target[part]["kind"].as_str().unwrap().to_owned();
    let shown: BTreeSet<_> = targets.iter().map(|t| (word(t, "measure"), word(t, "rule"))).collect();
    for (part, key, kinds) in [(0, "measure", kinds("Measure")), (1, "rule", kinds("Rule"))] {
        let seen: BTreeSet<String> =
            shown.iter().map(|pair| if part == 0 { pair.0.clone() } else { pair.1.clone() }).collect();
        assert_eq!(seen, kinds, "{key}");
    }
    let set = loaded().set;
    for (one, a) in set.targets().zip(&targets) {
        for (other, b) in set.targets().zip(&targets) {
            let pair = (word(a, "measure"), word(b, "rule"));
            assert!(!other.rule.fits(&one.measure) || shown.contains(&pair), "{pair:?}");
        }
    }
}

#[test]
fn every_word_of_the_language_is_used() {
    let text = std::fs::read_to_string(top().join(PATH)).unwrap();
    let words = [
        "at_least",
        "more_than",
        "at_most",
        "less_than",
        "\"value\": \"",
        "by_level\"",
        "by_level_year",
        "\"inclusive\": false",
        "\"floor\"",
        "full_marks",
        "leave_out",
        "\"excluded\"",
        "other_readings",
        "\"money\"",
        "same_total",
        "\"noun\"",
        "\"cap\"",
        "\"points_each\"",
    ];
    for word in words {
        assert!(text.contains(word), "{word}");
    }
    let open = targets().iter().filter(|target| target["rule"]["steps"].is_array()).count();
    assert!(open >= 3, "steps with open and closed edges");
}

#[test]
fn nobody_takes_it_for_a_real_set() {
    let set = loaded().set;
    let notice = set.notice.as_ref().unwrap();
    assert!(set.title.vi.contains("minh hoạ") && notice.vi.contains("Không dùng để chấm điểm thật"));
    assert!(set.title.en.contains("Illustration") && notice.en.contains("invented"));
    assert!(set.source.issuer.contains("không theo văn bản nào"));
    let criteria = set.areas.iter().flat_map(|area| &area.criteria).map(|criterion| &criterion.name);
    for name in set.areas.iter().map(|area| &area.name).chain(criteria) {
        assert!(name.vi.contains("(minh hoạ)") && name.en.contains("(illustration)"), "{name:?}");
    }
    for target in set.targets() {
        assert!(target.name.vi.contains("(ví dụ") && target.name.en.contains("(example"), "{}", target.id);
        assert!(target.quote.is_none(), "{}: a quotation would pass for a law's", target.id);
    }
}

/// Figures of a target, others with each turn; now and then blank, not understood or not arising.
fn answer(target: &Value, turn: usize) -> Value {
    let value = |text: &str| json!({"figures": {"value": text}});
    match (turn % 7, target["measure"]["kind"].as_str().unwrap()) {
        (5, "ratio" | "count" | "rank") => {
            json!({"figures": {}, "not_applicable": "Không phát sinh trong năm"})
        }
        (6, _) => json!({"figures": {}}),
        (turn, "ratio") => {
            let done = ["90", "70", "100", "49", "999"][turn % 5];
            let mut figures = json!({"done": done, "total": "100"});
            if target["measure"].get("excluded").is_some() && turn > 1 {
                figures["excluded"] = json!("10");
            }
            json!({ "figures": figures })
        }
        (turn, "percent") => value(["80", "80,001", "95", "12,5", "101"][turn % 5]),
        (turn, "count") => value(["0", "3", "1", "12", "x"][turn % 5]),
        (turn, "rank") => value(["1", "5", "3", "11", "0"][turn % 5]),
        (turn, "given") => value(["", "4,25", "6", "0", "9"][turn % 5]),
        (turn, "yes_no") => value(["yes", "no"][turn % 2]),
        (turn, "choice") => value(["dung-han", "cham", "khong"][turn % 3]),
        (turn, _) => {
            let items = target["measure"]["items"].as_array().unwrap();
            let figures: serde_json::Map<_, _> = items
                .iter()
                .enumerate()
                .map(|(at, item)| {
                    let done = if (at + turn) % 3 == 0 { "no" } else { "yes" };
                    (item["id"].as_str().unwrap().to_owned(), json!(done))
                })
                .collect();
            json!({ "figures": figures })
        }
    }
}

#[test]
fn an_assessment_of_it_is_scored_as_the_independent_scorer_does() {
    let set = loaded().set;
    let folder = std::env::temp_dir().join(format!("tu-cham-illustration-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let mut states = BTreeSet::new();
    for (turn, level) in
        ["province", "district", "commune", "province", "commune", "district"].iter().enumerate()
    {
        let answers: serde_json::Map<_, _> = targets()
            .iter()
            .enumerate()
            .map(|(at, target)| (target["id"].as_str().unwrap().to_owned(), answer(target, at + turn)))
            .collect();
        let assessment = json!({
            "format": "tu-cham/assessment", "version": 1, "unit": {"name": "Đơn vị tập dùng", "level": level},
            "year": 2024 + turn % 3, "answers": answers,
        });
        let path = folder.join("assessment.json");
        std::fs::write(&path, assessment.to_string()).unwrap();
        let said = Command::new("python3")
            .arg("tests/scorer/score.py")
            .arg(PATH)
            .arg(&path)
            .current_dir(top())
            .output()
            .unwrap();
        assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
        let theirs: Value = serde_json::from_slice(&said.stdout).unwrap();
        let read = assessment_file::read(&tree(&assessment)).unwrap();
        let ours = test_support::value(&result::of(&set, &score(&set, &read)));
        assert_eq!(ours, theirs, "{level}, turn {turn}");
        states.extend(ours["targets"].as_array().unwrap().iter().map(|row| row["state"].to_string()));
    }
    std::fs::remove_dir_all(folder).unwrap();
    assert_eq!(states.len(), 5, "{states:?}");
}
