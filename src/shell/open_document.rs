//! Which document is open, and the drafts on this computer.

use crate::features::linked_file;
use crate::shell::set_store::{drop_unused, missing};
use std::rc::Rc;

use crate::document::draft::{Draft, Stored};
use crate::document::filter::Filter;
use crate::document::history::StepName;
use crate::document::saving::{Saving, StorageScope};
use crate::document::sets::StoredSet;
use crate::document::versions::{KeptVersion, VersionReason};
use crate::features::windows::state::DocumentLock;
use crate::shell::context::Context;
use crate::shell::edit::edited;
use crate::shell::effect::{Effect, Preference};
use crate::shell::keep_version::keep;
use crate::shell::notice::Notice;
use crate::shell::save::{save_due, store_open};
use crate::shell::state::State;
use formats::document_reader;
use scoring::assessment::{Assessment, DocumentInfo, MOST_REVISIONS, SetReference};
use scoring::loaded_set::LoadedSet;
use scoring::scorecard::score;

/// A blank document at the last level of the set, for the year of today or the set's nearest before it.
pub(crate) fn blank(loaded: &LoadedSet, context: &Context) -> Assessment {
    let set = &loaded.set;
    let this_year: Option<u16> = context.now.get(..4).and_then(|year| year.parse().ok());
    let not_after = |year: &&u16| this_year.is_none_or(|this_year| **year <= this_year);
    let mut document = Assessment {
        year: set.years.iter().rev().find(not_after).or(set.years.first()).copied().unwrap_or_default(),
        ..Assessment::default()
    };
    document.unit.level = set.levels.last().map(|level| level.id.clone()).unwrap_or_default();
    document.document = fresh(context);
    document.target_set = reference(loaded);
    document
}

pub(crate) fn fresh(context: &Context) -> DocumentInfo {
    DocumentInfo { id: (context.uuid)(), created: context.now.clone(), ..DocumentInfo::default() }
}

/// The set as documents made with it name it.
pub(crate) fn reference(loaded: &LoadedSet) -> SetReference {
    let set = &loaded.set;
    SetReference {
        id: set.id.clone(),
        edition: set.edition.clone(),
        sha256: loaded.sha256.clone(),
        ..SetReference::default()
    }
}

/// Puts a document on the page. Its steps of undo, if it is to have one, are noted by the caller.
pub(crate) fn show_document(state: &mut State, document: Assessment) {
    let entry = state.drafts.entries.iter().find(|draft| draft.id == document.document.id);
    state.exporting.exported = entry.map(|draft| draft.exported.clone()).unwrap_or_default();
    state.exporting.handed_over.clear();
    state.entry.welcome = document.unit.name.is_empty() && document.answers.is_empty();
    if state.document.id() != document.document.id && !matches!(state.windows.lock, DocumentLock::Newer(_)) {
        // Nobody else has it, as far as is known; whoever does will be heard of.
        state.windows.lock = DocumentLock::Here;
    }
    state.versions.listed = None;
    let loaded = state.set_of(&document);
    state.document.replace(loaded, document);
    state.entry.details.clear();
    state.entry.filled = Rc::default();
    state.entry.filter = Filter::All;
    state.entry.search.clear();
    state.entry.visible = None;
    state.importing.preview = None;
    state.importing.set_preview = None;
    state.importing.refusal = None;
    if state.document.saving != Saving::Unavailable {
        state.document.saving = Saving::Untouched;
    }
}

/// Leaves the open document, saved, for another one; a step that undo can take back.
pub(crate) fn go_over(
    state: &mut State,
    step: StepName,
    document: Assessment,
    context: &Context,
) -> Vec<Effect> {
    let effects = save_due(state, context);
    let before = state.document.assessment().clone();
    show_document(state, document);
    state.document.history.close();
    state.document.history.note(step, &before);
    state.frame.dialog = None;
    effects
}

