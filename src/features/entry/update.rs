//! Events: what is typed and chosen on the page of figures.

use crate::document::history::StepName;
use crate::features::entry::event::EntryEvent;
use crate::features::entry::{answers, heading, list};
use crate::shell::context::Context;
use crate::shell::edit::change;
use crate::shell::effect::Effect;
use crate::shell::navigation;
use crate::shell::state::State;

/// Takes an event of this feature.
pub(crate) fn update(state: &mut State, event: EntryEvent, context: &Context) -> Vec<Effect> {
    match event {
        EntryEvent::FigureTyped { target, field, text } => answers::figure_typed(state, &target, field, text),
        EntryEvent::TotalTaken(target) => answers::total_taken(state, &target, context),
        EntryEvent::LastYearTaken(target) => answers::last_year_taken(state, target, context),
        EntryEvent::NotApplicableSet(target, on) => answers::not_applicable_set(state, &target, on, context),
        EntryEvent::NotApplicableOffered(target) => {
            navigation::open_details(state, &target);
            answers::not_applicable_set(state, &target, true, context)
        }
        EntryEvent::ReasonTyped(target, text) => answers::reason_typed(state, &target, text, context),
        EntryEvent::NoteTyped(target, text) => answers::note_typed(state, &target, text, context),
        EntryEvent::EvidenceAdded(target) => answers::evidence_added(state, &target, context),
        EntryEvent::EvidenceTyped(target, index, field, text) => {
            answers::evidence_typed(state, &target, index, field, text, context)
        }
        EntryEvent::EvidenceRemoved(target, index) => {
            answers::evidence_removed(state, &target, index, context)
        }
        EntryEvent::HeadingTyped(field, text) => heading::heading_typed(state, field, text, context),
        EntryEvent::LevelChosen(level) => heading::level_chosen(state, level, context),
        EntryEvent::YearChosen(year) => heading::year_chosen(state, year, context),
        EntryEvent::PeriodChosen(kind) => {
            change(state, StepName::Period, context, |document| document.period.kind = kind)
        }
        EntryEvent::FieldLeft => answers::field_left(state, context.compose),
        EntryEvent::DetailsToggled(target) => list::details_toggled(state, target),
        EntryEvent::FilterChosen(filter) => list::filter_chosen(state, filter),
        EntryEvent::SearchTyped(words) => list::search_typed(state, words),
        EntryEvent::InvalidAsked => navigation::first_invalid(state).into_iter().collect(),
        EntryEvent::FiguresPasted { target, figures } => {
            answers::figures_pasted(state, target, figures, context)
        }
        EntryEvent::OrphanedAnswersRemoved(target) => {
            answers::orphaned_answers_removed(state, &target, context)
        }
    }
}
