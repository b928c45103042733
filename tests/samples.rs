//! Samples in the running program: nothing of one is ever kept, listed or taken for real, whatever is done.
#![cfg(feature = "app")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs, reason = "a test")]

#[path = "support/program.rs"]
mod program;

use program::{Program, changed, draft, file_read, golden, keeping, named, sealed, typed};
use proptest::prelude::*;
use serde_json::{Value, json};
use tu_cham::app::{
    Action, Cover, Dialog, Effect, FileEvent, FileTask, Filter, HeadingField, ImportChoice, NarrativeField,
    NotLastYear, Notice, OfficeEvent, OfficeFile, OfficeWork, OwnText, Page, Preference, Purpose, Refused,
    Sample, Saving, Sharing, TaskField, Theme, WhatIfEvent,
};
use tu_cham::core::assessment::SAMPLE_UUIDS;
use tu_cham::core::target_set::TargetId;
use tu_cham::core::text::Language;
use tu_cham::exchange::{assessment_file, builtin, result};

const MIDDLING: &str = "commune-2023-middling";

fn sample(id: &str) -> Sample {
    Sample::of_id(id).unwrap()
}

fn opens(id: &str) -> Action {
    Action::SampleOpened(sample(id))
}

/// The file of a sample, with these figures typed over it.
fn sample_file(id: &str) -> Value {
    let loaded = builtin::load().unwrap();
    let document = sample(id).open(&loaded).unwrap();
    let card = tu_cham::core::scorecard::score(&loaded.set, &document);
    let file = assessment_file::write(&document, result::of(&loaded.set, &card));
    serde_json::from_str(&file.to_pretty()).unwrap()
}

/// The user's own document, typed into and saved, on the page of results.
fn working() -> Program {
    let program = Program::new();
    program.does([Action::YearChosen(2024), named("UBND xã Phú Mậu"), typed("TT-3", "done", "410")]);
    program.save();
    program.does([typed("TT-3", "total", "850"), Action::PageReached(Page::Results, None)]);
    program
}

fn real(program: &Program) -> String {
    program.read(|state| {
        let real = state.real();
        let mut document = real.assessment.clone();
        (document.document.revision, document.document.saved) = (0, String::new());
        assessment_file::write(&document, result::of(&real.loaded.set, &real.card)).to_pretty()
    })
}

fn is_open(program: &Program) -> Option<String> {
    program.read(|state| state.sample().map(Sample::id))
}

/// The last address that was asked for, and the mark with it.
fn address(program: &Program) -> (String, String) {
    let asked = program.effects.borrow().iter().rev().find_map(|effect| match effect {
        Effect::Address { path, sample } => Some((path.clone(), sample.clone())),
        _ => None,
    });
    asked.unwrap()
}

#[test]
fn opening_saves_what_is_open_and_leaving_brings_all_of_it_back() {
    let program = working();
    let (before, page) = (program.content(), program.read(|state| state.page));
    let undo = program.read(|state| state.history.next_undo().cloned());
    program.does([opens(MIDDLING)]);
    let stored = program.store_all();
    assert_eq!(stored.len(), 1, "what was typed is saved first");
    assert!(stored[0].text.contains("850"));
    assert_eq!(is_open(&program).as_deref(), Some(MIDDLING));
    assert_eq!(program.figure("TT-3", "done"), "980");

    program.does([
        typed("TT-3", "done", "1"),
        Action::PageReached(Page::WhatIf, None),
        Action::LanguageChosen(Language::English),
        Action::SaveDue,
    ]);
    program.does([Action::SampleLeft]);
    assert_eq!(address(&program), ("#/ket-qua".to_owned(), String::new()));
    assert_eq!(is_open(&program), None);
    assert_eq!(program.content(), before);
    program.read(|state| {
        assert_eq!(state.page, page);
        assert_eq!(state.language, Language::English, "a choice stays chosen");
        assert_eq!(state.saving, Saving::Done, "the storage answered while the sample was open");
        assert_eq!(state.history.next_undo().cloned(), undo);
    });
    program.does([Action::UndoPressed]);
    assert_eq!(program.figure("TT-3", "total"), "");
}

