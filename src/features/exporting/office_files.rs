//! Word and Excel: asked for, made, read.

use crate::shell::office_task::task;

use crate::shell::context::Context;
use crate::shell::effect::Effect;
use crate::shell::notice::Notice;
use crate::shell::office::{OfficeEvent, OfficeFile, OfficeWork};
use crate::shell::state::State;
use formats::file_name::{file_name, template_name};

/// Has a file made of the open document.
pub(crate) fn pressed(state: &mut State, file: OfficeFile, context: &Context) -> Vec<Effect> {
    state.frame.dialog = None;
    let (unit, year) = (&state.document.assessment().unit.name, state.document.assessment().year);
    let name = match file {
        OfficeFile::Word => file_name(unit, year, &context.now, "docx"),
        OfficeFile::Excel => file_name(unit, year, &context.now, "xlsx"),
        OfficeFile::Template => template_name(unit, year, &context.now),
    };
    let name = state.marked(name);
    vec![task(state, name, OfficeWork::Make(file))]
}

/// Something happened in the module.
pub(crate) fn update(state: &mut State, event: OfficeEvent, _context: &Context) -> Vec<Effect> {
    state.exporting.office_awaited = event == OfficeEvent::Awaited;
    match event {
        OfficeEvent::Awaited => Vec::new(),
        OfficeEvent::Made { name, bytes } => {
            state.frame.notice = Some(Notice::PaperExported(name.clone()));
            vec![Effect::HandOver { name, bytes }]
        }
        OfficeEvent::BundleMade { name, bytes, bundled } => {
            // The notice asks whether the archive came: no question may lie over it.
            state.frame.dialog = None;
            state.frame.notice = Some(Notice::AllExported(bundled.count, bundled.at));
            vec![Effect::HandOver { name, bytes }]
        }
        OfficeEvent::Failed(trouble) => {
            state.importing.file_held = false;
            state.frame.notice = Some(Notice::Office(trouble));
            Vec::new()
        }
    }
}
