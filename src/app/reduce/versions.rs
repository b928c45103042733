//! Which states of a document are kept, and how one comes back.

use std::rc::Rc;

use super::{Context, change};
use crate::app::dialog::Dialog;
use crate::app::effect::Effect;
use crate::app::history::StepName;
use crate::app::notice::Notice;
use crate::app::state::State;
use crate::app::versions::{KeptVersion, VersionEntry, Why};
use scoring::assessment::Assessment;
use scoring::target_set::TargetSet;

/// Keeps the open document as it is now.
pub(super) fn keep(state: &State, why: Why, context: &Context) -> Option<Effect> {
    keep_state(&state.loaded.set, &state.assessment, why, &context.now)
}

/// Keeps a state of a document that is scored by this set.
pub(super) fn keep_state(set: &TargetSet, document: &Assessment, why: Why, now: &str) -> Option<Effect> {
    KeptVersion::of(set, document, why, now).map(|kept| Effect::Keep(Box::new(kept)))
}

/// Keeps a version when the clock has gone on to another hour since the last time.
pub(super) fn keep_hourly(state: &mut State, context: &Context) -> Option<Effect> {
    let hour = context.now.get(.."2023-12-01T09".len()).unwrap_or_default();
    if hour == state.kept_hour {
        return None;
    }
    let first = state.kept_hour.is_empty();
    hour.clone_into(&mut state.kept_hour);
    if first { None } else { keep(state, Why::Hour, context) }
}

/// The list of versions was asked for.
pub(super) fn asked(state: &mut State) -> Vec<Effect> {
    state.versions = None;
    state.dialog = Some(Dialog::Versions);
    vec![Effect::ListVersions(state.assessment.document.id.clone())]
}

/// The storage told which versions there are; the newest comes first.
pub(super) fn listed(state: &mut State, kept: &[KeptVersion]) -> Vec<Effect> {
    let set = &state.loaded.set;
    let open = &state.assessment;
    let mine = kept.iter().rev().filter(|kept| kept.id == open.document.id);
    state.versions = Some(Rc::new(mine.map(|kept| VersionEntry::of(set, kept, open)).collect()));
    Vec::new()
}

/// Puts a version in the place of what is open, which keeps its own UUID and counts its revisions on.
pub(super) fn restored(state: &mut State, place: usize, context: &Context) -> Vec<Effect> {
    let entry = state.versions.as_ref().and_then(|versions| versions.get(place));
    let Some((document, at)) = entry.and_then(|entry| Some((entry.document.clone()?, entry.at.clone())))
    else {
        return Vec::new();
    };
    state.dialog = None;
    state.history.close();
    let effects = change(state, StepName::Restore, context, |open| {
        *open = Assessment { document: open.document.clone(), ..document };
    });
    state.choose_shown();
    state.notice = Some(Notice::Restored(at));
    effects
}
