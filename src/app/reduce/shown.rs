//! Actions that change only what is shown.

use super::{places, sets};
use crate::app::choices::{Filter, Theme};
use crate::app::dialog::Dialog;
use crate::app::effect::{Effect, Preference};
use crate::app::notice::Notice;
use crate::app::own_text::{Fingerprint, Purpose};
use crate::app::page::{Address, Page};
use crate::app::results::{Column, Standing};
use crate::app::state::State;
use scoring::target_set::TargetId;
use scoring::text::Language;

pub(super) fn details_toggled(state: &mut State, target: TargetId) -> Vec<Effect> {
    if state.details.contains(&target) {
        state.details.retain(|open| *open != target);
    } else {
        state.details.push(target);
    }
    Vec::new()
}

pub(super) fn filter_chosen(state: &mut State, filter: Filter) -> Vec<Effect> {
    state.filter = filter;
    state.choose_shown();
    Vec::new()
}

pub(super) fn search_typed(state: &mut State, words: String) -> Vec<Effect> {
    state.search = words;
    state.choose_shown();
    Vec::new()
}

pub(super) fn results_sorted(state: &mut State, column: Column) -> Vec<Effect> {
    state.results.choose(column);
    Vec::new()
}

pub(super) fn results_filtered(state: &mut State, standing: Standing) -> Vec<Effect> {
    state.results.standing = standing;
    Vec::new()
}

pub(super) fn page_reached(state: &mut State, page: Page, place: Option<String>) -> Vec<Effect> {
    state.page = page;
    state.address = Address::Page;
    let mut effects: Vec<_> = place.and_then(|place| places::reach(state, place)).into_iter().collect();
    // The guide says it at its end. It costs the reading of the whole file, so it is asked for only there.
    if page == Page::Guide && state.fingerprint == Fingerprint::NotAsked {
        state.fingerprint = Fingerprint::Awaited;
        effects.push(Effect::ReadOwnText(Purpose::Fingerprint));
    }
    effects
}

pub(super) fn language_chosen(state: &mut State, language: Language) -> Vec<Effect> {
    state.language = language;
    vec![Effect::Remember(Preference::Language, language.code().to_owned())]
}

pub(super) fn theme_chosen(state: &mut State, theme: Theme) -> Vec<Effect> {
    state.theme = theme;
    vec![Effect::Remember(Preference::Theme, theme.word().to_owned())]
}

pub(super) fn dialog_set(state: &mut State, dialog: Option<Dialog>) -> Vec<Effect> {
    let offered = if dialog == Some(Dialog::Drafts) { sets::offer(state) } else { None };
    state.dialog = dialog;
    offered.into_iter().collect()
}

pub(super) fn set_chosen(state: &mut State, sha256: String) -> Vec<Effect> {
    state.chosen_set = sha256;
    Vec::new()
}

pub(super) fn noticed(state: &mut State, notice: Notice) -> Vec<Effect> {
    state.notice = Some(notice);
    Vec::new()
}

pub(super) fn refusal_dismissed(state: &mut State) -> Vec<Effect> {
    state.refusal = None;
    Vec::new()
}

pub(super) fn file_held(state: &mut State, held: bool) -> Vec<Effect> {
    state.file_held = held;
    Vec::new()
}