#[test]
fn a_sample_can_be_typed_into_undone_and_planned_with() {
    let program = working();
    program.does([opens(MIDDLING), typed("TT-3", "done", "2.800")]);
    assert_eq!(
        program.read(|state| state.card.target("TT-3").unwrap().points().unwrap().to_string()),
        "10.000"
    );
    program.does([Action::UndoPressed]);
    assert_eq!(program.figure("TT-3", "done"), "980");
    program.does([
        Action::PageReached(Page::WhatIf, None),
        Action::WhatIf(WhatIfEvent::WantedTyped("90".to_owned())),
        Action::WhatIf(WhatIfEvent::Solved),
    ]);
    assert!(program.read(|state| state.sandbox.as_ref().unwrap().answer.is_some()));
}

#[test]
fn every_address_carries_the_sample_and_an_address_opens_it() {
    let program = working();
    program.does([Action::of_address(format!("#/nhap-lieu/TT-3?mau={MIDDLING}"))]);
    assert_eq!(is_open(&program).as_deref(), Some(MIDDLING));
    assert_eq!(address(&program), (format!("#/nhap-lieu/TT-3?mau={MIDDLING}"), MIDDLING.to_owned()));
    program.does([typed("TT-3", "done", "1"), Action::of_address("#/ket-qua".to_owned())]);
    assert_eq!(address(&program), (format!("#/ket-qua?mau={MIDDLING}"), MIDDLING.to_owned()));
    program.does([Action::of_address(format!("#/bao-cao?mau={MIDDLING}"))]);
    assert_eq!(program.figure("TT-3", "done"), "1", "the same sample goes on");
    program.does([Action::of_address("#/bao-cao?mau=commune-2024-weak".to_owned())]);
    assert_eq!(is_open(&program).as_deref(), Some("commune-2024-weak"));
}

#[test]
fn an_unknown_sample_is_said_and_opens_nothing() {
    for open in [None, Some(MIDDLING)] {
        let program = working();
        program.does(open.map(opens));
        for id in ["commune-2023-best", "commune-2031-weak", "x"] {
            let before = program.content();
            program.does([Action::of_address(format!("#/bao-cao?mau={id}"))]);
            assert_eq!(program.notice(), Some(Notice::SampleUnknown(id.to_owned())));
            assert_eq!(is_open(&program).as_deref(), open);
            assert_eq!(program.content(), before);
            let mark = open.map(|open| format!("?mau={open}")).unwrap_or_default();
            assert_eq!(address(&program).0, format!("#/bao-cao{mark}"));
        }
    }
}

#[test]
fn another_year_is_another_sample_with_what_was_typed() {
    let program = working();
    program.does([opens(MIDDLING), typed("TT-3", "done", "1.540"), Action::YearChosen(2025)]);
    assert_eq!(is_open(&program).as_deref(), Some("commune-2025-middling"));
    assert_eq!(address(&program).1, "commune-2025-middling");
    assert_eq!(program.figure("TT-3", "done"), "1.540");
    let points = || program.read(|state| state.card.target("TT-3").unwrap().points().unwrap().to_string());
    assert_eq!(points(), "5.789", "55 % against 95 %");
    program.does([Action::UndoPressed]);
    assert_eq!(is_open(&program).as_deref(), Some(MIDDLING));
    assert_eq!((points(), address(&program).1.as_str()), ("10.000".to_owned(), MIDDLING));
}

