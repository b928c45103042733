//! The JSON Schemas of the formats: generated from the types, compared with the files in `schemas/`, and held against
//! files that are valid and files that are not.
//!
//! `UPDATE_EXPECT=1 cargo test -p formats schemas` writes them anew.

use std::collections::BTreeMap;
use std::process::Command;

use expect_test::expect_file;
use formats::{assessment_file, exercise_file, result};
use jsonschema::Validator;
use schemars::JsonSchema;
use scoring::assessment::{Answer, Assessment};
use scoring::json::Json;
use scoring::schema::Id;
use scoring::scorecard::score;
use scoring::target_set;
use scoring::target_set::{NotApplicable, TargetId, TargetSet};
use scoring::text::Text;
use serde_json::{Value, json};
use test_support::top;

/// An assessment file: `tu-cham/assessment`, version 1. Unknown keys are kept and written back.
#[derive(JsonSchema)]
#[schemars(title = "tu-cham/assessment, version 1")]
struct AssessmentFile {
    #[schemars(extend("const" = assessment_file::FORMAT))]
    format: String,
    #[schemars(extend("const" = assessment_file::VERSION))]
    version: u64,
    /// The version of the application that wrote the file.
    app: Option<String>,
    #[schemars(flatten)]
    assessment: Assessment,
    /// What the figures come to, for readers of the file; worked out again when it is read.
    result: Option<ResultPart>,
    /// SHA-256 of the file without this key, in the JSON Canonicalization Scheme (RFC 8785).
    #[schemars(regex(pattern = "^sha256:[0-9a-f]{64}$"))]
    digest: Option<String>,
}

/// A target set file: `tu-cham/target-set`, version 1.
#[derive(JsonSchema)]
#[schemars(title = "tu-cham/target-set, version 1")]
struct TargetSetFile {
    #[schemars(extend("const" = target_set::FORMAT))]
    format: String,
    #[schemars(extend("const" = target_set::VERSION))]
    version: u64,
    #[schemars(flatten)]
    set: TargetSet,
    /// What becomes of targets for which nothing arises, unless they say their own; `leave_out` when not said.
    not_applicable: Option<NotApplicable>,
}

/// A file of exercises: `tu-cham/exercises`, version 1. It holds no answer: that is worked out by the scorer.
#[derive(JsonSchema)]
#[schemars(title = "tu-cham/exercises, version 1")]
struct ExercisesFile {
    #[schemars(extend("const" = exercise_file::FORMAT))]
    format: String,
    #[schemars(extend("const" = exercise_file::VERSION))]
    version: u64,
    /// What the file is called, for people.
    title: Option<Words>,
    /// The version of the application that wrote the file.
    app: Option<String>,
    #[schemars(length(max = exercise_file::MOST_EXERCISES))]
    exercises: Vec<ExercisePart>,
}

/// An exercise. Unknown keys are kept and written back.
#[derive(JsonSchema)]
#[schemars(rename = "Exercise")]
struct ExercisePart {
    /// Its id; no two exercises of a file have the same.
    #[schemars(with = "Id")]
    id: String,
    /// What it is called, in 120 characters at most.
    title: Words,
    /// The question, with all that has to be known besides the figures, in 600 characters at most.
    question: Words,
    /// Id of the level that the unit is of.
    #[schemars(with = "Id")]
    level: String,
    /// The year that is assessed.
    year: u16,
    /// The set that the unit is scored by.
    set: SetPart,
    /// What the unit answers, by target id.
    answers: BTreeMap<String, Answer>,
    /// What is asked for.
    asked: AskedPart,
    /// The answers that are often given instead of the right one.
    #[schemars(length(max = exercise_file::MOST_MISTAKES))]
    mistakes: Option<Vec<MistakePart>>,
}

/// The set of an exercise.
#[derive(JsonSchema)]
#[schemars(rename = "ExerciseSet")]
struct SetPart {
    #[schemars(with = "Id")]
    id: String,
    /// Its edition.
    edition: String,
    /// SHA-256 of its canonical JSON, lower-case hex.
    sha256: String,
}

/// What is asked for.
#[derive(JsonSchema)]
#[schemars(rename = "Asked", tag = "kind", rename_all = "snake_case")]
enum AskedPart {
    /// The points of a target.
    Points { target: TargetId },
    /// The percentage that a target reaches.
    Value { target: TargetId },
    /// The points of an area.
    Area {
        #[schemars(with = "Id")]
        area: String,
    },
    /// The index of the unit.
    Index,
}

/// An answer that is often given, and what went wrong.
#[derive(JsonSchema)]
#[schemars(rename = "Mistake")]
struct MistakePart {
    /// The number: "0.5", "-1".
    #[schemars(regex(pattern = r"^-?(0|[1-9][0-9]{0,8})(\.[0-9]{1,6})?$"))]
    answer: String,
    /// What went wrong, in 300 characters at most.
    why: Words,
}

