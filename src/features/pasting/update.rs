//! Events: a table is pasted or read from a file, what was made of it is corrected, and its figures are filled in.

use std::rc::Rc;

use crate::features::entry::event::EntryEvent;
use crate::features::pasting::event::PasteEvent;
use crate::features::pasting::state::{PastedTable, meaning_of};
use crate::shell::effect::Effect;
use crate::shell::notice::{Notice, Refused};
use crate::shell::refusal::refused;
use crate::shell::state::State;
use formats::file_kind::FileKind;
use formats::pasted_table::Choices;
use scoring::target_set::TargetId;

/// Takes an event of this feature.
pub(crate) fn update(state: &mut State, event: PasteEvent) -> Vec<Effect> {
    match event {
        PasteEvent::Pasted { target, field, text } => pasted(state, (target, field), &text),
        PasteEvent::TableRead { name, rows } => table_read(state, name, rows),
        PasteEvent::ColumnChosen(place, word) => {
            let Some(meaning) = meaning_of(&word) else { return Vec::new() };
            choose(state, |choices| {
                choices.columns.insert(place, meaning);
            })
        }
        PasteEvent::RowChosen(place, id) => choose(state, |choices| {
            choices.rows.insert(place, (!id.is_empty()).then(|| TargetId::new(&id)));
        }),
        PasteEvent::Applied | PasteEvent::FileApplied => match state.pasting.take() {
            Some(table) => fill(&table),
            None => Vec::new(),
        },
        PasteEvent::Cancelled => {
            state.pasting = None;
            Vec::new()
        }
    }
}

fn pasted(state: &mut State, begin: (TargetId, String), text: &str) -> Vec<Effect> {
    let table = PastedTable::pasted(begin, text, &state.document, state.entry.visible.clone());
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

/// A table from a file is always shown first. One that names no target can't be placed.
fn table_read(state: &mut State, name: String, rows: Vec<Vec<String>>) -> Vec<Effect> {
    let table = PastedTable::from_file(name.clone(), rows, &state.document);
    if table.reading.figures().next().is_none() {
        return refused(state, name, Refused::Kind(FileKind::Table));
    }
    state.frame.dialog = None;
    state.importing.file_held = false;
    state.importing.refusal = None;
    state.pasting = Some(Rc::new(table));
    Vec::new()
}

fn choose(state: &mut State, change: impl FnOnce(&mut Choices)) -> Vec<Effect> {
    if let Some(table) = &mut state.pasting {
        Rc::make_mut(table).choose(change);
    }
    Vec::new()
}

fn fill(table: &PastedTable) -> Vec<Effect> {
    let figures: Vec<_> = table.reading.figures().cloned().collect();
    let target = match &table.begin {
        Some((target, _)) => Some(target.clone()),
        None => figures.first().map(|figure| figure.target.clone()),
    };
    let Some(target) = target else { return Vec::new() };
    vec![Effect::Then(Box::new(EntryEvent::FiguresPasted { target, figures }.into()))]
}