#[test]
fn files_of_a_sample_say_so_in_their_name_and_content() {
    let program = working();
    program.does([opens(MIDDLING), typed("TT-3", "done", "7")]);
    let (name, text) = program.export();
    assert!(name.starts_with("MAU-UBND xã Mẫu B"), "{name}");
    assert_eq!(program.notice(), Some(Notice::Exported(name)));
    let file: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(file["sample"], MIDDLING);
    program.does([Action::CsvPressed]);
    let csv =
        program.asked(|effect| if let Effect::DownloadFigures(name) = effect { Some(name) } else { None });
    assert!(csv.unwrap().starts_with("MAU-"));
    for file in [OfficeFile::Word, OfficeFile::Excel, OfficeFile::Template] {
        program.does([Action::OfficePressed(file)]);
        let task = program.asked(|effect| if let Effect::Office(task) = effect { Some(task) } else { None });
        let task = task.unwrap();
        assert!(task.name.starts_with("MAU-") && task.document.contains("\"sample\""), "{}", task.name);
    }
    program.does([Action::FormPressed]);
    assert_eq!(program.effects.take(), [], "a form would begin a real document under a sample's name");
}

#[test]
fn the_link_of_a_sample_is_its_address_until_something_is_typed_into_it() {
    let program = Program::prepared(program::empty(), |state| state.site = "https://a.example/".to_owned());
    program.does([opens(MIDDLING), Action::PageReached(Page::Results, None), Action::LinkPressed]);
    let link = program.read(|state| match &state.dialog {
        Some(Dialog::Link(Sharing::Ready { link, code: Some(_), .. })) => link.to_string(),
        other => format!("{other:?}"),
    });
    assert_eq!(link, format!("https://a.example/#/ket-qua?mau={MIDDLING}"));
    program.does([Action::DialogSet(None), typed("TT-3", "done", "7"), Action::LinkPressed]);
    let text = program.asked(|effect| if let Effect::Compress(text) = effect { Some(text) } else { None });
    assert!(text.unwrap().contains(&format!("\"sample\":\"{MIDDLING}\"")));
}

#[test]
fn a_sample_file_opens_as_a_sample_and_as_nothing_else() {
    let program = working();
    let before = real(&program);
    let mut file = sample_file(MIDDLING);
    file["answers"]["TT-3"]["figures"]["done"] = json!("7");
    for choice in [ImportChoice::AsNew, ImportChoice::Replace] {
        program.imports(&file, choice);
        assert_eq!((is_open(&program), real(&program)), (None, before.clone()));
        assert!(program.read(|state| state.preview.is_some()), "the preview stays");
    }
    program.does([Action::ImportChosen(ImportChoice::AsSample)]);
    assert_eq!(is_open(&program).as_deref(), Some(MIDDLING));
    assert_eq!(program.figure("TT-3", "done"), "7");
    assert_eq!(real(&program), before);
    assert_eq!(program.read(|state| state.real().drafts.len()), 1);
    // The same while another is open.
    program.does([opens("commune-2023-weak")]);
    for choice in [ImportChoice::AsNew, ImportChoice::Replace] {
        program.imports(&file, choice);
        assert_eq!(is_open(&program).as_deref(), Some("commune-2023-weak"));
    }
    program.does([Action::ImportChosen(ImportChoice::AsSample), Action::SampleLeft]);
    assert_eq!(real(&program), before);
}

#[test]
fn a_sample_file_that_lost_its_mark_is_known_by_its_uuid() {
    let program = working();
    let mut file = sample_file(MIDDLING);
    file.as_object_mut().unwrap().remove("sample");
    program.imports(&file, ImportChoice::AsNew);
    assert_eq!(is_open(&program), None);
    program.does([Action::ImportChosen(ImportChoice::AsSample)]);
    assert_eq!(is_open(&program).as_deref(), Some(MIDDLING));
}

#[test]
fn a_sample_that_this_version_lacks_can_only_be_left_alone() {
    let program = working();
    let before = real(&program);
    for id in [json!("commune-2023-best"), json!(17), json!("")] {
        let mut file = sample_file(MIDDLING);
        file["sample"] = id;
        for choice in [ImportChoice::AsNew, ImportChoice::Replace, ImportChoice::AsSample] {
            program.imports(&file, choice);
            assert_eq!((is_open(&program), real(&program)), (None, before.clone()));
        }
    }
}

