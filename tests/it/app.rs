//! The running program without a browser: actions in, state and effects out.

use crate::support::{GOLDEN, Program, draft, file_read, keeping, named, typed};
use formats::document_reader::Refusal;
use proptest::prelude::*;
use scoring::assessment::PeriodKind;
use scoring::target_set::TargetId;
use tu_cham::document::draft::{Draft, Stored};
use tu_cham::document::event::DocumentEvent;
use tu_cham::document::fields::{EvidenceField, HeadingField};
use tu_cham::document::report_fields::NarrativeField;
use tu_cham::document::saving::Saving;
use tu_cham::features::drafts::event::DraftEvent;
use tu_cham::features::entry::event::EntryEvent;
use tu_cham::features::importing::choice::ImportChoice;
use tu_cham::features::importing::event::ImportEvent;
use tu_cham::features::pasting::event::PasteEvent;
use tu_cham::features::report::event::ReportEvent;
use tu_cham::shell::effect::Effect;
use tu_cham::shell::event::AppEvent;
use tu_cham::shell::notice::{Notice, Refused};

#[test]
fn what_is_typed_is_scored_saved_and_found_again() {
    let program = Program::new();
    program.does([
        AppEvent::Entry(EntryEvent::YearChosen(2023)),
        named("UBND xã Phú Mậu"),
        typed("TT-3", "done", "410"),
        typed("TT-3", "total", "850"),
    ]);
    assert_eq!(program.read(|state| state.document.card().totals.points.to_string()), "8.770");
    assert_eq!(program.read(|state| state.document.saving), Saving::Pending);
    let stored = program.save();
    assert_eq!(program.read(|state| state.document.saving), Saving::Done);
    let again = Program::with(keeping(stored));
    assert_eq!(again.content(), program.content());
}

#[test]
fn what_is_typed_while_the_storage_writes_is_saved_after() {
    let program = Program::new();
    program.does([
        typed("TT-3", "done", "1"),
        AppEvent::Document(DocumentEvent::SaveDue),
        typed("TT-3", "done", "12"),
    ]);
    program.store_all();
    assert_eq!(program.read(|state| state.document.saving), Saving::Pending);
    let last = program.save().pop().unwrap();
    assert_eq!(last.revision, 2);
    assert!(last.text.contains("\"12\""));
}

#[test]
fn a_newer_text_written_in_haste_wins_over_the_stored_one_and_an_older_does_not() {
    let program = Program::new();
    program.does([typed("TT-3", "done", "1")]);
    let first = program.save().pop().unwrap();
    program.does([typed("TT-3", "done", "12")]);
    let second = program.save().pop().unwrap();
    for (stored, backups) in [(&first, &second), (&second, &first)] {
        let found = Program::with(Stored { backups: vec![backups.clone()], ..keeping(vec![stored.clone()]) });
        assert_eq!(found.figure("TT-3", "done"), "12");
    }
}

#[test]
fn a_huge_document_is_kept_whole_and_opened_again_and_its_undo_does_not_fill_the_memory() {
    let program = Program::new();
    let texts = "\"0123456789 0123456789\",".repeat(90_000);
    let huge = GOLDEN.replacen('{', &["{\"more\": [", &texts, "0],"].concat(), 1);
    program.does([file_read(&huge), AppEvent::Import(ImportEvent::Chosen(ImportChoice::AsNew))]);
    for step in 0..20 {
        let id = if step % 2 == 0 { "TT-3" } else { "TT-5" };
        program.does([typed(id, "done", &step.to_string())]);
    }
    let last = program.save().pop().unwrap();
    let again = Program::with(keeping(vec![last]));
    assert!(again.content() == program.content() && again.content().contains("\"0123456789 0123456789\""));
    let steps = (0..).take_while(|_| {
        let before = program.figure("TT-3", "done") + &program.figure("TT-5", "done");
        program.does([AppEvent::Document(DocumentEvent::UndoPressed)]);
        before != program.figure("TT-3", "done") + &program.figure("TT-5", "done")
    });
    assert_eq!(steps.count(), 5);
}

