//! Changes of the open document, each a step of undo.

use crate::document::history::StepName;
use crate::document::saving::Saving;
use crate::document::versions::VersionReason;
use crate::features::linked_file;
use crate::shell::context::Context;
use crate::shell::effect::Effect;
use crate::shell::notice::Notice;
use crate::shell::state::State;
use crate::shell::{keep_version, open_document, save};
use scoring::assessment::Assessment;
use std::rc::Rc;

/// Changes the document as one step of undo. Nothing is noted when nothing changes; before a great change a version is
/// kept.
pub(crate) fn change(
    state: &mut State,
    step: StepName,
    context: &Context,
    apply: impl FnOnce(&mut Assessment),
) -> Vec<Effect> {
    let before = state.document.assessment().clone();
    state.document.edit(apply);
    if *state.document.assessment() == before {
        return Vec::new();
    }
    let kept = VersionReason::before(&step)
        .and_then(|why| keep_version::keep_state(state.document.set(), &before, why, &context.now));
    state.document.history.note(step, &before);
    let mut effects = edited(state);
    effects.extend(kept);
    effects
}

/// Notes that the open document holds work that is in no file.
pub(crate) fn note_unfiled(state: &mut State) {
    if !state.drafts.unfiled.iter().any(|id| id == state.document.id()) {
        state.drafts.unfiled.push(state.document.id().to_owned());
    }
}

/// What follows every change of the document.
pub(crate) fn edited(state: &mut State) -> Vec<Effect> {
    if !state.entry.filled.is_empty() {
        state.entry.filled = std::rc::Rc::default();
    }
    note_unfiled(state);
    let mut effects = vec![Effect::SaveSoon];
    if state.document.saving == Saving::Unavailable {
        let id = state.document.id().to_owned();
        effects.extend(linked_file::update::went_on(state, &id));
    } else {
        state.document.saving = Saving::Pending;
    }
    effects
}

pub(crate) fn undo(state: &mut State, context: &Context) -> Vec<Effect> {
    let now = state.document.assessment().clone();
    let Some(step) = state.document.history.undo(&now) else { return Vec::new() };
    let mut effects = turn_to(state, step.document, context);
    if let StepName::RemoveDraft(id) = &step.name {
        effects.extend(open_document::set_removed(state, id, None));
    }
    if let Some(other) = step.other {
        effects.extend(open_document::put_back(state, other));
    }
    state.frame.notice = Some(Notice::Undone(step.name));
    effects
}

pub(crate) fn redo(state: &mut State, context: &Context) -> Vec<Effect> {
    let now = state.document.assessment().clone();
    let Some(step) = state.document.history.redo(&now) else { return Vec::new() };
    let mut effects = turn_to(state, step.document, context);
    if let StepName::RemoveDraft(id) = &step.name {
        let removed = Some(state.now.clone());
        effects.extend(open_document::set_removed(state, id, removed));
    }
    state.frame.notice = Some(Notice::Redone(step.name));
    effects
}

/// Turns to an earlier or later state of the document, or to another document.
///
/// The revision counts on: a state that comes back is saved as a new revision, never under an old number.
pub(crate) fn turn_to(state: &mut State, mut document: Assessment, context: &Context) -> Vec<Effect> {
    let mut effects = Vec::new();
    let same = document.document.id == state.document.id();
    if same {
        document.document.revision = state.document.assessment().document.revision;
        document.document.saved.clone_from(&state.document.assessment().document.saved);
        if document == *state.document.assessment() {
            return Vec::new();
        }
        state.document.replace(Rc::clone(state.document.loaded()), document);
    } else {
        if let Some(kept) = state.drafts.entries.iter().find(|draft| draft.id == document.document.id) {
            document.document.revision = document.document.revision.max(kept.revision);
        }
        effects.extend(save::save_due(state, context));
        open_document::show_document(state, document);
    }
    effects.extend(edited(state));
    state.choose_shown();
    effects
}
