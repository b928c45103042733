//! Sets of targets: opened from files, chosen for new documents, and dropped with the last draft that was made with them.

use std::rc::Rc;

use crate::document::sets::StoredSet;
use crate::features::importing::choice::ImportChoice;
use crate::features::importing::preview::SetMatch;
use crate::features::importing::set_preview::SetPreview;
use crate::shell::context::Context;
use crate::shell::dialog::Dialog;
use crate::shell::effect::Effect;
use crate::shell::notice::{Notice, Refused};
use crate::shell::open_document::begin;
use crate::shell::refusal::refused;
use crate::shell::state::State;
use formats::document_reader::Refusal;
use formats::set_file;

/// Reads a file of a set, and shows what it is; the open document and its set stay as they are.
pub(crate) fn file_read(state: &mut State, name: String, bytes: &[u8], context: &Context) -> Vec<Effect> {
    let loaded = match set_file::read(bytes) {
        Ok(loaded) => loaded,
        Err(refusal) => return refused(state, name, Refused::Set(refusal)),
    };
    let effects = crate::shell::save::save_due(state, context);
    state.sets.read_all();
    let here = state.sets.of_hash(&loaded.sha256).cloned();
    let known = here.is_some();
    state.importing.file_held = false;
    state.importing.refusal = None;
    state.frame.dialog = None;
    state.importing.preview = None;
    let loaded = here.unwrap_or_else(|| Rc::new(loaded));
    state.importing.set_preview = Some(Rc::new(SetPreview { name, loaded, known }));
    effects
}

/// Begins a document with the previewed set, or leaves it.
pub(crate) fn chosen(
    state: &mut State,
    found: &SetPreview,
    choice: ImportChoice,
    context: &Context,
) -> Vec<Effect> {
    if choice != ImportChoice::AsNew {
        return Vec::new();
    }
    state.sets.put(&found.loaded);
    let mut effects = begin(state, &found.loaded, context);
    let stored = StoredSet::of(&found.loaded);
    if !stored.sha256.is_empty() {
        effects.push(Effect::KeepSet(stored));
    }
    state.frame.notice = Some(Notice::SetOpened(found.loaded.set.title.clone()));
    effects
}

/// More sets are at hand: the list that is open offers them, and a preview that waited for one has it.
pub(crate) fn read(state: &mut State, texts: &[String]) -> Vec<Effect> {
    for text in texts {
        state.sets.put_text(text);
    }
    if state.frame.dialog == Some(Dialog::Drafts) {
        state.sets.read_all();
    }
    let waiting = state.importing.preview.clone().filter(|preview| preview.set == SetMatch::Missing);
    if let Some(preview) = waiting
        && let Some(loaded) = state.set_named(&preview.document.assessment().target_set)
    {
        let same_set = state.set_of(&preview.replaced.document).sha256 == loaded.sha256;
        state.importing.preview = Some(Rc::new(preview.scored_by(loaded, same_set)));
    }
    Vec::new()
}

/// Whether a refusal says that a file is a set.
pub(crate) const fn is_set(refusal: &Refusal) -> bool {
    matches!(refusal, Refusal::TargetSet)
}
