//! Writing the document to a file on the disk, again and again, and never over somebody else's work unasked.
//!
//! The order of each write: leave → what the file holds → compared → written → read back and compared → only then
//! said, and counted as exported. None of it touches the drafts in the browser.

use std::rc::Rc;

use crate::document::kept_file::KeptFile;
use crate::document::saving::Saving;
use crate::features::linked_file::event::LinkedFileEvent;
use crate::features::linked_file::state::{
    FileLink, FileNotice, FileState, FileTask, FileTrouble, FoundFile, Work,
};
use crate::shell::context::Context;
use crate::shell::dialog::Dialog;
use crate::shell::effect::Effect;
use crate::shell::notice::Notice;
use crate::shell::save::save_due;
use crate::shell::state::State;
use formats::document_reader::DigestStatus;
use formats::file_name::lasting_name;
use formats::overwrite_check::{OverwriteCheck, PendingWrite, overwrite_check};
use formats::{assessment_file, digest, document_reader, result};

pub(crate) fn update(state: &mut State, event: LinkedFileEvent, context: &Context) -> Vec<Effect> {
    match event {
        LinkedFileEvent::Pressed => pressed(state, context),
        LinkedFileEvent::Due => due(state, context),
        LinkedFileEvent::Found(file) => found(state, *file, context),
        LinkedFileEvent::NotAllowed { id, denied } => not_allowed(state, &id, denied),
        LinkedFileEvent::Written { id, revision } => written(state, &id, revision, context),
        LinkedFileEvent::Failed(id, trouble) => failed(state, &id, trouble),
        LinkedFileEvent::LookPressed => vec![Effect::File(FileTask::Look(open_id(state)))],
        LinkedFileEvent::ElsewherePressed => elsewhere(state),
        LinkedFileEvent::OverwritePressed => overwrite(state),
        LinkedFileEvent::StopPressed => stop(state),
    }
}

/// Takes over the files that the browser remembers. What the draft has newer than its file follows where it may.
pub(crate) fn remembered(state: &mut State, files: Vec<KeptFile>) -> Option<Effect> {
    for KeptFile { id, name, allowed } in files {
        // A file without a draft has nothing that could be written to it.
        if state.drafts.entries.iter().any(|draft| draft.id == id) {
            let how = if allowed { FileState::Ready } else { FileState::Waiting };
            state.linked_files.links.push(FileLink::new(id, name, how));
        }
    }
    let open = open_id(state);
    went_on(state, &open)
}

/// The storage has a revision: it goes into the file a little later.
pub(crate) fn saved(state: &mut State, id: &str, revision: u32) -> Option<Effect> {
    if link(state, id)?.revision < revision { went_on(state, id) } else { None }
}

/// A document went on, saved or where nothing can be saved: its file follows a little later.
pub(crate) fn went_on(state: &mut State, id: &str) -> Option<Effect> {
    let link = link(state, id).filter(|link| link.follows())?;
    link.behind = true;
    Some(Effect::File(FileTask::Soon))
}

fn open_id(state: &State) -> String {
    state.document.id().to_owned()
}

fn link<'a>(state: &'a mut State, id: &str) -> Option<&'a mut FileLink> {
    state.linked_files.links.iter_mut().find(|link| link.id == id)
}

fn say(state: &mut State, notice: FileNotice) {
    state.frame.notice = Some(Notice::File(notice));
}

/// Looks at what the file of a link holds; what comes of it is [`found`] or [`not_allowed`].
fn check(link: &mut FileLink, ask: bool) -> Effect {
    link.work = if ask { Work::Asked } else { Work::Following };
    Effect::File(FileTask::Check { id: link.id.clone(), ask })
}

/// Whether this window has the newest state of a document, so that its text may go into a file.
fn is_newest(state: &State, id: &str) -> bool {
    state.document.id() != id || !(state.is_read_only() || state.document.saving == Saving::Superseded)
}

