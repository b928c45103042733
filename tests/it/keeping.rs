//! Nothing that was typed is lost with the page or with the browser's storage.

use crate::support::{Answer, Program, Storage, draft_of, empty, keeping, typed};
use proptest::prelude::*;
use scoring::json::Json;
use scoring::target_set::TargetId;
use tu_cham::document::draft::{Draft, Remembered, Stored};
use tu_cham::document::event::DocumentEvent;
use tu_cham::document::saving::{Saving, StorageScope};
use tu_cham::document::versions::{KeptVersion, VersionReason};
use tu_cham::features::drafts::event::DraftEvent;
use tu_cham::features::entry::event::EntryEvent;
use tu_cham::features::exporting::event::ExportEvent;
use tu_cham::features::windows::event::WindowEvent;
use tu_cham::shell::effect::{Effect, Preference};
use tu_cham::shell::event::AppEvent;
use tu_cham::shell::frame::event::FrameEvent;
use tu_cham::shell::notice::Notice;
use tu_cham::shell::office::{OfficeEvent, OfficeWork};
use tu_cham::shell::state::State;

impl Program {
    /// The page is hidden; what is written at once then.
    fn hides(&self) -> Vec<Draft> {
        self.does([AppEvent::Document(DocumentEvent::PageHidden)]);
        self.leaves(|effect| matches!(effect, Effect::BackUp(_)));
        let backups = |effect: &Effect| match effect {
            Effect::BackUp(draft) => Some((**draft).clone()),
            _ => None,
        };
        self.effects.borrow().iter().filter_map(backups).collect()
    }

    /// What the storage is asked to take, while it answers nothing.
    fn asked_to_store(&self) -> Vec<Draft> {
        self.effects.take().into_iter().filter_map(draft_of).collect()
    }

    fn saving(&self) -> Saving {
        self.read(|state| state.document.saving)
    }
}

/// The next start, with what the storage holds and what was written at once.
fn next_start(drafts: Vec<Draft>, backups: Vec<Draft>) -> Program {
    Program::with(Stored { backups, ..keeping(drafts) })
}

fn done(text: &str) -> AppEvent {
    typed("TT-3", "done", text)
}

/// A program with one saved draft, and what the storage has of it.
fn saved() -> (Program, Vec<Draft>) {
    let program = Program::new();
    program.does([done("1")]);
    let stored = program.save();
    (program, stored)
}

fn remembers(program: &Program, value: &str) -> bool {
    let wanted = Effect::Remember(Preference::DraftsKept, value.to_owned());
    program.effects.borrow().contains(&wanted)
}

#[test]
fn what_the_storage_is_taking_when_the_page_is_left_is_found_again() {
    let program = Program::new();
    program.does([done("410"), AppEvent::Document(DocumentEvent::SaveDue)]);
    assert_eq!(program.saving(), Saving::Storing);
    let backups = program.hides();
    assert_eq!(backups.len(), 1);
    assert_eq!(next_start(Vec::new(), backups).figure("TT-3", "done"), "410");
}

#[test]
fn what_is_typed_while_the_storage_writes_is_found_again_however_far_it_came() {
    let (program, first) = saved();
    program.does([done("12"), AppEvent::Document(DocumentEvent::SaveDue)]);
    let second = program.asked_to_store();
    program.does([done("123")]);
    let backups = program.hides();
    assert_eq!(backups.len(), 1);
    for stored in [first, second] {
        assert_eq!(next_start(stored, backups.clone()).figure("TT-3", "done"), "123");
    }
}

#[test]
fn a_writing_that_is_never_answered_loses_nothing_each_time_the_page_is_hidden() {
    let program = Program::new();
    for figure in ["4", "41", "410"] {
        program.does([done(figure), AppEvent::Document(DocumentEvent::SaveDue)]);
        program.asked_to_store();
        let backups = program.hides();
        assert_eq!(next_start(Vec::new(), backups).figure("TT-3", "done"), figure);
    }
}

#[test]
fn a_document_that_was_left_while_the_storage_writes_it_is_found_again() {
    let program = Program::new();
    program.does([
        done("410"),
        AppEvent::Document(DocumentEvent::SaveDue),
        AppEvent::Draft(DraftEvent::NewPressed),
    ]);
    let backups = program.hides();
    assert_eq!(backups.len(), 1);
    assert_eq!(next_start(Vec::new(), backups).figure("TT-3", "done"), "410");
}