/// Words: a text for both languages, or one for each.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum Words {
    Same(#[schemars(regex(pattern = r"\S"))] String),
    Each(Text),
}

/// What the figures come to. Points have three decimals; percentages at least three.
#[derive(JsonSchema)]
#[schemars(rename = "Result")]
struct ResultPart {
    points: SignedPoints,
    max_points: SignedPoints,
    /// Earned already, of everything.
    index: OrNull<Percent>,
    /// Still possible.
    index_possible: OrNull<Percent>,
    /// Earned of what is answered.
    index_of_answered: OrNull<Percent>,
    band: OrNull<String>,
    /// Nothing is empty or invalid.
    complete: bool,
    areas: Vec<AreaPart>,
    targets: Vec<TargetPart>,
}

/// An area that has a target at the level.
#[derive(JsonSchema)]
#[schemars(rename = "AreaResult")]
struct AreaPart {
    id: String,
    points: SignedPoints,
    max_points: SignedPoints,
    index: OrNull<Percent>,
}

/// A target that claims the level; `null` where a value is undefined.
#[derive(JsonSchema)]
#[schemars(rename = "TargetResult")]
struct TargetPart {
    id: String,
    state: State,
    value: OrNull<String>,
    goal: OrNull<String>,
    met: OrNull<bool>,
    points: OrNull<SignedPoints>,
    max_points: SignedPoints,
    problem: OrNull<String>,
}

/// A value that is always there, `null` where it is undefined.
struct OrNull<T>(Option<T>);

impl<T: JsonSchema> JsonSchema for OrNull<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        ["OrNull", &T::schema_name()].concat().into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Option::<T>::json_schema(generator)
    }
}

#[derive(JsonSchema)]
#[schemars(inline, rename_all = "snake_case")]
enum State {
    Scored,
    Empty,
    Invalid,
    Pending,
    NotApplicable,
}

