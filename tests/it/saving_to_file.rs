//! "Lưu vào tệp" without a browser: what is asked of the file and when, and what never is.

use crate::support::{Program, empty, file_read, keeping, typed};
use formats::document_reader;
use formats::document_reader::DigestStatus;
use formats::overwrite_check::Conflict;
use tu_cham::document::draft::{Draft, Stored};
use tu_cham::document::event::DocumentEvent;
use tu_cham::document::kept_file::KeptFile;
use tu_cham::document::saving::Saving;
use tu_cham::features::drafts::event::DraftEvent;
use tu_cham::features::importing::choice::ImportChoice;
use tu_cham::features::importing::event::ImportEvent;
use tu_cham::features::linked_file::event::LinkedFileEvent;
use tu_cham::features::linked_file::state::{FileNotice, FileState, FileTask, FileTrouble, FoundFile};
use tu_cham::features::windows::event::WindowEvent;
use tu_cham::shell::dialog::Dialog;
use tu_cham::shell::effect::{Effect, Preference};
use tu_cham::shell::event::AppEvent;
use tu_cham::shell::frame::event::FrameEvent;
use tu_cham::shell::notice::Notice;
use tu_cham::shell::state::State;

/// A file on a disk that stands for itself: what it holds, and what this program remembers of it.
#[derive(Debug, Default, Clone)]
struct Disk {
    holds: String,
    marks: String,
}

const NAME: &str = "phiếu.json";

impl Program {
    /// A program in a browser that can write to files.
    fn offering(stored: Stored) -> Self {
        Self::prepared(stored, |state| state.linked_files.offered = true)
    }

    /// The same with a document that nothing was typed into yet.
    fn unlinked() -> Self {
        Self::offering(empty())
    }

    fn hears(&self, event: LinkedFileEvent) {
        self.does([AppEvent::LinkedFile(event)]);
    }

    /// What the file of the open document is said to be.
    fn stands(&self) -> Option<FileState> {
        self.read(|state| state.link().map(|link| link.state.clone()))
    }

    fn counts_as_exported(&self) -> bool {
        self.read(|state| !state.exporting.exported.is_empty())
    }

    /// What is asked of files since the last call.
    fn asks(&self) -> Vec<FileTask> {
        let mut tasks = Vec::new();
        self.asked(|effect| {
            if let Effect::File(task) = effect {
                tasks.push(task);
                return Some(());
            }
            None
        });
        tasks
    }

    /// The file of the open document is found, as the answer to a check or a pick.
    fn finds(&self, disk: &Disk, picked: bool) {
        self.hears(LinkedFileEvent::Found(Box::new(FoundFile {
            id: self.id(),
            name: NAME.to_owned(),
            bytes: disk.holds.as_bytes().to_vec(),
            marks: if picked { String::new() } else { disk.marks.clone() },
            kept: true,
            picked,
        })));
    }

    /// Does what was asked of the file, with a disk that works, until nothing is asked any more. Whether it was written.
    fn settles(&self, disk: &mut Disk) -> bool {
        let mut wrote = false;
        loop {
            let tasks = self.asks();
            if tasks.is_empty() {
                return wrote;
            }
            for task in tasks {
                match task {
                    FileTask::Soon => self.hears(LinkedFileEvent::Due),
                    FileTask::Pick { .. } => self.finds(disk, true),
                    FileTask::Check { .. } => self.finds(disk, false),
                    FileTask::Write { id, revision, text, marks } => {
                        *disk = Disk { holds: text, marks };
                        wrote = true;
                        self.hears(LinkedFileEvent::Written { id, revision });
                    }
                    other => panic!("{other:?}"),
                }
            }
        }
    }

    fn types_figure(&self, text: &str) {
        self.does([typed("TT-3", "done", text), AppEvent::Document(DocumentEvent::SaveDue)]);
    }
}

/// A document that is being written to a file.
fn linked() -> (Program, Disk) {
    let (program, mut disk) = (Program::unlinked(), Disk::default());
    program.types_figure("410");
    program.asks();
    program.hears(LinkedFileEvent::Pressed);
    program.settles(&mut disk);
    assert_eq!(program.stands(), Some(FileState::Ready));
    (program, disk)
}