#[test]
fn what_found_no_room_is_written_at_once_when_the_page_is_left() {
    let (program, first) = saved();
    program.does([
        done("12"),
        AppEvent::Document(DocumentEvent::SaveDue),
        AppEvent::Document(DocumentEvent::SaveFailed),
    ]);
    assert_eq!(next_start(first, program.hides()).figure("TT-3", "done"), "12");
}

#[test]
fn what_the_storage_has_is_not_written_again() {
    let (program, _) = saved();
    assert!(program.hides().is_empty());
    assert!(program.asked_to_store().is_empty());
}

#[test]
fn nothing_is_left_behind_where_the_browser_keeps_nothing_or_another_window_won() {
    let memory = Program::with(Stored::default());
    memory.does([done("410")]);
    assert!(memory.hides().is_empty());

    let (program, _) = saved();
    program.does([done("12"), AppEvent::Document(DocumentEvent::SaveDue)]);
    let refused = program.asked_to_store().pop().unwrap();
    program.does([AppEvent::Window(WindowEvent::SaveSuperseded(Box::new(refused)))]);
    assert_eq!(program.saving(), Saving::Superseded);
    assert!(program.hides().is_empty());
}

#[test]
fn a_draft_that_was_removed_does_not_come_back_by_what_is_written_at_once() {
    let program = Program::new();
    program.does([done("410"), AppEvent::Document(DocumentEvent::SaveDue)]);
    program.does([AppEvent::Draft(DraftEvent::Removed(program.id()))]);
    assert!(program.hides().is_empty());

    let (program, stored) = saved();
    program.does([done("12")]);
    let backups = program.hides();
    let removed = Some("2023-12-02T09:00:00+07:00".to_owned());
    let stored = program.store_all().into_iter().chain(stored).next().unwrap();
    let found = next_start(vec![Draft { removed, ..stored }], backups);
    assert_eq!(found.figure("TT-3", "done"), "");
    assert!(found.asked_to_store().is_empty());
}

#[test]
fn a_text_written_at_once_that_another_window_went_on_without_is_kept_as_a_version() {
    let (program, first) = saved();
    program.does([done("12")]);
    let backups = program.hides();
    // The other window had the same draft.
    let other = Program::with(keeping(first));
    other.does([done("7")]);
    let stored = other.save();
    let found = next_start(stored, backups.clone());
    assert_eq!(found.figure("TT-3", "done"), "7");
    let kept = |effect| match effect {
        Effect::Keep(kept) if kept.why == VersionReason::OtherWindow => Some(*kept),
        _ => None,
    };
    let Draft { id, revision, saved: at, text, .. } = backups[0].clone();
    assert_eq!(
        found.asked(kept),
        Some(KeptVersion { id, at, revision, why: VersionReason::OtherWindow, text })
    );
}

#[test]
fn a_text_written_at_once_that_was_stored_after_all_is_no_version_of_its_own() {
    let (program, _) = saved();
    program.does([done("12")]);
    let backups = program.hides();
    let second = program.store_all();
    program.does([done("123")]);
    let third = program.save();
    for stored in [second, third] {
        let found = next_start(stored, backups.clone());
        let put_aside = |effect| {
            matches!(effect, Effect::Keep(kept) if kept.why == VersionReason::OtherWindow).then_some(())
        };
        assert_eq!(found.asked(put_aside), None);
    }
}

#[test]
fn a_revision_that_failed_says_nothing_of_the_later_one_that_was_stored() {
    let (program, _) = saved();
    program.does([
        done("12"),
        AppEvent::Document(DocumentEvent::SaveDue),
        done("123"),
        AppEvent::Document(DocumentEvent::SaveDue),
    ]);
    let last = program.asked_to_store().pop().unwrap();
    let stored = AppEvent::Document(DocumentEvent::Saved { id: last.id, revision: last.revision });
    program.does([AppEvent::Document(DocumentEvent::SaveFailed), stored]);
    assert_eq!(program.saving(), Saving::Done);
}

#[test]
fn a_revision_that_failed_is_left_for_the_next_start_at_once() {
    let (program, first) = saved();
    program.does([done("12"), AppEvent::Document(DocumentEvent::SaveDue)]);
    program.asked_to_store();
    program.does([AppEvent::Document(DocumentEvent::SaveFailed)]);
    let backups = program.effects.take().into_iter().filter_map(|effect| match effect {
        Effect::BackUp(draft) => Some(*draft),
        _ => None,
    });
    assert_eq!(next_start(first, backups.collect()).figure("TT-3", "done"), "12");
}

