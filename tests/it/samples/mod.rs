//! Samples in the running program: nothing of one is ever kept, listed or taken for real, whatever is done.

mod drawn;

use crate::support::{Program, changed, draft, file_read, golden, named, sealed, typed};
use formats::samples::Sample;
use formats::{assessment_file, builtin, result};
use scoring::text::Language;
use serde_json::{Value, json};
use tu_cham::document::event::DocumentEvent;
use tu_cham::document::last_year::NotLastYear;
use tu_cham::document::saving::Saving;
use tu_cham::features::entry::event::EntryEvent;
use tu_cham::features::exporting::event::ExportEvent;
use tu_cham::features::importing::choice::ImportChoice;
use tu_cham::features::importing::event::ImportEvent;
use tu_cham::features::report::event::ReportEvent;
use tu_cham::features::results::event::ResultsEvent;
use tu_cham::features::samples::event::SampleEvent;
use tu_cham::features::scenario::event::ScenarioEvent;
use tu_cham::features::sharing::event::ShareEvent;
use tu_cham::features::sharing::state::Sharing;
use tu_cham::features::windows::event::WindowEvent;
use tu_cham::shell::dialog::{Cover, Dialog};
use tu_cham::shell::effect::Effect;
use tu_cham::shell::event::AppEvent;
use tu_cham::shell::frame::event::FrameEvent;
use tu_cham::shell::notice::{Notice, Refused};
use tu_cham::shell::office::OfficeFile;
use tu_cham::shell::page::Page;

const MIDDLING: &str = "commune-2023-middling";

fn sample(id: &str) -> Sample {
    Sample::of_id(id).unwrap()
}

fn opens(id: &str) -> AppEvent {
    AppEvent::Sample(SampleEvent::Opened(sample(id)))
}

/// The file of a sample, with these figures typed over it.
fn sample_file(id: &str) -> Value {
    let loaded = builtin::load().unwrap();
    let document = sample(id).open(&loaded).unwrap();
    let card = scoring::scorecard::score(&loaded.set, &document);
    let file = assessment_file::write(&document, result::of(&loaded.set, &card));
    serde_json::from_str(&file.to_pretty()).unwrap()
}

/// The user's own document, typed into and saved, on the page of results.
fn working() -> Program {
    let program = Program::new();
    program.does([
        AppEvent::Entry(EntryEvent::YearChosen(2024)),
        named("UBND xã Phú Mậu"),
        typed("TT-3", "done", "410"),
    ]);
    program.save();
    program
        .does([typed("TT-3", "total", "850"), AppEvent::Frame(FrameEvent::PageReached(Page::Results, None))]);
    program
}

