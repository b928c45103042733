//! Files that come in: what they hold is shown first, then opened or put in the place of something.

use crate::shell::refusal::refused;
use std::rc::Rc;

use crate::document::compose::compose_letters;
use crate::document::history::StepName;
use crate::document::versions::VersionReason;
use crate::features::exercises::event::ExerciseEvent;
use crate::features::importing::choice::ImportChoice;
use crate::features::importing::preview::{Preview, Replaced, RevisionOrder, Source};
use crate::features::pasting::event::PasteEvent;
use crate::shell::context::Context;
use crate::shell::edit::{change, edited};
use crate::shell::effect::Effect;
use crate::shell::keep_version::{keep, keep_state};
use crate::shell::notice::{Notice, Refused};
use crate::shell::office::OfficeWork;
use crate::shell::open_document::{fresh, go_over, keep_imported, read_draft, reference};
use crate::shell::state::State;
use formats::document_reader::{ReadDocument, Refusal};
use formats::file_kind::FileKind;
use formats::workbook::{RefusedCell, UnusableImport, WorkbookContent, WorkbookFault};
use formats::{document_reader, file_kind, set_file, workbook};
use scoring::assessment::{Assessment, DocumentInfo, SetReference};
use scoring::loaded_set::LoadedSet;

/// Reads a file and shows what it would bring; its digest has been looked at before its letters are composed.
pub(crate) fn file_read(state: &mut State, name: String, bytes: &[u8], context: &Context) -> Vec<Effect> {
    match file_kind::of_file(&name, bytes) {
        FileKind::Workbook => {
            return vec![crate::shell::office_task::task(state, name, OfficeWork::Read(bytes.to_vec()))];
        }
        FileKind::OldOffice => return refused(state, name, Refused::Workbook(WorkbookFault::OldOrLocked)),
        FileKind::Table => {
            let rows = file_kind::rows(bytes);
            return vec![Effect::Then(Box::new(PasteEvent::TableRead { name, rows }.into()))];
        }
        kind @ (FileKind::Word
        | FileKind::OpenDocument
        | FileKind::Apple
        | FileKind::Zip
        | FileKind::Archive
        | FileKind::Pdf
        | FileKind::Picture
        | FileKind::SheetAsPage
        | FileKind::OldEncoding
        | FileKind::Shortcut
        | FileKind::Lock) => return refused(state, name, Refused::Kind(kind)),
        FileKind::Other => {}
    }
    match document_reader::read(bytes) {
        Ok(received) => preview(state, name, received, Vec::new(), context),
        Err(Refusal::Exercises) => {
            vec![Effect::Then(Box::new(ExerciseEvent::FileRead { name, bytes: bytes.to_vec() }.into()))]
        }
        Err(refusal) if crate::features::importing::open_set::is_set(&refusal) => {
            crate::features::importing::open_set::file_read(state, name, bytes, context)
        }
        Err(refusal) => refused(state, name, Refused::Content(document_reader::explained(refusal, bytes))),
    }
}

/// Shows what a file would bring that was read, all but these cells of it.
pub(crate) fn preview(
    state: &mut State,
    name: String,
    mut received: ReadDocument,
    refused: Vec<RefusedCell>,
    context: &Context,
) -> Vec<Effect> {
    // What is compared with the file is what was saved last, with its number and time.
    let mut effects = crate::shell::save::save_due(state, context);
    compose_letters(&mut received.assessment, context.compose);
    state.importing.file_held = false;
    state.importing.refusal = None;
    state.frame.dialog = None;
    state.importing.set_preview = None;
    let replaced = replaced_by(state, &received.assessment.document.id);
    let (loaded, known) = set_of(state, &received);
    let same_set = state.set_of(&replaced.document).sha256 == loaded.sha256;
    let replaced = Replaced { same_set, ..replaced };
    let mut preview = Preview::of(name, received, loaded, known, replaced);
    preview.refused = refused;
    state.importing.preview = Some(Rc::new(preview));
    if !known {
        effects.extend(crate::shell::set_store::more(state));
    }
    effects
}

/// A workbook was read: shows what it would bring, or says why it can't be read.
pub(crate) fn workbook_read(state: &mut State, name: String, said: &[u8], context: &Context) -> Vec<Effect> {
    state.exporting.office_awaited = false;
    match workbook::read(said) {
        Ok(WorkbookContent::Document(document, refused)) => {
            let effects = preview(state, name, *document, refused, context);
            if let Some(preview) = &mut state.importing.preview {
                Rc::make_mut(preview).source = Source::Template;
            }
            effects
        }
        Ok(WorkbookContent::Table(rows)) => {
            vec![Effect::Then(Box::new(PasteEvent::TableRead { name, rows }.into()))]
        }
        Err(UnusableImport::Workbook(fault)) => refused(state, name, Refused::Workbook(fault)),
        Err(UnusableImport::Document(refusal)) => refused(state, name, Refused::Content(refusal)),
    }
}