#[test]
fn a_real_file_is_compared_with_what_is_real_and_opening_it_leaves_the_sample() {
    for choice in [ImportChoice::AsNew, ImportChoice::Replace] {
        let program = working();
        program.does([opens(MIDDLING)]);
        program.opens(&golden());
        let replaced = program.preview().replaced.document.unit.name.clone();
        assert_eq!(replaced, "UBND xã Phú Mậu");
        assert_eq!(program.read(|state| (state.cover(), state.real().cover())), (Some(Cover::Preview), None));
        program.does([Action::ImportChosen(choice)]);
        assert_eq!(is_open(&program), None);
        assert_eq!(program.assessment().unit.name, golden()["unit"]["name"]);
    }
    let program = working();
    let before = real(&program);
    program.does([opens(MIDDLING)]);
    program.opens(&golden());
    program.does([Action::ImportChosen(ImportChoice::Cancel)]);
    assert_eq!((is_open(&program).as_deref(), real(&program)), (Some(MIDDLING), before));
}

#[test]
fn a_refused_file_is_refused_over_the_sample() {
    let program = working();
    program.does([opens(MIDDLING), file_read("{}")]);
    assert!(program.read(|state| state.refusal.is_some() && state.real().refusal.is_none()));
    assert_eq!(is_open(&program).as_deref(), Some(MIDDLING));
}

#[test]
fn a_carried_sample_is_opened_at_once_unless_another_was_asked_for() {
    let carried = || Action::CarriedFound {
        name: "MAU.html".to_owned(),
        text: sealed(&sample_file(MIDDLING)),
        opened: String::new(),
    };
    let program = working();
    program.does([carried()]);
    assert_eq!(is_open(&program).as_deref(), Some(MIDDLING));
    program.does([Action::SampleLeft]);
    assert_eq!(program.read(|state| state.carried.clone()), None);
    program.does([opens("commune-2023-weak"), carried()]);
    assert_eq!(is_open(&program).as_deref(), Some("commune-2023-weak"));
    // What is real waits under the sample, to be offered once that is left.
    let program = working();
    let text = sealed(&golden());
    program.does([
        opens(MIDDLING),
        Action::CarriedFound { name: "a.html".to_owned(), text, opened: String::new() },
    ]);
    assert!(program.read(|state| state.preview.is_none()));
    program.does([Action::SampleLeft]);
    assert!(program.read(|state| state.preview.is_some()));
}

#[test]
fn a_sample_is_no_last_year_of_a_real_document_nor_the_other_way_round() {
    let bytes = |file: &Value| Ok(sealed(file).into_bytes());
    let chosen = |file| Action::LastYearChosen { name: "a.json".to_owned(), file };
    let refused = |program: &Program| program.read(|state| state.refusal.clone().map(|(_, why)| why));
    let program = working();
    program.does([chosen(bytes(&sample_file(MIDDLING)))]);
    assert_eq!(refused(&program), Some(Refused::LastYear(NotLastYear::Sample)));
    program.does([opens("commune-2024-middling"), chosen(bytes(&golden()))]);
    assert_eq!(refused(&program), Some(Refused::LastYear(NotLastYear::Sample)));
    program.does([Action::RefusalDismissed, chosen(bytes(&sample_file(MIDDLING)))]);
    assert_eq!(refused(&program), None);
    assert!(program.read(|state| state.last_year.is_some() && state.real().last_year.is_none()));
}

#[test]
fn other_windows_and_the_storage_answer_what_is_real() {
    let program = working();
    let id = program.id();
    program.save();
    program.does([opens(MIDDLING), Action::HoldWanted(id.clone())]);
    assert!(program.performed().contains(&Effect::LetGo(id.clone())));
    program.does([typed("TT-3", "done", "5")]);
    assert_eq!(program.figure("TT-3", "done"), "5", "the sample is this window's own");
    let newer = changed(|file| {
        file["document"]["id"] = json!(id);
        file["document"]["revision"] = json!(90);
    });
    let stored = draft(&id, 90, "2023-12-09T09:00:00+07:00", &sealed(&newer));
    program.does([Action::DraftRead(Box::new(stored)), Action::SampleLeft]);
    assert!(program.read(tu_cham::app::State::is_read_only));
    assert_eq!(program.assessment().unit.name, golden()["unit"]["name"]);
}

