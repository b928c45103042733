//! Tasks for the module of Word and Excel.

use crate::shell::effect::Effect;
use crate::shell::office::{OfficeTask, OfficeWork};
use crate::shell::state::State;
use formats::{assessment_file, result};
use std::rc::Rc;

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