fn pressed(state: &mut State, context: &Context) -> Vec<Effect> {
    let id = open_id(state);
    if !state.linked_files.offered {
        return Vec::new();
    }
    if !is_newest(state, &id) {
        say(state, FileNotice::NotFromHere);
        return Vec::new();
    }
    let mut effects = save_now(state, context);
    let Some(link) = link(state, &id) else {
        effects.push(pick(state));
        return effects;
    };
    match link.state {
        FileState::Failed(FileTrouble::Gone) => effects.push(pick(state)),
        FileState::Other(_) => state.frame.dialog = Some(Dialog::FileChanged),
        _ if link.work == Work::Idle => effects.push(check(link, true)),
        // It is under way: the user hears of it.
        FileState::Waiting | FileState::Ready | FileState::Writing | FileState::Failed(_) => {
            link.work = Work::Asked;
        }
    }
    effects
}

/// Saves what is on the page, so that the file and the draft have one counter. A document that never changed becomes a
/// draft all the same: its file would have nothing to go on from at the next start.
fn save_now(state: &mut State, context: &Context) -> Vec<Effect> {
    if state.document.saving == Saving::Unavailable {
        count_on(state, context);
        return Vec::new();
    }
    let id = state.document.id();
    if state.document.saving == Saving::Untouched && !state.drafts.entries.iter().any(|draft| draft.id == *id)
    {
        state.document.saving = Saving::Pending;
    }
    save_due(state, context)
}

/// Where nothing can be saved, the counter goes on for the file alone.
fn count_on(state: &mut State, context: &Context) {
    state.document.info_mut().revision += 1;
    state.document.info_mut().saved.clone_from(&context.now);
}

fn pick(state: &State) -> Effect {
    let name = lasting_name(&state.document.assessment().unit.name, state.document.assessment().year, "json");
    Effect::File(FileTask::Pick { id: open_id(state), name })
}

fn due(state: &mut State, context: &Context) -> Vec<Effect> {
    let open = open_id(state);
    if state.document.saving == Saving::Unavailable && link(state, &open).is_some_and(|link| link.behind) {
        count_on(state, context);
    }
    let behind = |link: &&mut FileLink| link.behind && link.work == Work::Idle && link.follows();
    state.linked_files.links.iter_mut().filter(behind).map(|link| check(link, false)).collect()
}

/// The newest saved revision of a document, with its text; `None` if it is not for this window to write.
fn text_of(state: &State, id: &str) -> Option<(u32, String)> {
    let open = state.document.assessment();
    if state.document.saving == Saving::Unavailable && open.document.id == id {
        let stated = result::of(state.document.set(), state.document.card());
        return Some((open.document.revision, assessment_file::write(open, stated).to_pretty()));
    }
    let draft = state.drafts.entries.iter().find(|draft| draft.id == id && draft.removed.is_none())?;
    is_newest(state, id).then(|| (draft.revision, draft.text.clone()))
}

/// Compares what the file holds with what this program left there, and writes if nothing of others is lost by it.
fn found(state: &mut State, file: FoundFile, context: &Context) -> Vec<Effect> {
    let FoundFile { id, name, bytes, marks, kept, picked } = file;
    if picked {
        state.frame.dialog = None;
        state.linked_files.links.retain(|link| link.id != id);
        let mut link = FileLink::new(id.clone(), String::new(), FileState::Ready);
        link.work = Work::Asked;
        state.linked_files.links.push(link);
    }
    let newest = text_of(state, &id);
    let open = open_id(state) == id;
    let Some(link) = link(state, &id) else { return Vec::new() };
    (link.name, link.kept, link.behind) = (name, kept, false);
    let Some((revision, text)) = newest else {
        link.work = Work::Idle;
        return Vec::new();
    };
    if !document_reader::read(text.as_bytes()).is_ok_and(|back| back.digest_status == DigestStatus::Intact) {
        return failed(state, &id, FileTrouble::Differs);
    }
    match overwrite_check(&bytes, PendingWrite { id: &id, revision, text: &text }, &marks, &link.accepted) {
        OverwriteCheck::AlreadyWritten => written(state, &id, revision, context),
        OverwriteCheck::Allowed => {
            link.state = FileState::Writing;
            // Whenever the browser ends, the file holds the one or the other.
            let marks = [digest::of_bytes(&bytes), digest::of_bytes(text.as_bytes())].join(" ");
            vec![Effect::File(FileTask::Write { id, revision, text, marks })]
        }
        OverwriteCheck::Conflict(other) => {
            link.state = FileState::Other(other);
            link.seen = digest::of_bytes(&bytes);
            let name = link.name.clone();
            if link.end() && open {
                state.frame.dialog = Some(Dialog::FileChanged);
            } else {
                say(state, FileNotice::Other(name));
            }
            Vec::new()
        }
    }
}

