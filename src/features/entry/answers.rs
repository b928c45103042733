//! What was typed about targets.

use crate::document::orphaned_answers;
use std::rc::Rc;

use crate::document::compose::compose_letters;
use crate::document::fields::EvidenceField;
use crate::document::history::StepName;
use crate::shell::context::Context;
use crate::shell::edit::{change, edited};
use crate::shell::effect::Effect;
use crate::shell::notice::Notice;
use crate::shell::state::State;
use formats::pasted_table::PastedFigure;
use scoring::assessment::{Answer, Assessment, Evidence};
use scoring::target_set::TargetId;

/// The answer of a target, begun if there is none.
fn answer<'a>(document: &'a mut Assessment, target: &str) -> &'a mut Answer {
    Rc::make_mut(document.answers.entry(target.to_owned()).or_default())
}

/// Sets a figure as typed. A blank figure that never was stays away, so that an untouched target stays out of the file.
fn set_figure(document: &mut Assessment, target: &str, field: &str, text: String) {
    let known = document.answers.get(target).is_some_and(|answer| answer.figures.contains_key(field));
    if known || !text.is_empty() {
        answer(document, target).figures.insert(field.to_owned(), text);
    }
}

pub(crate) fn figure_typed(state: &mut State, target: &TargetId, field: String, text: String) -> Vec<Effect> {
    if state.document.answer(target).map_or("", |answer| answer.figure(&field)) == text {
        return Vec::new();
    }
    let step = StepName::Figure(target.clone(), field.clone());
    state.entry.welcome = false;
    state.document.note(step);
    state.document.edit_target(target, |document| set_figure(document, target, &field, text));
    edited(state)
}

pub(crate) fn figures_pasted(
    state: &mut State,
    target: TargetId,
    figures: Vec<PastedFigure>,
    context: &Context,
) -> Vec<Effect> {
    if figures.is_empty() {
        state.frame.notice = Some(Notice::PastedNothing);
        return Vec::new();
    }
    state.entry.welcome = false;
    let filled: Vec<_> = figures.iter().map(|figure| (figure.target.clone(), figure.field.clone())).collect();
    state.document.history.close();
    let effects = change(state, StepName::Paste(figures.len()), context, |document| {
        for figure in figures {
            set_figure(document, &figure.target, &figure.field, figure.text);
        }
    });
    state.frame.notice = Some(Notice::Pasted(filled.len(), target));
    state.entry.filled = Rc::new(filled);
    effects
}

pub(crate) fn total_taken(state: &mut State, target: &TargetId, context: &Context) -> Vec<Effect> {
    let Some(known) = state.document.set().target(target).cloned() else { return Vec::new() };
    let Some((_, total)) = state.offered_total(&known) else { return Vec::new() };
    let mut effects = change(state, StepName::Total(target.clone()), context, |document| {
        set_figure(document, target, "total", total);
    });
    // The button that was pressed goes away; the figure that it filled is where to go on.
    effects.push(Effect::Focus(format!("{target}.total")));
    effects
}

/// Takes over what was entered the year before: figures, reason, note and documents.
pub(crate) fn last_year_taken(state: &mut State, target: Option<TargetId>, context: &Context) -> Vec<Effect> {
    let targets = target.map_or_else(|| state.proposed(), |target| vec![target]);
    let taken: Vec<_> = targets
        .into_iter()
        .filter_map(|target| Some((target.clone(), Rc::clone(state.proposal(&target)?))))
        .collect();
    let Some((first, _)) = taken.first() else { return Vec::new() };
    // The button that was pressed goes away: where its figures now stand is where to go on.
    let next =
        state.document.set().target(first).and_then(|target| target.measure.fields().into_iter().next());
    let next = next.map(|field| Effect::Focus([first, ".", field.name].concat()));
    state.document.history.close();
    let mut effects = change(state, StepName::LastYear(taken.len()), context, |document| {
        document.answers.extend(taken.into_iter().map(|(target, answer)| (target.to_string(), answer)));
    });
    effects.extend(next);
    effects
}

pub(crate) fn not_applicable_set(
    state: &mut State,
    target: &TargetId,
    on: bool,
    context: &Context,
) -> Vec<Effect> {
    let mut effects = change(state, StepName::NotApplicable(target.clone()), context, |document| {
        let answer = answer(document, target);
        let kept = answer.not_applicable.take();
        answer.not_applicable = on.then(|| kept.unwrap_or_default());
    });
    if on {
        effects.push(Effect::Focus(format!("{target}.reason")));
    }
    effects
}

pub(crate) fn reason_typed(
    state: &mut State,
    target: &TargetId,
    text: String,
    context: &Context,
) -> Vec<Effect> {
    change(state, StepName::Reason(target.clone()), context, |document| {
        answer(document, target).not_applicable = Some(text);
    })
}

pub(crate) fn note_typed(
    state: &mut State,
    target: &TargetId,
    text: String,
    context: &Context,
) -> Vec<Effect> {
    change(state, StepName::Note(target.clone()), context, |document| answer(document, target).note = text)
}

pub(crate) fn evidence_added(state: &mut State, target: &TargetId, context: &Context) -> Vec<Effect> {
    state.document.history.close();
    let mut index = 0;
    let mut effects = change(state, StepName::Evidence(target.clone()), context, |document| {
        let evidence = &mut answer(document, target).evidence;
        index = evidence.len();
        evidence.push(Evidence::default());
    });
    effects.push(Effect::Focus(format!("{target}.evidence.{index}.number")));
    effects
}

pub(crate) fn evidence_typed(
    state: &mut State,
    target: &TargetId,
    index: usize,
    field: EvidenceField,
    text: String,
    context: &Context,
) -> Vec<Effect> {
    change(state, StepName::Evidence(target.clone()), context, |document| {
        let Some(evidence) = answer(document, target).evidence.get_mut(index) else { return };
        *match field {
            EvidenceField::Number => &mut evidence.number,
            EvidenceField::Date => &mut evidence.date,
            EvidenceField::Title => &mut evidence.title,
            EvidenceField::Place => &mut evidence.place,
            EvidenceField::Link => &mut evidence.url,
        } = text;
    })
}

pub(crate) fn evidence_removed(
    state: &mut State,
    target: &TargetId,
    index: usize,
    context: &Context,
) -> Vec<Effect> {
    state.document.history.close();
    change(state, StepName::Evidence(target.clone()), context, |document| {
        let evidence = &mut answer(document, target).evidence;
        if index < evidence.len() {
            evidence.remove(index);
        }
    })
}

/// Composes decomposed letters once a field is left; typing itself is never changed under the hand.
pub(crate) fn field_left(state: &mut State, compose: fn(&str) -> String) -> Vec<Effect> {
    state.document.history.close();
    if state.document.edit(|document| compose_letters(document, compose)) {
        edited(state)
    } else {
        Vec::new()
    }
}

/// Takes out what of an answer has no place in the set.
pub(crate) fn orphaned_answers_removed(
    state: &mut State,
    target: &TargetId,
    context: &Context,
) -> Vec<Effect> {
    let loaded = Rc::clone(state.document.loaded());
    let effects = change(state, StepName::OrphanedAnswersRemoved(target.clone()), context, |document| {
        orphaned_answers::remove(&loaded.set, document, target);
    });
    state.frame.notice = Some(Notice::OrphanedAnswersRemoved(target.clone()));
    effects
}
