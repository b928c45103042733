//! Checks of this year's figures against those of the year before.

use super::{Change, EnteredTarget, FindingKind, whole};
use crate::assessment::{Answer, Assessment};
use crate::exact::Exact;
use crate::scorecard::{Scorecard, TargetScore};
use crate::target_set::{Measure, Target, TargetSet};

/// Percentages (and ranks) further apart than so many points (or places) are reported. A year's goal rises by 20 points at
/// the most in the Programme: more than that in one year is rare.
const FAR: u128 = 20;

/// Figures of which one is more than so many times the other are reported …
const TIMES: u128 = 2;

/// … unless they are so close that small numbers jump like this every year.
const CLOSE: u128 = 10;

/// Whether two assessments can be compared: by the same set, for the same level and part of the year.
pub(super) fn compares(before: &Assessment, now: &Assessment) -> bool {
    before.target_set.id == now.target_set.id
        && before.unit.level == now.unit.level
        && before.period.kind == now.period.kind
}

/// Checks a target against the same target a year before. Of its value one thing is reported: that it is far away, or
/// else that it has fallen.
pub(super) fn check(
    set: &TargetSet,
    assessment: &Assessment,
    entered_target: &EnteredTarget<'_>,
    (before, before_card): (&Assessment, &Scorecard),
    report: &mut impl FnMut(FindingKind),
) {
    let target = &entered_target.score.target;
    let Some(answer) = before.answers.get(&*target.id).filter(|answer| answer.not_applicable.is_none())
    else {
        return;
    };
    let values = before_card.target(&target.id).and_then(|before| values(before, entered_target.score));
    let fallen =
        grows(target, &assessment.unit.level, set).and_then(|field| fallen(field, answer, entered_target));
    match (values, fallen) {
        (Some((change, Apart::Far)), _) => report(FindingKind::ValueFar(change)),
        (_, Some(fallen)) => report(FindingKind::FigureFallen(fallen)),
        (Some((change, Apart::Fallen)), None) => report(FindingKind::ValueFallen(change)),
        _ => {}
    }
    for field in ["total", "value"] {
        if let (Some(before), Some(now)) =
            (whole(answer, &target.measure, field), entered_target.figure(field))
            && !matches!(target.measure, Measure::Rank { .. })
            && is_far(before, now)
        {
            report(FindingKind::FigureFar(Change { field, before, now }));
        }
    }
}

/// How two values differ.
enum Apart {
    Far,
    Fallen,
}

/// The two values, where there is something to report. Of counts the figures themselves are reported.
fn values(before: &TargetScore, now: &TargetScore) -> Option<(Change<String>, Apart)> {
    let change = Change { field: "", before: before.value()?, now: now.value()? };
    let (was, is) = (before.why()?.measured.number()?, now.why()?.measured.number()?);
    let worse = match &now.target.measure {
        Measure::Ratio { .. } | Measure::Percent { .. } => {
            is < was && now.goal.is_none_or(|goal| goal.compare.wants_more())
        }
        // The first is the best.
        Measure::Rank { .. } => is > was,
        Measure::Count { .. }
        | Measure::YesNo { .. }
        | Measure::Checklist { .. }
        | Measure::Choice { .. }
        | Measure::Given { .. } => return None,
    };
    if was.max(is).minus(was.min(is)).is_some_and(|apart| apart > Exact::whole(FAR)) {
        return Some((change, Apart::Far));
    }
    worse.then_some((change, Apart::Fallen))
}

fn is_far(before: u128, now: u128) -> bool {
    let (more, less) = (before.max(now), before.min(now));
    more > less.saturating_mul(TIMES) && more - less >= CLOSE
}

/// The figure of a target that is carried on from year to year: its goal rises with the years.
fn grows(target: &Target, level: &str, set: &TargetSet) -> Option<&'static str> {
    let goals: Vec<Exact> = set
        .years
        .iter()
        .filter_map(|year| target.goal_in_force(level, *year))
        .filter(|goal| goal.compare.wants_more())
        .map(|goal| goal.value.exact())
        .collect();
    if !goals.is_sorted() || goals.first() == goals.last() {
        return None;
    }
    match target.measure {
        Measure::Ratio { .. } => Some("done"),
        Measure::Count { .. } => Some("value"),
        Measure::Percent { .. }
        | Measure::Rank { .. }
        | Measure::YesNo { .. }
        | Measure::Checklist { .. }
        | Measure::Choice { .. }
        | Measure::Given { .. } => None,
    }
}

fn fallen(field: &'static str, before: &Answer, entered_target: &EnteredTarget<'_>) -> Option<Change<u128>> {
    let before = whole(before, &entered_target.score.target.measure, field)?;
    let now = entered_target.figure(field)?;
    (now < before).then_some(Change { field, before, now })
}