fn figure(disk: &Disk) -> String {
    let read = document_reader::read(disk.holds.as_bytes()).unwrap();
    assert_eq!(read.digest_status, DigestStatus::Intact);
    let answer = read.assessment.answers.get("TT-3").cloned().unwrap_or_default();
    answer.figure("done").to_owned()
}

#[test]
fn the_first_press_picks_a_file_named_for_the_unit_and_writes_what_was_saved() {
    let (program, mut disk) = (Program::unlinked(), Disk::default());
    program.does([typed("TT-3", "done", "410")]);
    program.hears(LinkedFileEvent::Pressed);
    assert_eq!(
        program.read(|state| state.document.saving),
        Saving::Storing,
        "what is on the page goes along"
    );
    let tasks = program.asks();
    let [FileTask::Pick { id, name }] = tasks.as_slice() else { panic!("{tasks:?}") };
    assert_eq!((id, name.as_str()), (&program.id(), "Tự chấm - 2023.json"));
    assert_eq!(program.stands(), None, "nothing is linked before a file was picked");
    program.finds(&disk, true);
    program.settles(&mut disk);
    assert_eq!(figure(&disk), "410");
    let written = Notice::File(FileNotice::Written { name: NAME.to_owned(), kept: true });
    assert_eq!(program.notice(), Some(written));
}

#[test]
fn a_picker_that_was_closed_changes_nothing() {
    let program = Program::unlinked();
    program.types_figure("410");
    program.asks();
    let before = program.read(Clone::clone);
    program.hears(LinkedFileEvent::Pressed);
    program.asks();
    assert_eq!(program.read(|state| State { now: before.now.clone(), ..state.clone() }), before);
}

#[test]
fn it_counts_as_exported_only_once_it_was_read_back() {
    let program = Program::unlinked();
    program.types_figure("410");
    program.asks();
    program.hears(LinkedFileEvent::Pressed);
    program.asks();
    program.finds(&Disk::default(), true);
    let tasks = program.asks();
    let [FileTask::Write { revision: 1, .. }] = tasks.as_slice() else { panic!("{tasks:?}") };
    assert!(!program.counts_as_exported());
    program.hears(LinkedFileEvent::Failed(program.id(), FileTrouble::Differs));
    assert!(!program.counts_as_exported());
    assert_eq!(program.stands(), Some(FileState::Failed(FileTrouble::Differs)));
    program.settles(&mut Disk::default());
    program.hears(LinkedFileEvent::Pressed);
    program.settles(&mut Disk::default());
    assert!(program.counts_as_exported());
    let noted = program.read(|state| state.drafts.entries.iter().all(|draft| !draft.exported.is_empty()));
    assert!(noted, "the list of drafts knows it as well");
}

#[test]
fn every_saved_revision_follows_into_the_file_by_itself_and_nothing_else_does() {
    let (program, mut disk) = linked();
    assert!(!program.settles(&mut disk), "nothing is left to write");
    program.does([typed("TT-3", "done", "411")]);
    assert_eq!(program.asks(), [], "what is not saved yet is not written");
    assert!(program.read(State::is_unfiled));
    program.does([AppEvent::Document(DocumentEvent::SaveDue)]);
    assert!(program.settles(&mut disk));
    assert!(!program.read(State::is_unfiled), "leaving needs no reminder");
    assert_eq!(figure(&disk), "411");
    program
        .does([AppEvent::Document(DocumentEvent::UndoPressed), AppEvent::Document(DocumentEvent::SaveDue)]);
    assert!(program.settles(&mut disk), "undo goes on in the file, counted on");
    assert_eq!(figure(&disk), "");
}

#[test]
fn what_is_saved_while_the_file_is_written_is_written_after() {
    let (program, mut disk) = linked();
    program.types_figure("411");
    program.asks();
    program.hears(LinkedFileEvent::Due);
    program.asks();
    program.finds(&disk, false);
    let tasks = program.asks();
    let [FileTask::Write { id, revision, text, marks }] = tasks.as_slice() else { panic!("{tasks:?}") };
    program.types_figure("412");
    assert_eq!(program.asks(), [FileTask::Soon]);
    program.hears(LinkedFileEvent::Due);
    assert_eq!(program.asks(), [], "one at a time");
    disk = Disk { holds: text.clone(), marks: marks.clone() };
    program.hears(LinkedFileEvent::Written { id: id.clone(), revision: *revision });
    assert!(program.settles(&mut disk));
    assert_eq!(figure(&disk), "412");
}

