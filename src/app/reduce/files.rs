//! Files in and out.

use std::rc::Rc;

use super::documents::{fresh, go_over, keep_imported, read_draft, reference};
use super::versions::{keep, keep_state};
use super::{Context, change, changed};
use crate::app::action::ImportChoice;
use crate::app::compose::compose_letters;
use crate::app::effect::Effect;
use crate::app::history::StepName;
use crate::app::keeping::Saving;
use crate::app::notice::{Notice, Refused};
use crate::app::preview::{Preview, Replaced, Source, Standing};
use crate::app::state::State;
use crate::app::versions::Why;
use formats::builtin::LoadedSet;
use formats::file_name::{file_name, part_name};
use formats::incoming::{self, Incoming, Refusal, Seal};
use formats::workbook::RefusedCell;
use formats::{assessment_file, result, set_file};
use scoring::assessment::{Assessment, DocumentInfo, SetReference};
use scoring::json::Json;

/// Hands the document over as a JSON file.
pub(super) fn export_pressed(state: &mut State, context: &Context) -> Vec<Effect> {
    state.dialog = None;
    let (mut effects, text) = sealed(state, context);
    let Some(text) = text else {
        state.notice = Some(Notice::ExportFailed);
        return effects;
    };
    let name = file_name(&state.assessment.unit.name, state.assessment.year, &context.now, "json");
    let name = state.marked(name);
    state.notice = Some(Notice::Exported(name.clone()));
    effects.push(Effect::Download { name, text });
    effects.extend(note_exported(state, context));
    effects
}

/// Hands over a part of what is shown: a chart as a picture, a table.
pub(super) fn part_saved(state: &State, title: &str, extension: &str, text: String) -> Vec<Effect> {
    let Assessment { unit, year, .. } = &state.assessment;
    vec![Effect::Download { name: state.marked(part_name(&unit.name, *year, title, extension)), text }]
}

