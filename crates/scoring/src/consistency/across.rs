//! Checks across several targets, and of the document as a whole.

use super::{Finding, FindingKind, whole};
use crate::assessment::{Assessment, PeriodKind};
use crate::datetime::day_number;
use crate::scorecard::{Scorecard, TargetScore};

/// A figure of whole things of a target for which something arises.
fn entered(assessment: &Assessment, score: &TargetScore, field: &str) -> Option<u128> {
    let answer = assessment.answers.get(&*score.target.id)?;
    answer.not_applicable.is_none().then(|| whole(answer, &score.target.measure, field))?
}

/// Totals that mean the same list and differ: one finding a list.
pub(super) fn same_totals(assessment: &Assessment, card: &Scorecard) -> Vec<Finding> {
    let mut lists: Vec<(&str, Finding)> = Vec::new();
    for score in card.targets() {
        let Some(list) = score.target.measure.same_total() else { continue };
        let Some(total) = entered(assessment, score, "total") else { continue };
        if !lists.iter().any(|(name, _)| *name == list) {
            lists.push((list, Finding { targets: Vec::new(), kind: FindingKind::SameTotal(Vec::new()) }));
        }
        if let Some((_, Finding { targets, kind: FindingKind::SameTotal(totals) })) =
            lists.iter_mut().find(|(name, _)| *name == list)
        {
            targets.push(score.target.id.clone());
            totals.push(total);
        }
    }
    let differ = |finding: &Finding| matches!(&finding.kind, FindingKind::SameTotal(totals) if totals.iter().any(|total| Some(total) != totals.first()));
    lists.into_iter().map(|(_, finding)| finding).filter(differ).collect()
}

/// The day that the figures are of, where it is none or lies outside the period.
pub(super) fn as_of(assessment: &Assessment) -> Option<FindingKind> {
    let as_of = assessment.period.as_of.trim();
    let last = match assessment.period.kind {
        PeriodKind::Year => "-12-31",
        PeriodKind::FirstQuarter => "-03-31",
        PeriodKind::FirstHalf => "-06-30",
        PeriodKind::NineMonths => "-09-30",
    };
    let day = |rest: &str| [&assessment.year.to_string(), rest].concat();
    let (first, last) = (day("-01-01"), day(last));
    let within = day_number(as_of).is_some_and(|day| {
        day_number(&first).is_some_and(|first| first <= day)
            && day_number(&last).is_some_and(|last| day <= last)
    });
    (!as_of.is_empty() && !within).then(|| FindingKind::AsOf { as_of: as_of.to_owned(), first, last })
}