#[test]
fn what_the_storage_is_taking_while_the_file_is_written_is_still_in_no_file() {
    let (program, mut disk) = linked();
    program.types_figure("411");
    program.asks();
    program.hears(LinkedFileEvent::Due);
    program.asks();
    program.finds(&disk, false);
    let tasks = program.asks();
    let [FileTask::Write { id, revision, text, marks }] = tasks.as_slice() else { panic!("{tasks:?}") };
    program.types_figure("412");
    disk = Disk { holds: text.clone(), marks: marks.clone() };
    program.hears(LinkedFileEvent::Written { id: id.clone(), revision: *revision });
    assert!(program.read(State::is_unfiled), "leaving is worth a reminder");
    assert!(program.settles(&mut disk));
    assert!(!program.read(State::is_unfiled));
}

#[test]
fn a_write_cut_short_by_the_end_of_the_browser_is_no_change_by_others() {
    let (program, before) = linked();
    program.types_figure("411");
    program.asks();
    program.hears(LinkedFileEvent::Due);
    program.asks();
    program.finds(&before, false);
    let tasks = program.asks();
    let [FileTask::Write { text, marks, .. }] = tasks.as_slice() else { panic!("{tasks:?}") };
    let draft: Draft = program.read(|state| state.drafts.entries.first().unwrap().clone());
    // Ended before the file took the text, or after, but before anybody heard of it.
    for holds in [before.holds, text.clone()] {
        let file = KeptFile { id: draft.id.clone(), name: NAME.to_owned(), allowed: true };
        let later = Program::offering(Stored { files: vec![file], ..keeping(vec![draft.clone()]) });
        let mut disk = Disk { holds, marks: marks.clone() };
        later.settles(&mut disk);
        assert_eq!(later.stands(), Some(FileState::Ready));
        assert_eq!(figure(&disk), "411");
        later.types_figure("412");
        later.settles(&mut disk);
        assert_eq!(figure(&disk), "412");
    }
}

#[test]
fn after_a_restart_a_click_asks_for_leave_and_goes_on() {
    let (program, mut disk) = linked();
    let drafts = vec![program.read(|state| state.drafts.entries.first().unwrap().clone())];
    let file = KeptFile { id: program.id(), name: NAME.to_owned(), allowed: false };
    let later = Program::offering(Stored { files: vec![file], ..keeping(drafts) });
    assert_eq!(later.stands(), Some(FileState::Waiting));
    later.types_figure("411");
    assert!(!later.settles(&mut disk), "nothing is written without leave");
    assert_eq!(figure(&disk), "410");
    later.hears(LinkedFileEvent::Pressed);
    assert_eq!(later.asks(), [FileTask::Check { id: later.id(), ask: true }]);
    later.hears(LinkedFileEvent::NotAllowed { id: later.id(), denied: false });
    assert_eq!(later.stands(), Some(FileState::Waiting), "a question that was closed is no error");
    assert_eq!(later.notice(), None);
    later.hears(LinkedFileEvent::Pressed);
    assert!(later.settles(&mut disk));
    assert_eq!(figure(&disk), "411");
    later.types_figure("412");
    assert!(later.settles(&mut disk));
}

#[test]
fn a_refusal_is_told_once_and_saving_goes_on() {
    let (program, disk) = linked();
    let denied = || LinkedFileEvent::NotAllowed { id: program.id(), denied: true };
    program.types_figure("411");
    program.asks();
    program.hears(LinkedFileEvent::Due);
    program.asks();
    program.hears(denied());
    let told = Some(Notice::File(FileNotice::Failed(NAME.to_owned(), FileTrouble::Denied)));
    assert_eq!(program.notice(), told);
    program.does([AppEvent::Frame(FrameEvent::NoticeDismissed)]);
    program.types_figure("412");
    assert_eq!(program.asks(), [FileTask::Soon]);
    program.hears(LinkedFileEvent::Due);
    assert_eq!(program.asks(), [FileTask::Check { id: program.id(), ask: false }], "it is tried again");
    program.hears(denied());
    assert_eq!(program.notice(), None, "but not told again");
    program.asks();
    assert_eq!(program.read(|state| state.document.saving), Saving::Done);
    assert_eq!(figure(&disk), "410");
    program.hears(LinkedFileEvent::Pressed);
    program.asks();
    program.hears(denied());
    assert_eq!(program.notice(), told, "whoever presses gets an answer");
}