#[test]
fn a_draft_that_cannot_be_read_is_left_alone() {
    let broken = draft("x", 3, "2023-12-01T08:00:00+07:00", "{");
    let program = Program::with(keeping(vec![broken]));
    assert_eq!(program.notice(), Some(Notice::DraftUnreadable("x".to_owned())));
    assert!(program.store_all().is_empty());
    program.does([AppEvent::Draft(DraftEvent::RawPressed("x".to_owned()))]);
    let handed_over = Effect::Download { name: "x.txt".to_owned(), text: "{".to_owned() };
    assert!(program.effects.take().contains(&handed_over));
}

#[test]
fn an_exported_file_opens_elsewhere_as_the_same_document() {
    let program = Program::new();
    program.does([
        AppEvent::Entry(EntryEvent::YearChosen(2023)),
        named("Sở Nội vụ: \"A/B\""),
        typed("TT-4a", "done", "104"),
    ]);
    let (name, text) = program.export();
    assert!(name.starts_with("Sở Nội vụ AB - 2023 - 2023-12-02 "), "{name}");
    let elsewhere = Program::new();
    elsewhere.does([file_read(&text)]);
    assert!(!elsewhere.read(|state| state.importing.preview.as_ref().unwrap().result_differs));
    elsewhere.does([AppEvent::Import(ImportEvent::Chosen(ImportChoice::AsNew))]);
    assert_eq!(elsewhere.content(), program.content());
}

#[test]
fn a_file_changes_nothing_until_it_is_chosen_and_can_be_taken_back() {
    let program = Program::new();
    program.does([typed("TT-3", "done", "410")]);
    let (_, text) = program.export();
    program.does([typed("TT-3", "done", "411")]);
    let before = program.content();
    let id = program.id();
    for choice in [ImportChoice::Replace, ImportChoice::AsNew] {
        program.does([file_read(&text)]);
        assert_eq!(program.content(), before);
        program.does([AppEvent::Import(ImportEvent::Chosen(choice))]);
        assert_eq!(program.figure("TT-3", "done"), "410");
        // A document of the same UUID is here: a copy gets one of its own.
        assert_eq!(program.read(|state| state.document.id() == id), choice == ImportChoice::Replace);
        program.does([AppEvent::Document(DocumentEvent::UndoPressed)]);
        assert_eq!(program.content(), before);
    }
}

#[test]
fn a_refused_file_changes_nothing() {
    let program = Program::new();
    program.does([typed("TT-3", "done", "410")]);
    let before = program.content();
    program.does([file_read("{\"format\": \"another\"}")]);
    let refused = Some(("phiếu.json".to_owned(), Refused::Content(Refusal::NotOurs)));
    assert_eq!(program.read(|state| state.importing.refusal.clone()), refused);
    assert_eq!(program.content(), before);
}

#[test]
fn a_removed_draft_comes_back_by_undo_and_is_deleted_at_the_next_start() {
    let program = Program::new();
    program.does([typed("TT-3", "done", "410")]);
    let id = program.save().pop().unwrap().id;
    let before = program.content();
    program.does([AppEvent::Draft(DraftEvent::Removed(id.clone()))]);
    assert_eq!(program.figure("TT-3", "done"), "");
    let removed: Vec<_> = program.store_all().into_iter().filter(|draft| draft.removed.is_some()).collect();
    assert_eq!(removed.len(), 1);
    let later = Program::with(keeping(removed));
    assert!(later.effects.take().contains(&Effect::Delete(id)));
    program.does([AppEvent::Document(DocumentEvent::UndoPressed)]);
    assert_eq!(program.content(), before);
    assert!(program.store_all().iter().all(|draft| draft.removed.is_none()));
}

#[test]
fn removing_everything_leaves_nothing_to_undo() {
    let program = Program::new();
    program.does([typed("TT-3", "done", "410")]);
    program.save();
    program.does([AppEvent::Draft(DraftEvent::AllRemoved), AppEvent::Document(DocumentEvent::UndoPressed)]);
    assert_eq!(program.figure("TT-3", "done"), "");
    assert!(program.read(|state| state.drafts.entries.is_empty()));
    assert!(program.effects.take().iter().any(|effect| matches!(effect, Effect::Delete(_))));
}