/// The storage was read: carry on where it was.
pub(crate) fn started(state: &mut State, stored: Stored, context: &Context) -> Vec<Effect> {
    let mut effects = Vec::new();
    let drafts_are_gone = stored.has_lost_drafts();
    state.drafts.foreign = stored.foreign;
    if stored.scope != StorageScope::Together {
        state.drafts.storage_scope = stored.scope;
    }
    for text in &stored.sets {
        state.sets.put_text(text);
    }
    let (removed, kept): (Vec<_>, Vec<_>) =
        stored.drafts.into_iter().partition(|draft| draft.removed.is_some());
    let removed_any = !removed.is_empty();
    let may_drop = removed_any && !stored.sets.is_empty();
    effects.extend(removed.iter().map(|draft| Effect::Delete(draft.id.clone())));
    let mut drafts = Vec::new();
    for draft in kept {
        insert_by_time(&mut drafts, draft.found(&context.now));
    }
    for backup in stored.backups {
        // What was removed after it was written stays removed.
        if !removed.iter().any(|draft| draft.id == backup.id && draft.revision >= backup.revision) {
            effects.extend(take_backup(state, &mut drafts, backup));
        }
    }
    state.drafts.entries = Rc::new(drafts);
    if drafts_are_gone {
        // What was found is stored anew.
        state.frame.notice = Some(Notice::DraftsGone(state.drafts.entries.len()));
        effects.push(Effect::Remember(Preference::DraftsKept, "1".to_owned()));
    } else if removed_any && state.drafts.entries.is_empty() {
        effects.push(Effect::Remember(Preference::DraftsKept, String::new()));
    }
    if may_drop {
        effects.extend(drop_unused(state));
    }
    if !stored.available {
        state.document.saving = Saving::Unavailable;
    }
    // The draft that was open last; a killed browser may have forgotten which, and then it is the newest.
    let entries = &state.drafts.entries;
    let last = stored.last.and_then(|last| entries.iter().find(|draft| draft.id == last));
    // The storage itself outlives that: a document that it took later, as the open one, was open later.
    // Of two that were opened at one time the one that was saved last, which stands first.
    let latest = entries.iter().rev().max_by(|one, other| one.opened.cmp(&other.opened));
    let latest = latest.filter(|latest| latest.opened > stored.last_at);
    let last = latest.or(last).or_else(|| entries.first()).cloned();
    match last.and_then(|last| recover(state, &last, context)) {
        Some(document) => effects.extend(show_draft(state, document, context)),
        None => show_document(state, blank(&Rc::clone(state.document.loaded()), context)),
    }
    effects.extend(linked_file::update::remembered(state, stored.files));
    effects
}

/// Shows a document that came from the storage, and keeps the state that it was found in. One that stands in for a
/// damaged record is not stored yet.
fn show_draft(state: &mut State, document: Assessment, context: &Context) -> Vec<Effect> {
    let stored = state.drafts.entries.iter().any(|draft| draft.id == document.document.id);
    show_document(state, document);
    found(state, stored, context)
}

/// What follows once a document from the storage is shown.
pub(crate) fn found(state: &mut State, stored: bool, context: &Context) -> Vec<Effect> {
    if !stored {
        return edited(state);
    }
    if state.document.saving == Saving::Untouched {
        state.document.saving = Saving::Done;
    }
    let hour = context.now.get(.."2023-12-01T09".len()).unwrap_or_default();
    hour.clone_into(&mut state.versions.kept_hour);
    keep(state, VersionReason::Opened, context).into_iter().collect()
}

/// Puts a draft into the list, the newest first.
pub(crate) fn insert_by_time(drafts: &mut Vec<Draft>, entry: Draft) {
    let place = drafts.partition_point(|draft| draft.saved > entry.saved);
    drafts.insert(place, entry);
}

/// Takes what was written in haste when the page was left, if it is newer than what the storage has.
fn take_backup(state: &mut State, drafts: &mut Vec<Draft>, backup: Draft) -> Vec<Effect> {
    let kept = drafts.iter().find(|draft| draft.id == backup.id);
    if let Some(draft) = kept.filter(|draft| draft.revision >= backup.revision) {
        // Another window may have gone on from the same state before this text was stored.
        let known = [&draft.text, &draft.previous].contains(&&backup.text);
        return if known { Vec::new() } else { vec![as_version(backup)] };
    }
    let Some(mut document) = read_text(&backup.text) else { return Vec::new() };
    document.document.revision = document.document.revision.max(backup.revision);
    let mut effects = Vec::new();
    let (exported, previous) = match kept {
        Some(draft) => {
            // This page is one revision ahead of the storage. Where more are missing, another page may have written it.
            if backup.revision.abs_diff(draft.revision) > 1 {
                effects.push(as_version(draft.clone()));
            }
            (draft.exported.clone(), draft.text.clone())
        }
        None => Default::default(),
    };
    let named = state.set_named(&document.target_set);
    let here = named.is_some();
    let loaded = named.unwrap_or_else(|| Rc::clone(state.document.loaded()));
    let card = score(&loaded.set, &document);
    let mut entry = Draft {
        confirmed: previous.clone(),
        previous,
        // As it was written: its set may not be here.
        text: backup.text,
        ..Draft::of(&loaded, &card, &document, &exported)
    };
    if !here {
        entry.set = StoredSet { sha256: document.target_set.sha256, ..StoredSet::default() };
    }
    effects.push(Effect::SaveDraft(Box::new(entry.clone())));
    drafts.retain(|draft| draft.id != entry.id);
    insert_by_time(drafts, entry);
    effects
}

