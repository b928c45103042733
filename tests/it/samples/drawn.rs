//! Whatever is done, in whatever order: nothing of a sample is kept, listed or handed over as real.

use proptest::prelude::*;
use scoring::assessment::SAMPLE_UUIDS;
use scoring::target_set::TargetId;
use scoring::text::Language;
use serde_json::json;
use tu_cham::document::event::DocumentEvent;
use tu_cham::document::fields::HeadingField;
use tu_cham::document::filter::Filter;
use tu_cham::document::report_fields::{NarrativeField, TaskField};
use tu_cham::features::drafts::event::DraftEvent;
use tu_cham::features::entry::event::EntryEvent;
use tu_cham::features::exporting::event::ExportEvent;
use tu_cham::features::importing::choice::ImportChoice;
use tu_cham::features::importing::event::ImportEvent;
use tu_cham::features::linked_file::event::LinkedFileEvent;
use tu_cham::features::linked_file::state::FileTask;
use tu_cham::features::pasting::event::PasteEvent;
use tu_cham::features::report::event::ReportEvent;
use tu_cham::features::results::event::ResultsEvent;
use tu_cham::features::samples::event::SampleEvent;
use tu_cham::features::scenario::event::ScenarioEvent;
use tu_cham::features::sharing::event::ShareEvent;
use tu_cham::features::versions::event::VersionEvent;
use tu_cham::features::windows::event::WindowEvent;
use tu_cham::shell::app_source::{Purpose, SourceText};
use tu_cham::shell::dialog::Dialog;
use tu_cham::shell::effect::{Effect, Preference};
use tu_cham::shell::event::AppEvent;
use tu_cham::shell::frame::event::FrameEvent;
use tu_cham::shell::office::{OfficeEvent, OfficeFile, OfficeWork};
use tu_cham::shell::page::Page;
use tu_cham::shell::theme::Theme;

use crate::support::{Program, changed, draft, file_read, golden, keeping, sealed};
use formats::set_file;

use super::{MIDDLING, is_open, opens, real, sample, sample_file};

const ILLUSTRATION: &str = include_str!("../../../sets/mau-minh-hoa-8-linh-vuc.json");

