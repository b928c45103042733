//! Events: pages, language, theme, dialogs, notices.

use crate::shell::effect::Effect;
use crate::shell::frame::event::FrameEvent;
use crate::shell::notice::Notice;
use crate::shell::state::State;
use crate::shell::{display, save};

/// Takes an event of this part.
pub(crate) fn update(state: &mut State, event: FrameEvent) -> Vec<Effect> {
    match event {
        FrameEvent::PageReached(page, place) => display::page_reached(state, page, place),
        FrameEvent::LanguageChosen(language) => display::language_chosen(state, language),
        FrameEvent::ThemeChosen(theme) => display::theme_chosen(state, theme),
        FrameEvent::DialogSet(dialog) => display::dialog_set(state, dialog),
        FrameEvent::DownloadFailed => display::noticed(state, Notice::ExportFailed),
        FrameEvent::NoticeDismissed => save::notice_dismissed(state).into_iter().collect(),
        FrameEvent::RefusalDismissed => display::refusal_dismissed(state),
    }
}