#[test]
fn the_next_year_is_a_document_of_its_own() {
    let program = Program::new();
    program.does([AppEvent::Entry(EntryEvent::YearChosen(2023)), typed("TT-3", "done", "410")]);
    let id = program.save().pop().unwrap().id;
    program.does([AppEvent::Draft(DraftEvent::DuplicatePressed(id.clone()))]);
    assert_eq!(
        program.read(|state| (state.document.assessment().year, state.document.id() == id)),
        (2024, false)
    );
    // Last year's figures count for nothing until they are taken over.
    assert_eq!(program.figure("TT-3", "done"), "");
    program.does([typed("TT-3", "done", "500"), AppEvent::Draft(DraftEvent::Chosen(id))]);
    assert_eq!(program.figure("TT-3", "done"), "410");
}

/// The targets that have a proposal of the year before.
fn proposed(program: &Program) -> Vec<String> {
    program.read(|state| state.proposed().iter().map(ToString::to_string).collect())
}

#[test]
fn last_years_answers_are_proposals_until_they_are_taken_over() {
    let program = Program::new();
    let reason = "Không có hồ sơ nào trong năm";
    program.does([
        AppEvent::Entry(EntryEvent::YearChosen(2023)),
        AppEvent::Entry(EntryEvent::HeadingTyped(HeadingField::AsOf, "2023-12-01".to_owned())),
        AppEvent::Report(ReportEvent::NarrativeTyped(NarrativeField::Difficulties, "thiếu người".to_owned())),
        typed("TT-3", "done", "410"),
        typed("TT-3", "total", "850"),
        AppEvent::Entry(EntryEvent::NotApplicableSet(TargetId::new("TT-4a"), true)),
        AppEvent::Entry(EntryEvent::ReasonTyped(TargetId::new("TT-4a"), reason.to_owned())),
        // A note alone is nothing to propose.
        AppEvent::Entry(EntryEvent::NoteTyped(TargetId::new("TT-5"), "xem lại".to_owned())),
    ]);
    let id = program.save().pop().unwrap().id;
    program.does([AppEvent::Draft(DraftEvent::DuplicatePressed(id))]);
    assert_eq!(program.read(|state| state.document.assessment().answers.len()), 0);
    assert_eq!(program.read(|state| state.document.assessment().period.as_of.clone()), "");
    assert_eq!(program.read(|state| state.document.assessment().narrative.difficulties.clone()), "");
    assert_eq!(proposed(&program), ["TT-3", "TT-4a"]);
    assert!(program.read(|state| state.document.card().totals.empty) > 0);

    // What is typed is this year's, and no proposal stands beside it.
    program.does([typed("TT-3", "done", "5")]);
    assert_eq!(proposed(&program), ["TT-4a"]);
    program.does([typed("TT-3", "done", "")]);
    assert_eq!(proposed(&program), ["TT-3", "TT-4a"]);

    program.does([AppEvent::Entry(EntryEvent::LastYearTaken(Some(TargetId::new("TT-3"))))]);
    assert_eq!(
        (program.figure("TT-3", "done"), program.figure("TT-3", "total")),
        ("410".to_owned(), "850".to_owned())
    );
    assert_eq!(proposed(&program), ["TT-4a"]);
    program.does([AppEvent::Document(DocumentEvent::UndoPressed)]);
    assert_eq!(program.figure("TT-3", "total"), "");

    program.does([AppEvent::Entry(EntryEvent::LastYearTaken(None))]);
    assert_eq!(proposed(&program), [""; 0]);
    let said =
        program.read(|state| state.document.answer("TT-4a").and_then(|answer| answer.not_applicable.clone()));
    assert_eq!(said.as_deref(), Some(reason));
    program.does([AppEvent::Document(DocumentEvent::UndoPressed)]);
    assert_eq!(proposed(&program), ["TT-3", "TT-4a"]);
}