#[test]
fn without_a_storage_what_was_typed_waits_in_memory_and_leaving_the_page_is_reminded_of() {
    let program = Program::with(tu_cham::app::Stored::default());
    assert!(!program.read(tu_cham::app::State::is_unfiled));
    program.does([opens(MIDDLING), typed("TT-3", "done", "5")]);
    assert!(!program.read(tu_cham::app::State::is_unfiled), "nothing of a sample is worth a reminder");
    program.does([Action::SampleLeft, named("UBND xã Phú Mậu"), opens(MIDDLING)]);
    assert!(program.read(tu_cham::app::State::is_unfiled));
    program.does([Action::SampleLeft]);
    assert_eq!(program.assessment().unit.name, "UBND xã Phú Mậu");
}

/// What keeps something, told as text: nothing of a sample may stand in it.
fn kept(effect: &Effect) -> Option<String> {
    let keeps = match effect {
        Effect::Store(_)
        | Effect::Reread(_)
        | Effect::Hold(_)
        | Effect::AskFor(_)
        | Effect::LetGo(_)
        | Effect::Keep(_)
        | Effect::ListVersions(_)
        | Effect::Delete(_)
        | Effect::Remember(Preference::LastDocument | Preference::OpenedCarried, _) => true,
        Effect::File(task) => !matches!(task, FileTask::Soon),
        _ => false,
    };
    keeps.then(|| format!("{effect:?}"))
}

/// The name of what is handed over.
fn handed_over(effect: &Effect) -> Option<&str> {
    match effect {
        Effect::Download { name, .. } | Effect::DownloadFigures(name) | Effect::HandOver { name, .. } => {
            Some(name)
        }
        Effect::Office(task) if matches!(task.what, OfficeWork::Make(_)) => Some(&task.name),
        _ => None,
    }
}

