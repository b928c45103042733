//! Files in and out.

use std::rc::Rc;

use super::documents::{fresh, go_over, keep_imported, reference};
use super::versions::keep;
use super::{Context, change};
use crate::app::action::ImportChoice;
use crate::app::effect::Effect;
use crate::app::history::StepName;
use crate::app::preview::Preview;
use crate::app::state::{Dialog, Notice, Refused, Saving, State};
use crate::app::versions::Why;
use crate::core::assessment::{Assessment, DocumentInfo, SetReference};
use crate::core::json::Json;
use crate::core::scorecard::score;
use crate::exchange::file_name::file_name;
use crate::exchange::incoming::{self, Seal};
use crate::exchange::{assessment_file, result};

/// Writes the document, reads the bytes back, and hands them over only if they hold exactly what is on the page.
pub(super) fn export_pressed(state: &mut State, context: &Context) -> Vec<Effect> {
    let mut effects = super::saving::save_due(state, context);
    let text = file_to_hand_over(state, context).to_pretty();
    if !reads_back(state, &text) {
        state.notice = Some(Notice::ExportFailed);
        return effects;
    }
    let name = file_name(&state.assessment.unit.name, state.assessment.year, &context.now, "json");
    state.exported.clone_from(&context.now);
    state.unfiled.retain(|id| *id != state.assessment.document.id);
    state.notice = Some(Notice::Exported(name.clone()));
    // A notice is read once nothing lies over the page.
    state.dialog.take_if(|dialog| matches!(dialog, Dialog::Link(_)));
    effects.push(Effect::Download { name, text });
    effects.extend(note_exported(state, context));
    effects
}

/// The open document as a file.
pub(super) fn file_to_hand_over(state: &mut State, context: &Context) -> Json {
    let document = &mut state.assessment.document;
    // A document that was never saved (memory only, or nothing typed) still says when it was handed over.
    if document.saved.is_empty() {
        document.saved.clone_from(&context.now);
        document.revision += 1;
    }
    assessment_file::write(&state.assessment, result::of(&state.loaded.set, &state.card))
}

/// Whether a file's text, read as anyone would read it, is whole and holds what is on the page.
pub(super) fn reads_back(state: &State, text: &str) -> bool {
    let back = incoming::read(text.as_bytes());
    back.is_ok_and(|back| back.seal == Seal::Whole && holds(&back.assessment, &state.assessment))
}

/// Notes in the list of drafts when the open document was handed over; its stored text stays as it is.
fn note_exported(state: &mut State, context: &Context) -> Option<Effect> {
    if !matches!(state.saving, Saving::Done | Saving::Storing) {
        return None;
    }
    let drafts = Rc::make_mut(&mut state.drafts);
    let draft = drafts.iter_mut().find(|draft| draft.id == state.assessment.document.id)?;
    draft.exported.clone_from(&context.now);
    Some(Effect::Store(Box::new(draft.to_stored())))
}

/// Hands over every draft of this computer, each a file, each read back first.
pub(super) fn all_export_pressed(state: &mut State, context: &Context) -> Vec<Effect> {
    let mut effects = super::saving::save_due(state, context);
    let drafts = Rc::make_mut(&mut state.drafts);
    let mut count = 0;
    for draft in drafts.iter_mut().filter(|draft| draft.removed.is_none()) {
        if incoming::read(draft.text.as_bytes()).is_ok_and(|back| back.seal == Seal::Whole) {
            count += 1;
            draft.exported.clone_from(&context.now);
            state.unfiled.retain(|id| *id != draft.id);
            // Two drafts of one unit and year would bear one name; the order tells them apart.
            let unit = if count == 1 { draft.unit.clone() } else { format!("{} ({count})", draft.unit) };
            let name = file_name(&unit, draft.year, &context.now, "json");
            effects.push(Effect::Download { name, text: draft.text.clone() });
            effects.push(Effect::Store(Box::new(draft.to_stored())));
        }
    }
    state.notice = Some(Notice::AllExported(count));
    effects
}

/// Whether a document that was read back holds all that the one on the page does; answers never begun are not written.
fn holds(back: &Assessment, page: &Assessment) -> bool {
    let mut page = page.clone();
    page.answers.retain(|_, answer| !answer.is_blank());
    *back == page
}

pub(super) fn file_read(state: &mut State, name: String, bytes: &[u8]) -> Vec<Effect> {
    match incoming::read(bytes) {
        Ok(incoming) => {
            state.file_held = false;
            state.refusal = None;
            state.dialog = None;
            state.preview = Some(Rc::new(Preview::of(name, incoming, &state.loaded)));
            Vec::new()
        }
        Err(refusal) => refused(state, name, Refused::Content(refusal)),
    }
}

/// Says why a file was refused; nothing else changes.
pub(super) fn refused(state: &mut State, name: String, why: Refused) -> Vec<Effect> {
    state.file_held = false;
    state.preview = None;
    state.refusal = Some((name, why));
    super::links::leave_address(state)
}

/// Level or year of the previewed file, chosen by the user because the file's own is none of the set's.
pub(super) fn preview_changed(state: &mut State, apply: impl FnOnce(&mut Assessment)) -> Vec<Effect> {
    if let Some(preview) = &mut state.preview {
        let preview = Rc::make_mut(preview);
        apply(&mut preview.assessment);
        preview.card = Rc::new(score(&state.loaded.set, &preview.assessment));
    }
    Vec::new()
}

pub(super) fn import_chosen(state: &mut State, choice: ImportChoice, context: &Context) -> Vec<Effect> {
    let Some(preview) = state.preview.take() else { return Vec::new() };
    if choice == ImportChoice::Cancel {
        return super::links::leave_address(state);
    }
    if !preview.is_ready(&state.loaded.set) {
        state.preview = Some(preview);
        return Vec::new();
    }
    let mut document = preview.assessment.clone();
    let rest = std::mem::take(&mut document.target_set.rest);
    document.target_set = SetReference { rest, ..reference(state) };
    let name = preview.name.clone();
    let mut effects = match choice {
        ImportChoice::AsNew => as_new(state, document, context),
        _ => replace(state, document, context),
    };
    effects.extend(super::links::leave_address(state));
    state.notice = Some(Notice::Imported(name));
    effects
}

/// Opens the file beside what is here. It keeps its UUID unless a document of the same one is here already.
fn as_new(state: &mut State, mut document: Assessment, context: &Context) -> Vec<Effect> {
    let id = document.document.id.as_str();
    let here = id == state.assessment.document.id || state.drafts.iter().any(|draft| draft.id == id);
    if here || id.is_empty() {
        let created = document.document.created.clone();
        let rest = std::mem::take(&mut document.document.rest);
        document.document = DocumentInfo { rest, ..fresh(context) };
        if !created.is_empty() {
            document.document.created = created;
        }
        document.document.revision = 1;
        document.document.saved.clone_from(&context.now);
    }
    let mut effects = go_over(state, StepName::Import, document, context);
    effects.extend(keep_imported(state));
    effects.extend(keep(state, Why::Imported, context));
    effects
}

/// Puts the file's content in the place of what is open, which keeps its own UUID and counts its revisions on.
fn replace(state: &mut State, document: Assessment, context: &Context) -> Vec<Effect> {
    state.history.close();
    let effects = change(state, StepName::Import, context, |open| {
        *open = Assessment { document: open.document.clone(), ..document };
    });
    state.choose_shown();
    effects
}
