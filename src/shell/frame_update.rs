//! Events: pages, language, theme, dialogs, notices.

use crate::shell::app_source::{Fingerprint, Purpose};
use crate::shell::dialog::Dialog;
use crate::shell::effect::{Effect, Preference};
use crate::shell::frame::event::FrameEvent;
use crate::shell::notice::Notice;
use crate::shell::page::{Address, Page};
use crate::shell::set_store::offer;
use crate::shell::state::State;
use crate::shell::theme::Theme;
use crate::shell::{navigation, save};
use scoring::text::Language;

/// Takes an event of this part.
pub(crate) fn update(state: &mut State, event: FrameEvent) -> Vec<Effect> {
    match event {
        FrameEvent::PageReached(page, place) => page_reached(state, page, place),
        FrameEvent::LanguageChosen(language) => language_chosen(state, language),
        FrameEvent::ThemeChosen(theme) => theme_chosen(state, theme),
        FrameEvent::DialogSet(dialog) => dialog_set(state, dialog),
        FrameEvent::MenuPressed => {
            state.frame.menu_open = !state.frame.menu_open;
            Vec::new()
        }
        FrameEvent::DownloadFailed => noticed(state, Notice::ExportFailed),
        FrameEvent::NoticeDismissed => save::notice_dismissed(state).into_iter().collect(),
        FrameEvent::RefusalDismissed => {
            state.importing.refusal = None;
            Vec::new()
        }
    }
}

fn page_reached(state: &mut State, page: Page, place: Option<String>) -> Vec<Effect> {
    state.frame.page = page;
    state.frame.address = Address::Page;
    state.frame.menu_open = false;
    let mut effects: Vec<_> = place.and_then(|place| navigation::reach(state, place)).into_iter().collect();
    // The guide says it at its end. It costs the reading of the whole file, so it is asked for only there.
    if page == Page::Guide && state.exporting.fingerprint == Fingerprint::NotAsked {
        state.exporting.fingerprint = Fingerprint::Awaited;
        effects.push(Effect::ReadAppSource(Purpose::Fingerprint));
    }
    effects
}

fn language_chosen(state: &mut State, language: Language) -> Vec<Effect> {
    state.frame.language = language;
    vec![Effect::Remember(Preference::Language, language.code().to_owned())]
}

fn theme_chosen(state: &mut State, theme: Theme) -> Vec<Effect> {
    state.frame.theme = theme;
    vec![Effect::Remember(Preference::Theme, theme.as_str().to_owned())]
}

fn dialog_set(state: &mut State, dialog: Option<Dialog>) -> Vec<Effect> {
    let offered = if dialog == Some(Dialog::Drafts) { offer(state) } else { None };
    state.frame.dialog = dialog;
    offered.into_iter().collect()
}

pub(crate) fn noticed(state: &mut State, notice: Notice) -> Vec<Effect> {
    state.frame.notice = Some(notice);
    Vec::new()
}
