//! What one target's own figures tell.

use super::{Seen, What, whole_fields};
use crate::figures::{is_ambiguous, read};
use crate::target_set::Measure;

/// Looks at a target alone.
pub(super) fn look(seen: &Seen<'_>, tell: &mut impl FnMut(What)) {
    if matches!(seen.score.target.measure, Measure::Ratio { .. }) {
        parts(seen, tell);
    }
    ambiguous(seen, tell);
    if seen.score.lacks_evidence() {
        tell(What::NoEvidence);
    }
}

/// The parts of a ratio against its whole.
fn parts(seen: &Seen<'_>, tell: &mut impl FnMut(What)) {
    let (done, excluded) = (seen.figure("done"), seen.figure("excluded").unwrap_or(0));
    let Some(total) = seen.figure("total") else { return };
    match done {
        Some(done) if done > total => tell(What::DoneOverTotal { done, total }),
        _ if excluded == 0 => {}
        done => {
            let done = done.unwrap_or(0);
            // Everything left out leaves nothing to count: rarely what is meant.
            if done.saturating_add(excluded) > total || excluded == total {
                tell(What::PartsOverTotal { done, excluded, total });
            }
        }
    }
}

/// Figures of whole things with a single mark that could group thousands or begin decimals. A percentage or points are
/// out of question: read the other way they would be above every bound.
fn ambiguous(seen: &Seen<'_>, tell: &mut impl FnMut(What)) {
    for (field, kind) in whole_fields(&seen.score.target.measure) {
        let typed = seen.answer.figure(field).trim();
        if is_ambiguous(typed)
            && let Ok(Some(figure)) = read(typed, kind)
        {
            tell(What::Ambiguous { field, typed: typed.to_owned(), understood: figure.whole() });
        }
    }
}
