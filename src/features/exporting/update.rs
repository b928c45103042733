//! Events: what is handed over as a file.

use crate::features::exporting::event::ExportEvent;
use crate::features::exporting::{copies, files, office_files};
use crate::shell::app_source::Purpose;
use crate::shell::context::Context;
use crate::shell::effect::Effect;
use crate::shell::state::State;

/// Takes an event of this feature.
pub(crate) fn update(state: &mut State, event: ExportEvent, context: &Context) -> Vec<Effect> {
    match event {
        ExportEvent::JsonPressed => files::export_pressed(state, context),
        ExportEvent::AllPressed => files::all_export_pressed(state, context),
        ExportEvent::Confirmed => files::confirmed(state),
        ExportEvent::AllConfirmed(at) => files::all_confirmed(state, &at),
        ExportEvent::OfficePressed(file) => office_files::pressed(state, file, context),
        ExportEvent::CopyPressed => copies::asked(state, Purpose::Copy),
        ExportEvent::FormPressed => copies::asked(state, Purpose::Form),
        ExportEvent::SourceRead(purpose, text) => copies::own_text_read(state, purpose, text, context),
        ExportEvent::ChartSaved { title, text } => files::part_saved(state, &title, "svg", text),
        ExportEvent::TableSaved { title, text } => files::part_saved(state, &title, "csv", text),
    }
}