#[test]
fn a_damaged_draft_is_left_alone_and_the_revision_before_opens_as_a_document_of_its_own() {
    let program = Program::new();
    program.does([typed("TT-3", "done", "410")]);
    let whole = program.save().pop().unwrap();
    let damaged = Draft { previous: whole.text.clone(), text: "{\"format\":".to_owned(), ..whole.clone() };
    let found = Program::with(keeping(vec![damaged.clone()]));
    assert_eq!(found.figure("TT-3", "done"), "410");
    assert_eq!(found.notice(), Some(Notice::DraftRecovered(whole.id.clone())));
    let stored = found.save();
    assert!(!stored.is_empty() && stored.iter().all(|draft| draft.id != damaged.id), "{stored:?}");
}

#[test]
fn without_a_storage_everything_but_keeping_works() {
    let program = Program::with(Stored::default());
    program.does([typed("TT-3", "done", "410"), AppEvent::Document(DocumentEvent::SaveDue)]);
    assert_eq!(program.read(|state| state.document.saving), Saving::Unavailable);
    assert!(program.export().1.contains("\"410\""));
}

fn any_change() -> impl Strategy<Value = AppEvent> {
    let targets =
        || prop::sample::select(vec!["TT-3", "TT-4a", "TT-4b", "TC-3", "R-1"]).prop_map(TargetId::new);
    let text = || prop_oneof!["[0-9.,]{0,6}", any::<String>()];
    prop_oneof![
        6 => (targets(), prop::sample::select(vec!["done", "total", "value"]), text())
            .prop_map(|(target, field, text)| AppEvent::Entry(EntryEvent::FigureTyped { target, field: field.to_owned(), text })),
        1 => (targets(), "([0-9]{1,3}\t[0-9]{1,3}\n){1,4}")
            .prop_map(|(target, text)| AppEvent::Paste(PasteEvent::Pasted { target, field: "done".to_owned(), text })),
        1 => (targets(), any::<bool>()).prop_map(|(target, on)| AppEvent::Entry(EntryEvent::NotApplicableSet(target, on))),
        1 => (targets(), text()).prop_map(|(target, text)| AppEvent::Entry(EntryEvent::ReasonTyped(target, text))),
        1 => (targets(), text()).prop_map(|(target, text)| AppEvent::Entry(EntryEvent::NoteTyped(target, text))),
        1 => targets().prop_map(|it| AppEvent::Entry(EntryEvent::EvidenceAdded(it))),
        1 => (targets(), 0..3_usize, text()).prop_map(|(t, i, text)| AppEvent::Entry(EntryEvent::EvidenceTyped(t, i, EvidenceField::Title, text))),
        1 => (targets(), 0..3_usize).prop_map(|(target, index)| AppEvent::Entry(EntryEvent::EvidenceRemoved(target, index))),
        1 => targets().prop_map(|it| AppEvent::Entry(EntryEvent::TotalTaken(it))),
        1 => text().prop_map(|text| AppEvent::Entry(EntryEvent::HeadingTyped(HeadingField::Name, text))),
        1 => prop::sample::select(vec!["commune", "province", "department"])
            .prop_map(|level| AppEvent::Entry(EntryEvent::LevelChosen(level.to_owned()))),
        1 => (2022..=2025_u16).prop_map(|it| AppEvent::Entry(EntryEvent::YearChosen(it))),
        1 => Just(AppEvent::Entry(EntryEvent::PeriodChosen(PeriodKind::FirstHalf))),
        1 => Just(AppEvent::Entry(EntryEvent::FieldLeft)),
        1 => Just(AppEvent::Document(DocumentEvent::SaveDue)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn undo_and_redo_restore_byte_for_byte(actions in prop::collection::vec(any_change(), 1..40)) {
        let program = Program::new();
        let first = program.content();
        program.does(actions);
        let last = program.content();
        while program.read(|state| state.document.history.next_undo().is_some()) {
            program.does([AppEvent::Document(DocumentEvent::UndoPressed)]);
        }
        prop_assert_eq!(program.content(), first);
        while program.read(|state| state.document.history.next_redo().is_some()) {
            program.does([AppEvent::Document(DocumentEvent::RedoPressed)]);
        }
        prop_assert_eq!(program.content(), last);
    }
}
