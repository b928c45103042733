//! Word and Excel: asked for, made, read.

use crate::features::importing::open_file;
use std::rc::Rc;

use crate::features::exporting::office::{OfficeEvent, OfficeFile, OfficeTask, OfficeWork};
use crate::shell::context::Context;
use crate::shell::effect::Effect;
use crate::shell::notice::{Notice, Refused};
use crate::shell::state::State;
use formats::file_name::{file_name, template_name};
use formats::workbook::{FileSignature, UnusableImport, WorkbookFault};
use formats::{assessment_file, result, workbook};

/// Has a file made of the open document.
pub(crate) fn pressed(state: &mut State, file: OfficeFile, context: &Context) -> Vec<Effect> {
    state.frame.dialog = None;
    let (unit, year) = (&state.document.assessment().unit.name, state.document.assessment().year);
    let name = match file {
        OfficeFile::Word => file_name(unit, year, &context.now, "docx"),
        OfficeFile::Excel => file_name(unit, year, &context.now, "xlsx"),
        OfficeFile::Template => template_name(unit, year, &context.now),
    };
    let name = state.marked(name);
    vec![task(state, name, OfficeWork::Make(file))]
}

/// A file that may be a workbook: has it read, or refuses it. `None` for what is none.
pub(crate) fn workbook(state: &mut State, name: &str, bytes: &[u8]) -> Option<Vec<Effect>> {
    match workbook::signature(bytes) {
        FileSignature::Package => Some(vec![task(state, name.to_owned(), OfficeWork::Read(bytes.to_vec()))]),
        FileSignature::Compound => {
            Some(open_file::refused(state, name.to_owned(), Refused::Workbook(WorkbookFault::OldOrLocked)))
        }
        FileSignature::Other => None,
    }
}

fn task(state: &State, name: String, what: OfficeWork) -> Effect {
    // The module works out for itself what is scored; nothing of it is changed by being handed over.
    let document = assessment_file::write(
        state.document.assessment(),
        result::of(state.document.set(), state.document.card()),
    );
    let set = Rc::clone(&state.document.loaded().text);
    Effect::Office(Box::new(OfficeTask { what, name, set, document: document.to_pretty() }))
}

/// Something happened in the module.
pub(crate) fn update(state: &mut State, event: OfficeEvent, context: &Context) -> Vec<Effect> {
    state.exporting.office_awaited = event == OfficeEvent::Awaited;
    match event {
        OfficeEvent::Awaited => Vec::new(),
        OfficeEvent::Made { name, bytes } => {
            state.frame.notice = Some(Notice::PaperExported(name.clone()));
            vec![Effect::HandOver { name, bytes }]
        }
        OfficeEvent::Read { name, said } => match workbook::read(&said) {
            Ok((incoming, refused)) => open_file::preview(state, name, incoming, refused, context),
            Err(UnusableImport::Workbook(fault)) => open_file::refused(state, name, Refused::Workbook(fault)),
            Err(UnusableImport::Document(refusal)) => {
                open_file::refused(state, name, Refused::Content(refusal))
            }
        },
        OfficeEvent::Failed(trouble) => {
            state.importing.file_held = false;
            state.frame.notice = Some(Notice::Office(trouble));
            Vec::new()
        }
    }
}