#[test]
fn a_revision_that_was_given_up_and_stored_after_all_is_this_window_s_own() {
    let (program, first) = saved();
    let mut storage = Storage::of(&keeping(first));
    let mut asked = Vec::new();
    for text in ["12", "123", "1234", "12345"] {
        program.does([done(text), AppEvent::Document(DocumentEvent::SaveDue)]);
        asked.push(program.asked_to_store().pop().unwrap());
        program.does([AppEvent::Document(DocumentEvent::SaveFailed)]);
        program.effects.take();
    }
    // The first of them came to the disk late, and a window that looks finds it there.
    storage.put(&asked[0]);
    let id = program.id();
    program.does([AppEvent::Window(WindowEvent::LockGranted(id.clone(), storage.find(&id)))]);
    assert_eq!(program.figure("TT-3", "done"), "12345");
    let answer = storage.put(&asked[3]);
    program.does([answer]);
    assert_eq!(program.saving(), Saving::Done);
    assert_eq!(program.notice(), None);
}

#[test]
fn the_document_that_the_storage_took_last_is_opened_where_the_browser_forgot_which() {
    let (program, first) = saved();
    let id = program.id();
    program.does([AppEvent::Draft(DraftEvent::NewPressed), done("2")]);
    let second = program.save();
    let found = |last_at: &str| {
        let drafts = first.iter().chain(&second).cloned().map(|draft| {
            let summary = draft.summary();
            // Brought in from a file that says an early time.
            Draft { saved: "2020-01-01T08:00:00+07:00".to_owned(), ..draft.with_summary(&summary) }
        });
        let stored = keeping(drafts.collect());
        Program::with(Stored { last: Some(id.clone()), last_at: last_at.to_owned(), ..stored })
            .figure("TT-3", "done")
    };
    let opened = &second.last().unwrap().opened;
    assert_eq!(found(&first.last().unwrap().opened), "2");
    assert_eq!(found(opened), "1");
}

#[test]
fn a_record_that_counts_more_than_its_file_counts_on_from_there() {
    let (_, first) = saved();
    for revision in [900, u32::MAX] {
        let drafts: Vec<_> = first.iter().cloned().map(|draft| Draft { revision, ..draft }).collect();
        let mut storage = Storage::of(&keeping(drafts.clone()));
        let program = Program::with(keeping(drafts));
        program.does([done("12"), AppEvent::Document(DocumentEvent::SaveDue)]);
        for draft in program.asked_to_store() {
            let answer = storage.put(&draft);
            program.does([answer]);
        }
        assert_eq!(
            (program.figure("TT-3", "done"), program.saving()),
            ("12".to_owned(), Saving::Done),
            "{revision}"
        );
    }
}

#[test]
fn of_several_files_none_counts_as_filed_before_the_user_has_found_them() {
    let (program, _) = saved();
    program.leaves(|effect| matches!(effect, Effect::HandOver { .. }));
    program.does([AppEvent::Draft(DraftEvent::NewPressed), done("2")]);
    program.save();
    program.does([AppEvent::Export(ExportEvent::AllPressed)]);
    let unfiled = || program.read(|state| state.drafts.unfiled.len());
    let task = program.asked(|effect| if let Effect::Office(task) = effect { Some(task) } else { None });
    let task = task.expect("one archive");
    let (name, OfficeWork::Bundle(bundled)) = (task.name, task.what) else { panic!("no archive") };
    let Ok(Json::List(files)) = Json::read(&task.document) else { panic!("no list") };
    assert_eq!((bundled.count, files.len()), (2, 2));
    program.does([AppEvent::Office(OfficeEvent::BundleMade { name, bytes: Vec::new(), bundled })]);
    let Some(Notice::AllExported(2, at)) = program.notice() else { panic!("{:?}", program.notice()) };
    assert_eq!(unfiled(), 2);
    // What is typed meanwhile is in no file.
    program.does([done("23")]);
    program.save();
    program.does([AppEvent::Export(ExportEvent::AllConfirmed(at))]);
    assert_eq!(unfiled(), 1);
    assert!(program.read(State::is_unfiled));
}

