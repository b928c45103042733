//! Checks of one target's own figures.

use super::{EnteredTarget, FindingKind, whole_fields};
use crate::figures::{is_ambiguous, read};
use crate::target_set::Measure;

/// Checks a target alone.
pub(super) fn check(entered_target: &EnteredTarget<'_>, report: &mut impl FnMut(FindingKind)) {
    if matches!(entered_target.score.target.measure, Measure::Ratio { .. }) {
        parts(entered_target, report);
    }
    ambiguous(entered_target, report);
    if entered_target.score.lacks_evidence() {
        report(FindingKind::NoEvidence);
    }
}

/// The parts of a ratio against its whole.
fn parts(entered_target: &EnteredTarget<'_>, report: &mut impl FnMut(FindingKind)) {
    let (done, excluded) = (entered_target.figure("done"), entered_target.figure("excluded").unwrap_or(0));
    let Some(total) = entered_target.figure("total") else { return };
    match done {
        // More than the whole may be meant; everything left out is not.
        _ if entered_target.score.target.measure.may_exceed() && excluded < total => {}
        Some(done) if done > total => report(FindingKind::DoneOverTotal { done, total }),
        _ if excluded == 0 => {}
        done => {
            let done = done.unwrap_or(0);
            // Everything left out leaves nothing to count, which is most likely a mistake.
            if done.saturating_add(excluded) > total || excluded == total {
                report(FindingKind::PartsOverTotal { done, excluded, total });
            }
        }
    }
}

/// Figures of whole things with a single comma that could group thousands or begin decimals. A dot groups thousands here,
/// as it should. A percentage or points are out of question: read the other way they would be above every bound.
fn ambiguous(entered_target: &EnteredTarget<'_>, report: &mut impl FnMut(FindingKind)) {
    for (field, kind) in whole_fields(&entered_target.score.target.measure) {
        let typed = entered_target.answer.figure(field).trim();
        if is_ambiguous(typed)
            && typed.contains([',', '，'])
            && let Ok(Some(figure)) = read(typed, kind)
        {
            report(FindingKind::Ambiguous { field, typed: typed.to_owned(), understood: figure.whole() });
        }
    }
}
