//! What the page listens to outside its own components.

use crate::effects::{fields, last_year};
use std::rc::Rc;
use tu_cham::document::event::DocumentEvent;
use tu_cham::features::importing::event::ImportEvent;
use tu_cham::shell::frame::event::FrameEvent;

use gloo::events::EventListener;
use platform::{files, page, preferences, screen};
use tu_cham::features::exercises::event::ExerciseEvent;
use tu_cham::features::exporting::event::ExportEvent;
use tu_cham::features::importing::choice::ImportChoice;
use tu_cham::features::pasting::event::PasteEvent;
use tu_cham::features::presentation::event::PresentationEvent;
use tu_cham::features::presentation::keys::{Focus, key as show_key};
use tu_cham::shell::dialog::{Cover, Dialog};
use tu_cham::shell::event::AppEvent;
use tu_cham::shell::state::State;
use tu_cham::shell::store::Store;
use tu_cham::ui::focus::is_input_method;
use web_sys::{File, KeyboardEvent};

use crate::effects::runner::{EXERCISES, EffectRunner};

/// Listens for as long as what is returned is kept.
pub fn listen(store: &Rc<Store>, runner: &Rc<EffectRunner>) -> Vec<EventListener> {
    let mut listeners = Vec::new();
    let goes = Rc::clone(store);
    listeners.extend(page::on_address(move |address| {
        goes.dispatch(AppEvent::of_address(address));
    }));
    let others = Rc::clone(store);
    listeners.extend(preferences::on_set(EXERCISES, move |text| {
        others.dispatch(AppEvent::Exercise(ExerciseEvent::KeptElsewhere(text)));
    }));
    let presses = Rc::clone(store);
    listeners.extend(page::on_key(move |event| pressed(&presses, event)));
    let notes = Rc::clone(runner);
    listeners.extend(page::on_focus(move |element| notes.notices.focused(element)));
    listeners.extend(fields::listen(store));
    let gives = Rc::clone(store);
    listeners.extend(screen::on_left(move || {
        gives.dispatch(AppEvent::Presentation(PresentationEvent::ScreenLeft));
    }));
    let hides = Rc::clone(runner);
    listeners.extend(page::on_hide(move || hides.hide()));
    let (leaves, stays) = (Rc::clone(store), Rc::clone(runner));
    listeners.extend(page::on_leave(move || {
        // Where no copy can be left, the page says so under the browser's question.
        stays.hide();
        leaves.read(State::is_unfiled)
    }));
    let chooses = Rc::clone(runner);
    listeners.extend(page::on_file_chosen("import", move |event| {
        if let Some(file) = files::chosen(event) {
            chooses.take_file(file);
        }
        // The same file can be chosen again.
        files::clear_chosen(event);
    }));
    let compares = Rc::clone(store);
    listeners.extend(page::on_file_chosen("last-year", move |event| {
        if let Some(file) = files::chosen(event) {
            last_year::read(Rc::clone(&compares), file);
        }
        files::clear_chosen(event);
    }));
    let (drops, holds, refuses) = (Rc::clone(runner), Rc::clone(store), Rc::clone(store));
    listeners.extend(page::on_drop_file(
        move |files| match files.as_slice() {
            [] => {}
            [file] => drops.take_file(file.clone()),
            [_, _, ..] => {
                let names = files.iter().map(File::name).collect();
                refuses.dispatch(AppEvent::Import(ImportEvent::SeveralDropped(names)));
            }
        },
        move |held| holds.dispatch(AppEvent::Import(ImportEvent::FileHeld(held))),
    ));
    listeners
}

/// Escape closes what lies over the page; Ctrl+Z and Ctrl+Y undo and redo outside of fields, which have their own.
fn pressed(store: &Store, event: &KeyboardEvent) {
    if is_input_method(event) || event.default_prevented() {
        return;
    }
    // A presenter's remote begins a show by F5: the one that runs must not be loaded anew.
    if event.key() == "F5" && is_shown(store) && !event.ctrl_key() {
        event.prevent_default();
        return;
    }
    if let Some(happened) = shown(store, event) {
        event.prevent_default();
        store.dispatch(AppEvent::Presentation(happened));
        return;
    }
    let with_control = event.ctrl_key() || event.meta_key();
    let key = event.key();
    match key.as_str() {
        "Escape" => {
            if let Some(leaves) = store.read(|state| leaving(state.cover(), state.frame.dialog.as_ref())) {
                event.prevent_default();
                store.dispatch(leaves);
            }
        }
        "z" | "Z" | "y" | "Y" if with_control && !page::is_typing(event) => {
            event.prevent_default();
            let redo = event.shift_key() || key.eq_ignore_ascii_case("y");
            store.dispatch(if redo {
                AppEvent::Document(DocumentEvent::RedoPressed)
            } else {
                AppEvent::Document(DocumentEvent::UndoPressed)
            });
        }
        // The browser would save the page without what was typed into it.
        "s" | "S" if with_control && !event.alt_key() => {
            event.prevent_default();
            if store.read(|state| state.cover().is_none()) {
                store.dispatch(AppEvent::Export(ExportEvent::JsonPressed));
            }
        }
        _ => {}
    }
}

/// Whether a show runs and nothing lies over it.
fn is_shown(store: &Store) -> bool {
    store.read(|state| state.presentation.is_on() && state.cover().is_none())
}

/// What a key means to the show, while it runs and nothing lies over it.
fn shown(store: &Store, event: &KeyboardEvent) -> Option<PresentationEvent> {
    let with_others = event.ctrl_key() || event.meta_key() || event.alt_key();
    let focus = if page::is_in_field(event) {
        Focus::Field
    } else if page::is_on_button(event) {
        Focus::Button
    } else {
        Focus::Page
    };
    (is_shown(store) && !with_others).then(|| show_key(&event.key(), focus))?
}

/// What Escape leaves: a preview, else the dialog; a question goes back to the list it came from.
fn leaving(cover: Option<Cover>, dialog: Option<&Dialog>) -> Option<AppEvent> {
    match cover {
        Some(Cover::Preview) => return Some(AppEvent::Import(ImportEvent::Chosen(ImportChoice::Cancel))),
        Some(Cover::PastedTable) => return Some(AppEvent::Paste(PasteEvent::Cancelled)),
        Some(
            Cover::Drafts | Cover::Versions | Cover::Question | Cover::Send | Cover::Link | Cover::SetFaults,
        )
        | None => {}
    }
    match dialog? {
        Dialog::Drafts
        | Dialog::Versions
        | Dialog::FileChanged
        | Dialog::Link(_)
        | Dialog::Send
        | Dialog::SetFaults(_) => Some(AppEvent::Frame(FrameEvent::DialogSet(None))),
        Dialog::RemoveDraft(_) | Dialog::RemoveAll => {
            Some(AppEvent::Frame(FrameEvent::DialogSet(Some(Dialog::Drafts))))
        }
    }
}
