//! The built-in set against the Programme: every goal by level and year, points, quotations, and a whole commune.

use formats::builtin;
use scoring::assessment::{Assessment, Unit};
use scoring::json::Json;
use scoring::target_set::Compare::{AtLeast, AtMost};
use scoring::target_set::{Compare, TargetSet};
use serde_json::{Value, json};
use test_support::{answer, result_of};

const LEVELS: [&str; 4] = ["province", "department", "district", "commune"];
const YEARS: [u16; 4] = [2022, 2023, 2024, 2025];

/// Goals of one level in 2022, 2023, 2024 and 2025; `None` where the target does not bind the level.
type Goals = Option<[&'static str; 4]>;

const fn every(goal: &'static str) -> Goals {
    Some([goal; 4])
}

/// Target, points, comparison, goals of province, department, district and commune.
const TARGETS: [(&str, i64, Compare, [Goals; 4]); 17] = [
    ("R-1", 2, AtMost, [every("10"), None, None, None]),
    ("R-2", 2, AtMost, [every("10"), None, None, None]),
    ("R-3", 2, AtMost, [every("10"), None, None, None]),
    ("R-4", 2, AtMost, [every("10"), None, None, None]),
    ("R-5", 2, AtMost, [every("10"), None, None, None]),
    ("TC-1", 10, AtLeast, [every("100"); 4]),
    ("TC-2", 10, AtLeast, [every("100"); 4]),
    ("TT-1a", 5, AtLeast, [every("20"), every("20"), None, None]),
    ("TT-1b", 5, AtLeast, [every("20"), every("20"), None, None]),
    ("TT-2a", 5, AtLeast, [every("80"); 4]),
    ("TT-2b", 5, AtLeast, [every("30"); 4]),
    (
        "TT-3",
        10,
        AtLeast,
        [
            Some(["50", "70", "90", "100"]),
            Some(["50", "70", "90", "100"]),
            Some(["40", "60", "80", "100"]),
            Some(["35", "55", "75", "95"]),
        ],
    ),
    ("TT-4a", 4, AtLeast, [every("100"); 4]),
    ("TT-4b", 3, AtLeast, [every("100"); 4]),
    ("TT-4c", 3, AtLeast, [every("100"); 4]),
    ("TT-5", 5, AtLeast, [every("100"); 4]),
    ("TT-6", 5, AtLeast, [every("20"), every("20"), every("50"), None]),
];

fn set() -> TargetSet {
    builtin::load().unwrap().set
}

#[test]
fn every_goal_stands_by_level_and_year_as_the_programme_says() {
    let set = set();
    for (id, points, compare, goals) in TARGETS {
        let target = set.target(id).unwrap();
        assert_eq!(target.max_points.thousandths(), points * 1000, "{id}");
        for (level, goals) in LEVELS.iter().zip(goals) {
            assert_eq!(target.claims(level), goals.is_some(), "{id} {level}");
            for (year, goal) in YEARS.iter().zip(goals.into_iter().flatten()) {
                let found = target.goal_in_force(level, *year).unwrap();
                assert_eq!(
                    (found.compare, found.value.to_string().as_str()),
                    (compare, goal),
                    "{id} {level} {year}"
                );
            }
        }
    }
    let checklist = set.target("TC-3").unwrap();
    assert_eq!(checklist.levels, ["department"]);
    assert_eq!((checklist.max_points.thousandths(), &checklist.goal), (10_000, &None));
    let items: Vec<_> = checklist.measure.fields().iter().map(|field| field.name.to_owned()).collect();
    assert_eq!(items, ["reviewed", "advised"]);
    assert_eq!(set.targets().count(), TARGETS.len() + 1);
}

#[test]
fn nothing_is_said_outside_2022_to_2025() {
    let set = set();
    assert_eq!(set.years, YEARS);
    let digitised = set.target("TT-3").unwrap();
    for year in [2021, 2026] {
        assert_eq!(digitised.goal_in_force("commune", year), None, "{year}");
    }
    assert_eq!(set.target("TT-6").unwrap().goal_in_force("commune", 2023), None);
}

#[test]
fn areas_and_criteria_stand_in_the_order_of_the_programme() {
    let set = set();
    let criteria = |area: usize| -> Vec<String> {
        set.areas[area].criteria.iter().map(|criterion| criterion.id.clone()).collect()
    };
    let areas: Vec<_> = set.areas.iter().map(|area| area.id.as_str()).collect();
    assert_eq!(areas, ["general", "institutions", "procedures"]);
    assert_eq!(criteria(0), ["R"]);
    assert_eq!(criteria(1), ["TC-1", "TC-2", "TC-3"]);
    assert_eq!(criteria(2), ["TT-1", "TT-2", "TT-3", "TT-4", "TT-5"]);
    // Each bullet is worth ten points.
    for criterion in set.areas.iter().flat_map(|area| &area.criteria) {
        let points: i64 = criterion.targets.iter().map(|target| target.max_points.thousandths()).sum();
        assert_eq!(points, 10_000, "{}", criterion.id);
    }
}

#[test]
fn every_target_is_quoted_with_its_own_words_section_and_reading() {
    // Letters that the published text lost, as they must not read.
    let lost = ["nhận thc", "Chỉ s ", "hp pháp", "chính quyền s ", "tối thiu", "tích hp"];
    for target in set().targets() {
        let id = &target.id;
        let quote = target.quote.as_ref().unwrap();
        let part = quote.part.as_ref().unwrap();
        assert!(!part.is_empty() && quote.text.contains(part), "{id}");
        assert!(["I.1.e", "II.1", "II.2"].contains(&quote.section.as_str()), "{id}");
        assert!(target.reading.is_some(), "{id}");
        assert!(lost.iter().all(|lost| !quote.text.contains(lost)), "{id}");
    }
}

/// Every object with a `vi` or `en`, and where it stands.
fn words<'a>(value: &'a Value, path: &str, found: &mut Vec<(String, &'a Value)>) {
    match value {
        Value::Object(members) => {
            if members.contains_key("vi") || members.contains_key("en") {
                found.push((path.to_owned(), value));
            }
            members.iter().for_each(|(key, value)| words(value, &format!("{path}.{key}"), found));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(n, item)| words(item, &format!("{path}[{n}]"), found));
        }
        _ => {}
    }
}

