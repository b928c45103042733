//! Several windows: one edits a document, the others read it and follow.

use crate::features::windows::event::WindowEvent;
use std::rc::Rc;

use crate::document::draft::Draft;
use crate::document::saving::Saving;
use crate::document::versions::{KeptVersion, VersionReason};
use crate::features::windows::state::DocumentLock;
use crate::shell::context::Context;
use crate::shell::edit::note_unfiled;
use crate::shell::effect::Effect;
use crate::shell::keep_version::keep;
use crate::shell::notice::Notice;
use crate::shell::open_document::{insert_by_time, read_text};
use crate::shell::save::save_due;
use crate::shell::state::State;

/// Takes an event of this feature.
pub(crate) fn update(state: &mut State, event: WindowEvent, context: &Context) -> Vec<Effect> {
    match event {
        WindowEvent::LockGranted(id, stored) => granted(state, &id, stored.map(|stored| *stored), context),
        WindowEvent::LockRefused(id) => refused(state, &id, context),
        WindowEvent::LockWanted(id) => wanted(state, &id, context),
        WindowEvent::SaveSuperseded(draft) => superseded(state, *draft, context),
        WindowEvent::NewerSeen(version) => newer_seen(state, version, context),
        WindowEvent::RemovalRefused(id) => {
            // The list shows it again, as the storage has it.
            state.frame.notice = Some(Notice::DraftElsewhere);
            vec![Effect::Reread(id)]
        }
        WindowEvent::DraftRead(stored) => draft_read(state, *stored, context),
        WindowEvent::EditHerePressed => edit_here_pressed(state),
    }
}

/// This window may edit the document, which the storage may have in a newer state by now.
pub(crate) fn granted(state: &mut State, id: &str, stored: Option<Draft>, context: &Context) -> Vec<Effect> {
    if id != state.document.id() || matches!(state.windows.lock, DocumentLock::Newer(_)) {
        return Vec::new();
    }
    let effects = stored.map(|stored| sync(state, stored, context)).unwrap_or_default();
    // What the other window had typed and in no file is now this one's to remind of.
    if state.windows.lock == DocumentLock::Asked
        && state.exporting.exported < state.document.assessment().document.saved
    {
        note_unfiled(state);
    }
    state.windows.lock = DocumentLock::Here;
    effects
}

/// Another window edits the document: what was typed here meanwhile is put aside, and the newest state is asked for.
pub(crate) fn refused(state: &mut State, id: &str, context: &Context) -> Vec<Effect> {
    if id != state.document.id() || matches!(state.windows.lock, DocumentLock::Newer(_)) {
        return Vec::new();
    }
    state.windows.lock = DocumentLock::Elsewhere;
    let mut effects = put_aside(state, context);
    effects.push(Effect::Reread(id.to_owned()));
    effects
}

/// Another window wants to edit the document: save what is here, then let it go.
pub(crate) fn wanted(state: &mut State, id: &str, context: &Context) -> Vec<Effect> {
    if id != state.document.id() || state.windows.lock != DocumentLock::Here {
        return Vec::new();
    }
    let mut effects = save_due(state, context);
    state.windows.lock = DocumentLock::Elsewhere;
    state.document.history.close();
    effects.push(Effect::Unlock(id.to_owned()));
    effects
}

/// Another window stored a state that this one's was not made from: what was refused is kept as a version.
pub(crate) fn superseded(state: &mut State, refused: Draft, context: &Context) -> Vec<Effect> {
    let Draft { id, revision, text, .. } = refused;
    let kept = KeptVersion {
        id: id.clone(),
        at: context.now.clone(),
        revision,
        why: VersionReason::OtherWindow,
        text,
    };
    if id == state.document.id() {
        if state.document.saving == Saving::Storing
            && state.document.assessment().document.revision == revision
        {
            // All that was typed is in what was refused.
            state.document.saving = Saving::Superseded;
        }
        state.frame.notice = Some(Notice::PutAside);
    }
    let mut effects = vec![Effect::Keep(Box::new(kept))];
    if id != state.document.id() {
        // The list shows what the storage has, so that what it refused is not written in haste later.
        effects.push(Effect::Reread(id.clone()));
    }
    effects.extend(self::refused(state, &id, context));
    effects
}