#[test]
fn what_others_wrote_into_the_file_is_not_written_over_until_the_user_says_so() {
    let (program, mut disk) = linked();
    let others = disk.holds.replace("410", "999");
    disk.holds.clone_from(&others);
    program.types_figure("411");
    assert!(!program.settles(&mut disk));
    let Some(FileState::Other(Conflict::Changed { revision: 1, .. })) = program.stands() else {
        panic!("{:?}", program.stands())
    };
    assert_eq!(program.notice(), Some(Notice::File(FileNotice::Other(NAME.to_owned()))));
    assert_eq!(program.read(|state| state.frame.dialog.clone()), None, "no question in the middle of typing");
    program.types_figure("412");
    assert!(!program.settles(&mut disk));
    assert_eq!(disk.holds, others);
    program.hears(LinkedFileEvent::Pressed);
    assert_eq!(program.read(|state| state.frame.dialog.clone()), Some(Dialog::FileChanged));
    program.asks();

    // It was changed once more while the question stood: that was not what the user agreed to.
    program.hears(LinkedFileEvent::OverwritePressed);
    disk.holds = "Kính gửi".to_owned();
    assert!(!program.settles(&mut disk));
    assert_eq!(program.stands(), Some(FileState::Other(Conflict::NotOurs)));
    program.hears(LinkedFileEvent::OverwritePressed);
    assert!(program.settles(&mut disk));
    assert_eq!(figure(&disk), "412");
}

#[test]
fn what_others_wrote_can_be_looked_at_and_another_file_be_taken() {
    let (program, mut disk) = linked();
    disk.holds = disk.holds.replace("410", "999");
    program.types_figure("411");
    program.settles(&mut disk);
    program.hears(LinkedFileEvent::Pressed);
    program.asks();
    program.hears(LinkedFileEvent::LookPressed);
    assert_eq!(program.asks(), [FileTask::Look(program.id())]);
    program.does([file_read(&disk.holds)]);
    assert!(program.read(|state| state.importing.preview.is_some() && state.frame.dialog.is_none()));
    program.does([AppEvent::Import(ImportEvent::Chosen(ImportChoice::Cancel))]);
    program.hears(LinkedFileEvent::ElsewherePressed);
    let mut other = Disk::default();
    assert!(program.settles(&mut other));
    assert_eq!(figure(&other), "411");
    assert_eq!(program.stands(), Some(FileState::Ready));
}

#[test]
fn a_picked_file_that_holds_something_else_is_asked_about_first() {
    for (holds, other) in [
        ("Kính gửi".to_owned(), Conflict::NotOurs),
        (linked().1.holds, Conflict::Document { unit: String::new(), year: 2023 }),
    ] {
        let (program, mut disk) = (Program::unlinked(), Disk { holds: holds.clone(), marks: String::new() });
        program.types_figure("1");
        program.asks();
        program.hears(LinkedFileEvent::Pressed);
        assert!(!program.settles(&mut disk));
        assert_eq!(program.stands(), Some(FileState::Other(other)));
        assert_eq!(program.read(|state| state.frame.dialog.clone()), Some(Dialog::FileChanged));
        assert_eq!(disk.holds, holds);
    }
}

#[test]
fn a_window_that_fell_behind_writes_no_file() {
    let (program, mut disk) = linked();
    program.types_figure("411");
    program.effects.take();
    program.does([AppEvent::Window(WindowEvent::LockRefused(program.id()))]);
    program.effects.take();
    program.hears(LinkedFileEvent::Due);
    program.hears(LinkedFileEvent::Pressed);
    assert!(!program.settles(&mut disk));
    assert_eq!(program.notice(), Some(Notice::File(FileNotice::NotFromHere)));
    assert_eq!(figure(&disk), "410");
}

