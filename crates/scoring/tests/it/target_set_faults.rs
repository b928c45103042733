//! Every check of a target set: a small valid set with one thing changed, and the fault it must be refused for.

use scoring::json_reader::Expected::{Bool, Decimal, Id, List, Object, Text, Whole};
use scoring::json_reader::FaultKind;
use scoring::json_reader::FaultKind::{Expected, Missing, Rule, UnknownValue};
use scoring::json_reader::Violation::{
    BandsDoNotCover, CompareDoesNotFit, DecimalsRange, DuplicateId, Empty, GoalForbidden, GoalMissing,
    GoalOverHundred, GoalRequired, GoalZero, LevelUnused, MaximumNotZero, NotInQuote, OverMaximum,
    RuleDoesNotFit, ShareOverHundred, StepsNotFalling, TooManyDecimals, UnknownLevel, YearsNotRising,
};
use scoring::target_set;
use serde_json::{Value, json};
use test_support::{area, kind, name, ratio, set_file, target, tree, with_goal};

/// A valid set that uses what the checks are about.
fn valid() -> Value {
    let toward = with_goal(target("T-1", "10", ratio(), kind("toward_goal")), "at_least", "80");
    let steps = target(
        "T-2",
        "2",
        kind("percent"),
        json!({"kind": "steps", "steps": [
            {"from": "90", "inclusive": false, "points": "2"}, {"from": "90", "points": "1.5"},
            {"from": "70", "points": "1"}]}),
    );
    let choice = target(
        "T-3",
        "1",
        json!({"kind": "choice", "options": [{"id": "a", "name": name("a"), "share": "100"},
                                            {"id": "b", "name": name("b"), "share": "50"}]}),
        kind("by_choice"),
    );
    let checklist = target(
        "T-4",
        "1",
        json!({"kind": "checklist", "items": [{"id": "a", "name": name("a")}, {"id": "b", "name": name("b")}]}),
        kind("share_of_items"),
    );
    let penalty =
        target("T-5", "0", kind("count"), json!({"kind": "penalty", "points_each": "0.25", "cap": "1"}));
    let mut set = set_file(2, &[area("A", &[toward, steps]), area("B", &[choice, checklist, penalty])]);
    set["years"] = json!([2023, 2024]);
    set["levels"] =
        json!([{"id": "commune", "name": name("commune")}, {"id": "district", "name": name("d")}]);
    set
}

/// Path and kind of every fault, in the order of the paths.
fn faults(set: &Value) -> Vec<(String, FaultKind)> {
    let mut faults: Vec<_> = match target_set::read(&tree(set)) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.into_iter().map(|fault| (fault.path, fault.kind)).collect(),
    };
    faults.sort_by(|a, b| a.0.cmp(&b.0));
    faults
}

/// Puts a value at a pointer; `null` takes the key away.
fn change(set: &mut Value, pointer: &str, value: Value) {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match set.pointer_mut(parent).unwrap() {
        Value::Object(members) if value.is_null() => {
            members.remove(key).unwrap();
        }
        Value::Object(members) => {
            members.insert(key.to_owned(), value);
        }
        list => list[key.parse::<usize>().unwrap()] = value,
    }
}

/// Refuses the set changed at each row's pointer, for one fault at the row's path.
fn refused(rows: &[(&str, Value, &str, FaultKind)]) {
    assert_eq!(faults(&valid()), []);
    for (pointer, value, path, kind) in rows {
        let mut set = valid();
        change(&mut set, pointer, value.clone());
        assert_eq!(faults(&set), [((*path).to_owned(), kind.clone())], "{pointer} = {value}");
    }
}

const T1: &str = "/areas/0/criteria/0/targets/0";
const T1_PATH: &str = "areas[0].criteria[0].targets[0]";

