//! Which states of a document are kept, and how one comes back.

use crate::features::versions::event::VersionEvent;
use std::rc::Rc;

use crate::document::history::StepName;
use crate::document::versions::{KeptVersion, VersionEntry};
use crate::shell::context::Context;
use crate::shell::dialog::Dialog;
use crate::shell::edit::change;
use crate::shell::effect::Effect;
use crate::shell::notice::Notice;
use crate::shell::state::State;
use scoring::assessment::Assessment;

/// Takes an event of this feature.
pub(crate) fn update(state: &mut State, event: VersionEvent, context: &Context) -> Vec<Effect> {
    match event {
        VersionEvent::Asked => asked(state),
        VersionEvent::Listed(kept) => listed(state, &kept),
        VersionEvent::Restored(place) => restored(state, place, context),
    }
}

/// The list of versions was asked for.
pub(crate) fn asked(state: &mut State) -> Vec<Effect> {
    state.versions.listed = None;
    state.frame.dialog = Some(Dialog::Versions);
    vec![Effect::ListVersions(state.document.id().to_owned())]
}

/// The storage told which versions there are; the newest comes first.
pub(crate) fn listed(state: &mut State, kept: &[KeptVersion]) -> Vec<Effect> {
    let set = state.document.set();
    let open = state.document.assessment();
    let mine = kept.iter().rev().filter(|kept| kept.id == open.document.id);
    state.versions.listed = Some(Rc::new(mine.map(|kept| VersionEntry::of(set, kept, open)).collect()));
    Vec::new()
}

/// Puts a version in the place of what is open, which keeps its own UUID and counts its revisions on.
pub(crate) fn restored(state: &mut State, place: usize, context: &Context) -> Vec<Effect> {
    let entry = state.versions.listed.as_ref().and_then(|versions| versions.get(place));
    let Some((document, at)) = entry.and_then(|entry| Some((entry.document.clone()?, entry.at.clone())))
    else {
        return Vec::new();
    };
    state.frame.dialog = None;
    state.document.history.close();
    let effects = change(state, StepName::Restore, context, |open| {
        *open = Assessment { document: open.document.clone(), ..document };
    });
    state.choose_shown();
    state.frame.notice = Some(Notice::Restored(at));
    effects
}