#[test]
fn the_file_stays_with_its_document() {
    let (program, mut disk) = linked();
    let first = program.id();
    program.types_figure("411");
    program.does([AppEvent::Draft(DraftEvent::NewPressed)]);
    assert_eq!(program.stands(), None);
    program.types_figure("5");
    // The first document's last revision still goes into its file; the second has none.
    let tasks = program.asks();
    assert!(tasks.iter().all(|task| *task == FileTask::Soon) && !tasks.is_empty(), "{tasks:?}");
    program.hears(LinkedFileEvent::Due);
    assert_eq!(program.asks(), [FileTask::Check { id: first.clone(), ask: false }]);
    program.hears(LinkedFileEvent::Found(Box::new(FoundFile {
        id: first.clone(),
        name: NAME.to_owned(),
        bytes: disk.holds.clone().into_bytes(),
        marks: disk.marks.clone(),
        kept: true,
        picked: false,
    })));
    program.settles(&mut disk);
    assert_eq!(figure(&disk), "411");
    program.does([
        AppEvent::Document(DocumentEvent::UndoPressed),
        AppEvent::Document(DocumentEvent::UndoPressed),
    ]);
    assert_eq!((program.id(), program.stands()), (first, Some(FileState::Ready)));
}

#[test]
fn a_stopped_file_is_left_as_it_is() {
    let (program, mut disk) = linked();
    program.hears(LinkedFileEvent::StopPressed);
    assert_eq!(program.asks(), [FileTask::Forget(program.id())]);
    program.types_figure("411");
    assert!(!program.settles(&mut disk));
    assert_eq!((program.stands(), figure(&disk)), (None, "410".to_owned()));
}

#[test]
fn a_file_that_has_gone_makes_room_for_another() {
    let (program, _) = linked();
    program.types_figure("411");
    program.asks();
    program.hears(LinkedFileEvent::Due);
    program.asks();
    program.hears(LinkedFileEvent::Failed(program.id(), FileTrouble::Gone));
    program.hears(LinkedFileEvent::Pressed);
    let mut other = Disk::default();
    assert!(program.settles(&mut other));
    assert_eq!(figure(&other), "411");
}

#[test]
fn without_a_storage_the_file_keeps_what_is_typed() {
    let (program, mut disk) = (Program::offering(Stored::default()), Disk::default());
    program.does([typed("TT-3", "done", "410")]);
    program.hears(LinkedFileEvent::Pressed);
    assert!(program.settles(&mut disk));
    let first = document_reader::read(disk.holds.as_bytes()).unwrap().assessment.document.revision;
    program.does([typed("TT-3", "done", "411")]);
    assert!(program.settles(&mut disk));
    assert_eq!(figure(&disk), "411");
    let second = document_reader::read(disk.holds.as_bytes()).unwrap().assessment.document.revision;
    assert!(second > first, "the counter goes on");
    assert_eq!(program.read(|state| state.document.saving), Saving::Unavailable);
}

#[test]
fn where_the_storage_has_no_room_left_the_file_still_gets_what_is_typed() {
    let (program, mut disk) = linked();
    program.leaves(|effect| matches!(effect, Effect::BackUp(_)));
    program.does([typed("TT-3", "done", "411"), AppEvent::Document(DocumentEvent::SaveDue)]);
    program.effects.take();
    program.does([AppEvent::Document(DocumentEvent::SaveFailed)]);
    assert!(program.settles(&mut disk));
    assert_eq!(figure(&disk), "411");
    assert_eq!(program.read(|state| state.document.saving), Saving::Failed, "and the line still says so");
}

#[test]
fn where_the_browser_offers_no_file_nothing_is_asked_of_one() {
    let program = Program::prepared(empty(), |state| state.linked_files.offered = false);
    program.effects.take();
    program.hears(LinkedFileEvent::Pressed);
    assert_eq!(program.effects.take(), []);
}

#[test]
fn removing_everything_forgets_the_files_as_well() {
    let (program, mut disk) = linked();
    program.does([AppEvent::Draft(DraftEvent::AllRemoved)]);
    program.leaves(|effect| matches!(effect, Effect::Remember(Preference::OpenedEmbedded, _)));
    assert!(program.read(|state| state.linked_files.links.is_empty()));
    program.types_figure("411");
    assert!(!program.settles(&mut disk));
}