/// The document's file as text, once it is read back and found to hold exactly what is on the page.
pub(super) fn sealed(state: &mut State, context: &Context) -> (Vec<Effect>, Option<String>) {
    let effects = super::saving::save_due(state, context);
    let text = file_to_hand_over(state, context).to_pretty();
    let whole = reads_back(&text, &state.assessment);
    (effects, whole.then_some(text))
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

/// Whether a file's text is whole and holds exactly this document.
pub(super) fn reads_back(text: &str, document: &Assessment) -> bool {
    incoming::read_text(text).is_ok_and(|back| back.seal == Seal::Whole && holds(&back.assessment, document))
}

/// Notes in the state and in the list of drafts when the open document was handed over; its stored text stays as it is.
pub(super) fn note_exported(state: &mut State, context: &Context) -> Option<Effect> {
    state.exported.clone_from(&context.now);
    state.unfiled.retain(|id| *id != state.assessment.document.id);
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
        if incoming::read_text(&draft.text).is_ok_and(|back| back.seal == Seal::Whole) {
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

/// Reads a file and shows what it would bring; its digest has been looked at before its letters are composed.
pub(super) fn file_read(state: &mut State, name: String, bytes: &[u8], context: &Context) -> Vec<Effect> {
    if let Some(effects) = super::office::workbook(state, &name, bytes) {
        return effects;
    }
    match incoming::read(bytes) {
        Ok(incoming) => preview(state, name, incoming, Vec::new(), context),
        Err(Refusal::Exercises) => super::exercises::file_read(state, name, bytes, context),
        Err(refusal) if super::sets::is_set(&refusal) => super::sets::file_read(state, name, bytes, context),
        Err(refusal) => refused(state, name, Refused::Content(refusal)),
    }
}

/// Shows what a file would bring that was read, all but these cells of it.
pub(super) fn preview(
    state: &mut State,
    name: String,
    mut incoming: Incoming,
    refused: Vec<RefusedCell>,
    context: &Context,
) -> Vec<Effect> {
    // What is compared with the file is what was saved last, with its number and time.
    let mut effects = super::saving::save_due(state, context);
    compose_letters(&mut incoming.assessment, context.compose);
    state.file_held = false;
    state.refusal = None;
    state.dialog = None;
    state.set_preview = None;
    let replaced = replaced_by(state, &incoming.assessment.document.id);
    let (loaded, known) = set_of(state, &incoming);
    let same_set = state.set_of(&replaced.document).sha256 == loaded.sha256;
    let replaced = Replaced { same_set, ..replaced };
    let mut preview = Preview::of(name, incoming, loaded, known, replaced);
    preview.refused = refused;
    state.preview = Some(Rc::new(preview));
    if !known {
        effects.extend(super::sets::more(state));
    }
    effects
}

/// The set that a file is to be scored by, and whether it is the one that the file names: one at hand, or the one that a
/// saved copy brings with it. Where it is not here, that of the open document stands in for what can be told.
fn set_of(state: &mut State, incoming: &Incoming) -> (Rc<LoadedSet>, bool) {
    let named = &incoming.assessment.target_set;
    if let Some(loaded) = state.set_named(named) {
        return (loaded, true);
    }
    let brought = set_file::read_text(&incoming.set).ok();
    match brought.filter(|brought| brought.sha256 == named.sha256) {
        Some(brought) => (Rc::new(brought), true),
        None => (Rc::clone(&state.loaded), false),
    }
}

/// What a file of a UUID would replace: the document of the same UUID on this computer, else the one that is open.
fn replaced_by(state: &State, id: &str) -> Replaced {
    let open = id == state.assessment.document.id;
    let draft = state.drafts.iter().find(|draft| draft.id == id && draft.removed.is_none());
    // How twins stand to each other is found when they are compared.
    let twin = (!id.is_empty()).then_some(Standing::Same);
    match draft.filter(|_| !open).and_then(read_draft) {
        Some(document) => Replaced { document: Rc::new(document), open: false, same_set: false, twin },
        None => Replaced {
            document: Rc::new(state.assessment.clone()),
            open: true,
            same_set: false,
            twin: twin.filter(|_| open),
        },
    }
}

/// Says why a file was refused; nothing else changes.
pub(super) fn refused(state: &mut State, name: String, why: Refused) -> Vec<Effect> {
    state.file_held = false;
    state.preview = None;
    state.set_preview = None;
    state.refusal = Some((name, why));
    super::links::leave_address(state)
}

/// Level or year of the previewed file, chosen by the user because the file's own is none of the set's.
pub(super) fn preview_changed(state: &mut State, apply: impl FnOnce(&mut Assessment)) -> Vec<Effect> {
    if let Some(preview) = &mut state.preview {
        let preview = Rc::make_mut(preview);
        apply(&mut preview.assessment);
        preview.renew();
    }
    Vec::new()
}

pub(super) fn import_chosen(state: &mut State, choice: ImportChoice, context: &Context) -> Vec<Effect> {
    if let Some(found) = state.set_preview.take() {
        return super::sets::chosen(state, &found, choice, context);
    }
    let Some(preview) = state.preview.take() else { return Vec::new() };
    if choice == ImportChoice::Cancel {
        return super::links::leave_address(state);
    }
    let refused = !preview.is_ready() || (choice == ImportChoice::Replace && !preview.replaced.same_set);
    // A sample never becomes a draft, nor a part of one.
    if refused || preview.assessment.is_sample() {
        state.preview = Some(preview);
        return Vec::new();
    }
    let mut document = preview.assessment.clone();
    let rest = std::mem::take(&mut document.target_set.rest);
    document.target_set = SetReference { rest, ..reference(&preview.loaded) };
    // A saved copy may have brought it.
    state.sets.put(&preview.loaded);
    let (name, replaced) = (preview.name.clone(), &preview.replaced);
    let carried = preview.source == Source::Carried;
    let mut effects = match choice {
        ImportChoice::Replace if replaced.open && preview.differences.is_empty() => {
            let revision = document.document.revision;
            state.notice = Some(Notice::ImportedNothing(name));
            keep_higher(&mut state.assessment.document, revision, replaced);
            Vec::new()
        }
        ImportChoice::Replace => {
            state.notice = Some(Notice::Imported(name));
            replace(state, document, replaced, context)
        }
        _ => {
            state.notice = Some(Notice::Imported(name));
            as_new(state, document, context)
        }
    };
    effects.extend(super::links::leave_address(state));
    if carried {
        effects.extend(super::carried::remember(state));
    }
    effects
}

/// Of two states of one document the later counts on from the higher number.
fn keep_higher(here: &mut DocumentInfo, revision: u64, replaced: &Replaced) {
    if replaced.twin.is_some() {
        here.revision = here.revision.max(revision);
    }
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

/// Puts the file's content in the place of a document, which keeps its own UUID and counts its revisions on. One that
/// is not open is opened for it; one step of undo leads back to where the user was, and gives it its content back.
fn replace(state: &mut State, document: Assessment, replaced: &Replaced, context: &Context) -> Vec<Effect> {
    let apply = |here: &mut Assessment| {
        let mut info = DocumentInfo { rest: document.document.rest.clone(), ..here.document.clone() };
        keep_higher(&mut info, document.document.revision, replaced);
        *here = Assessment { document: info, ..document };
    };
    if replaced.open {
        state.history.close();
        let effects = change(state, StepName::Import, context, apply);
        state.choose_shown();
        return effects;
    }
    let mut changed_document = (*replaced.document).clone();
    apply(&mut changed_document);
    let set = state.set_of(&replaced.document);
    let kept = keep_state(&set.set, &replaced.document, Why::Replace, &context.now);
    let mut effects = go_over(state, StepName::Import, changed_document, context);
    effects.extend(kept);
    state.history.remember(&replaced.document);
    effects.extend(changed(state));
    effects
}
