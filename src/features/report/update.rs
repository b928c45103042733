//! What was typed for the papers that leave the building: the report's own words, who does what by when; and papers asked
//! for.

use crate::document::history::StepName;
use crate::document::report_fields::{NarrativeField, TaskField};
use crate::features::report::event::ReportEvent;
use crate::shell::context::Context;
use crate::shell::edit::change;
use crate::shell::effect::Effect;
use crate::shell::notice::Notice;
use crate::shell::state::State;
use formats::file_name::file_name;
use scoring::target_set::TargetId;

/// Takes an event of this feature.
pub(crate) fn update(state: &mut State, event: ReportEvent, context: &Context) -> Vec<Effect> {
    match event {
        ReportEvent::PrintPressed => vec![Effect::Print],
        ReportEvent::NarrativeTyped(field, text) => narrative_typed(state, field, text, context),
        ReportEvent::TaskTyped(target, field, text) => task_typed(state, &target, field, text, context),
        ReportEvent::CsvPressed => csv_pressed(state, context),
    }
}

pub(crate) fn narrative_typed(
    state: &mut State,
    field: NarrativeField,
    text: String,
    context: &Context,
) -> Vec<Effect> {
    change(state, StepName::Narrative(field), context, |document| {
        let narrative = &mut document.narrative;
        *match field {
            NarrativeField::Difficulties => &mut narrative.difficulties,
            NarrativeField::Proposals => &mut narrative.proposals,
            NarrativeField::Basis => &mut narrative.basis,
            NarrativeField::Recipients => &mut narrative.recipients,
        } = text;
    })
}

pub(crate) fn task_typed(
    state: &mut State,
    target: &TargetId,
    field: TaskField,
    text: String,
    context: &Context,
) -> Vec<Effect> {
    change(state, StepName::Task(target.clone(), field), context, |document| {
        let task = document.work.entry(target.to_string()).or_default();
        *match field {
            TaskField::Who => &mut task.who,
            TaskField::By => &mut task.by,
        } = text;
        if task.is_blank() {
            document.work.remove(&**target);
        }
    })
}

/// Hands the figures over as CSV.
pub(crate) fn csv_pressed(state: &mut State, context: &Context) -> Vec<Effect> {
    let name = file_name(
        &state.document.assessment().unit.name,
        state.document.assessment().year,
        &context.now,
        "csv",
    );
    let name = state.marked(name);
    state.frame.notice = Some(Notice::PaperExported(name.clone()));
    vec![Effect::DownloadFigures(name)]
}