/// What keeps something, told as text: nothing of a sample may stand in it.
fn kept(effect: &Effect) -> Option<String> {
    let keeps = match effect {
        Effect::SaveDraft(_)
        | Effect::Reread(_)
        | Effect::Lock(_)
        | Effect::RequestLock(_)
        | Effect::Unlock(_)
        | Effect::Keep(_)
        | Effect::ListVersions(_)
        | Effect::Delete(_)
        | Effect::Remember(Preference::LastDocument | Preference::OpenedEmbedded, _) => true,
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

fn text() -> &'static str {
    "[0-9a-zạ ]{0,6}"
}

/// A press, a choice, an answer of the browser that carries nothing.
fn pressed() -> impl Strategy<Value = AppEvent> {
    prop::sample::select(vec![
        AppEvent::Sample(SampleEvent::Left),
        AppEvent::Document(DocumentEvent::SaveDue),
        AppEvent::Document(DocumentEvent::SaveFailed),
        AppEvent::Document(DocumentEvent::PageHidden),
        AppEvent::Document(DocumentEvent::StorageDeleted),
        AppEvent::Document(DocumentEvent::UndoPressed),
        AppEvent::Document(DocumentEvent::RedoPressed),
        AppEvent::Entry(EntryEvent::FieldLeft),
        AppEvent::Draft(DraftEvent::NewPressed),
        AppEvent::Draft(DraftEvent::AllRemoved),
        AppEvent::Export(ExportEvent::AllPressed),
        AppEvent::Export(ExportEvent::JsonPressed),
        AppEvent::Report(ReportEvent::CsvPressed),
        AppEvent::Share(ShareEvent::Pressed),
        AppEvent::Share(ShareEvent::Made(Some(vec![1, 2]))),
        AppEvent::Share(ShareEvent::Made(None)),
        AppEvent::Share(ShareEvent::CopyPressed),
        AppEvent::Export(ExportEvent::CopyPressed),
        AppEvent::Export(ExportEvent::FormPressed),
        AppEvent::Report(ReportEvent::PrintPressed),
        AppEvent::Version(VersionEvent::Asked),
        AppEvent::Version(VersionEvent::Listed(Vec::new())),
        AppEvent::Version(VersionEvent::Restored(0)),
        AppEvent::Window(WindowEvent::EditHerePressed),
        AppEvent::Frame(FrameEvent::NoticeDismissed),
        AppEvent::Frame(FrameEvent::RefusalDismissed),
        AppEvent::Entry(EntryEvent::InvalidAsked),
        AppEvent::Results(ResultsEvent::LastYearClosed),
        AppEvent::Import(ImportEvent::EmbeddedAsked),
        AppEvent::Share(ShareEvent::Unreadable),
        AppEvent::Document(DocumentEvent::DeleteFailed),
        AppEvent::Frame(FrameEvent::DownloadFailed),
        AppEvent::Share(ShareEvent::Reached("#/mo/tc1.y8gEAA".to_owned())),
        AppEvent::Import(ImportEvent::FileHeld(true)),
        AppEvent::Import(ImportEvent::FileTooBig("a".to_owned())),
        AppEvent::Import(ImportEvent::FileUnreadable("a".to_owned())),
        AppEvent::Window(WindowEvent::NewerSeen("99.0.0".to_owned())),
        AppEvent::Frame(FrameEvent::ThemeChosen(Theme::Dark)),
        AppEvent::Frame(FrameEvent::LanguageChosen(Language::English)),
        AppEvent::Entry(EntryEvent::FilterChosen(Filter::All)),
        AppEvent::Frame(FrameEvent::DialogSet(Some(Dialog::Drafts))),
        AppEvent::Frame(FrameEvent::DialogSet(Some(Dialog::Send))),
        AppEvent::Frame(FrameEvent::DialogSet(None)),
        AppEvent::Export(ExportEvent::SourceRead(Purpose::Copy, SourceText::Lost)),
        AppEvent::Export(ExportEvent::SourceRead(Purpose::Fingerprint, SourceText::Hosted)),
        AppEvent::LinkedFile(LinkedFileEvent::Pressed),
        AppEvent::LinkedFile(LinkedFileEvent::Due),
        AppEvent::LinkedFile(LinkedFileEvent::StopPressed),
        AppEvent::LinkedFile(LinkedFileEvent::OverwritePressed),
        AppEvent::LinkedFile(LinkedFileEvent::ElsewherePressed),
        AppEvent::LinkedFile(LinkedFileEvent::LookPressed),
        AppEvent::Office(OfficeEvent::Awaited),
        AppEvent::Scenario(ScenarioEvent::Solved),
        AppEvent::Scenario(ScenarioEvent::PlanApplied),
        AppEvent::Scenario(ScenarioEvent::PlanKept),
        AppEvent::Scenario(ScenarioEvent::PlanTaken(0)),
        AppEvent::Scenario(ScenarioEvent::PlanRemoved(0)),
        AppEvent::Scenario(ScenarioEvent::NameTyped("a".to_owned())),
        AppEvent::Scenario(ScenarioEvent::WantedTyped("90".to_owned())),
        AppEvent::Import(ImportEvent::Chosen(ImportChoice::AsNew)),
        AppEvent::Import(ImportEvent::Chosen(ImportChoice::Replace)),
        AppEvent::Import(ImportEvent::Chosen(ImportChoice::AsSample)),
        AppEvent::Import(ImportEvent::Chosen(ImportChoice::Cancel)),
    ])
}

/// What is typed and chosen for the document.
fn typed() -> impl Strategy<Value = AppEvent> {
    let target = || prop::sample::select(vec!["TT-3", "TC-1", "TT-2b", "R-1", "xx"]).prop_map(TargetId::new);
    prop_oneof![
    4 => (target(), prop::sample::select(vec!["done", "total", "value"]), text())
                .prop_map(|(target, field, text)| AppEvent::Entry(EntryEvent::FigureTyped { target, field: field.to_owned(), text })),
    1 => (target(), text()).prop_map(|(target, text)| AppEvent::Paste(PasteEvent::Pasted { target, field: "done".to_owned(), text })),
    1 => target().prop_map(|it| AppEvent::Entry(EntryEvent::TotalTaken(it))),
    1 => (target(), any::<bool>()).prop_map(|(target, on)| AppEvent::Entry(EntryEvent::NotApplicableSet(target, on))),
    1 => target().prop_map(|it| AppEvent::Entry(EntryEvent::NotApplicableOffered(it))),
    1 => (target(), text()).prop_map(|(target, text)| AppEvent::Entry(EntryEvent::ReasonTyped(target, text))),
    1 => (target(), text()).prop_map(|(target, text)| AppEvent::Entry(EntryEvent::NoteTyped(target, text))),
    1 => target().prop_map(|it| AppEvent::Entry(EntryEvent::EvidenceAdded(it))),
    1 => target().prop_map(|it| AppEvent::Entry(EntryEvent::OrphanedAnswersRemoved(it))),
    1 => target().prop_map(|it| AppEvent::Entry(EntryEvent::DetailsToggled(it))),
    1 => text().prop_map(|text| AppEvent::Entry(EntryEvent::HeadingTyped(HeadingField::Name, text))),
    1 => text().prop_map(|text| AppEvent::Report(ReportEvent::NarrativeTyped(NarrativeField::Proposals, text))),
    1 => (target(), text()).prop_map(|(target, text)| AppEvent::Report(ReportEvent::TaskTyped(target, TaskField::Who, text))),
    1 => prop::sample::select(vec!["commune", "province"]).prop_map(|level| AppEvent::Entry(EntryEvent::LevelChosen(level.to_owned()))),
    2 => (2021_u16..2027).prop_map(|it| AppEvent::Entry(EntryEvent::YearChosen(it))),
        ]
}

/// Samples, files, pages, drafts, and what other windows and the storage say.
fn brought() -> impl Strategy<Value = AppEvent> {
    let ids = || prop::sample::select(vec!["commune-2023-weak", MIDDLING, "province-2025-middling"]);
    let file = prop::sample::select(vec![0, 1, 2, 3, 4]).prop_map(|which| match which {
        0 => sealed(&golden()),
        1 => sealed(&sample_file(MIDDLING)),
        2 => "{}".to_owned(),
        3 => ILLUSTRATION.to_owned(),
        _ => sealed(&changed(|file| file["document"]["id"] = json!("00000000-0000-4000-8000-000000000001"))),
    });
    let file = file.boxed();
    let pages = prop::sample::select(Page::ALL.to_vec());
    // Documents of the first hand: the program's own first id, the golden one, and that of a sample.
    let documents = || {
        prop::sample::select(vec![
            "00000000-0000-4000-8000-000000000001".to_owned(),
            crate::support::GOLDEN_ID.to_owned(),
            sample(MIDDLING).uuid(),
        ])
    };
    prop_oneof![
    4 => ids().prop_map(opens),
    2 => Just(AppEvent::Sample(SampleEvent::Left)),
    2 => pages.prop_map(|page| AppEvent::Frame(FrameEvent::PageReached(page, None))),
    1 => ids().prop_map(|id| AppEvent::of_address(format!("#/ket-qua?mau={id}"))),
    3 => file.clone().prop_map(|text| file_read(&text)),
    1 => file.clone().prop_map(|text| AppEvent::Share(ShareEvent::Read { name: "l".to_owned(), bytes: text.into_bytes() })),
    1 => file.clone().prop_map(|text| AppEvent::Import(ImportEvent::EmbeddedFound { name: "c".to_owned(), text, opened: String::new() })),
    1 => file.prop_map(|text| AppEvent::Results(ResultsEvent::LastYearChosen { name: "y".to_owned(), file: Ok(text.into_bytes()) })),
    1 => prop::sample::select(vec![OfficeFile::Word, OfficeFile::Excel, OfficeFile::Template]).prop_map(|it| AppEvent::Export(ExportEvent::OfficePressed(it))),
    1 => text().prop_map(|title| AppEvent::Export(ExportEvent::ChartSaved { title, text: "<svg/>".to_owned() })),
    1 => text().prop_map(|title| AppEvent::Export(ExportEvent::TableSaved { title, text: "a".to_owned() })),
    1 => documents().prop_map(|it| AppEvent::Draft(DraftEvent::Chosen(it))),
    1 => documents().prop_map(|it| AppEvent::Draft(DraftEvent::DuplicatePressed(it))),
    1 => documents().prop_map(|it| AppEvent::Draft(DraftEvent::Removed(it))),
    1 => documents().prop_map(|it| AppEvent::Draft(DraftEvent::RawPressed(it))),
    1 => documents().prop_map(|it| AppEvent::Window(WindowEvent::LockWanted(it))),
    1 => documents().prop_map(|it| AppEvent::Window(WindowEvent::LockRefused(it))),
    1 => documents().prop_map(|id| AppEvent::Window(WindowEvent::LockGranted(id, None))),
    1 => (documents(), 0_u32..9).prop_map(|(id, revision)| AppEvent::Document(DocumentEvent::Saved { id, revision })),
    1 => Just(AppEvent::Import(ImportEvent::SetsRead(vec![ILLUSTRATION.to_owned()]))),
    1 => Just(AppEvent::Draft(DraftEvent::SetChosen(set_file::read_text(ILLUSTRATION).unwrap().sha256))),
    1 => text().prop_map(|it| AppEvent::Entry(EntryEvent::SearchTyped(it))),
        ]
}

fn any_action() -> impl Strategy<Value = AppEvent> {
    prop_oneof![8 => pressed(), 19 => typed(), 29 => brought()]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_of_a_sample_is_ever_kept_listed_or_handed_over_as_real(actions in prop::collection::vec(any_action(), 1..40)) {
        crate::support::fake_ports::restart();
        let own = draft("00000000-0000-4000-8000-000000000009", 1, "2023-01-01T00:00:00Z", &sealed(&golden()));
        let program = Program::with(keeping(vec![own]));
        let marks = [SAMPLE_UUIDS, "(dữ liệu mẫu)"];
        for action in actions {
            let told = format!("{action:?}");
            let (before, real_before) = (is_open(&program).is_some(), real(&program));
            let typing = matches!(action, AppEvent::Entry(EntryEvent::FigureTyped { .. } | EntryEvent::NoteTyped(..) |
EntryEvent::YearChosen(_) | EntryEvent::LevelChosen(_)) |
AppEvent::Document(DocumentEvent::UndoPressed | DocumentEvent::RedoPressed));
            program.does([action]);
            let now = program.read(|state| state.behind.is_some());
            prop_assert_eq!(now, program.read(|state| state.document.assessment().is_sample()), "{}", told);
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
                let real = state.own();
                prop_assert!(!real.document.assessment().is_sample());
                prop_assert!(!real.drafts.entries.iter().any(|draft| marks.iter().any(|mark| draft.text.contains(mark) || draft.id.contains(mark))));
                prop_assert!(!real.linked_files.links.iter().any(|link| link.id.starts_with(SAMPLE_UUIDS)));
                prop_assert!(!real.drafts.unfiled.iter().any(|id| id.starts_with(SAMPLE_UUIDS)));
                prop_assert!(real.results.last_year.as_ref().is_none_or(|last| !last.document.assessment().is_sample()));
                prop_assert!(real.behind.is_none());
                Ok(())
            })?;
        }
    }
}
