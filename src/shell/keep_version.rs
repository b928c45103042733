//! When a version of a document is kept.

use crate::document::versions::{KeptVersion, VersionReason};
use crate::shell::context::Context;
use crate::shell::effect::Effect;
use crate::shell::state::State;
use scoring::assessment::Assessment;
use scoring::target_set::TargetSet;

/// Keeps the open document as it is now.
pub(crate) fn keep(state: &State, why: VersionReason, context: &Context) -> Option<Effect> {
    keep_state(state.document.set(), state.document.assessment(), why, &context.now)
}

/// Keeps a state of a document that is scored by this set.
pub(crate) fn keep_state(
    set: &TargetSet,
    document: &Assessment,
    why: VersionReason,
    now: &str,
) -> Option<Effect> {
    KeptVersion::of(set, document, why, now).map(|kept| Effect::Keep(Box::new(kept)))
}

/// Keeps a version when the clock has gone on to another hour since the last time.
pub(crate) fn keep_hourly(state: &mut State, context: &Context) -> Option<Effect> {
    let hour = context.now.get(.."2023-12-01T09".len()).unwrap_or_default();
    if hour == state.versions.kept_hour {
        return None;
    }
    let first = state.versions.kept_hour.is_empty();
    hour.clone_into(&mut state.versions.kept_hour);
    if first { None } else { keep(state, VersionReason::Hour, context) }
}
