//! When the document goes into the storage, and what came of it.

use crate::features::linked_file;
use std::rc::Rc;

use crate::document::draft::Draft;
use crate::document::saving::{Saving, StorageScope};
use crate::document::sets::StoredSet;
use crate::features::windows::state::DocumentLock;
use crate::shell::context::Context;
use crate::shell::effect::{Effect, Preference};
use crate::shell::keep_version::keep_hourly;
use crate::shell::notice::Notice;
use crate::shell::state::State;

/// Saves the next revision, if anything changed since the last.
pub(crate) fn save_due(state: &mut State, context: &Context) -> Vec<Effect> {
    if state.document.saving == Saving::Unavailable
        && state.drafts.unfiled.iter().any(|id| id == state.document.id())
    {
        // No storage takes it; should the program break, it can be handed over.
        let entry = Draft::of(
            state.document.loaded(),
            state.document.card(),
            state.document.assessment(),
            &state.exporting.exported,
        );
        return vec![Effect::SaveDraft(Box::new(Draft { saved: context.now.clone(), ..entry }))];
    }
    if !matches!(state.document.saving, Saving::Pending | Saving::Failed) {
        return Vec::new();
    }
    state.document.info_mut().revision += 1;
    state.document.info_mut().saved.clone_from(&context.now);
    state.document.saving = Saving::Storing;
    let mut effects = store_open(state);
    effects.extend(keep_hourly(state, context));
    effects
}

/// Puts the open document into the list and the storage, as it is.
pub(crate) fn store_open(state: &mut State) -> Vec<Effect> {
    let mut entry = Draft::of(
        state.document.loaded(),
        state.document.card(),
        state.document.assessment(),
        &state.exporting.exported,
    );
    entry.opened.clone_from(&state.now);
    state.document.history.bound(entry.text.len());
    let id = entry.id.clone();
    state.windows.follows = false;
    let drafts = Rc::make_mut(&mut state.drafts.entries);
    if let Some(before) = drafts.iter_mut().find(|draft| draft.id == id) {
        entry.follow(before);
    }
    let stored = entry.clone();
    drafts.retain(|draft| draft.id != id);
    drafts.insert(0, entry);
    vec![Effect::SaveDraft(Box::new(stored)), Effect::Remember(Preference::LastDocument, id)]
}

/// The page is being hidden, perhaps for good. What no completed writing has confirmed is written at once as well,
/// whatever the storage is doing: a writing that is under way ends with the page. Where this browser keeps nothing, nothing
/// is left behind, as the page says.
pub(crate) fn page_hidden(state: &mut State, context: &Context) -> Vec<Effect> {
    let stored = save_due(state, context);
    if state.document.saving == Saving::Unavailable {
        if !matches!(state.drafts.storage_scope, StorageScope::Silent | StorageScope::Held) {
            return stored;
        }
        // The browser keeps drafts but did not answer: the next start may find this.
        let back_up =
            |effect| if let Effect::SaveDraft(draft) = effect { Some(Effect::BackUp(draft)) } else { None };
        return stored.into_iter().filter_map(back_up).collect();
    }
    backups(state).into_iter().chain(stored).collect()
}

/// Every text that no completed writing has confirmed, to be left where the next start looks.
fn backups(state: &State) -> Vec<Effect> {
    // What another window's state takes the place of is kept as a version.
    let put_aside =
        |draft: &Draft| state.document.saving == Saving::Superseded && draft.id == state.document.id();
    let unconfirmed =
        |draft: &&Draft| draft.text != draft.confirmed && draft.removed.is_none() && !put_aside(draft);
    let flush = |draft: &Draft| Effect::BackUp(Box::new(draft.clone()));
    state.drafts.entries.iter().filter(unconfirmed).map(flush).collect()
}

/// The storage has a revision. What was typed meanwhile is still to be saved.
pub(crate) fn saved(state: &mut State, id: &str, revision: u32) -> Vec<Effect> {
    let listed = note_stored(state, id, revision);
    let open = &state.document.assessment().document;
    // An earlier revision may have failed after this one was begun.
    let waiting = matches!(state.document.saving, Saving::Storing | Saving::Failed);
    if waiting && open.id == id && open.revision == revision {
        state.document.saving = Saving::Done;
        if state.frame.notice == Some(Notice::BackUpFailed) {
            state.frame.notice = None;
        }
    }
    let mut effects: Vec<_> = linked_file::update::saved(state, id, revision).into_iter().collect();
    if listed {
        effects.push(Effect::Remember(Preference::DraftsKept, "1".to_owned()));
    }
    effects
}

/// The storage was deleted while the page is open: every text that is known here is stored again. Where another window
/// edits the open document, that window has its newest state.
pub(crate) fn storage_deleted(state: &mut State) -> Vec<Effect> {
    if state.document.saving == Saving::Unavailable || matches!(state.windows.lock, DocumentLock::Newer(_)) {
        return Vec::new();
    }
    state.sets.read_all();
    let elsewhere = state.is_read_only().then(|| state.document.id().to_owned());
    let mut effects = Vec::new();
    for draft in Rc::make_mut(&mut state.drafts.entries) {
        if draft.removed.is_some() || elsewhere.as_ref() == Some(&draft.id) {
            continue;
        }
        draft.confirmed.clear();
        let set = state.sets.of_hash(&draft.set.sha256).map(|loaded| StoredSet::of(loaded));
        effects.push(Effect::SaveDraft(Box::new(Draft {
            // It is made from nothing that is stored.
            previous: String::new(),
            set: set.unwrap_or_else(|| draft.set.clone()),
            ..draft.clone()
        })));
        if draft.id == state.document.id() && state.document.saving == Saving::Done {
            state.document.saving = Saving::Storing;
        }
    }
    if !effects.is_empty() {
        state.frame.notice = Some(Notice::StoredAgain(effects.len()));
    }
    effects
}

/// The notice was read. That drafts are gone is told at each start until it was read or there are drafts again.
pub(crate) fn notice_dismissed(state: &mut State) -> Option<Effect> {
    let notice = state.frame.notice.take();
    let told = matches!(notice, Some(Notice::DraftsGone(_))) && state.drafts.entries.is_empty();
    told.then(|| Effect::Remember(Preference::DraftsKept, String::new()))
}

/// Notes which file of a draft the storage now holds. A later one may be on its way already. Whether the draft is in the
/// list.
fn note_stored(state: &mut State, id: &str, revision: u32) -> bool {
    let drafts = Rc::make_mut(&mut state.drafts.entries);
    let Some(draft) = drafts.iter_mut().find(|draft| draft.id == id) else { return false };
    if draft.revision == revision {
        draft.confirmed.clone_from(&draft.text);
        draft.unanswered.clear();
    } else if draft.revision == revision + 1 {
        draft.confirmed.clone_from(&draft.previous);
    }
    true
}

/// The storage could not keep the revision: it is left where the next start looks, and the runner has it tried again.
pub(crate) fn not_saved(state: &mut State, why: Saving) -> Vec<Effect> {
    // What was typed since is due anyway: no answer to an earlier revision may pass for one to that.
    // What was put aside stays so: the page is to show what the other window stored.
    if !matches!(state.document.saving, Saving::Unavailable | Saving::Pending | Saving::Superseded) {
        state.document.saving = why;
    }
    // Where the browser has no room left, a file may have.
    let id = state.document.id().to_owned();
    let mut effects = if state.document.saving == Saving::Unavailable { Vec::new() } else { backups(state) };
    effects.extend(linked_file::update::went_on(state, &id));
    effects
}
