//! Events that change only what is shown.

use crate::shell::app_source::{Fingerprint, Purpose};
use crate::shell::dialog::Dialog;
use crate::shell::effect::{Effect, Preference};
use crate::shell::navigation;
use crate::shell::notice::Notice;
use crate::shell::page::{Address, Page};
use crate::shell::set_store::offer;
use crate::shell::state::State;
use crate::shell::theme::Theme;
use scoring::text::Language;

pub(crate) fn page_reached(state: &mut State, page: Page, place: Option<String>) -> Vec<Effect> {
    state.frame.page = page;
    state.frame.address = Address::Page;
    let mut effects: Vec<_> = place.and_then(|place| navigation::reach(state, place)).into_iter().collect();
    // The guide says it at its end. It costs the reading of the whole file, so it is asked for only there.
    if page == Page::Guide && state.exporting.fingerprint == Fingerprint::NotAsked {
        state.exporting.fingerprint = Fingerprint::Awaited;
        effects.push(Effect::ReadAppSource(Purpose::Fingerprint));
    }
    effects
}

pub(crate) fn language_chosen(state: &mut State, language: Language) -> Vec<Effect> {
    state.frame.language = language;
    vec![Effect::Remember(Preference::Language, language.code().to_owned())]
}

pub(crate) fn theme_chosen(state: &mut State, theme: Theme) -> Vec<Effect> {
    state.frame.theme = theme;
    vec![Effect::Remember(Preference::Theme, theme.as_str().to_owned())]
}

pub(crate) fn dialog_set(state: &mut State, dialog: Option<Dialog>) -> Vec<Effect> {
    let offered = if dialog == Some(Dialog::Drafts) { offer(state) } else { None };
    state.frame.dialog = dialog;
    offered.into_iter().collect()
}

pub(crate) fn set_chosen(state: &mut State, sha256: String) -> Vec<Effect> {
    state.drafts.chosen_set = sha256;
    Vec::new()
}

pub(crate) fn noticed(state: &mut State, notice: Notice) -> Vec<Effect> {
    state.frame.notice = Some(notice);
    Vec::new()
}

pub(crate) fn refusal_dismissed(state: &mut State) -> Vec<Effect> {
    state.importing.refusal = None;
    Vec::new()
}

pub(crate) fn file_held(state: &mut State, held: bool) -> Vec<Effect> {
    state.importing.file_held = held;
    Vec::new()
}
