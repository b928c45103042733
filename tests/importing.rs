//! Files brought in, without a browser: what is compared with what, what each choice does, and that nothing is lost.
#![cfg(feature = "app")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs, reason = "a test")]

mod support;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use serde_json::{Value, json};
use support::tree;
use tu_cham::app::{
    Action, Effect, HeadingField, ImportChoice, Ports, Preview, SetMatch, Standing, State, Store, Stored,
};
use tu_cham::core::assessment::Assessment;
use tu_cham::core::target_set::TargetId;
use tu_cham::exchange::{assessment_file, builtin, digest, incoming, result};

const GOLDEN: &str = include_str!("golden/assessment-v1.json");
const GOLDEN_ID: &str = "5f0c8c1e-3f3a-4a55-9d0e-0c2f5d1b7a61";

thread_local! {
    static CLOCK: Cell<u32> = const { Cell::new(0) };
}

/// Each reading is a second later than the last.
fn now() -> String {
    let second = CLOCK.get();
    CLOCK.set(second + 1);
    format!("2023-12-02T{:02}:{:02}:{:02}+07:00", 8 + second / 3600, second / 60 % 60, second % 60)
}

fn uuid() -> String {
    format!("00000000-0000-4000-8000-{:012}", CLOCK.get())
}

/// The letters of the tests, composed as a browser composes them.
fn compose(text: &str) -> String {
    let pairs = [
        ("a\u{323}\u{302}", "ậ"),
        ("u\u{301}", "ú"),
        ("a\u{303}", "ã"),
        ("a\u{302}\u{323}", "ậ"),
        ("i\u{306}", "ĭ"),
    ];
    pairs.into_iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

struct Program {
    store: Rc<Store>,
    effects: Rc<RefCell<Vec<Effect>>>,
}

impl Program {
    fn new() -> Self {
        let effects = Rc::new(RefCell::new(Vec::new()));
        let performed = Rc::clone(&effects);
        let perform = Box::new(move |effect| performed.borrow_mut().push(effect));
        let ports = Ports { now, uuid, compose, perform };
        let store = Store::new(State::new(Rc::new(builtin::load().unwrap())), ports);
        store.dispatch(Action::Started(Box::new(Stored { available: true, ..Stored::default() })));
        Self { store, effects }
    }

    fn does(&self, actions: impl IntoIterator<Item = Action>) {
        actions.into_iter().for_each(|action| self.store.dispatch(action));
    }

    fn read<T>(&self, read: impl FnOnce(&State) -> T) -> T {
        self.store.read(read)
    }

    fn opens(&self, file: &Value) {
        self.does([Action::FileRead { name: "phiếu.json".to_owned(), bytes: sealed(file).into_bytes() }]);
    }

    fn imports(&self, file: &Value, choice: ImportChoice) {
        self.opens(file);
        self.does([Action::ImportChosen(choice)]);
    }

    fn preview(&self) -> Rc<Preview> {
        self.read(|state| state.preview.clone().unwrap())
    }

    /// What would be changed, by name.
    fn differences(&self) -> Vec<String> {
        self.preview().differences.iter().map(|difference| difference.what.name()).collect()
    }

    fn assessment(&self) -> Assessment {
        self.read(|state| state.assessment.clone())
    }

    /// The document as it would be written, but for its revision and times.
    fn content(&self) -> String {
        self.read(|state| {
            let mut assessment = state.assessment.clone();
            assessment.document.revision = 0;
            assessment.document.saved = String::new();
            assessment_file::write(&assessment, result::of(&state.loaded.set, &state.card)).to_pretty()
        })
    }

    /// The revisions and texts asked to be stored of a document, since the last call.
    fn stored(&self, id: &str) -> Vec<(u64, String)> {
        let stored = |effect| match effect {
            Effect::Store(draft) if draft.id == id => Some((draft.revision, draft.text)),
            _ => None,
        };
        self.effects.take().into_iter().filter_map(stored).collect()
    }

    fn exported(&self) -> Value {
        self.does([Action::ExportPressed]);
        let text = |effect| if let Effect::Download { text, .. } = effect { Some(text) } else { None };
        let text = self.effects.take().into_iter().find_map(text).unwrap();
        serde_json::from_str(&text).unwrap()
    }

    fn figure(&self, target: &str, field: &str) -> String {
        self.read(|state| {
            state.answer(target).map(|answer| answer.figure(field).to_owned()).unwrap_or_default()
        })
    }
}

fn golden() -> Value {
    serde_json::from_str(GOLDEN).unwrap()
}

fn changed(change: impl FnOnce(&mut Value)) -> Value {
    let mut file = golden();
    change(&mut file);
    file
}

fn sealed(file: &Value) -> String {
    let mut file = file.clone();
    file["digest"] = json!(digest::of_file(&tree(&file)));
    file.to_string()
}

fn typed(target: &str, field: &str, text: &str) -> Action {
    Action::FigureTyped { target: TargetId::new(target), field: field.to_owned(), text: text.to_owned() }
}

fn named(name: &str) -> Action {
    Action::HeadingTyped(HeadingField::Name, name.to_owned())
}

/// The golden document kept as a draft, and another of the user's own open over it.
fn with_the_golden_draft() -> Program {
    let program = Program::new();
    program.imports(&golden(), ImportChoice::AsNew);
    program.does([Action::NewPressed, named("UBND xã Vinh Thanh"), typed("TT-3", "done", "7")]);
    program
}

#[test]
fn without_the_files_document_here_it_is_compared_with_what_is_open() {
    let program = Program::new();
    program.does([Action::YearChosen(2023), named("UBND xã Phú Mậu"), typed("TT-3", "done", "409")]);
    program.opens(&golden());
    let preview = program.preview();
    assert!(preview.replaced.open);
    assert_eq!(preview.replaced.twin, None);
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
    program.does([Action::ImportChosen(ImportChoice::Cancel), Action::DraftChosen(GOLDEN_ID.to_owned())]);
    program.opens(&changed(|file| file["unit"]["place"] = json!("Phú Vang")));
    assert!(program.preview().replaced.open);
    assert_eq!(program.differences(), ["place"]);
}

#[test]
fn age_is_told_by_number_and_time_and_both_where_they_disagree() {
    type Change = fn(&mut Value);
    let rows: [(Change, Standing); 9] = [
        (|_| {}, Standing::Same),
        (|file| file["document"]["revision"] = json!(99), Standing::Same),
        (
            |file| {
                file["year"] = json!(2024);
                file["document"]["revision"] = json!(13);
            },
            Standing::FileNewer,
        ),
        (
            |file| {
                file["year"] = json!(2024);
                // A later moment, written in another time zone.
                file["document"]["saved"] = json!("2023-12-01T09:41:10Z");
            },
            Standing::FileNewer,
        ),
        (
            |file| {
                file["year"] = json!(2024);
                file["document"]["revision"] = json!(11);
            },
            Standing::HereNewer,
        ),
        (
            |file| {
                file["year"] = json!(2024);
                file["document"]["revision"] = json!(13);
                file["document"]["saved"] = json!("2023-11-30T08:00:00+07:00");
            },
            Standing::FileMoreHereLater,
        ),
        (
            |file| {
                file["year"] = json!(2024);
                file["document"]["revision"] = json!(11);
                file["document"]["saved"] = json!("2023-12-05T08:00:00+07:00");
            },
            Standing::HereMoreFileLater,
        ),
        (|file| file["year"] = json!(2024), Standing::SameAge),
        (
            |file| {
                file["year"] = json!(2024);
                file["document"]["saved"] = json!("hôm qua");
            },
            Standing::SameAge,
        ),
    ];
    let program = with_the_golden_draft();
    for (change, standing) in rows {
        program.opens(&changed(change));
        assert_eq!(program.preview().replaced.twin, Some(standing));
    }
}

#[test]
fn what_was_typed_last_counts_when_ages_are_compared() {
    let program = Program::new();
    program.imports(&golden(), ImportChoice::AsNew);
    program.does([typed("TT-3", "done", "411")]);
    program.opens(&golden());
    assert_eq!(program.preview().replaced.twin, Some(Standing::HereNewer));
    assert_eq!(program.differences(), ["TT-3.done"]);
}

#[test]
fn replacing_a_draft_that_is_not_open_opens_it_and_one_undo_leads_back() {
    let program = with_the_golden_draft();
    let before = program.content();
    let mine = program.assessment().document.id;
    program.effects.take();
    let newer = changed(|file| {
        file["document"]["revision"] = json!(20);
        file["answers"]["TT-3"]["figures"]["done"] = json!("420");
    });
    program.opens(&newer);
    assert!(program.stored(&mine).last().unwrap().1.contains("Vinh Thanh"), "what was open is saved");
    program.does([Action::ImportChosen(ImportChoice::Replace), Action::SaveDue]);
    assert_eq!(program.assessment().document.id, GOLDEN_ID);
    assert_eq!(program.figure("TT-3", "done"), "420");
    let after = program.content();
    assert_eq!(program.stored(GOLDEN_ID).last().unwrap().0, 21, "it counts on from the higher number");

    program.does([Action::UndoPressed]);
    assert_eq!(program.content(), before);
    let (revision, text) = program.stored(GOLDEN_ID).pop().unwrap();
    assert!(revision > 21);
    let back = incoming::read(text.as_bytes()).unwrap().assessment;
    assert_eq!(back.answers["TT-3"].figure("done"), "410", "the draft has its own figures again");

    program.does([Action::RedoPressed, Action::SaveDue]);
    assert_eq!(program.content(), after);
    program.does([Action::UndoPressed, Action::DraftChosen(GOLDEN_ID.to_owned())]);
    assert_eq!(program.figure("TT-3", "done"), "410");
}

#[test]
fn replacing_what_is_open_is_one_step_and_the_same_content_is_none() {
    let program = Program::new();
    program.imports(&golden(), ImportChoice::AsNew);
    let before = program.content();
    let steps = |program: &Program| program.read(|state| state.history.next_undo().cloned());
    let last = steps(&program);
    program.does([Action::NewPressed, Action::DraftChosen(GOLDEN_ID.to_owned())]);
    let opened = steps(&program);
    assert_ne!(opened, last);
    program.imports(&changed(|file| file["document"]["revision"] = json!(30)), ImportChoice::Replace);
    assert_eq!((program.content(), steps(&program)), (before.clone(), opened), "nothing to take back");
    program.does([named("UBND xã Phú Thanh"), Action::SaveDue]);
    assert_eq!(program.assessment().document.revision, 31);
    let mine = program.content();
    program.imports(&golden(), ImportChoice::Replace);
    assert_eq!(program.content(), before);
    program.does([Action::UndoPressed]);
    assert_eq!(program.content(), mine);
}

#[test]
fn a_level_chosen_in_the_preview_is_compared_anew() {
    let program = with_the_golden_draft();
    program.opens(&changed(|file| file["unit"]["level"] = json!("ward")));
    assert_eq!(program.differences(), ["level"]);
    program.does([Action::PreviewLevelChosen("commune".to_owned())]);
    assert_eq!(program.preview().replaced.twin, Some(Standing::Same));
    program.does([Action::PreviewLevelChosen("district".to_owned())]);
    assert_eq!(program.differences(), ["level"]);
    assert_eq!(program.preview().replaced.twin, Some(Standing::SameAge));
}

#[test]
fn decomposed_letters_are_composed_after_the_digest_was_checked() {
    let file = changed(|file| {
        file["unit"]["name"] = json!("UBND xa\u{303} Phu\u{301} Ma\u{323}\u{302}u");
        file["answers"]["TC-2"]["note"] = json!("Phu\u{301}");
        file["answers"]["TT-2b"]["not_applicable"] = json!("Phu\u{301}");
        file["answers"]["TT-3"]["evidence"][0]["title"] = json!("Phu\u{301}");
        file["narrative"]["proposals"] = json!("Phu\u{301}");
    });
    let utf16: Vec<u8> =
        std::iter::once(0xFEFF).chain(sealed(&file).encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let program = Program::new();
    program.does([Action::FileRead { name: "mac.json".to_owned(), bytes: utf16 }]);
    assert_eq!(program.preview().seal, tu_cham::app::Seal::Whole);
    program.does([Action::ImportChosen(ImportChoice::AsNew)]);
    let open = program.assessment();
    assert_eq!(open.unit.name, "UBND xã Phú Mậu");
    assert_eq!(open.answers["TC-2"].note, "Phú");
    assert_eq!(open.answers["TT-2b"].not_applicable.as_deref(), Some("Phú"));
    assert_eq!(open.answers["TT-3"].evidence[0].title, "Phú");
    assert_eq!(open.narrative.proposals, "Phú");
}

/// Where the golden file has keys that this version does not know, at every level of a file.
const UNKNOWN: [&str; 10] = [
    "/document/device",
    "/unit/code",
    "/period/closed",
    "/target_set/mirror",
    "/answers/TT-3/appraisal",
    "/answers/TT-5/weight",
    "/answers/TT-2a/evidence/0/pages",
    "/narrative/thanks",
    "/attachments",
    "/answers/TT-9",
];

#[test]
fn unknown_keys_of_every_level_survive_whatever_is_chosen() {
    let file = changed(|file| {
        file["answers"]["TT-9"] = json!({"figures": {"done": "1,5"}, "evidence": [{"number": "1", "date": "", "title": "",
            "place": "", "link": "", "x": [1]}], "y": {"z": null}});
    });
    let into_another = Program::new();
    into_another.does([named("UBND xã Vinh Thanh")]);
    for (program, choice) in [
        (Program::new(), ImportChoice::AsNew),
        (into_another, ImportChoice::Replace),
        (with_the_golden_draft(), ImportChoice::Replace),
        (with_the_golden_draft(), ImportChoice::AsNew),
    ] {
        program.imports(&file, choice);
        let back = program.exported();
        for pointer in UNKNOWN {
            assert_eq!(back.pointer(pointer), file.pointer(pointer), "{pointer}");
            assert!(back.pointer(pointer).is_some(), "{pointer}");
        }
    }
}

#[test]
fn answers_without_a_place_in_the_set_are_listed_kept_and_taken_out_on_word() {
    let file = changed(|file| {
        file["answers"]["TT-9"] = json!({"figures": {"done": "3", "total": "4"}, "note": "cũ"});
        file["answers"]["TT-3"]["figures"]["weight"] = json!("2");
        // At this level it only waits.
        file["answers"]["R-1"] = json!({"figures": {"value": "3"}});
        file["answers"]["TT-8"] = json!({"figures": {"done": ""}});
    });
    let program = Program::new();
    program.imports(&file, ImportChoice::AsNew);
    let listed = || {
        program.read(|state| {
            let entry = |entry: &tu_cham::app::Homeless| {
                let fields: Vec<_> =
                    entry.figures.iter().map(|(field, text)| format!("{field}={text}")).collect();
                format!(
                    "{} {} {}",
                    entry.id,
                    fields.join(" "),
                    if entry.answer.is_some() { "whole" } else { "fields" }
                )
            };
            state.homeless.iter().map(entry).collect::<Vec<_>>()
        })
    };
    assert_eq!(listed(), ["TT-3 weight=2 fields", "TT-9 done=3 total=4 whole"]);
    let before = program.content();
    program.does([Action::HomelessRemoved(TargetId::new("TT-3"))]);
    assert_eq!(listed(), ["TT-9 done=3 total=4 whole"]);
    assert_eq!(program.figure("TT-3", "done"), "410", "what has a place stays");
    program.does([Action::HomelessRemoved(TargetId::new("TT-9"))]);
    assert_eq!(listed(), [""; 0]);
    assert!(program.exported()["answers"].get("TT-9").is_none());
    program.does([Action::UndoPressed, Action::UndoPressed]);
    assert_eq!(program.content(), before);
    assert_eq!(listed().len(), 2);
    let back = program.exported();
    for pointer in ["/answers/TT-9", "/answers/TT-3/figures/weight", "/answers/R-1"] {
        assert_eq!(back.pointer(pointer), file.pointer(pointer), "{pointer}");
    }
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
        let found: Vec<_> = program.preview().hidden.iter().map(tu_cham::app::What::name).collect();
        assert_eq!(found, expected);
    }
}
