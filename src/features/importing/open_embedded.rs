//! The document that the page's own file carries: offered, never taken over by itself.

use std::rc::Rc;

use crate::document::difference::differences;
use crate::document::saving::Saving;
use crate::features::importing::embedded::{EmbeddedDocument, is_form};
use crate::features::importing::open_file::file_read;
use crate::features::importing::preview::Source;
use crate::shell::context::Context;
use crate::shell::effect::{Effect, Preference};
use crate::shell::notice::{Notice, Refused};
use crate::shell::open_document::{draft_chosen, read_draft};
use crate::shell::refusal::refused;
use crate::shell::state::State;
use formats::{digest, document_reader};

/// Looks at the carried document once the storage has been read.
///
/// It is shown before anything is done with it, with two exceptions that lose nothing: the draft of the same document
/// on this computer holds just that, or the carried one was opened here before and has gone on as that draft. Then the
/// draft is opened, and a line on the page still offers what the file carries.
pub(crate) fn found(
    state: &mut State,
    name: String,
    text: String,
    opened: String,
    context: &Context,
) -> Vec<Effect> {
    let document = match document_reader::read(text.as_bytes()) {
        Ok(received) => received.assessment,
        Err(refusal) => return refused(state, name, Refused::Content(refusal)),
    };
    let carried = EmbeddedDocument {
        name,
        unit: document.unit.name.trim().to_owned(),
        year: document.year,
        form: is_form(&document),
        sha256: digest::of_bytes(text.as_bytes()),
        text,
    };
    let before = carried.was_opened(&opened);
    let unit = carried.unit.clone();
    state.importing.embedded = Some(Rc::new(carried));
    state.importing.opened_embedded = opened;
    let loaded = state.set_of(&document);
    let draft = state.draft_of(&document);
    let holds_it = |draft| differences(&loaded.set, &draft, &document).is_empty();
    let same = draft.and_then(read_draft).is_some_and(holds_it);
    if same || (before && draft.is_some()) {
        let was_open = state.document.id() == document.document.id;
        let mut effects = draft_chosen(state, &document.document.id, context);
        // The page has just been opened: there is nothing to go back to.
        state.document.history.clear();
        if !(before && was_open) {
            state.frame.notice =
                Some(if same { Notice::EmbeddedIsDraft(unit) } else { Notice::EmbeddedWasOpened(unit) });
        }
        effects.extend(remember(state));
        return effects;
    }
    if before {
        return Vec::new();
    }
    asked(state, context)
}

/// Shows what the carried document would bring.
pub(crate) fn asked(state: &mut State, context: &Context) -> Vec<Effect> {
    let Some(carried) = state.importing.embedded.clone() else { return Vec::new() };
    let effects = file_read(state, carried.name.clone(), carried.text.as_bytes(), context);
    if let Some(preview) = &mut state.importing.preview {
        Rc::make_mut(preview).source = Source::EmbeddedDocument;
    }
    effects
}

/// The set that the page's own file carries can't be read: said, unless its document is refused as well.
pub(crate) fn set_broken(state: &mut State, name: String) -> Vec<Effect> {
    state.importing.refusal.get_or_insert((name, Refused::EmbeddedSet));
    Vec::new()
}

/// Remembers that the carried document was opened. Where this browser keeps no drafts it is to be offered anew.
pub(crate) fn remember(state: &mut State) -> Option<Effect> {
    let carried =
        state.importing.embedded.as_ref().filter(|_| state.document.saving != Saving::Unavailable)?;
    state.importing.opened_embedded = carried.remembered_with(&state.importing.opened_embedded);
    Some(Effect::Remember(Preference::OpenedEmbedded, state.importing.opened_embedded.clone()))
}