#[test]
fn ids_stand_once_among_their_like() {
    refused(&[
        (
            "/areas/1/criteria/0/targets/0/id",
            json!("T-1"),
            "areas[1].criteria[0].targets[0].id",
            Rule(DuplicateId),
        ),
        ("/areas/1/criteria/0/id", json!("A-1"), "areas[1].criteria[0].id", Rule(DuplicateId)),
        ("/areas/1/id", json!("A"), "areas[1].id", Rule(DuplicateId)),
        ("/levels/1/id", json!("commune"), "levels[1].id", Rule(DuplicateId)),
        ("/bands/1/id", json!("good"), "bands[1].id", Rule(DuplicateId)),
        (
            "/areas/1/criteria/0/targets/0/measure/options/1/id",
            json!("a"),
            "areas[1].criteria[0].targets[0].measure.options[1].id",
            Rule(DuplicateId),
        ),
        (
            "/areas/1/criteria/0/targets/1/measure/items/1/id",
            json!("a"),
            "areas[1].criteria[0].targets[1].measure.items[1].id",
            Rule(DuplicateId),
        ),
    ]);
    // A criterion may be called as its target or its area is.
    let mut set = valid();
    change(&mut set, "/areas/0/criteria/0/id", json!("T-1"));
    change(&mut set, "/areas/1/criteria/0/id", json!("A"));
    assert_eq!(faults(&set), []);
}

#[test]
fn a_goal_stands_for_each_level_and_year_that_is_claimed() {
    let goal = format!("{T1}/goal");
    let path = format!("{T1_PATH}.goal");
    let by_level = |levels: Value| json!({"compare": "at_least", "by_level": levels});
    let by_year = |levels: Value| json!({"compare": "at_least", "by_level_year": levels});
    refused(&[
        (&goal, by_level(json!({"district": "80"})), &path, Rule(GoalMissing)),
        (&goal, by_year(json!({"commune": {"2023": "80"}})), &path, Rule(GoalMissing)),
        (&goal, by_year(json!({"district": {"2023": "80", "2024": "80"}})), &path, Rule(GoalMissing)),
        (&goal, json!({"compare": "at_least"}), &path, Rule(GoalMissing)),
        (
            &goal,
            by_year(json!({"commune": {"2023": "80", "2024": "85", "02023": "1"}})),
            &format!("{path}.by_level_year.commune.02023"),
            UnknownValue("02023".to_owned()),
        ),
        ("/years", json!([2023, 2024, 2024]), "years", Rule(YearsNotRising)),
        ("/years", json!([2024, 2023]), "years", Rule(YearsNotRising)),
    ]);
    let mut set = valid();
    change(&mut set, &goal, by_year(json!({"commune": {"2023": "80", "2024": "85"}})));
    assert_eq!(faults(&set), []);
}

#[test]
fn goals_stand_where_the_rule_has_them_and_nowhere_else() {
    let goal = format!("{T1}/goal");
    let path = format!("{T1_PATH}.goal");
    let level = json!({"compare": "at_least", "value": "1"});
    refused(&[
        (&goal, Value::Null, &path, Rule(GoalRequired)),
        (&goal, json!({"compare": "at_most", "value": "80"}), &path, Rule(CompareDoesNotFit)),
        (&goal, json!({"compare": "less_than", "value": "80"}), &path, Rule(CompareDoesNotFit)),
        (&goal, json!({"compare": "at_least", "value": "0.0"}), &path, Rule(GoalZero)),
        (
            &goal,
            json!({"compare": "at_least", "by_level": {"commune": "5", "district": "0"}}),
            &path,
            Rule(GoalZero),
        ),
        (
            "/areas/1/criteria/0/targets/0/goal",
            level.clone(),
            "areas[1].criteria[0].targets[0].goal",
            Rule(GoalForbidden),
        ),
        (
            "/areas/1/criteria/0/targets/2/goal",
            level.clone(),
            "areas[1].criteria[0].targets[2].goal",
            Rule(GoalForbidden),
        ),
    ]);
    for (measure, goal, expected) in [
        ("rank", None, vec![(path.clone(), Rule(GoalRequired))]),
        ("yes_no", None, vec![]),
        ("yes_no", Some(level), vec![(path.clone(), Rule(GoalForbidden))]),
    ] {
        let mut set = valid();
        let mut changed = target("T-1", "10", kind(measure), kind("pass_fail"));
        if let Some(goal) = goal {
            changed["goal"] = goal;
        }
        change(&mut set, T1, changed);
        assert_eq!(faults(&set), expected, "{measure}");
    }
    // Optional for proportional and steps.
    let mut set = valid();
    change(&mut set, &format!("{T1}/rule"), kind("proportional"));
    assert_eq!(faults(&set), []);
    change(&mut set, &goal, Value::Null);
    change(&mut set, "/areas/0/criteria/0/targets/1/goal", json!({"compare": "at_most", "value": "0"}));
    assert_eq!(faults(&set), []);
}