/// The set that a file is to be scored by, and whether it is the one that the file names: one at hand, or the one that a
/// saved copy brings with it. Where it is not here, that of the open document stands in for what can be told.
fn set_of(state: &mut State, received: &ReadDocument) -> (Rc<LoadedSet>, bool) {
    let named = &received.assessment.target_set;
    if let Some(loaded) = state.set_named(named) {
        return (loaded, true);
    }
    let brought = set_file::read_text(&received.set).ok();
    match brought.filter(|brought| brought.sha256 == named.sha256) {
        Some(brought) => (Rc::new(brought), true),
        None => (Rc::clone(state.document.loaded()), false),
    }
}

/// What a file of a UUID would replace: the document of the same UUID on this computer, else the one that is open.
fn replaced_by(state: &State, id: &str) -> Replaced {
    let open = id == state.document.id();
    let draft = state.drafts.entries.iter().find(|draft| draft.id == id && draft.removed.is_none());
    // Which of the two states is newer is found when they are compared.
    let same_document = (!id.is_empty()).then_some(RevisionOrder::Same);
    match draft.filter(|_| !open).and_then(read_draft) {
        Some(document) => {
            Replaced { document: Rc::new(document), open: false, same_set: false, same_document }
        }
        None => Replaced {
            document: Rc::new(state.document.assessment().clone()),
            open: true,
            same_set: false,
            same_document: same_document.filter(|_| open),
        },
    }
}

/// Level or year of the previewed file, chosen by the user because the file's own is none of the set's.
pub(crate) fn preview_changed(state: &mut State, apply: impl FnOnce(&mut Assessment)) -> Vec<Effect> {
    if let Some(preview) = &mut state.importing.preview {
        Rc::make_mut(preview).edit(apply);
    }
    Vec::new()
}

pub(crate) fn import_chosen(state: &mut State, choice: ImportChoice, context: &Context) -> Vec<Effect> {
    if let Some(found) = state.importing.set_preview.take() {
        return crate::features::importing::open_set::chosen(state, &found, choice, context);
    }
    let Some(preview) = state.importing.preview.take() else { return Vec::new() };
    if choice == ImportChoice::Cancel {
        return crate::shell::navigation::leave_address(state);
    }
    let refused = !preview.is_ready() || (choice == ImportChoice::Replace && !preview.replaced.same_set);
    // A sample never becomes a draft, nor a part of one.
    if refused || preview.document.assessment().is_sample() {
        state.importing.preview = Some(preview);
        return Vec::new();
    }
    let mut document = preview.document.assessment().clone();
    let rest = std::mem::take(&mut document.target_set.rest);
    document.target_set = SetReference { rest, ..reference(preview.document.loaded()) };
    // A saved copy may have brought it.
    state.sets.put(preview.document.loaded());
    let (name, replaced) = (preview.name.clone(), &preview.replaced);
    let carried = preview.source == Source::EmbeddedDocument;
    let mut effects = match choice {
        ImportChoice::Replace if replaced.open && preview.differences.is_empty() => {
            let revision = document.document.revision;
            state.frame.notice = Some(Notice::ImportedNothing(name));
            keep_higher(state.document.info_mut(), revision, replaced);
            Vec::new()
        }
        ImportChoice::Replace => {
            state.frame.notice = Some(Notice::Imported(name));
            replace(state, document, replaced, context)
        }
        ImportChoice::AsNew | ImportChoice::CarryOver | ImportChoice::AsSample | ImportChoice::Cancel => {
            state.frame.notice = Some(Notice::Imported(name));
            as_new(state, document, context)
        }
    };
    effects.extend(crate::shell::navigation::leave_address(state));
    if carried {
        effects.extend(crate::features::importing::open_embedded::remember(state));
    }
    effects
}

/// Of two states of one document the later counts on from the higher number.
fn keep_higher(here: &mut DocumentInfo, revision: u32, replaced: &Replaced) {
    if replaced.same_document.is_some() {
        here.revision = here.revision.max(revision);
    }
}

/// Opens the file beside what is here. It keeps its UUID unless a document of the same one is here already.
fn as_new(state: &mut State, mut document: Assessment, context: &Context) -> Vec<Effect> {
    let id = document.document.id.as_str();
    let here = id == state.document.id() || state.drafts.entries.iter().any(|draft| draft.id == id);
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
    effects.extend(keep(state, VersionReason::Imported, context));
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
        state.document.history.close();
        let effects = change(state, StepName::Import, context, apply);
        state.choose_shown();
        return effects;
    }
    let mut changed_document = (*replaced.document).clone();
    apply(&mut changed_document);
    let set = state.set_of(&replaced.document);
    let kept = keep_state(&set.set, &replaced.document, VersionReason::Replace, &context.now);
    let mut effects = go_over(state, StepName::Import, changed_document, context);
    effects.extend(kept);
    state.document.history.remember(&replaced.document);
    effects.extend(edited(state));
    effects
}
