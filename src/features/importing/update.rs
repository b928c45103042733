//! Events: files and embedded documents that come in.

use crate::features::importing::event::ImportEvent;
use crate::features::importing::{open_embedded, open_file, open_set};
use crate::shell::context::Context;
use crate::shell::effect::Effect;
use crate::shell::notice::Refused;
use crate::shell::refusal::refused;
use crate::shell::state::State;
use formats::document_reader::Refusal;

/// Takes an event of this feature.
pub(crate) fn update(state: &mut State, event: ImportEvent, context: &Context) -> Vec<Effect> {
    match event {
        ImportEvent::SetsRead(texts) => open_set::read(state, &texts),
        ImportEvent::FileHeld(held) => {
            state.importing.file_held = held;
            Vec::new()
        }
        ImportEvent::EmbeddedFound { name, text, opened } => {
            open_embedded::found(state, name, text, opened, context)
        }
        ImportEvent::EmbeddedSetBroken(name) => open_embedded::set_broken(state, name),
        ImportEvent::EmbeddedAsked => open_embedded::asked(state, context),
        ImportEvent::FileRead { name, bytes } => open_file::file_read(state, name, &bytes, context),
        ImportEvent::WorkbookRead { name, said } => open_file::workbook_read(state, name, &said, context),
        ImportEvent::FileTooBig(name) => refused(state, name, Refused::Content(Refusal::TooBig)),
        ImportEvent::SeveralDropped(names) => refused(state, listed(&names), Refused::Several),
        ImportEvent::FileUnreadable(name) => refused(state, name, Refused::Unreadable),
        ImportEvent::PreviewLevelChosen(level) => {
            open_file::preview_changed(state, |document| document.unit.level = level)
        }
        ImportEvent::PreviewYearChosen(year) => {
            open_file::preview_changed(state, |document| document.year = year)
        }
        ImportEvent::Chosen(choice) => open_file::import_chosen(state, choice, context),
    }
}

/// The first of the names; all of a whole folder would fill the page.
fn listed(names: &[String]) -> String {
    let first = names.iter().take(3).map(String::as_str);
    first.chain((names.len() > 3).then_some("…")).collect::<Vec<_>>().join(", ")
}
