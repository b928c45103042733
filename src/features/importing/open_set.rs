//! Sets of targets: opened from files, chosen for new documents, and dropped with the last draft that was made with them.

use std::rc::Rc;

use crate::document::history::StepName;
use crate::document::sets::StoredSet;
use crate::document::versions::VersionReason;
use crate::features::importing::choice::ImportChoice;
use crate::features::importing::preview::SetMatch;
use crate::features::importing::set_preview::{CarryOver, SetLikeness, SetPreview};
use crate::shell::context::Context;
use crate::shell::dialog::Dialog;
use crate::shell::effect::Effect;
use crate::shell::keep_version::keep;
use crate::shell::notice::{Notice, Refused};
use crate::shell::open_document::{begin, fresh, go_over, keep_imported, reference};
use crate::shell::refusal::refused;
use crate::shell::state::State;
use formats::document_reader::Refusal;
use formats::set_file;
use scoring::assessment::{DocumentInfo, SetReference};

/// Reads a file of a set, and shows what it is; the open document and its set stay as they are.
pub(crate) fn file_read(state: &mut State, name: String, bytes: &[u8], context: &Context) -> Vec<Effect> {
    let (loaded, warnings) = match set_file::read(bytes) {
        Ok(read) => read,
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
    let likeness = SetLikeness::of(&loaded, &state.sets);
    let carry_over = CarryOver::of(state.document.scored(), &loaded).map(Rc::new);
    state.importing.set_preview =
        Some(Rc::new(SetPreview { name, loaded, known, likeness, warnings, carry_over }));
    effects
}

/// Begins a document with the previewed set, or leaves it.
pub(crate) fn chosen(
    state: &mut State,
    found: &SetPreview,
    choice: ImportChoice,
    context: &Context,
) -> Vec<Effect> {
    let carried = found.carry_over.as_ref().filter(|_| choice == ImportChoice::CarryOver);
    if carried.is_none() && choice != ImportChoice::AsNew {
        return Vec::new();
    }
    state.sets.put(&found.loaded);
    let mut effects = match carried {
        Some(carried) => carry_over(state, carried, context),
        None => begin(state, &found.loaded, context),
    };
    let stored = StoredSet::of(&found.loaded);
    if !stored.sha256.is_empty() {
        effects.push(Effect::KeepSet(stored));
    }
    state.frame.notice = Some(Notice::SetOpened(found.loaded.set.title.clone()));
    effects
}

/// Opens the figures of a document by another edition of its set, as a document of its own: what it was made of stays.
fn carry_over(state: &mut State, carried: &CarryOver, context: &Context) -> Vec<Effect> {
    let mut document = carried.after.assessment().clone();
    let rest = std::mem::take(&mut document.document.rest);
    document.document = DocumentInfo { rest, revision: 1, saved: context.now.clone(), ..fresh(context) };
    let rest = std::mem::take(&mut document.target_set.rest);
    document.target_set = SetReference { rest, ..reference(carried.after.loaded()) };
    let mut effects = go_over(state, StepName::Import, document, context);
    effects.extend(keep_imported(state));
    effects.extend(keep(state, VersionReason::Imported, context));
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