/// A window of a newer version is here: this one saves what it has and writes no more.
pub(crate) fn newer_seen(state: &mut State, version: String, context: &Context) -> Vec<Effect> {
    if matches!(state.windows.lock, DocumentLock::Newer(_)) {
        return Vec::new();
    }
    let mut effects =
        if state.windows.lock == DocumentLock::Here { save_due(state, context) } else { Vec::new() };
    state.windows.lock = DocumentLock::Newer(version);
    effects.push(Effect::Unlock(state.document.id().to_owned()));
    effects
}

pub(crate) fn edit_here_pressed(state: &mut State) -> Vec<Effect> {
    match state.windows.lock {
        DocumentLock::Elsewhere | DocumentLock::Newer(_) => {}
        DocumentLock::Here | DocumentLock::Asked => return Vec::new(),
    }
    state.windows.lock = DocumentLock::Asked;
    vec![Effect::RequestLock(state.document.id().to_owned())]
}

/// What the storage has of a draft that another window saved: the list shows it, and a window that only reads the
/// document shows its newest state.
pub(crate) fn draft_read(state: &mut State, stored: Draft, context: &Context) -> Vec<Effect> {
    let id = stored.id.clone();
    if id == state.document.id() {
        // What is on its way to the storage here will meet the other's there.
        let quiet = state.is_read_only()
            || !matches!(state.document.saving, Saving::Pending | Saving::Storing | Saving::Failed);
        return if quiet { sync(state, stored, context) } else { Vec::new() };
    }
    let entry = stored.found(&context.now);
    let drafts = Rc::make_mut(&mut state.drafts.entries);
    drafts.retain(|draft| draft.id != id);
    insert_by_time(drafts, entry);
    Vec::new()
}

/// Shows the stored state of the open document, if another window stored it. What is here and not stored is put aside
/// first.
fn sync(state: &mut State, stored: Draft, context: &Context) -> Vec<Effect> {
    let mut drafts = state.drafts.entries.iter();
    let own = drafts.any(|draft| draft.id == stored.id && draft.is_own(&stored.text));
    if own && state.document.saving != Saving::Superseded {
        return Vec::new();
    }
    let Some(mut document) = read_text(&stored.text) else { return Vec::new() };
    let mut effects = put_aside(state, context);
    if effects.is_empty() && state.windows.lock == DocumentLock::Here && !state.windows.follows {
        // Stored by this window and not by right replaced: any page from disk may write into the storage.
        effects.extend(keep(state, VersionReason::OtherWindow, context));
        if !effects.is_empty() {
            state.frame.notice = Some(Notice::PutAside);
        }
    }
    state.windows.follows = true;
    let entry = stored.found(&context.now);
    state.exporting.exported.clone_from(&entry.exported);
    let drafts = Rc::make_mut(&mut state.drafts.entries);
    drafts.retain(|draft| draft.id != entry.id);
    insert_by_time(drafts, entry);
    // Steps that were taken on an older state would take the other window's work back with them.
    state.document.history.clear();
    // Numbers of this window are never used twice: an answer to an earlier storing must not be taken for a later one's.
    document.document.revision =
        document.document.revision.max(state.document.assessment().document.revision);
    let loaded = state.set_of(&document);
    state.document.replace(loaded, document);
    state.document.saving = Saving::Done;
    effects
}

/// Keeps what was typed here and is in no storage as a version of the document: nothing is lost, whoever wins.
fn put_aside(state: &mut State, context: &Context) -> Vec<Effect> {
    if !matches!(state.document.saving, Saving::Pending | Saving::Storing | Saving::Failed) {
        return Vec::new();
    }
    state.document.saving = Saving::Superseded;
    let kept = keep(state, VersionReason::OtherWindow, context);
    if kept.is_some() {
        state.frame.notice = Some(Notice::PutAside);
    }
    kept.into_iter().collect()
}