/// Keeps a state of a draft that another one takes the place of.
fn as_version(draft: Draft) -> Effect {
    let Draft { id, revision, saved: at, text, .. } = draft;
    Effect::Keep(Box::new(KeptVersion { id, at, revision, why: VersionReason::OtherWindow, text }))
}

/// The document of a file's text.
pub(crate) fn read_text(text: &str) -> Option<Assessment> {
    document_reader::read_text(text).ok().map(|received| received.assessment)
}

/// As a document of its own.
fn apart(document: Assessment, context: &Context) -> Assessment {
    let info = DocumentInfo { created: document.document.created.clone(), ..fresh(context) };
    Assessment { document: info, ..document }
}

/// The document of a draft. Where its text can't be read, the revision before stands in, as a document of its own: the
/// damaged record is left alone.
pub(crate) fn recover(state: &mut State, draft: &Draft, context: &Context) -> Option<Assessment> {
    if let Some(document) = read_draft(draft) {
        if state.set_named(&document.target_set).is_none() {
            missing(state, &document.target_set);
            return None;
        }
        if document.document.revision > MOST_REVISIONS {
            return Some(apart(document, context));
        }
        return Some(document);
    }
    state.frame.notice = Some(Notice::DraftUnreadable(draft.id.clone()));
    let document = apart(read_text(&draft.previous)?, context);
    state.frame.notice = Some(Notice::DraftRecovered(draft.id.clone()));
    Some(document)
}

/// The document of a draft. It counts on from the record, which may count more than the file does.
pub(crate) fn read_draft(draft: &Draft) -> Option<Assessment> {
    let mut document = read_text(&draft.text)?;
    document.document.revision = document.document.revision.max(draft.revision);
    Some(document)
}

/// Begins a document with a set.
pub(crate) fn begin(state: &mut State, loaded: &LoadedSet, context: &Context) -> Vec<Effect> {
    let document = blank(loaded, context);
    let mut effects = go_over(state, StepName::New, document, context);
    effects.push(Effect::Focus("unit".to_owned()));
    effects
}

/// Marks a draft as removed or, with `None`, not.
pub(crate) fn set_removed(state: &mut State, id: &str, removed: Option<String>) -> Vec<Effect> {
    let drafts = Rc::make_mut(&mut state.drafts.entries);
    let Some(draft) = drafts.iter_mut().find(|draft| draft.id == id) else { return Vec::new() };
    draft.removed = removed;
    vec![Effect::SaveDraft(Box::new(draft.clone()))]
}

/// Gives a draft that is not open its earlier content back, as a new revision.
pub(crate) fn put_back(state: &mut State, mut document: Assessment) -> Vec<Effect> {
    let drafts = Rc::make_mut(&mut state.drafts.entries);
    let place = drafts.iter().position(|draft| draft.id == document.document.id);
    let Some(kept) = place.map(|place| drafts.remove(place)) else { return Vec::new() };
    document.document.revision = kept.revision.max(document.document.revision) + 1;
    document.document.saved.clone_from(&state.now);
    let loaded = state.set_of(&document);
    let drafts = Rc::make_mut(&mut state.drafts.entries);
    let card = score(&loaded.set, &document);
    let entry = Draft::of(&loaded, &card, &document, &kept.exported);
    let effect = Effect::SaveDraft(Box::new(entry.clone()));
    insert_by_time(drafts, entry);
    vec![effect]
}

/// Opens a document that came from a file, and keeps it at once.
pub(crate) fn keep_imported(state: &mut State) -> Vec<Effect> {
    if state.document.saving == Saving::Unavailable {
        return Vec::new();
    }
    state.document.saving = Saving::Storing;
    store_open(state)
}

pub(crate) fn draft_chosen(state: &mut State, id: &str, context: &Context) -> Vec<Effect> {
    if id == state.document.id() {
        state.frame.dialog = None;
        return Vec::new();
    }
    let Some(draft) = state.drafts.entries.iter().find(|draft| draft.id == id).cloned() else {
        return Vec::new();
    };
    let Some(document) = recover(state, &draft, context) else {
        // The notice would lie under the list.
        state.frame.dialog = None;
        return Vec::new();
    };
    let stored = document.document.id == id;
    let mut effects = go_over(state, StepName::Open, document, context);
    effects.extend(found(state, stored, context));
    if stored && state.document.saving == Saving::Done && draft.text != draft.confirmed {
        // It was left before the storage had it, or the storage had no room for it.
        state.document.saving = Saving::Pending;
        effects.push(Effect::SaveSoon);
    }
    effects.push(Effect::Remember(Preference::LastDocument, id.to_owned()));
    effects
}
