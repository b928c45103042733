//! A file that is refused.

use std::rc::Rc;

use crate::shell::dialog::{Dialog, SetFaults};
use crate::shell::effect::Effect;
use crate::shell::notice::Refused;
use crate::shell::state::State;
use formats::document_reader::Refusal;

/// Says why a file was refused, all that is wrong in a set in a dialog; nothing else changes.
pub(crate) fn refused(state: &mut State, name: String, why: Refused) -> Vec<Effect> {
    state.importing.file_held = false;
    state.importing.preview = None;
    state.importing.set_preview = None;
    if let Refused::Set(Refusal::Faulty(faults)) = &why {
        let (name, faults) = (name.clone(), Rc::from(faults.as_slice()));
        state.frame.dialog = Some(Dialog::SetFaults(SetFaults { name, faults, copied: None }));
    }
    state.importing.refusal = Some((name, why));
    crate::shell::navigation::leave_address(state)
}
