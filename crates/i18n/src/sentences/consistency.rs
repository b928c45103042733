//! What is worth a second look, in words: what it is, why it is worth it, and the figures.

use super::problems::label;
use crate::number_words::number_in_words;
use crate::numbers::{day, number};
use crate::{Key, Words};
use scoring::consistency::{Change, Finding, FindingKind};
use scoring::target_set::{Measure, Target, TargetSet};

/// What was found, as a heading for all findings of its word.
pub fn finding_title(kind: &FindingKind, words: Words) -> &'static str {
    words.get(match kind {
        FindingKind::DoneOverTotal { .. } => Key::FindingDoneOverTotal,
        FindingKind::PartsOverTotal { .. } => Key::FindingPartsOverTotal,
        FindingKind::SameTotal(_) => Key::FindingSameTotal,
        FindingKind::AsOf { .. } => Key::FindingAsOf,
        FindingKind::FigureFallen(_) | FindingKind::ValueFallen(_) => Key::FindingFallen,
        FindingKind::ValueFar(_) | FindingKind::FigureFar(_) => Key::FindingFar,
        FindingKind::Ambiguous { .. } => Key::FindingAmbiguous,
        FindingKind::NoEvidence => Key::FindingNoEvidence,
    })
}

/// Why it is worth a look.
pub fn finding_why(kind: &FindingKind, words: Words) -> &'static str {
    words.get(match kind {
        FindingKind::DoneOverTotal { .. } => Key::FindingDoneOverTotalWhy,
        FindingKind::PartsOverTotal { .. } => Key::FindingPartsOverTotalWhy,
        FindingKind::SameTotal(_) => Key::FindingSameTotalWhy,
        FindingKind::AsOf { .. } => Key::FindingAsOfWhy,
        FindingKind::FigureFallen(_) | FindingKind::ValueFallen(_) => Key::FindingFallenWhy,
        FindingKind::ValueFar(_) | FindingKind::FigureFar(_) => Key::FindingFarWhy,
        FindingKind::Ambiguous { .. } => Key::FindingAmbiguousWhy,
        FindingKind::NoEvidence => Key::FindingNoEvidenceWhy,
    })
}

/// The figures of a finding in the year assessed: "“Kết quả đã số hóa” là 900, nhiều hơn …"; blank where the target's
/// name says all.
pub fn finding(finding: &Finding, set: &TargetSet, year: u16, words: Words) -> String {
    let target = finding.targets.first().and_then(|id| set.target(id));
    let label = |field: &str| target.map(|target| field_label(target, field, words)).unwrap_or_default();
    let count = |count: u128| number(&count.to_string(), words.0);
    match &finding.kind {
        FindingKind::DoneOverTotal { done, total } => words.fill(
            Key::FindingDoneOverTotalLine,
            &[
                ("part", label("done")),
                ("done", &count(*done)),
                ("whole", label("total")),
                ("total", &count(*total)),
            ],
        ),
        FindingKind::PartsOverTotal { done, excluded, total } => {
            let key = if done.saturating_add(*excluded) > *total {
                Key::FindingPartsOverTotalLine
            } else {
                Key::FindingNothingLeftLine
            };
            words.fill(
                key,
                &[
                    ("part", label("done")),
                    ("done", &count(*done)),
                    ("out", label("excluded")),
                    ("excluded", &count(*excluded)),
                    ("sum", &count(done.saturating_add(*excluded))),
                    ("whole", label("total")),
                    ("total", &count(*total)),
                ],
            )
        }
        FindingKind::SameTotal(totals) => {
            let each =
                finding.targets.iter().zip(totals).map(|(id, total)| [id, " ", &count(*total)].concat());
            let list = each.collect::<Vec<_>>().join("; ");
            words.fill(Key::FindingSameTotalLine, &[("whole", label("total")), ("list", &list)])
        }
        FindingKind::AsOf { as_of, first, last } => words.fill(
            Key::FindingAsOfLine,
            &[("date", &day(as_of)), ("first", &day(first)), ("last", &day(last))],
        ),
        FindingKind::FigureFallen(change) | FindingKind::FigureFar(change) => {
            let [before, now] = [change.before, change.now].map(count);
            changed(label(change.field), &before, &now, year, words)
        }
        FindingKind::ValueFallen(change) | FindingKind::ValueFar(change) => {
            values(target, change, year, words)
        }
        FindingKind::Ambiguous { field, typed, understood } => {
            let said = number_in_words(*understood, words.0).unwrap_or_default();
            words.fill(
                Key::FindingAmbiguousLine,
                &[("part", label(field)), ("typed", typed), ("n", &count(*understood)), ("words", &said)],
            )
        }
        FindingKind::NoEvidence => String::new(),
    }
}

fn values(target: Option<&std::rc::Rc<Target>>, change: &Change<String>, year: u16, words: Words) -> String {
    let rank = target.is_some_and(|target| matches!(target.measure, Measure::Rank { .. }));
    let shown = |value: &str| {
        let shown = number(value, words.0);
        if rank { words.fill(Key::ValueRank, &[("n", &shown)]) } else { shown + "%" }
    };
    let label = words.get(if rank { Key::LabelRank } else { Key::LabelPercent });
    changed(label, &shown(&change.before), &shown(&change.now), year, words)
}

fn changed(label: &str, before: &str, now: &str, year: u16, words: Words) -> String {
    let year = year.saturating_sub(1).to_string();
    words.fill(Key::FindingChangedLine, &[("part", label), ("now", now), ("year", &year), ("before", before)])
}

fn field_label<'a>(target: &'a Target, field: &str, words: Words) -> &'a str {
    let fields = target.measure.fields();
    fields
        .iter()
        .find(|known| known.name == field)
        .map(|field| label(field, &target.measure, words))
        .unwrap_or_default()
}