#[test]
fn a_rule_fits_its_measure() {
    const RULES: [&str; 11] = [
        "toward_goal",
        "proportional",
        "steps",
        "pass_fail",
        "per_item",
        "share_of_items",
        "all_or_nothing",
        "by_choice",
        "as_given",
        "penalty",
        "bonus",
    ];
    let fits: [(&str, &[&str]); 8] = [
        ("ratio", &["toward_goal", "proportional", "steps", "pass_fail"]),
        ("percent", &["toward_goal", "proportional", "steps", "pass_fail"]),
        ("count", &["toward_goal", "steps", "pass_fail", "per_item", "penalty", "bonus"]),
        ("rank", &["pass_fail"]),
        ("yes_no", &["pass_fail"]),
        ("checklist", &["share_of_items", "all_or_nothing"]),
        ("choice", &["by_choice"]),
        ("given", &["as_given"]),
    ];
    for (word, fitting) in fits {
        for rule in RULES {
            let mut measure = ratio();
            measure["kind"] = json!(word);
            measure["items"] = json!([{"id": "a", "name": name("a")}]);
            measure["options"] = json!([{"id": "a", "name": name("a"), "share": "1"}]);
            let extra = matches!(rule, "penalty" | "bonus");
            let all = json!({"kind": rule, "points_each": "0", "cap": "0",
                             "steps": [{"from": "1", "points": "0"}]});
            let mut changed = target("T-1", if extra { "0" } else { "1" }, measure, all);
            if rule == "toward_goal" || rule == "pass_fail" && word != "yes_no" {
                changed = with_goal(changed, "at_least", "1");
            }
            let mut set = valid();
            change(&mut set, T1, changed);
            let expected = if fitting.contains(&rule) {
                vec![]
            } else {
                vec![(format!("{T1_PATH}.rule"), Rule(RuleDoesNotFit))]
            };
            assert_eq!(faults(&set), expected, "{rule} on {word}");
        }
    }
}

#[test]
fn declared_points_are_multiples_of_the_last_decimal_and_not_negative() {
    let max = format!("{T1}/max_points");
    let path = format!("{T1_PATH}.max_points");
    let steps = "/areas/0/criteria/0/targets/1/rule/steps/0/points";
    let steps_path = "areas[0].criteria[0].targets[1].rule";
    let penalty = "/areas/1/criteria/0/targets/2";
    let penalty_path = "areas[1].criteria[0].targets[2]";
    refused(&[
        ("/decimals", json!(4), "decimals", Rule(DecimalsRange)),
        ("/decimals", json!("2"), "decimals", Expected(Whole)),
        ("/decimals", json!(-1), "decimals", Expected(Whole)),
        (&max, json!("10.005"), &path, Rule(TooManyDecimals)),
        (&max, json!("10.0005"), &path, Rule(TooManyDecimals)),
        (&max, json!("-10"), &path, Expected(Decimal)),
        (&max, json!("1e1"), &path, Expected(Decimal)),
        (&max, json!("10,5"), &path, Expected(Decimal)),
        (&max, json!(10), &path, Expected(Text)),
        (steps, json!("1.995"), steps_path, Rule(TooManyDecimals)),
        (steps, json!("2.01"), steps_path, Rule(OverMaximum)),
        (
            &format!("{penalty}/rule/cap"),
            json!("0.999"),
            &format!("{penalty_path}.rule"),
            Rule(TooManyDecimals),
        ),
        (
            &format!("{penalty}/rule/points_each"),
            json!("0.001"),
            &format!("{penalty_path}.rule"),
            Rule(TooManyDecimals),
        ),
        (
            &format!("{penalty}/max_points"),
            json!("1"),
            &format!("{penalty_path}.max_points"),
            Rule(MaximumNotZero),
        ),
        (
            "/areas/1/criteria/0/targets/0/measure/options/0/share",
            json!("100.000001"),
            "areas[1].criteria[0].targets[0].measure.options[0].share",
            Rule(ShareOverHundred),
        ),
    ]);
    for (decimals, accepted) in [(0, "10"), (1, "10.5"), (2, "10.25"), (3, "10.125")] {
        let toward = with_goal(target("T", accepted, ratio(), kind("toward_goal")), "at_least", "80");
        assert_eq!(faults(&set_file(decimals, &[area("A", &[toward])])), [], "{accepted}");
    }
}

