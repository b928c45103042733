//! Events: opening, saving and undo of the open document.

use crate::document::event::DocumentEvent;
use crate::document::saving::Saving;
use crate::shell::context::Context;
use crate::shell::edit::{redo, undo};
use crate::shell::effect::Effect;
use crate::shell::notice::Notice;
use crate::shell::state::State;
use crate::shell::{frame_update, open_document, save};

/// Takes an event of this part.
pub(crate) fn update(state: &mut State, event: DocumentEvent, context: &Context) -> Vec<Effect> {
    match event {
        DocumentEvent::UndoPressed => undo(state, context),
        DocumentEvent::RedoPressed => redo(state, context),
        DocumentEvent::Started(stored) => open_document::started(state, *stored, context),
        DocumentEvent::SaveDue => save::save_due(state, context),
        DocumentEvent::PageHidden => save::page_hidden(state, context),
        DocumentEvent::Saved { id, revision } => save::saved(state, &id, revision),
        DocumentEvent::SaveFailed => save::not_saved(state, Saving::Failed),
        DocumentEvent::BackUpFailed => frame_update::noticed(state, Notice::BackUpFailed),
        DocumentEvent::DeleteFailed => frame_update::noticed(state, Notice::DeleteFailed),
        DocumentEvent::StorageDeleted => save::storage_deleted(state),
    }
}
