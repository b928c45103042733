//! The sets at hand and in the storage: offered, asked for, dropped with the last draft that was made with them.

use crate::document::sets::StoredSet;
use crate::shell::effect::Effect;
use crate::shell::notice::Notice;
use crate::shell::open_document::read_text;
use crate::shell::state::State;
use scoring::assessment::SetReference;
use std::rc::Rc;

/// New documents may begin with any set at hand.
pub(crate) fn offer(state: &mut State) -> Option<Effect> {
    state.sets.read_all();
    state.drafts.chosen_set.clear();
    more(state)
}

/// Asks for the sets that lie in the page, once.
pub(crate) fn more(state: &mut State) -> Option<Effect> {
    state.sets.ask_for_more().then_some(Effect::ReadMoreSets)
}

/// Says that the set of a document is not here.
pub(crate) fn missing(state: &mut State, named: &SetReference) {
    let begin = |text: &str| text.chars().take(64).collect();
    state.frame.notice = Some(Notice::SetMissing(begin(&named.id), begin(&named.edition)));
}

/// Once drafts were deleted: drops the stored sets that no draft was made with. A draft that can't be read may need any.
pub(crate) fn drop_unused(state: &mut State) -> Option<Effect> {
    let used: Option<Vec<String>> =
        state.drafts.entries.iter().map(|draft| Some(read_text(&draft.text)?.target_set.sha256)).collect();
    let used = used?;
    let unused: Vec<String> = stored(state).into_iter().filter(|sha256| !used.contains(sha256)).collect();
    (!unused.is_empty()).then_some(Effect::DropSets(unused))
}

/// Every set that the storage may have, by its SHA-256.
pub(crate) fn stored(state: &mut State) -> Vec<String> {
    state.sets.read_all();
    let kept = |loaded: &&Rc<_>| !StoredSet::of(loaded).sha256.is_empty();
    state.sets.all().iter().filter(kept).map(|loaded| loaded.sha256.clone()).collect()
}
