//! What is told of a file before it is opened: what it would change, of what, how old, by which set, stated how.

use crate::support::{GOLDEN_ID, Program, changed, golden, named, typed, with_the_golden_draft};
use serde_json::{Value, json};
use tu_cham::document::difference::ChangedField;
use tu_cham::features::drafts::event::DraftEvent;
use tu_cham::features::entry::event::EntryEvent;
use tu_cham::features::importing::choice::ImportChoice;
use tu_cham::features::importing::event::ImportEvent;
use tu_cham::features::importing::preview::{RevisionOrder, SetMatch};
use tu_cham::shell::event::AppEvent;

#[test]
fn without_the_files_document_here_it_is_compared_with_what_is_open() {
    let program = Program::new();
    program.does([
        AppEvent::Entry(EntryEvent::YearChosen(2023)),
        named("UBND xã Phú Mậu"),
        typed("TT-3", "done", "409"),
    ]);
    program.opens(&golden());
    let preview = program.preview();
    assert!(preview.replaced.open);
    assert_eq!(preview.replaced.same_document, None);
    let names = program.differences();
    assert!(names.contains(&"TT-3.done".to_owned()) && !names.contains(&"unit".to_owned()), "{names:?}");
    assert_eq!(preview.stated, []);
}

#[test]
fn with_it_here_it_is_compared_with_it_open_or_not() {
    let program = with_the_golden_draft();
    program.opens(&changed(|file| file["answers"]["TT-3"]["figures"]["done"] = json!("420")));
    assert!(!program.preview().replaced.open);
    assert_eq!(program.differences(), ["TT-3.done"]);
    program.does([
        AppEvent::Import(ImportEvent::Chosen(ImportChoice::Cancel)),
        AppEvent::Draft(DraftEvent::Chosen(GOLDEN_ID.to_owned())),
    ]);
    program.opens(&changed(|file| file["unit"]["place"] = json!("Phú Vang")));
    assert!(program.preview().replaced.open);
    assert_eq!(program.differences(), ["place"]);
}

#[test]
fn age_is_told_by_number_and_time_and_both_where_they_disagree() {
    type Change = fn(&mut Value);
    let rows: [(Change, RevisionOrder); 9] = [
        (|_| {}, RevisionOrder::Same),
        (|file| file["document"]["revision"] = json!(99), RevisionOrder::Same),
        (
            |file| {
                file["year"] = json!(2024);
                file["document"]["revision"] = json!(13);
            },
            RevisionOrder::FileNewer,
        ),
        (
            |file| {
                file["year"] = json!(2024);
                // A later moment, written in another time zone.
                file["document"]["saved"] = json!("2023-12-01T09:41:10Z");
            },
            RevisionOrder::FileNewer,
        ),
        (
            |file| {
                file["year"] = json!(2024);
                file["document"]["revision"] = json!(11);
            },
            RevisionOrder::HereNewer,
        ),
        (
            |file| {
                file["year"] = json!(2024);
                file["document"]["revision"] = json!(13);
                file["document"]["saved"] = json!("2023-11-30T08:00:00+07:00");
            },
            RevisionOrder::FileMoreHereLater,
        ),
        (
            |file| {
                file["year"] = json!(2024);
                file["document"]["revision"] = json!(11);
                file["document"]["saved"] = json!("2023-12-05T08:00:00+07:00");
            },
            RevisionOrder::HereMoreFileLater,
        ),
        (|file| file["year"] = json!(2024), RevisionOrder::SameAge),
        (
            |file| {
                file["year"] = json!(2024);
                file["document"]["saved"] = json!("hôm qua");
            },
            RevisionOrder::SameAge,
        ),
    ];
    let program = with_the_golden_draft();
    for (change, standing) in rows {
        program.opens(&changed(change));
        assert_eq!(program.preview().replaced.same_document, Some(standing));
    }
}

