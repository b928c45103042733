//! The list of drafts on this computer: opening, beginning, carrying on, removing.

use crate::document::draft::Draft;
use crate::document::history::StepName;
use crate::features::drafts::event::DraftEvent;
use crate::shell::context::Context;
use crate::shell::dialog::Dialog;
use crate::shell::edit::edited;
use crate::shell::effect::{Effect, Preference};
use crate::shell::notice::Notice;
use crate::shell::open_document::{
    begin, blank, draft_chosen, fresh, go_over, recover, set_removed, show_document,
};
use crate::shell::save::save_due;
use crate::shell::set_store::stored;
use crate::shell::state::State;
use scoring::assessment::{Assessment, Period};
use std::rc::Rc;

/// Takes an event of this feature.
pub(crate) fn update(state: &mut State, event: DraftEvent, context: &Context) -> Vec<Effect> {
    match event {
        DraftEvent::SetChosen(sha256) => {
            state.drafts.chosen_set = sha256;
            Vec::new()
        }
        DraftEvent::Chosen(id) => draft_chosen(state, &id, context),
        DraftEvent::NewPressed => new_pressed(state, context),
        DraftEvent::DuplicatePressed(id) => duplicate_pressed(state, &id, context),
        DraftEvent::Removed(id) => draft_removed(state, &id, context),
        DraftEvent::AllRemoved => all_removed(state, context),
        DraftEvent::RawPressed(id) => raw_pressed(state, &id),
    }
}

/// Hands over the text of a draft that can't be read, as it is: somebody may be able to mend it.
pub(crate) fn raw_pressed(state: &mut State, id: &str) -> Vec<Effect> {
    let draft = state.drafts.entries.iter().find(|draft| draft.id == id);
    let hand_over =
        |draft: &Draft| Effect::Download { name: [id, ".txt"].concat(), text: draft.text.clone() };
    draft.map(hand_over).into_iter().collect()
}

pub(crate) fn new_pressed(state: &mut State, context: &Context) -> Vec<Effect> {
    let chosen = std::mem::take(&mut state.drafts.chosen_set);
    let loaded = state.sets.of_hash(&chosen).unwrap_or(state.document.loaded());
    begin(state, &Rc::clone(loaded), context)
}

/// Carries a document on into the next year of the set, as a new document with its heading. What was entered stays the
/// earlier year's: it stands in the fields as a proposal until it is taken over.
pub(crate) fn duplicate_pressed(state: &mut State, id: &str, context: &Context) -> Vec<Effect> {
    let source = if id == state.document.id() {
        Some(state.document.assessment().clone())
    } else {
        let draft = state.drafts.entries.iter().find(|draft| draft.id == id).cloned();
        draft.and_then(|draft| recover(state, &draft, context))
    };
    let Some(source) = source else { return Vec::new() };
    let loaded = state.set_of(&source);
    let Some(year) = loaded.set.years.iter().find(|year| **year > source.year).copied() else {
        state.frame.notice = Some(Notice::NoNextYear);
        return Vec::new();
    };
    let (from, source_id) = (source.year, source.document.id.clone());
    let period = Period { as_of: String::new(), ..source.period.clone() };
    let begun = Assessment { document: fresh(context), year, period, ..Assessment::default() };
    let document = Assessment { unit: source.unit, target_set: source.target_set, ..begun };
    let mut effects = go_over(state, StepName::Duplicate, document, context);
    effects.extend(edited(state));
    state.results.made_from = (state.document.id().to_owned(), source_id);
    state.frame.notice = Some(Notice::Duplicated { from, to: year });
    effects.push(Effect::Focus("as_of".to_owned()));
    effects
}

/// Takes a draft out of the list. It is deleted for good at the next start; until then undo brings it back.
pub(crate) fn draft_removed(state: &mut State, id: &str, context: &Context) -> Vec<Effect> {
    if id == state.document.id() && state.is_read_only() {
        state.frame.dialog = None;
        state.frame.notice = Some(Notice::DraftElsewhere);
        return Vec::new();
    }
    let mut effects = save_due(state, context);
    let name = state
        .drafts
        .entries
        .iter()
        .find(|draft| draft.id == id)
        .map(|draft| draft.unit.clone())
        .unwrap_or_default();
    let before = state.document.assessment().clone();
    if id == state.document.id() {
        let next = blank(&Rc::clone(state.document.loaded()), context);
        show_document(state, next);
    }
    state.document.history.close();
    state.document.history.note(StepName::RemoveDraft(id.to_owned()), &before);
    effects.extend(set_removed(state, id, Some(context.now.clone())));
    state.frame.dialog = Some(Dialog::Drafts);
    state.frame.notice = Some(Notice::DraftRemoved(name));
    effects
}

/// Removes everything from this computer, at once and for good: the computer may be shared.
pub(crate) fn all_removed(state: &mut State, context: &Context) -> Vec<Effect> {
    let mut effects: Vec<_> =
        state.drafts.entries.iter().map(|draft| Effect::Delete(draft.id.clone())).collect();
    effects.push(Effect::Delete(state.document.id().to_owned()));
    effects.push(Effect::Remember(Preference::LastDocument, String::new()));
    effects.push(Effect::Remember(Preference::DraftsKept, String::new()));
    effects.push(Effect::Remember(Preference::OpenedEmbedded, String::new()));
    effects.push(Effect::DropSets(stored(state)));
    state.importing.opened_embedded.clear();
    state.drafts.entries = Rc::default();
    state.linked_files.links.clear();
    let first = state.sets.first().unwrap_or(state.document.loaded());
    let next = blank(&Rc::clone(first), context);
    show_document(state, next);
    state.document.history.clear();
    state.frame.dialog = None;
    state.frame.notice = Some(Notice::AllRemoved);
    effects
}
