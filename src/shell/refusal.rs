//! A file that is refused.

use crate::shell::effect::Effect;
use crate::shell::notice::Refused;
use crate::shell::state::State;

/// Says why a file was refused; nothing else changes.
pub(crate) fn refused(state: &mut State, name: String, why: Refused) -> Vec<Effect> {
    state.importing.file_held = false;
    state.importing.preview = None;
    state.importing.set_preview = None;
    state.importing.refusal = Some((name, why));
    crate::shell::navigation::leave_address(state)
}