#[test]
fn what_was_typed_last_counts_when_ages_are_compared() {
    let program = Program::new();
    program.imports(&golden(), ImportChoice::AsNew);
    program.does([typed("TT-3", "done", "411")]);
    program.opens(&golden());
    assert_eq!(program.preview().replaced.same_document, Some(RevisionOrder::HereNewer));
    assert_eq!(program.differences(), ["TT-3.done"]);
}

#[test]
fn a_level_chosen_in_the_preview_is_compared_anew() {
    let program = with_the_golden_draft();
    program.opens(&changed(|file| file["unit"]["level"] = json!("ward")));
    assert_eq!(program.differences(), ["level"]);
    program.does([AppEvent::Import(ImportEvent::PreviewLevelChosen("commune".to_owned()))]);
    assert_eq!(program.preview().replaced.same_document, Some(RevisionOrder::Same));
    program.does([AppEvent::Import(ImportEvent::PreviewLevelChosen("district".to_owned()))]);
    assert_eq!(program.differences(), ["level"]);
    assert_eq!(program.preview().replaced.same_document, Some(RevisionOrder::SameAge));
}

#[test]
fn points_stated_otherwise_are_told_target_by_target() {
    let program = Program::new();
    program.opens(&changed(|file| {
        file["result"]["points"] = json!("49.000");
        let targets = file["result"]["targets"].as_array_mut().unwrap();
        targets.retain(|target| target["id"] != "TC-2");
        targets.iter_mut().find(|target| target["id"] == "TT-3").unwrap()["points"] = json!("9.000");
        targets.push(json!({"id": "TT-9", "points": "1.000"}));
    }));
    let preview = program.preview();
    assert!(preview.result_differs);
    let told: Vec<_> = preview
        .stated
        .iter()
        .map(|stated| (stated.target.as_deref(), stated.file.as_deref(), stated.here.as_deref()))
        .collect();
    assert_eq!(
        told,
        [
            (None, Some("49.000"), Some("48.770")),
            (Some("TC-2"), None, Some("10.000")),
            (Some("TT-3"), Some("9.000"), Some("8.770")),
        ]
    );
}

#[test]
fn how_the_files_set_stands_to_the_one_in_use_is_told() {
    type Change = fn(&mut Value);
    let rows: [(Change, SetMatch); 6] = [
        (|_| {}, SetMatch::Same),
        (|file| file["target_set"]["sha256"] = json!(""), SetMatch::Same),
        (|file| file["target_set"]["sha256"] = json!("00"), SetMatch::OtherContent),
        (
            |file| {
                file["target_set"]["edition"] = json!("2");
                file["target_set"]["sha256"] = json!("00");
            },
            SetMatch::OtherEdition,
        ),
        (|file| file["target_set"]["id"] = json!("197"), SetMatch::OtherSet),
        (
            |file| {
                file.as_object_mut().unwrap().remove("target_set");
            },
            SetMatch::NotNamed,
        ),
    ];
    let program = Program::new();
    for (change, expected) in rows {
        program.opens(&changed(change));
        assert_eq!(program.preview().set, expected);
    }
}

#[test]
fn hidden_characters_are_found_wherever_they_stand() {
    type Change = fn(&mut Value);
    let rows: [(Change, &[&str]); 6] = [
        (|_| {}, &[]),
        (|file| file["unit"]["name"] = json!("UBND\u{202e}"), &["unit"]),
        (|file| file["answers"]["TT-3"]["figures"]["done"] = json!("4\u{200b}10"), &["TT-3.done"]),
        (|file| file["answers"]["TT\u{200f}"] = json!({"figures": {"x": "1"}}), &["TT\u{200f}.x"]),
        (|file| file["answers"]["TT-3"]["evidence"][0]["link"] = json!("\u{2066}"), &["TT-3.evidence"]),
        (|file| file["narrative"]["thanks"] = json!({"a": ["\u{feff}"]}), &["narrative.thanks"]),
    ];
    let program = Program::new();
    for (change, expected) in rows {
        program.opens(&changed(change));
        let found: Vec<_> = program.preview().hidden.iter().map(ChangedField::name).collect();
        assert_eq!(found, expected);
    }
}
