//! The work to do as a plan that can be handed on: CSV, one row a target.

use super::WORDS;
use super::csv::Cell::{Number, Text};
use super::csv::Csv;
use i18n::exports::{ExportKey, export_text};
use i18n::sentences::work::{in_figures, next_step, planned, to_do, value_after};
use planning::{Work, total_gain};
use scoring::scorecard::TargetScore;

/// What the plan is called.
pub fn work_title() -> &'static str {
    export_text(ExportKey::PlanTitle)
}

/// The plan as the text of a file; `sample` says that it is a sample's.
pub fn work_csv(all: &[Work], sample: bool) -> String {
    let mut csv = Csv::new();
    if sample {
        csv.row(&[Text(export_text(ExportKey::SampleMark))]);
    }
    let heads = [
        ExportKey::PlanNumber,
        ExportKey::PlanId,
        ExportKey::PlanName,
        ExportKey::PlanWhat,
        ExportKey::PlanFigures,
        ExportKey::PlanNow,
        ExportKey::PlanGain,
        ExportKey::PlanAfter,
        ExportKey::PlanMax,
        ExportKey::PlanValue,
        ExportKey::PlanWho,
        ExportKey::PlanBy,
    ];
    csv.row(&heads.map(|head| Text(export_text(head))));
    for (place, work) in all.iter().enumerate() {
        let target = &work.score.target;
        let points =
            |score: &TargetScore| score.points().map(|points| points.to_string()).unwrap_or_default();
        let after = work.after.as_deref().map(points).unwrap_or_default();
        let parts = [in_figures(work, WORDS), next_step(work, WORDS), planned(work, WORDS)];
        let figures = parts.into_iter().filter(|part| !part.is_empty());
        csv.row(&[
            Number(&(place + 1).to_string()),
            Text(&target.id),
            Text(WORDS.of(&target.name)),
            Text(&to_do(work, WORDS)),
            Text(&figures.collect::<Vec<_>>().join(". ")),
            Number(&points(&work.score)),
            Number(&work.gain.to_string()),
            Number(&after),
            Number(&target.max_points.to_string()),
            Text(&value_after(work, WORDS)),
            Text(work.who.trim()),
            Text(work.by.trim()),
        ]);
    }
    let gain = total_gain(all).to_string();
    let blank = Text("");
    let total = [blank, blank, Text(export_text(ExportKey::PlanTotal)), blank, blank, blank, Number(&gain)];
    csv.row(&[total.as_slice(), &[blank; 5]].concat());
    csv.finish()
}