#[test]
fn no_archive_is_made_while_one_of_the_drafts_is_too_big_to_be_opened_again() {
    let (program, _) = saved();
    let note = EntryEvent::NoteTyped(TargetId::new("TT-3"), "x".repeat(6_000_000));
    program.does([AppEvent::Draft(DraftEvent::NewPressed), done("2"), note.into()]);
    program.save();
    program.effects.take();
    program.does([AppEvent::Export(ExportEvent::AllPressed)]);
    assert_eq!(program.notice(), Some(Notice::ExportTooBig));
    let handed = |effect: &Effect| matches!(effect, Effect::Office(_) | Effect::Download { .. });
    assert!(!program.effects.take().iter().any(handed));
    assert!(program.read(|state| state.drafts.entries.iter().all(|draft| draft.exported.is_empty())));
}

#[test]
fn a_file_that_the_browser_was_handed_counts_once_the_user_has_found_it() {
    let (program, _) = saved();
    let counts = || {
        let listed = |state: &State| state.drafts.entries.iter().all(|draft| !draft.exported.is_empty());
        program
            .read(|state| (state.drafts.unfiled.len(), !state.exporting.exported.is_empty(), listed(state)))
    };
    program.export();
    // Nobody is held back who has just handed the file over.
    assert_eq!(counts(), (0, false, false));
    program.does([AppEvent::Export(ExportEvent::Confirmed)]);
    assert_eq!((counts(), program.notice()), ((0, true, true), None));
    let written = program.asked_to_store().pop().expect("the draft with its mark");
    assert!(!written.exported.is_empty());
    // Pressed again there is nothing more to confirm.
    program.does([AppEvent::Export(ExportEvent::Confirmed)]);
    assert!(program.asked_to_store().is_empty());
}

#[test]
fn a_confirmed_file_is_of_the_document_that_was_open_then() {
    let (program, _) = saved();
    program.export();
    program.does([AppEvent::Draft(DraftEvent::NewPressed), AppEvent::Export(ExportEvent::Confirmed)]);
    assert!(program.read(|state| state.exporting.exported.is_empty()));
}

#[test]
fn what_was_typed_after_a_revision_that_failed_is_still_to_be_saved() {
    let (program, first) = saved();
    program.does([
        done("12"),
        AppEvent::Document(DocumentEvent::SaveDue),
        done("123"),
        AppEvent::Document(DocumentEvent::SaveDue),
        done("1234"),
    ]);
    let last = program.asked_to_store().pop().unwrap();
    let stored = AppEvent::Document(DocumentEvent::Saved { id: last.id, revision: last.revision });
    program.does([AppEvent::Document(DocumentEvent::SaveFailed), stored]);
    assert_eq!(program.saving(), Saving::Pending);
    assert_eq!(next_start(first, program.hides()).figure("TT-3", "done"), "1234");
}

#[test]
fn a_draft_that_found_no_room_is_saved_when_it_is_opened_again() {
    let program = Program::new();
    program.leaves(|effect| matches!(effect, Effect::BackUp(_)));
    program.does([done("410"), AppEvent::Document(DocumentEvent::SaveDue)]);
    let id = program.id();
    program.does([AppEvent::Document(DocumentEvent::SaveFailed), AppEvent::Draft(DraftEvent::NewPressed)]);
    program.asked_to_store();
    program.does([
        AppEvent::Document(DocumentEvent::SaveFailed),
        AppEvent::Draft(DraftEvent::Chosen(id.clone())),
    ]);
    assert_eq!(program.saving(), Saving::Pending);
    assert_eq!(program.save().pop().unwrap().id, id);
    assert_eq!(program.saving(), Saving::Done);
}

#[test]
fn drafts_of_a_deleted_storage_are_stored_again_and_the_user_is_told() {
    let (program, _) = saved();
    let first = program.id();
    program.does([AppEvent::Draft(DraftEvent::NewPressed), done("2")]);
    program.save();
    program.does([done("23"), AppEvent::Document(DocumentEvent::StorageDeleted)]);
    assert_eq!(program.notice(), Some(Notice::StoredAgain(2)));
    let mut storage = Storage::default();
    for draft in program.asked_to_store() {
        let answer = storage.put(&draft);
        program.does([answer]);
    }
    program.does([AppEvent::Document(DocumentEvent::SaveDue)]);
    for draft in program.asked_to_store() {
        let answer = storage.put(&draft);
        program.does([answer]);
    }
    assert_eq!(program.saving(), Saving::Done);
    let found = Program::with(keeping(storage.drafts));
    assert_eq!(found.figure("TT-3", "done"), "23");
    found.does([AppEvent::Draft(DraftEvent::Chosen(first))]);
    assert_eq!(found.figure("TT-3", "done"), "1");
}