fn not_allowed(state: &mut State, id: &str, denied: bool) -> Vec<Effect> {
    if denied {
        return failed(state, id, FileTrouble::Denied);
    }
    if let Some(link) = link(state, id) {
        (link.state, link.work) = (FileState::Waiting, Work::Idle);
    }
    Vec::new()
}

fn failed(state: &mut State, id: &str, trouble: FileTrouble) -> Vec<Effect> {
    let Some(link) = link(state, id) else {
        // A file that was picked and can't be used.
        say(state, FileNotice::Failed(String::new(), trouble));
        return Vec::new();
    };
    link.state = FileState::Failed(trouble);
    let asked = link.end();
    if link.told.replace(trouble) != Some(trouble) || asked {
        let name = link.name.clone();
        say(state, FileNotice::Failed(name, trouble));
    }
    Vec::new()
}

/// The file was read back and holds the revision: now, and not before, the document counts as exported.
fn written(state: &mut State, id: &str, revision: u32, context: &Context) -> Vec<Effect> {
    let Some(link) = link(state, id) else { return Vec::new() };
    (link.state, link.revision) = (FileState::Ready, revision);
    link.written.clone_from(&context.now);
    (link.told, link.accepted, link.seen) = (None, String::new(), String::new());
    let behind = link.behind;
    if link.end() {
        let notice = FileNotice::Written { name: link.name.clone(), kept: link.kept };
        say(state, notice);
    }
    let mut effects = Vec::new();
    if behind {
        effects.push(Effect::File(FileTask::Soon));
    }
    let open = id == state.document.id();
    if open {
        state.exporting.exported.clone_from(&context.now);
        state.exporting.handed_over.clear();
    }
    // What was typed since is still in no file, also while the storage is taking it.
    let typed_since = open
        && (state.document.saving == Saving::Pending
            || state.document.assessment().document.revision > revision);
    if !behind && !typed_since {
        state.drafts.unfiled.retain(|unfiled| unfiled != id);
    }
    let kept = !matches!(state.document.saving, Saving::Unavailable | Saving::Superseded | Saving::Failed);
    let drafts = Rc::make_mut(&mut state.drafts.entries);
    if let Some(draft) = drafts.iter_mut().find(|draft| draft.id == id) {
        draft.exported.clone_from(&context.now);
        if kept {
            effects.push(Effect::SaveDraft(Box::new(draft.clone())));
        }
    }
    effects
}

fn elsewhere(state: &mut State) -> Vec<Effect> {
    state.frame.dialog = None;
    vec![pick(state)]
}

fn overwrite(state: &mut State) -> Vec<Effect> {
    state.frame.dialog = None;
    let id = open_id(state);
    let Some(link) = link(state, &id) else { return Vec::new() };
    link.accepted = std::mem::take(&mut link.seen);
    vec![check(link, true)]
}

fn stop(state: &mut State) -> Vec<Effect> {
    state.frame.dialog = None;
    let id = open_id(state);
    let Some(at) = state.linked_files.links.iter().position(|link| link.id == id) else { return Vec::new() };
    let link = state.linked_files.links.swap_remove(at);
    say(state, FileNotice::Stopped(link.name));
    vec![Effect::File(FileTask::Forget(id))]
}
