//! Whatever is done, in whatever order: nothing of a sample is kept, listed or handed over as real.

use proptest::prelude::*;
use scoring::assessment::SAMPLE_UUIDS;
use scoring::target_set::TargetId;
use scoring::text::Language;
use serde_json::json;
use tu_cham::app::{
    Action, Dialog, Effect, FileEvent, FileTask, Filter, HeadingField, ImportChoice, NarrativeField,
    OfficeEvent, OfficeFile, OfficeWork, OwnText, Page, Preference, Purpose, TaskField, Theme, WhatIfEvent,
};

use crate::support::{Program, changed, draft, file_read, golden, keeping, sealed};
use formats::set_file;

use super::{MIDDLING, is_open, opens, real, sample, sample_file};

const ILLUSTRATION: &str = include_str!("../../../sets/mau-minh-hoa-8-linh-vuc.json");

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

fn text() -> &'static str {
    "[0-9a-zạ ]{0,6}"
}

/// A press, a choice, an answer of the browser that carries nothing.
fn pressed() -> impl Strategy<Value = Action> {
    prop::sample::select(vec![
        Action::SampleLeft,
        Action::SaveDue,
        Action::SaveFailed,
        Action::PageHidden,
        Action::StorageDeleted,
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
}

/// What is typed and chosen for the document.
fn typed() -> impl Strategy<Value = Action> {
    let target = || prop::sample::select(vec!["TT-3", "TC-1", "TT-2b", "R-1", "xx"]).prop_map(TargetId::new);
    prop_oneof![
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
    2 => (2021_u16..2027).prop_map(Action::YearChosen),
        ]
}

/// Samples, files, pages, drafts, and what other windows and the storage say.
fn brought() -> impl Strategy<Value = Action> {
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
    2 => Just(Action::SampleLeft),
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
    1 => Just(Action::SetsRead(vec![ILLUSTRATION.to_owned()])),
    1 => Just(Action::SetChosen(set_file::read_text(ILLUSTRATION).unwrap().sha256)),
    1 => text().prop_map(Action::SearchTyped),
        ]
}

fn any_action() -> impl Strategy<Value = Action> {
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
