//! What was typed and chosen in the heading of the document.

use crate::document::fields::HeadingField;
use crate::document::history::StepName;
use crate::shell::context::Context;
use crate::shell::edit::change;
use crate::shell::effect::Effect;
use crate::shell::state::State;

pub(crate) fn heading_typed(
    state: &mut State,
    field: HeadingField,
    text: String,
    context: &Context,
) -> Vec<Effect> {
    change(state, StepName::Heading(field), context, |document| {
        *match field {
            HeadingField::Name => &mut document.unit.name,
            HeadingField::Superior => &mut document.unit.superior,
            HeadingField::Place => &mut document.unit.place,
            HeadingField::PreparedBy => &mut document.unit.prepared_by,
            HeadingField::AsOf => &mut document.period.as_of,
        } = text;
    })
}

pub(crate) fn level_chosen(state: &mut State, level: String, context: &Context) -> Vec<Effect> {
    if state.document.set().level(&level).is_none() {
        return Vec::new();
    }
    let effects = change(state, StepName::Level, context, |document| document.unit.level = level);
    state.choose_shown();
    effects
}

pub(crate) fn year_chosen(state: &mut State, year: u16, context: &Context) -> Vec<Effect> {
    if !state.document.set().years.contains(&year) {
        return Vec::new();
    }
    let sample = state.sample();
    let effects = change(state, StepName::Year, context, |document| match sample {
        // The same unit in another year is another sample; its figures stay as they are now.
        Some(sample) => sample.in_year(year).mark(document),
        None => document.year = year,
    });
    state.choose_shown();
    effects
}