#[test]
fn a_page_that_is_left_before_its_drafts_are_stored_again_has_written_them_at_once() {
    let (program, _) = saved();
    program.does([AppEvent::Document(DocumentEvent::StorageDeleted)]);
    assert_eq!(program.saving(), Saving::Storing);
    assert_eq!(next_start(Vec::new(), program.hides()).figure("TT-3", "done"), "1");
}

#[test]
fn a_deleted_storage_without_drafts_is_no_loss() {
    let program = Program::new();
    program.does([AppEvent::Document(DocumentEvent::StorageDeleted)]);
    assert_eq!(program.notice(), None);
    assert!(program.asked_to_store().is_empty());
}

#[test]
fn a_window_that_only_reads_leaves_the_open_document_to_the_one_that_edits_it() {
    let (program, stored) = saved();
    let reader = Program::with(keeping(stored));
    reader.does([
        AppEvent::Window(WindowEvent::LockRefused(program.id())),
        AppEvent::Document(DocumentEvent::StorageDeleted),
    ]);
    assert!(reader.asked_to_store().is_empty());
    assert!(reader.hides().is_empty());
}

#[test]
fn a_storage_that_was_made_anew_is_told_where_drafts_were_kept_before() {
    let (program, _) = saved();
    program.does([done("12")]);
    let backups = program.hides();
    let last = Some(program.id());
    let made = Stored { remembered: Remembered::NoStorage, ..empty() };
    let found = |stored: Stored| {
        let program = Program::with(stored);
        (program.notice(), program.figure("TT-3", "done"))
    };
    assert_eq!(found(made.clone()), (None, String::new()), "the first visit");
    let gone = Stored { last: last.clone(), ..made.clone() };
    assert_eq!(found(gone), (Some(Notice::DraftsGone(0)), String::new()));
    let rest = Stored { last, backups: backups.clone(), ..made.clone() };
    assert_eq!(found(rest), (Some(Notice::DraftsGone(1)), "12".to_owned()));
    let forgotten = Stored { backups, ..made };
    assert_eq!(found(forgotten), (Some(Notice::DraftsGone(1)), "12".to_owned()));
}

#[test]
fn an_empty_storage_is_told_only_where_it_had_drafts_and_until_that_was_read() {
    let last = Some("x".to_owned());
    // The last draft was removed by hand, before this program remembered that.
    assert_eq!(Program::with(Stored { last, ..empty() }).notice(), None);
    let found = Program::with(Stored { remembered: Remembered::Drafts, ..empty() });
    assert_eq!(found.notice(), Some(Notice::DraftsGone(0)));
    assert!(remembers(&found, "1") && !remembers(&found, ""));
    found.does([AppEvent::Frame(FrameEvent::NoticeDismissed)]);
    assert!(remembers(&found, ""));
    let (_, stored) = saved();
    let kept = Program::with(Stored { remembered: Remembered::Drafts, ..keeping(stored) });
    assert_eq!(kept.notice(), None);
}

#[test]
fn a_storage_that_does_not_answer_is_told_and_what_is_typed_is_written_when_the_page_is_left() {
    let program = Program::with(Stored { available: false, scope: StorageScope::Silent, ..empty() });
    program.does([done("12")]);
    assert_eq!(program.saving(), Saving::Unavailable);
    let backups = program.hides();
    assert_eq!(backups.len(), 1);
    // The next start finds it, where the storage answers again.
    let found = next_start(Vec::new(), backups);
    assert_eq!(found.figure("TT-3", "done"), "12");
    // Where nothing is kept at all, nothing is left behind.
    let blocked = Program::with(Stored { available: false, ..empty() });
    blocked.does([done("12")]);
    blocked.does([AppEvent::Document(DocumentEvent::PageHidden)]);
    assert!(!blocked.effects.take().iter().any(|effect| matches!(effect, Effect::BackUp(_))));
}

#[test]
fn a_file_that_was_exported_by_a_clock_in_the_future_does_not_count() {
    let (_, stored) = saved();
    for (exported, counts) in [
        ("2023-11-30T08:00:00+07:00", true),
        // The same instant as an hour before the start, written in another time zone.
        ("2023-11-30T23:00:00-05:00", true),
        ("2030-01-01T02:00:00+00:00", false),
    ] {
        let draft = Draft { exported: exported.to_owned(), ..stored[0].clone() };
        let found = next_start(vec![draft], Vec::new());
        let known =
            found.read(|state| (state.exporting.exported.clone(), state.drafts.entries[0].exported.clone()));
        let wanted = if counts { exported } else { "" };
        assert_eq!(known, (wanted.to_owned(), wanted.to_owned()));
    }
}