fn real(program: &Program) -> String {
    program.read(|state| {
        let real = state.own();
        let mut document = real.document.assessment().clone();
        (document.document.revision, document.document.saved) = (0, String::new());
        assessment_file::write(&document, result::of(real.document.set(), real.document.card())).to_pretty()
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
    let (before, page) = (program.content(), program.read(|state| state.frame.page));
    let undo = program.read(|state| state.document.history.next_undo().cloned());
    program.does([opens(MIDDLING)]);
    let stored = program.store_all();
    assert_eq!(stored.len(), 1, "what was typed is saved first");
    assert!(stored[0].text.contains("850"));
    assert_eq!(is_open(&program).as_deref(), Some(MIDDLING));
    assert_eq!(program.figure("TT-3", "done"), "980");

    program.does([
        typed("TT-3", "done", "1"),
        AppEvent::Frame(FrameEvent::PageReached(Page::Scenario, None)),
        AppEvent::Frame(FrameEvent::LanguageChosen(Language::English)),
        AppEvent::Document(DocumentEvent::SaveDue),
    ]);
    program.does([AppEvent::Sample(SampleEvent::Left)]);
    assert_eq!(address(&program), ("#/ket-qua".to_owned(), String::new()));
    assert_eq!(is_open(&program), None);
    assert_eq!(program.content(), before);
    program.read(|state| {
        assert_eq!(state.frame.page, page);
        assert_eq!(state.frame.language, Language::English, "a choice stays chosen");
        assert_eq!(state.document.saving, Saving::Done, "the storage answered while the sample was open");
        assert_eq!(state.document.history.next_undo().cloned(), undo);
    });
    program.does([AppEvent::Document(DocumentEvent::UndoPressed)]);
    assert_eq!(program.figure("TT-3", "total"), "");
}

#[test]
fn a_sample_can_be_typed_into_undone_and_planned_with() {
    let program = working();
    program.does([opens(MIDDLING), typed("TT-3", "done", "2.800")]);
    assert_eq!(
        program.read(|state| state.document.card().target("TT-3").unwrap().points().unwrap().to_string()),
        "10.000"
    );
    program.does([AppEvent::Document(DocumentEvent::UndoPressed)]);
    assert_eq!(program.figure("TT-3", "done"), "980");
    program.does([
        AppEvent::Frame(FrameEvent::PageReached(Page::Scenario, None)),
        AppEvent::Scenario(ScenarioEvent::WantedTyped("90".to_owned())),
        AppEvent::Scenario(ScenarioEvent::Solved),
    ]);
    assert!(program.read(|state| state.scenario.as_ref().unwrap().answer.is_some()));
}

#[test]
fn every_address_carries_the_sample_and_an_address_opens_it() {
    let program = working();
    program.does([AppEvent::of_address(format!("#/nhap-lieu/TT-3?mau={MIDDLING}"))]);
    assert_eq!(is_open(&program).as_deref(), Some(MIDDLING));
    assert_eq!(address(&program), (format!("#/nhap-lieu/TT-3?mau={MIDDLING}"), MIDDLING.to_owned()));
    program.does([typed("TT-3", "done", "1"), AppEvent::of_address("#/ket-qua".to_owned())]);
    assert_eq!(address(&program), (format!("#/ket-qua?mau={MIDDLING}"), MIDDLING.to_owned()));
    program.does([AppEvent::of_address(format!("#/bao-cao?mau={MIDDLING}"))]);
    assert_eq!(program.figure("TT-3", "done"), "1", "the same sample goes on");
    program.does([AppEvent::of_address("#/bao-cao?mau=commune-2024-weak".to_owned())]);
    assert_eq!(is_open(&program).as_deref(), Some("commune-2024-weak"));
}

#[test]
fn an_unknown_sample_is_said_and_opens_nothing() {
    for open in [None, Some(MIDDLING)] {
        let program = working();
        program.does(open.map(opens));
        for id in ["commune-2023-best", "commune-2031-weak", "x"] {
            let before = program.content();
            program.does([AppEvent::of_address(format!("#/bao-cao?mau={id}"))]);
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
    program.does([
        opens(MIDDLING),
        typed("TT-3", "done", "1.540"),
        AppEvent::Entry(EntryEvent::YearChosen(2025)),
    ]);
    assert_eq!(is_open(&program).as_deref(), Some("commune-2025-middling"));
    assert_eq!(address(&program).1, "commune-2025-middling");
    assert_eq!(program.figure("TT-3", "done"), "1.540");
    let points =
        || program.read(|state| state.document.card().target("TT-3").unwrap().points().unwrap().to_string());
    assert_eq!(points(), "5.789", "55 % against 95 %");
    program.does([AppEvent::Document(DocumentEvent::UndoPressed)]);
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
    program.does([AppEvent::Report(ReportEvent::CsvPressed)]);
    let csv =
        program.asked(|effect| if let Effect::DownloadFigures(name) = effect { Some(name) } else { None });
    assert!(csv.unwrap().starts_with("MAU-"));
    for file in [OfficeFile::Word, OfficeFile::Excel, OfficeFile::Template] {
        program.does([AppEvent::Export(ExportEvent::OfficePressed(file))]);
        let task = program.asked(|effect| if let Effect::Office(task) = effect { Some(task) } else { None });
        let task = task.unwrap();
        assert!(task.name.starts_with("MAU-") && task.document.contains("\"sample\""), "{}", task.name);
    }
    program.does([AppEvent::Export(ExportEvent::FormPressed)]);
    assert_eq!(program.effects.take(), [], "a form would begin a real document under a sample's name");
}

#[test]
fn the_link_of_a_sample_is_its_address_until_something_is_typed_into_it() {
    let program = Program::prepared(crate::support::empty(), |state| {
        state.frame.site = "https://a.example/".to_owned();
    });
    program.does([
        opens(MIDDLING),
        AppEvent::Frame(FrameEvent::PageReached(Page::Results, None)),
        AppEvent::Share(ShareEvent::Pressed),
    ]);
    let link = program.read(|state| match &state.frame.dialog {
        Some(Dialog::Link(Sharing::Ready { link, code: Some(_), .. })) => link.to_string(),
        other => format!("{other:?}"),
    });
    assert_eq!(link, format!("https://a.example/#/ket-qua?mau={MIDDLING}"));
    program.does([
        AppEvent::Frame(FrameEvent::DialogSet(None)),
        typed("TT-3", "done", "7"),
        AppEvent::Share(ShareEvent::Pressed),
    ]);
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
        assert!(program.read(|state| state.importing.preview.is_some()), "the preview stays");
    }
    program.does([AppEvent::Import(ImportEvent::Chosen(ImportChoice::AsSample))]);
    assert_eq!(is_open(&program).as_deref(), Some(MIDDLING));
    assert_eq!(program.figure("TT-3", "done"), "7");
    assert_eq!(real(&program), before);
    assert_eq!(program.read(|state| state.own().drafts.entries.len()), 1);
    // The same while another is open.
    program.does([opens("commune-2023-weak")]);
    for choice in [ImportChoice::AsNew, ImportChoice::Replace] {
        program.imports(&file, choice);
        assert_eq!(is_open(&program).as_deref(), Some("commune-2023-weak"));
    }
    program.does([
        AppEvent::Import(ImportEvent::Chosen(ImportChoice::AsSample)),
        AppEvent::Sample(SampleEvent::Left),
    ]);
    assert_eq!(real(&program), before);
}

#[test]
fn a_sample_file_that_lost_its_mark_is_known_by_its_uuid() {
    let program = working();
    let mut file = sample_file(MIDDLING);
    file.as_object_mut().unwrap().remove("sample");
    program.imports(&file, ImportChoice::AsNew);
    assert_eq!(is_open(&program), None);
    program.does([AppEvent::Import(ImportEvent::Chosen(ImportChoice::AsSample))]);
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
        assert_eq!(program.read(|state| (state.cover(), state.own().cover())), (Some(Cover::Preview), None));
        program.does([AppEvent::Import(ImportEvent::Chosen(choice))]);
        assert_eq!(is_open(&program), None);
        assert_eq!(program.assessment().unit.name, golden()["unit"]["name"]);
    }
    let program = working();
    let before = real(&program);
    program.does([opens(MIDDLING)]);
    program.opens(&golden());
    program.does([AppEvent::Import(ImportEvent::Chosen(ImportChoice::Cancel))]);
    assert_eq!((is_open(&program).as_deref(), real(&program)), (Some(MIDDLING), before));
}

#[test]
fn a_refused_file_is_refused_over_the_sample() {
    let program = working();
    program.does([opens(MIDDLING), file_read("{}")]);
    assert!(
        program.read(|state| state.importing.refusal.is_some() && state.own().importing.refusal.is_none())
    );
    assert_eq!(is_open(&program).as_deref(), Some(MIDDLING));
}

#[test]
fn a_carried_sample_is_opened_at_once_unless_another_was_asked_for() {
    let carried = || {
        AppEvent::Import(ImportEvent::EmbeddedFound {
            name: "MAU.html".to_owned(),
            text: sealed(&sample_file(MIDDLING)),
            opened: String::new(),
        })
    };
    let program = working();
    program.does([carried()]);
    assert_eq!(is_open(&program).as_deref(), Some(MIDDLING));
    program.does([AppEvent::Sample(SampleEvent::Left)]);
    assert_eq!(program.read(|state| state.importing.embedded.clone()), None);
    program.does([opens("commune-2023-weak"), carried()]);
    assert_eq!(is_open(&program).as_deref(), Some("commune-2023-weak"));
    // What is real waits under the sample, to be offered once that is left.
    let program = working();
    let text = sealed(&golden());
    program.does([
        opens(MIDDLING),
        AppEvent::Import(ImportEvent::EmbeddedFound {
            name: "a.html".to_owned(),
            text,
            opened: String::new(),
        }),
    ]);
    assert!(program.read(|state| state.importing.preview.is_none()));
    program.does([AppEvent::Sample(SampleEvent::Left)]);
    assert!(program.read(|state| state.importing.preview.is_some()));
}

#[test]
fn a_sample_is_no_last_year_of_a_real_document_nor_the_other_way_round() {
    let bytes = |file: &Value| Ok(sealed(file).into_bytes());
    let chosen = |file| AppEvent::Results(ResultsEvent::LastYearChosen { name: "a.json".to_owned(), file });
    let refused =
        |program: &Program| program.read(|state| state.importing.refusal.clone().map(|(_, why)| why));
    let program = working();
    program.does([chosen(bytes(&sample_file(MIDDLING)))]);
    assert_eq!(refused(&program), Some(Refused::LastYear(NotLastYear::Sample)));
    program.does([opens("commune-2024-middling"), chosen(bytes(&golden()))]);
    assert_eq!(refused(&program), Some(Refused::LastYear(NotLastYear::Sample)));
    program.does([AppEvent::Frame(FrameEvent::RefusalDismissed), chosen(bytes(&sample_file(MIDDLING)))]);
    assert_eq!(refused(&program), None);
    assert!(
        program.read(|state| state.results.last_year.is_some() && state.own().results.last_year.is_none())
    );
}

#[test]
fn other_windows_and_the_storage_answer_what_is_real() {
    let program = working();
    let id = program.id();
    program.save();
    program.does([opens(MIDDLING), AppEvent::Window(WindowEvent::LockWanted(id.clone()))]);
    assert!(program.performed().contains(&Effect::Unlock(id.clone())));
    program.does([typed("TT-3", "done", "5")]);
    assert_eq!(program.figure("TT-3", "done"), "5", "the sample is this window's own");
    let newer = changed(|file| {
        file["document"]["id"] = json!(id);
        file["document"]["revision"] = json!(90);
    });
    let stored = draft(&id, 90, "2023-12-09T09:00:00+07:00", &sealed(&newer));
    program.does([
        AppEvent::Window(WindowEvent::DraftRead(Box::new(stored))),
        AppEvent::Sample(SampleEvent::Left),
    ]);
    assert!(program.read(tu_cham::shell::state::State::is_read_only));
    assert_eq!(program.assessment().unit.name, golden()["unit"]["name"]);
}

#[test]
fn without_a_storage_what_was_typed_waits_in_memory_and_leaving_the_page_is_reminded_of() {
    let program = Program::with(tu_cham::document::draft::Stored::default());
    assert!(!program.read(tu_cham::shell::state::State::is_unfiled));
    program.does([opens(MIDDLING), typed("TT-3", "done", "5")]);
    assert!(
        !program.read(tu_cham::shell::state::State::is_unfiled),
        "nothing of a sample is worth a reminder"
    );
    program.does([AppEvent::Sample(SampleEvent::Left), named("UBND xã Phú Mậu"), opens(MIDDLING)]);
    assert!(program.read(tu_cham::shell::state::State::is_unfiled));
    program.does([AppEvent::Sample(SampleEvent::Left)]);
    assert_eq!(program.assessment().unit.name, "UBND xã Phú Mậu");
}