#[test]
fn every_word_stands_in_both_languages() {
    let file: Value = serde_json::from_str(include_str!("../../../../sets/196-ctr-ubnd.json")).unwrap();
    let mut found = Vec::new();
    words(&file, "", &mut found);
    assert!(found.len() > 100);
    for (path, words) in found {
        for language in ["vi", "en"] {
            assert!(
                words[language].as_str().is_some_and(|text| !text.trim().is_empty()),
                "{path}.{language}"
            );
        }
    }
}

/// The example of the format: a commune in 2023, everything met but TT-3, no payments arising.
fn example() -> Assessment {
    let answers = [
        ("TC-1", "done=6 total=6"),
        ("TC-2", "done=14 total=14"),
        ("TT-2a", "done=40 total=50"),
        ("TT-2b", "done=3"),
        ("TT-3", "done=410 total=850"),
        ("TT-4a", "done=104 total=104"),
        ("TT-4b", "done=104 total=104"),
        ("TT-4c", "done=104 total=104"),
        ("TT-5", "done=100 total=104 excluded=4"),
    ];
    let mut answers: std::collections::BTreeMap<_, std::rc::Rc<_>> =
        answers.iter().map(|(id, figures)| ((*id).to_owned(), answer(figures).into())).collect();
    let payments = std::rc::Rc::make_mut(answers.get_mut("TT-2b").unwrap());
    payments.not_applicable = Some("Không phát sinh giao dịch".to_owned());
    Assessment {
        unit: Unit { level: "commune".to_owned(), ..Unit::default() },
        year: 2023,
        answers,
        ..Assessment::default()
    }
}

#[test]
fn the_example_of_the_format_comes_to_its_stated_result_to_the_letter() {
    let met = |id: &str, value: &str, goal: &str, points: &str| {
        json!({"id": id, "state": "scored", "value": value, "goal": goal, "met": true, "points": points,
               "max_points": points, "problem": null})
    };
    let expected = json!({
        "points": "48.770", "max_points": "50.000",
        "index": "97.540", "index_possible": "97.540", "index_of_answered": "97.540",
        "band": "excellent", "complete": true,
        "areas": [
            {"id": "institutions", "points": "20.000", "max_points": "20.000", "index": "100.000"},
            {"id": "procedures", "points": "28.770", "max_points": "30.000", "index": "95.900"},
        ],
        "targets": [
            met("TC-1", "100.000", "100", "10.000"),
            met("TC-2", "100.000", "100", "10.000"),
            met("TT-2a", "80.000", "80", "5.000"),
            {"id": "TT-2b", "state": "not_applicable", "value": null, "goal": "30", "met": null,
             "points": null, "max_points": "5.000", "problem": null},
            {"id": "TT-3", "state": "scored", "value": "48.235", "goal": "55", "met": false,
             "points": "8.770", "max_points": "10.000", "problem": null},
            met("TT-4a", "100.000", "100", "4.000"),
            met("TT-4b", "100.000", "100", "3.000"),
            met("TT-4c", "100.000", "100", "3.000"),
            met("TT-5", "100.000", "100", "5.000"),
        ],
    });
    let result = result_of(&set(), &example());
    assert_eq!(result, expected, "{result:#}");
}

#[test]
fn the_same_figures_are_scored_by_the_goals_of_the_year_and_level() {
    // 410 of 850 is 48.235 %; the goal moves with the year, and for another level.
    for (level, year, goal, points) in [
        ("commune", 2022, "35", "10.000"),
        ("commune", 2024, "75", "6.431"),
        ("commune", 2025, "95", "5.077"),
        ("district", 2023, "60", "8.039"),
        ("department", 2023, "70", "6.891"),
        ("province", 2025, "100", "4.824"),
    ] {
        let mut assessment = example();
        level.clone_into(&mut assessment.unit.level);
        assessment.year = year;
        let result = result_of(&set(), &assessment);
        let rows = result["targets"].as_array().unwrap();
        let row = rows.iter().find(|row| row["id"] == "TT-3").unwrap();
        assert_eq!((&row["goal"], &row["points"]), (&json!(goal), &json!(points)), "{level} {year}");
    }
}

#[test]
fn an_untouched_assessment_is_empty_and_not_zero() {
    let mut assessment = example();
    assessment.answers.clear();
    let result = result_of(&set(), &assessment);
    assert_eq!(result["index"], "0.000");
    assert_eq!(result["index_possible"], "100.000");
    assert_eq!(result["index_of_answered"], Value::Null);
    assert_eq!(result["band"], Value::Null);
    assert_eq!(result["complete"], false);
    let rows = result["targets"].as_array().unwrap();
    assert!(rows.iter().all(|row| row["state"] == "empty" && row["points"] == Value::Null));
}

#[test]
fn the_digest_of_the_set_is_that_of_its_canonical_json() {
    let file = Json::read(include_str!("../../../../sets/196-ctr-ubnd.json")).unwrap();
    let loaded = builtin::load().unwrap();
    assert_eq!(loaded.sha256, formats::digest::hex(&file));
    assert_eq!(loaded.sha256.len(), 64);
}