#[derive(JsonSchema)]
#[schemars(inline)]
struct SignedPoints(#[schemars(regex(pattern = r"^-?[0-9]+\.[0-9]{3}$"))] String);

#[derive(JsonSchema)]
#[schemars(inline)]
struct Percent(#[schemars(regex(pattern = r"^(100|[0-9]{1,2})\.[0-9]{3,}$"))] String);

fn assessment_schema() -> Value {
    schemars::schema_for!(AssessmentFile).to_value()
}

fn target_set_schema() -> Value {
    schemars::schema_for!(TargetSetFile).to_value()
}

fn exercises_schema() -> Value {
    schemars::schema_for!(ExercisesFile).to_value()
}

fn read(path: &str) -> Value {
    serde_json::from_str(&std::fs::read_to_string(top().join(path)).unwrap()).unwrap()
}

/// The committed schema, once it is known to be the one generated.
fn committed(name: &str, generated: &Value) -> Validator {
    let schema = expect_file![format!("../../../../schemas/{name}")];
    schema.assert_eq(&format!("{generated:#}\n"));
    jsonschema::validator_for(generated).unwrap()
}

fn assessments() -> Validator {
    committed("assessment-1.schema.json", &assessment_schema())
}

fn target_sets() -> Validator {
    committed("target-set-1.schema.json", &target_set_schema())
}

fn exercises() -> Validator {
    committed("exercises-1.schema.json", &exercises_schema())
}

fn valid(schema: &Validator, file: &Value) {
    let faults: Vec<_> =
        schema.iter_errors(file).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
    assert!(faults.is_empty(), "{faults:#?}\n{file:#}");
}

#[test]
fn the_built_in_set_and_the_golden_file_are_valid() {
    valid(&target_sets(), &read("sets/196-ctr-ubnd.json"));
    valid(&assessments(), &read("tests/golden/assessment-v1.json"));
}

#[test]
fn drawn_sets_and_assessments_are_valid_as_they_come_and_as_they_are_written() {
    let (sets, files) = (target_sets(), assessments());
    let drawn = Command::new("python3")
        .args(["tests/scorer/generate.py", "--seed", "1", "--count", "200"])
        .current_dir(top())
        .output()
        .unwrap();
    let lines = String::from_utf8(drawn.stdout).unwrap();
    assert_eq!(lines.lines().count(), 200);
    for line in lines.lines() {
        let case: Value = serde_json::from_str(line).unwrap();
        valid(&sets, &case["set"]);
        let mut file = case["assessment"].clone();
        valid(&files, &file);
        file["result"] = case["result"].clone();
        valid(&files, &file);
        let tree = |value: &Value| Json::read(&value.to_string()).unwrap();
        let set = target_set::read(&tree(&case["set"])).unwrap();
        let assessment = assessment_file::read(&tree(&case["assessment"])).unwrap();
        let written = assessment_file::write(&assessment, result::of(&set, &score(&set, &assessment)));
        valid(&files, &serde_json::to_value(&written).unwrap());
    }
}

#[test]
fn broken_sets_are_not_valid() {
    let (schema, set) = (target_sets(), read("sets/196-ctr-ubnd.json"));
    let target = "/areas/1/criteria/0/targets/0";
    for (pointer, value) in [
        ("/format", json!("tu-cham/assessment")),
        ("/version", json!(2)),
        ("/id", json!("196 CTr")),
        ("/decimals", json!(4)),
        ("/title", json!({"en": "no Vietnamese"})),
        ("/years", json!([])),
        ("/not_applicable", json!("skip")),
        ("/bands/0/from", json!(90)),
        (&format!("{target}/max_points"), json!("-1")),
        (&format!("{target}/max_points"), json!("0.0005")),
        (&format!("{target}/measure/kind"), json!("share")),
        (&format!("{target}/rule"), json!({"kind": "steps", "steps": []})),
        (&format!("{target}/rule"), json!({"kind": "per_item"})),
        (&format!("{target}/goal"), json!({"compare": "at_least"})),
        (&format!("{target}/goal/compare"), json!(">=")),
        (&format!("{target}/goal/value"), json!(80)),
    ] {
        let mut broken = set.clone();
        *broken.pointer_mut(pointer).unwrap() = value.clone();
        assert!(!schema.is_valid(&broken), "{pointer} = {value}");
        let tree = Json::read(&broken.to_string()).unwrap();
        assert!(target_set::read(&tree).is_err(), "{pointer} = {value} is read all the same");
    }
}

#[test]
fn broken_assessments_are_not_valid() {
    let (schema, file) = (assessments(), read("tests/golden/assessment-v1.json"));
    for (pointer, value) in [
        ("/format", json!("tu-cham/target-set")),
        ("/version", json!("1")),
        ("/year", json!("2023")),
        ("/year", json!(70000)),
        ("/unit", json!("UBND xã Phú Mậu")),
        ("/unit/level", json!(4)),
        ("/period/kind", json!("month")),
        ("/document/revision", json!(-1)),
        ("/answers", json!([])),
        ("/answers/TT-3/figures/done", json!(410)),
        ("/answers/TT-3/evidence/0/date", json!(2023)),
        ("/answers/TT-2b/not_applicable", json!(true)),
        ("/result/points", json!("48,770")),
        ("/result/targets/0/state", json!("done")),
        ("/digest", json!("sha256:…")),
    ] {
        let mut broken = file.clone();
        *broken.pointer_mut(pointer).unwrap() = value.clone();
        assert!(!schema.is_valid(&broken), "{pointer} = {value}");
    }
    let mut unknown = file;
    unknown["later"] = json!({"anything": [1, null]});
    valid(&schema, &unknown);
}

#[test]
fn the_ready_exercises_are_valid_as_they_come_and_as_they_are_written() {
    let schema = exercises();
    let file = read("exercises/co-san.json");
    valid(&schema, &file);
    let written = exercise_file::write("Bài", &exercise_file::ready());
    valid(&schema, &serde_json::from_str(&written).unwrap());
    // A trainer's own: words in one language, and no mistakes.
    let mut own = file;
    own["exercises"][0]["title"] = json!("Số hóa ở xã ta");
    own["exercises"][0].as_object_mut().unwrap().remove("mistakes");
    own["exercises"][0]["later"] = json!([1]);
    valid(&schema, &own);
    assert!(exercise_file::read_text(&own.to_string()).is_ok());
}

#[test]
fn broken_exercises_are_not_valid() {
    let (schema, file) = (exercises(), read("exercises/co-san.json"));
    for (pointer, value) in [
        ("/format", json!("tu-cham/assessment")),
        ("/version", json!(2)),
        ("/exercises", json!({})),
        ("/exercises", json!(vec![file["exercises"][0].clone(); 51])),
        ("/exercises/0/id", json!("có dấu cách")),
        ("/exercises/0/title", json!(" ")),
        ("/exercises/0/question", json!({"en": "no Vietnamese"})),
        ("/exercises/0/level", Value::Null),
        ("/exercises/0/year", json!("2023")),
        ("/exercises/0/set", json!({"id": "196-ctr-ubnd"})),
        ("/exercises/0/answers/TT-3", json!(1)),
        ("/exercises/0/asked", json!({"kind": "points"})),
        ("/exercises/0/asked", json!({"kind": "area", "target": "TT-3"})),
        ("/exercises/0/asked/kind", json!("eval")),
        ("/exercises/0/mistakes", json!(vec![json!({"answer": "1", "why": "x"}); 6])),
        ("/exercises/0/mistakes/0/answer", json!("4,8")),
        ("/exercises/0/mistakes/0/answer", json!(10)),
        ("/exercises/0/mistakes/0/why", json!("")),
    ] {
        let mut broken = file.clone();
        *broken.pointer_mut(pointer).unwrap() = value.clone();
        assert!(!schema.is_valid(&broken), "{pointer} = {value}");
        assert!(
            exercise_file::read_text(&broken.to_string()).is_err(),
            "{pointer} = {value} is read all the same"
        );
    }
}
