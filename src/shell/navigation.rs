//! What of the page is brought into view: a target's row, a field.

use crate::features::reference;
use crate::shell::page::Address;
use std::rc::Rc;

use crate::document::filter::Filter;
use crate::shell::effect::Effect;
use crate::shell::page::Page;
use crate::shell::state::State;
use scoring::scorecard::{Outcome, TargetScore};
use scoring::target_set::TargetId;

pub(crate) fn open_details(state: &mut State, target: &TargetId) {
    if !state.entry.details.contains(target) {
        state.entry.details.push(target.clone());
    }
}

/// Brings the place that an address names into view: on the page of figures a target, with its details open.
pub(crate) fn reach(state: &mut State, place: String) -> Option<Effect> {
    if state.frame.page == Page::Reference {
        return reference::update::reach(state, place);
    }
    if state.frame.page != Page::Entry {
        return Some(Effect::ScrollTo(place));
    }
    let target = &state.document.card().target(&place)?.target;
    let (id, field) = (target.id.clone(), target.measure.fields().first()?.name.to_owned());
    open_details(state, &id);
    Some(reach_field(state, &id, &field))
}

/// Brings a field into view and puts the focus there, whatever the filter.
fn reach_field(state: &mut State, id: &TargetId, field: &str) -> Effect {
    if !state.is_shown(id) {
        state.entry.filter = Filter::All;
        state.entry.search.clear();
        state.choose_shown();
    }
    Effect::Focus([id, ".", field].concat())
}

/// Brings the first figure that is not understood into view, whatever the filter.
pub(crate) fn first_invalid(state: &mut State) -> Option<Effect> {
    let invalid = |score: &&Rc<TargetScore>| matches!(score.outcome, Outcome::Invalid(_));
    let score = state.document.card().targets().find(invalid)?;
    let (id, problem) = (score.target.id.clone(), score.problem()?.clone());
    let first = score.target.measure.fields().first().map(|field| field.name.to_owned());
    let field = problem.field.or(first)?;
    if field == "reason" {
        open_details(state, &id);
    }
    Some(reach_field(state, &id, &field))
}

/// What the link brought was answered: its address is left, so that nothing asks again.
pub(crate) fn leave_address(state: &mut State) -> Vec<Effect> {
    match std::mem::take(&mut state.frame.address) {
        Address::Link => vec![Effect::LeaveAddress(Page::default())],
        Address::Page => Vec::new(),
    }
}