fn any_action() -> impl Strategy<Value = Action> {
    let target = || prop::sample::select(vec!["TT-3", "TC-1", "TT-2b", "R-1", "xx"]).prop_map(TargetId::new);
    let ids = || prop::sample::select(vec!["commune-2023-weak", MIDDLING, "province-2025-middling"]);
    let text = || "[0-9a-zạ ]{0,6}";
    let year = || 2021_u16..2027;
    let file = prop::sample::select(vec![0, 1, 2, 3]).prop_map(|which| match which {
        0 => sealed(&golden()),
        1 => sealed(&sample_file(MIDDLING)),
        2 => "{}".to_owned(),
        _ => sealed(&changed(|file| file["document"]["id"] = json!("00000000-0000-4000-8000-000000000001"))),
    });
    let file = file.boxed();
    let unit = || {
        prop::sample::select(vec![
            Action::SampleLeft,
            Action::SaveDue,
            Action::SaveFailed,
            Action::UndoPressed,
            Action::RedoPressed,
            Action::FieldLeft,
            Action::NewPressed,
            Action::AllRemoved,
            Action::AllExportPressed,
            Action::ExportPressed,
            Action::CsvPressed,
            Action::LinkPressed,
            Action::LinkMade(Some(vec![1, 2])),
            Action::LinkMade(None),
            Action::LinkCopyPressed,
            Action::CopyPressed,
            Action::FormPressed,
            Action::PrintPressed,
            Action::VersionsAsked,
            Action::VersionsListed(Vec::new()),
            Action::VersionRestored(0),
            Action::EditHerePressed,
            Action::NoticeDismissed,
            Action::RefusalDismissed,
            Action::InvalidAsked,
            Action::LastYearClosed,
            Action::CarriedAsked,
            Action::LinkUnreadable,
            Action::DeleteFailed,
            Action::DownloadFailed,
            Action::LinkReached("#/mo/tc1.y8gEAA".to_owned()),
            Action::FileHeld(true),
            Action::FileTooBig("a".to_owned()),
            Action::FileUnreadable("a".to_owned()),
            Action::NewerSeen("99.0.0".to_owned()),
            Action::ThemeChosen(Theme::Dark),
            Action::LanguageChosen(Language::English),
            Action::FilterChosen(Filter::All),
            Action::DialogSet(Some(Dialog::Drafts)),
            Action::DialogSet(Some(Dialog::Send)),
            Action::DialogSet(None),
            Action::OwnTextRead(Purpose::Copy, OwnText::Lost),
            Action::OwnTextRead(Purpose::Fingerprint, OwnText::Hosted),
            Action::File(FileEvent::Pressed),
            Action::File(FileEvent::Due),
            Action::File(FileEvent::StopPressed),
            Action::File(FileEvent::OverwritePressed),
            Action::File(FileEvent::ElsewherePressed),
            Action::File(FileEvent::LookPressed),
            Action::Office(OfficeEvent::Awaited),
            Action::WhatIf(WhatIfEvent::Solved),
            Action::WhatIf(WhatIfEvent::PlanApplied),
            Action::WhatIf(WhatIfEvent::PlanKept),
            Action::WhatIf(WhatIfEvent::PlanTaken(0)),
            Action::WhatIf(WhatIfEvent::PlanRemoved(0)),
            Action::WhatIf(WhatIfEvent::NameTyped("a".to_owned())),
            Action::WhatIf(WhatIfEvent::WantedTyped("90".to_owned())),
            Action::ImportChosen(ImportChoice::AsNew),
            Action::ImportChosen(ImportChoice::Replace),
            Action::ImportChosen(ImportChoice::AsSample),
            Action::ImportChosen(ImportChoice::Cancel),
        ])
    };
    let pages = prop::sample::select(Page::ALL.to_vec());
    // Documents of the first hand: the program's own first id, the golden one, and that of a sample.
    let documents = || {
        prop::sample::select(vec![
            "00000000-0000-4000-8000-000000000001".to_owned(),
            program::GOLDEN_ID.to_owned(),
            sample(MIDDLING).uuid(),
        ])
    };
    prop_oneof![
        8 => unit(),
        4 => ids().prop_map(opens),
        2 => Just(Action::SampleLeft),
        4 => (target(), prop::sample::select(vec!["done", "total", "value"]), text())
            .prop_map(|(target, field, text)| Action::FigureTyped { target, field: field.to_owned(), text }),
        1 => (target(), text()).prop_map(|(target, text)| Action::TablePasted { target, field: "done".to_owned(), text }),
        1 => target().prop_map(Action::TotalTaken),
        1 => (target(), any::<bool>()).prop_map(|(target, on)| Action::NotApplicableSet(target, on)),
        1 => target().prop_map(Action::NotApplicableOffered),
        1 => (target(), text()).prop_map(|(target, text)| Action::ReasonTyped(target, text)),
        1 => (target(), text()).prop_map(|(target, text)| Action::NoteTyped(target, text)),
        1 => target().prop_map(Action::EvidenceAdded),
        1 => target().prop_map(Action::HomelessRemoved),
        1 => target().prop_map(Action::DetailsToggled),
        1 => text().prop_map(|text| Action::HeadingTyped(HeadingField::Name, text)),
        1 => text().prop_map(|text| Action::NarrativeTyped(NarrativeField::Proposals, text)),
        1 => (target(), text()).prop_map(|(target, text)| Action::TaskTyped(target, TaskField::Who, text)),
        1 => prop::sample::select(vec!["commune", "province"]).prop_map(|level| Action::LevelChosen(level.to_owned())),
        2 => year().prop_map(Action::YearChosen),
        2 => pages.prop_map(|page| Action::PageReached(page, None)),
        1 => ids().prop_map(|id| Action::of_address(format!("#/ket-qua?mau={id}"))),
        3 => file.clone().prop_map(|text| file_read(&text)),
        1 => file.clone().prop_map(|text| Action::LinkRead { name: "l".to_owned(), bytes: text.into_bytes() }),
        1 => file.clone().prop_map(|text| Action::CarriedFound { name: "c".to_owned(), text, opened: String::new() }),
        1 => file.prop_map(|text| Action::LastYearChosen { name: "y".to_owned(), file: Ok(text.into_bytes()) }),
        1 => prop::sample::select(vec![OfficeFile::Word, OfficeFile::Excel, OfficeFile::Template]).prop_map(Action::OfficePressed),
        1 => text().prop_map(|title| Action::ChartSaved { title, text: "<svg/>".to_owned() }),
        1 => text().prop_map(|title| Action::TableSaved { title, text: "a".to_owned() }),
        1 => documents().prop_map(Action::DraftChosen),
        1 => documents().prop_map(Action::DuplicatePressed),
        1 => documents().prop_map(Action::DraftRemoved),
        1 => documents().prop_map(Action::RawPressed),
        1 => documents().prop_map(Action::HoldWanted),
        1 => documents().prop_map(Action::HoldRefused),
        1 => documents().prop_map(|id| Action::HoldGranted(id, None)),
        1 => (documents(), 0_u64..9).prop_map(|(id, revision)| Action::Saved { id, revision }),
        1 => text().prop_map(Action::SearchTyped),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_of_a_sample_is_ever_kept_listed_or_handed_over_as_real(actions in prop::collection::vec(any_action(), 1..40)) {
        program::outside::restart();
        let own = draft("00000000-0000-4000-8000-000000000009", 1, "2023-01-01T00:00:00Z", &sealed(&golden()));
        let program = Program::with(keeping(vec![own]));
        let marks = [SAMPLE_UUIDS, "(dữ liệu mẫu)"];
        for action in actions {
            let told = format!("{action:?}");
            let (before, real_before) = (is_open(&program).is_some(), real(&program));
            let typing = matches!(action, Action::FigureTyped { .. } | Action::NoteTyped(..) | Action::YearChosen(_) | Action::LevelChosen(_) | Action::UndoPressed | Action::RedoPressed);
            program.does([action]);
            let now = program.read(|state| state.parked.is_some());
            prop_assert_eq!(now, program.read(|state| state.assessment.is_sample()), "{}", told);
            for effect in program.performed() {
                if let Some(kept) = kept(&effect) {
                    prop_assert!(!marks.iter().any(|mark| kept.contains(mark)), "{}: {}", told, kept);
                }
                if let Some(name) = handed_over(&effect) {
                    let marked = name.starts_with("MAU-");
                    prop_assert!(marked == (before && now) || !before && !now && marked == told.contains("MAU-") , "{}: {}", told, name);
                }
                if before && now {
                    let sample_saves = matches!(effect, Effect::SaveSoon);
                    prop_assert!(!sample_saves || !typing, "{}", told);
                }
            }
            if before && typing {
                prop_assert_eq!(&real(&program), &real_before, "{}", told);
            }
            program.read(|state| {
                let real = state.real();
                prop_assert!(!real.assessment.is_sample());
                prop_assert!(!real.drafts.iter().any(|draft| marks.iter().any(|mark| draft.text.contains(mark) || draft.id.contains(mark))));
                prop_assert!(!real.files.links.iter().any(|link| link.id.starts_with(SAMPLE_UUIDS)));
                prop_assert!(!real.unfiled.iter().any(|id| id.starts_with(SAMPLE_UUIDS)));
                prop_assert!(real.last_year.as_ref().is_none_or(|last| !last.assessment.is_sample()));
                prop_assert!(real.parked.is_none());
                Ok(())
            })?;
        }
    }
}