#[test]
fn steps_fall_and_above_a_threshold_comes_before_from_it() {
    let pointer = "/areas/0/criteria/0/targets/1/rule/steps";
    let path = "areas[0].criteria[0].targets[1].rule";
    let step = |from: &str, inclusive: bool| json!({"from": from, "inclusive": inclusive, "points": "1"});
    refused(&[
        (pointer, json!([step("70", true), step("90", true)]), path, Rule(StepsNotFalling)),
        (pointer, json!([step("90", true), step("90", true)]), path, Rule(StepsNotFalling)),
        (pointer, json!([step("90", true), step("90.0", false)]), path, Rule(StepsNotFalling)),
        (pointer, json!([]), &format!("{path}.steps"), Rule(Empty)),
    ]);
}

#[test]
fn bands_cover_0_to_100_from_the_top_down() {
    let band = |id: &str, from: &str| json!({"id": id, "name": name(id), "from": from});
    let rows = [
        json!([band("a", "50"), band("b", "0.5")]),
        json!([band("a", "0"), band("b", "50")]),
        json!([band("a", "50"), band("b", "50.0"), band("c", "0")]),
        json!([band("a", "100.5"), band("b", "0")]),
    ];
    refused(&rows.map(|bands| ("/bands", bands, "bands", Rule(BandsDoNotCover))));
    let mut set = valid();
    change(&mut set, "/bands", json!([band("only", "0")]));
    assert_eq!(faults(&set), []);
}

#[test]
fn levels_are_the_sets_own_and_quoted_words_stand_in_the_quotation() {
    let levels = format!("{T1}/levels");
    refused(&[(&levels, json!(["commune", "ward"]), &format!("{T1_PATH}.levels[1]"), Rule(UnknownLevel))]);
    let mut set = valid();
    change(&mut set, &format!("{T1}/quote"), json!("tỷ lệ tối thiểu"));
    change(&mut set, &format!("{T1}/quote_part"), json!("tối đa"));
    assert_eq!(faults(&set), [(format!("{T1_PATH}.quote_part"), Rule(NotInQuote))]);
    change(&mut set, &format!("{T1}/quote_part"), json!("tối thiểu"));
    assert_eq!(faults(&set), []);
}

#[test]
fn wrong_types_and_missing_keys_are_named_where_they_stand() {
    let t1 = |key: &str| format!("{T1}/{key}");
    let p1 = |key: &str| format!("{T1_PATH}.{key}");
    refused(&[
        ("/format", json!("tu-cham/assessment"), "format", UnknownValue("tu-cham/assessment".to_owned())),
        ("/format", Value::Null, "format", Missing),
        ("/version", json!(2), "version", UnknownValue("2".to_owned())),
        ("/version", json!("1"), "version", Expected(Whole)),
        ("/id", json!("196 CTr"), "id", Expected(Id)),
        ("/id", json!(""), "id", Expected(Id)),
        ("/id", json!("x".repeat(65)), "id", Expected(Id)),
        ("/edition", json!(1), "edition", Expected(Text)),
        ("/title", json!("small"), "title", Expected(Object)),
        ("/title", json!({"en": "small"}), "title.vi", Missing),
        ("/title/en", json!(5), "title.en", Expected(Text)),
        ("/source", json!([]), "source", Expected(Object)),
        ("/years", json!({}), "years", Expected(List)),
        ("/years", json!([]), "years", Rule(Empty)),
        ("/years/0", json!(2023.5), "years[0]", Expected(Whole)),
        ("/years/0", json!(70000), "years[0]", Expected(Whole)),
        ("/levels", Value::Null, "levels", Missing),
        ("/not_applicable", json!("skip"), "not_applicable", UnknownValue("skip".to_owned())),
        ("/bands/0/from", json!(90), "bands[0].from", Expected(Text)),
        ("/areas", json!([]), "areas", Rule(Empty)),
        ("/areas/0/criteria/0/targets", json!([]), "areas[0].criteria[0].targets", Rule(Empty)),
        ("/areas/0/criteria/0/targets/0", json!(7), T1_PATH, Expected(Object)),
        (&t1("rule"), json!("steps"), &p1("rule"), Expected(Object)),
        ("/areas/1", json!("B"), "areas[1]", Expected(Object)),
        (&t1("levels"), json!([]), &p1("levels"), Rule(Empty)),
        (&t1("measure/kind"), json!("share"), &p1("measure.kind"), UnknownValue("share".to_owned())),
        (&t1("measure/done"), Value::Null, &p1("measure.done"), Missing),
        (&t1("measure/unit"), json!("litres"), &p1("measure.unit"), UnknownValue("litres".to_owned())),
        (&t1("rule/kind"), Value::Null, &p1("rule.kind"), Missing),
        (&t1("rule/kind"), json!("best_case"), &p1("rule.kind"), UnknownValue("best_case".to_owned())),
        (&t1("goal/compare"), json!(">="), &p1("goal.compare"), UnknownValue(">=".to_owned())),
        (&t1("goal/value"), json!("80 %"), &p1("goal.value"), Expected(Decimal)),
        (&t1("not_applicable"), json!(true), &p1("not_applicable"), Expected(Text)),
        (
            "/areas/0/criteria/0/targets/1/rule/steps/0/inclusive",
            json!("no"),
            "areas[0].criteria[0].targets[1].rule.steps[0].inclusive",
            Expected(Bool),
        ),
    ]);
}

