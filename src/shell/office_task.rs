//! Tasks for the module of Word and Excel.

use crate::shell::effect::Effect;
use crate::shell::notice::Refused;
use crate::shell::office::{OfficeTask, OfficeWork};
use crate::shell::refusal::refused;
use crate::shell::state::State;
use formats::workbook::{FileSignature, WorkbookFault};
use formats::{assessment_file, result, workbook};
use std::rc::Rc;

/// A file that may be a workbook: has it read, or refuses it. `None` for what is none.
pub(crate) fn workbook(state: &mut State, name: &str, bytes: &[u8]) -> Option<Vec<Effect>> {
    match workbook::signature(bytes) {
        FileSignature::Package => Some(vec![task(state, name.to_owned(), OfficeWork::Read(bytes.to_vec()))]),
        FileSignature::Compound => {
            Some(refused(state, name.to_owned(), Refused::Workbook(WorkbookFault::OldOrLocked)))
        }
        FileSignature::Other => None,
    }
}

/// The task with what the module needs for it: the open document and its set, as the texts of their files.
pub(crate) fn task(state: &State, name: String, what: OfficeWork) -> Effect {
    // The module works out for itself what is scored; nothing of it is changed by being handed over.
    let document = assessment_file::write(
        state.document.assessment(),
        result::of(state.document.set(), state.document.card()),
    );
    let set = Rc::clone(&state.document.loaded().text);
    Effect::Office(Box::new(OfficeTask { what, name, set, document: document.to_pretty() }))
}
