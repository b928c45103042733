//! The page on which the set is read and examples are played with.

use std::rc::Rc;

use crate::features::reference::event::ReferenceEvent;
use crate::features::reference::state::Reference;
use crate::shell::effect::Effect;
use crate::shell::state::State;
use formats::builtin::FILE;
use formats::file_name::set_name;
use scoring::loaded_set::LoadedSet;

/// Keeps the page, while it is shown, one on the set of the open document: begun when it is first reached, and anew on another set.
pub(crate) fn sync(state: &mut State) {
    let State { reference, document, .. } = state;
    match reference {
        Some(page) if Rc::ptr_eq(&page.loaded, document.loaded()) => page.follow(document.assessment()),
        _ => *reference = Some(Reference::begin(document.loaded(), document.assessment())),
    }
}

pub(crate) fn update(state: &mut State, event: ReferenceEvent) -> Vec<Effect> {
    let State { reference: Some(page), document, .. } = state else { return Vec::new() };
    let assessment = document.assessment();
    match event {
        ReferenceEvent::LevelChosen(level) => page.choose_level(level, assessment),
        ReferenceEvent::YearChosen(year) => page.choose_year(year, assessment),
        ReferenceEvent::SearchTyped(words) => page.search(words),
        ReferenceEvent::FigureTyped(id, field, text) => page.put(&id, field, text),
        ReferenceEvent::Restored(id) => page.restore(&id),
        ReferenceEvent::DownloadPressed => return vec![download(&page.loaded)],
    }
    Vec::new()
}

/// Hands the set's file over, as it was written: a start for authors.
fn download(loaded: &LoadedSet) -> Effect {
    let text = if loaded.text.is_empty() { FILE } else { &loaded.text };
    let name = set_name(&loaded.set.id, &loaded.set.edition);
    Effect::Download { name, text: text.to_owned() }
}

/// Brings the target that an address names into view.
pub(crate) fn reach(state: &mut State, place: String) -> Option<Effect> {
    sync(state);
    let State { reference: Some(page), document, .. } = state else { return None };
    page.uncover(&place, document.assessment()).then_some(Effect::ScrollTo(place))
}