#[test]
fn a_goal_above_all_that_can_be_is_told_and_no_fault() {
    let warned = |set: &Value| {
        let (_, warnings) = target_set::read_reviewed(&tree(set)).unwrap();
        warnings.into_iter().map(|warning| (warning.path, warning.kind)).collect::<Vec<_>>()
    };
    let mut set = valid();
    assert_eq!(warned(&set), [("levels[1]".to_owned(), Rule(LevelUnused))]);
    set["levels"].as_array_mut().unwrap().pop();
    assert_eq!(warned(&set), []);
    change(&mut set, &format!("{T1}/goal/value"), json!("120"));
    assert_eq!(warned(&set), [(format!("{T1_PATH}.goal"), Rule(GoalOverHundred))]);
    change(&mut set, &format!("{T1}/measure/may_exceed"), json!(true));
    assert_eq!(warned(&set), []);
    change(&mut set, &format!("{T1}/measure/may_exceed"), json!("yes"));
    assert_eq!(faults(&set), [(format!("{T1_PATH}.measure.may_exceed"), Expected(Bool))]);
}

#[test]
fn every_fault_is_listed_at_once() {
    let mut set = valid();
    change(&mut set, "/edition", json!(1));
    change(&mut set, "/bands/2/from", json!("5"));
    change(&mut set, "/areas/1/id", json!("A"));
    change(&mut set, &format!("{T1}/goal/value"), json!("0"));
    change(&mut set, &format!("{T1}/max_points"), json!("10.001"));
    change(&mut set, "/areas/0/criteria/0/targets/1/measure/kind", json!("rank"));
    assert_eq!(
        faults(&set),
        [
            ("areas[0].criteria[0].targets[0].goal".to_owned(), Rule(GoalZero)),
            ("areas[0].criteria[0].targets[0].max_points".to_owned(), Rule(TooManyDecimals)),
            ("areas[0].criteria[0].targets[1].rule".to_owned(), Rule(RuleDoesNotFit)),
            ("areas[1].id".to_owned(), Rule(DuplicateId)),
            ("bands".to_owned(), Rule(BandsDoNotCover)),
            ("edition".to_owned(), Expected(Text)),
        ]
    );
}

#[test]
fn what_is_no_object_at_all_is_refused_and_hostile_files_keep_their_faults_bounded() {
    for file in [json!(null), json!(7), json!([]), json!("x")] {
        assert_eq!(faults(&file), [(String::new(), Expected(Object))], "{file}");
    }
    let mut set = valid();
    change(&mut set, "/years", json!(vec!["x"; 5000]));
    assert_eq!(faults(&set).len(), 200);
}
