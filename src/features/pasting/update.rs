//! Events: a table is pasted, what was made of it is corrected, and its figures are filled in.

use std::rc::Rc;

use crate::features::entry::event::EntryEvent;
use crate::features::pasting::event::PasteEvent;
use crate::features::pasting::state::{PastedTable, meaning_of};
use crate::shell::effect::Effect;
use crate::shell::notice::Notice;
use crate::shell::state::State;
use formats::pasted_table::Choices;
use scoring::target_set::{Target, TargetId};

/// Takes an event of this feature.
pub(crate) fn update(state: &mut State, event: PasteEvent) -> Vec<Effect> {
    match event {
        PasteEvent::Pasted { target, field, text } => pasted(state, target, field, &text),
        PasteEvent::ColumnChosen(place, word) => {
            let Some(meaning) = meaning_of(&word) else { return Vec::new() };
            choose(state, |choices| {
                choices.columns.insert(place, meaning);
            })
        }
        PasteEvent::RowChosen(place, id) => choose(state, |choices| {
            choices.rows.insert(place, (!id.is_empty()).then(|| TargetId::new(&id)));
        }),
        PasteEvent::Applied => match state.pasting.take() {
            Some(table) => fill(&table),
            None => Vec::new(),
        },
        PasteEvent::Cancelled => {
            state.pasting = None;
            Vec::new()
        }
    }
}

fn pasted(state: &mut State, target: TargetId, field: String, text: &str) -> Vec<Effect> {
    let shown = state.entry.visible.clone();
    let table = PastedTable::of(target, field, text, &targets(state), shown.as_deref().map(Vec::as_slice));
    if table.reading.rows.is_empty() {
        state.frame.notice = Some(Notice::PastedNothing);
        return Vec::new();
    }
    if table.reading.is_plain {
        return fill(&table);
    }
    state.frame.dialog = None;
    state.pasting = Some(Rc::new(table));
    Vec::new()
}

fn choose(state: &mut State, change: impl FnOnce(&mut Choices)) -> Vec<Effect> {
    let Some(mut table) = state.pasting.take() else { return Vec::new() };
    let shown = state.entry.visible.clone();
    Rc::make_mut(&mut table).choose(change, &targets(state), shown.as_deref().map(Vec::as_slice));
    state.pasting = Some(table);
    Vec::new()
}

/// The targets of the open document's level.
fn targets(state: &State) -> Vec<&Target> {
    state.document.card().targets().map(|score| score.target.as_ref()).collect()
}

fn fill(table: &PastedTable) -> Vec<Effect> {
    let figures: Vec<_> = table.reading.figures().cloned().collect();
    let target = table.target.clone();
    vec![Effect::Then(Box::new(EntryEvent::FiguresPasted { target, figures }.into()))]
}
