//! Every example of the authors' guide is read and scored: what it says is so.

use std::collections::BTreeSet;

use formats::{result, set_file};
use scoring::assessment::{Assessment, Unit};
use scoring::scorecard::score;
use serde_json::{Value, json};
use test_support::{answer, name, value};

/// An example and what it comes to: figures and points.
struct Example {
    json: Value,
    cases: Vec<(String, String)>,
}

fn examples(guide: &str) -> Vec<Example> {
    let mut found: Vec<Example> = Vec::new();
    let mut block: Option<String> = None;
    for line in guide.lines() {
        match (&mut block, line) {
            (None, "```json") => block = Some(String::new()),
            (Some(text), "```") => {
                found.push(Example { json: serde_json::from_str(text).unwrap(), cases: Vec::new() });
                block = None;
            }
            (Some(text), line) => *text += line,
            (None, line) => {
                if let Some((figures, points)) =
                    line.strip_prefix("- `").and_then(|line| line.split_once("` → `"))
                {
                    let points = points.strip_suffix('`').unwrap();
                    found.last_mut().unwrap().cases.push((figures.to_owned(), points.to_owned()));
                }
            }
        }
    }
    found
}

/// The example as a whole set: a target stands in one of its own.
fn whole(json: &Value) -> Value {
    if json.get("format").is_some() {
        return json.clone();
    }
    json!({
        "format": "tu-cham/target-set", "version": 1, "id": "example", "edition": "1", "title": name("example"),
        "years": [2025], "levels": [{"id": "commune", "name": name("commune")}],
        "bands": [{"id": "all", "name": name("all"), "from": "0"}],
        "areas": [{"id": "A", "name": name("A"), "criteria": [{"id": "A-1", "name": name("A"), "targets": [json]}]}],
    })
}

fn holds(guide: &str) -> Vec<Value> {
    let examples = examples(guide);
    for Example { json, cases } in &examples {
        let loaded = set_file::read_text(&whole(json).to_string())
            .unwrap_or_else(|refusal| panic!("{refusal:?}\n{json:#}"));
        assert!(!cases.is_empty(), "nothing is worked out for {json:#}");
        for (figures, points) in cases {
            let id = loaded.set.targets().next().unwrap().id.to_string();
            let assessment = Assessment {
                unit: Unit { level: "commune".to_owned(), ..Unit::default() },
                year: 2025,
                answers: [(id, answer(figures).into())].into_iter().collect(),
                ..Assessment::default()
            };
            let stated = value(&result::of(&loaded.set, &score(&loaded.set, &assessment)));
            assert_eq!(stated["points"], json!(points), "{figures} of {json:#}");
        }
    }
    examples.into_iter().map(|example| example.json).collect()
}

#[test]
fn the_examples_of_both_guides_come_to_what_they_say_and_are_the_same() {
    let vietnamese = holds(include_str!("../../../../docs/bo-chi-tieu.md"));
    let english = holds(include_str!("../../../../docs/target-sets.md"));
    assert_eq!(vietnamese, english);
    let kind = |each: &Value| each["rule"]["kind"].as_str().map(str::to_owned);
    let shown: BTreeSet<_> = vietnamese.iter().filter_map(kind).collect();
    assert_eq!(shown, crate::illustration::kinds("Rule"), "an example of every rule");
}