#[test]
fn it_is_remembered_that_there_are_drafts_until_the_last_is_deleted() {
    let program = Program::new();
    program.does([done("1"), AppEvent::Document(DocumentEvent::SaveDue)]);
    assert!(!remembers(&program, "1"), "nothing is stored yet");
    let draft = program.asked_to_store().pop().unwrap();
    program
        .does([AppEvent::Document(DocumentEvent::Saved { id: draft.id.clone(), revision: draft.revision })]);
    assert!(remembers(&program, "1"));
    let removed = Draft { removed: Some("2023-12-02T08:00:00+07:00".to_owned()), ..draft.clone() };
    assert!(remembers(&Program::with(keeping(vec![removed])), ""));
    program.does([AppEvent::Draft(DraftEvent::AllRemoved)]);
    assert!(remembers(&program, ""));
    // An answer that comes late does not bring them back.
    program.effects.take();
    program.does([AppEvent::Document(DocumentEvent::Saved { id: draft.id, revision: draft.revision })]);
    assert!(!remembers(&program, "1"));
}

/// What happens between a start and the moment at which the page is left.
#[derive(Debug, Clone)]
enum Happening {
    Types(u8),
    SaveIsDue,
    /// The storage does the next thing that it was asked for.
    Writes,
    /// It has no room for it.
    Refuses,
    Hides,
    Returns,
}

fn any_event() -> impl Strategy<Value = Happening> {
    prop_oneof![
        4 => (0..100_u8).prop_map(Happening::Types),
        3 => Just(Happening::SaveIsDue),
        3 => Just(Happening::Writes),
        1 => Just(Happening::Refuses),
        1 => Just(Happening::Hides),
        1 => Just(Happening::Returns),
    ]
}

/// What the browser keeps: the storage, and what was written at once.
#[derive(Default)]
struct Browser {
    storage: Storage,
    backups: Vec<Draft>,
}

impl Browser {
    /// Does what was asked for up to the next thing for the storage.
    fn does_next(&mut self, program: &Program, full: bool) {
        while let Some(effect) = program.next_effect() {
            self.storage.full = full;
            if let Answer::Says(answer) = self.storage.does(&effect) {
                if let AppEvent::Document(DocumentEvent::Saved { id, revision }) = &answer {
                    self.backups.retain(|backup| backup.id != *id || backup.revision > *revision);
                }
                return program.does([answer]);
            }
        }
    }

    /// What is written at once is done when it is asked for, before anything else.
    fn hides(&mut self, program: &Program) {
        for draft in program.hides() {
            self.backups.retain(|backup| backup.id != draft.id);
            self.backups.push(draft);
        }
        program.effects.borrow_mut().retain(|effect| !matches!(effect, Effect::BackUp(_)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn whenever_the_page_is_left_the_last_figure_is_found_again(events in prop::collection::vec(any_event(), 1..40)) {
        let mut browser = Browser::default();
        browser.storage.one_window = true;
        let mut program = Program::new();
        for event in events {
            match event {
                Happening::Types(figure) => program.does([done(&figure.to_string())]),
                Happening::SaveIsDue => program.does([AppEvent::Document(DocumentEvent::SaveDue)]),
                Happening::Writes => browser.does_next(&program, false),
                Happening::Refuses => browser.does_next(&program, true),
                Happening::Hides => browser.hides(&program),
                Happening::Returns => {
                    let last = program.figure("TT-3", "done");
                    browser.hides(&program);
                    program = next_start(browser.storage.drafts.clone(), browser.backups.clone());
                    prop_assert_eq!(program.figure("TT-3", "done"), last);
                }
            }
        }
        let last = program.figure("TT-3", "done");
        browser.hides(&program);
        let found = next_start(browser.storage.drafts, browser.backups);
        prop_assert_eq!(found.figure("TT-3", "done"), last);
    }
}

#[test]
fn a_write_that_fails_after_another_window_took_the_document_leaves_it_superseded() {
    let (program, _) = saved();
    program.does([
        done("12"),
        AppEvent::Document(DocumentEvent::SaveDue),
        AppEvent::Window(WindowEvent::LockRefused(program.id())),
        AppEvent::Document(DocumentEvent::SaveFailed),
    ]);
    // What is here was put aside: the page must go on to show what the other window stored.
    assert_eq!(program.saving(), Saving::Superseded);
}
