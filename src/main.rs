//! Opens the door to the browser, mounts the application, and does what its state asks for.
#![allow(missing_docs, reason = "a binary has no public items")]

mod effects;

use std::cell::RefCell;
use std::rc::Rc;
use tu_cham::document::event::DocumentEvent;
use tu_cham::features::importing::event::ImportEvent;
use tu_cham::features::samples::event::SampleEvent;

use formats::shared_copy::{DATA_BLOCK, SET_BLOCK};
use formats::{builtin, set_file};
use platform::{clock, file_handle, identity, page, preferences, rescue, text};
use scoring::loaded_set::LoadedSet;
use scoring::text::Language;
use tu_cham::document::saving::StorageScope;
use tu_cham::document::sets::Sets;
use tu_cham::shell::event::AppEvent;
use tu_cham::shell::frame::Frame;
use tu_cham::shell::page::{Page, PageNumbers};
use tu_cham::shell::state::State;
use tu_cham::shell::store::{Ports, Store};
use tu_cham::shell::theme::Theme;
use tu_cham::shell::view::{Connected, ConnectedProps};

use crate::effects::runner::EffectRunner;

fn main() {
    // Yew puts a hook of its own in place unless it is told of one.
    yew::set_custom_panic_hook(Box::new(rescue::report_panic));
    let Some(root) = page::element("app") else { return };
    // A set that the file carries comes first. A test holds that the built-in one reads; without any there is nothing to
    // show, and the page says so by itself.
    let set_text = page::embedded(SET_BLOCK).unwrap_or_default();
    let carried = if set_text.is_empty() { None } else { set_file::read_text(&set_text).ok() };
    let set_is_broken = carried.is_none() && !set_text.is_empty();
    let sets: Vec<Rc<LoadedSet>> = carried.into_iter().chain(builtin::load()).map(Rc::new).collect();
    let Some(first) = sets.first() else { return };
    let mut state = State::new(Rc::clone(first));
    state.sets = Sets::new(sets);
    state.frame.language = language();
    state.frame.theme = theme();
    if page::keeps_by_path() {
        state.drafts.storage_scope = StorageScope::ByPath;
    }
    state.linked_files.offered = file_handle::is_supported();
    state.frame.page = Page::of_address(&page::address());
    state.frame.site = page::site();
    if page::numbers_pages() {
        state.frame.page_numbers = PageNumbers::Printed;
    }
    page::set_language(state.frame.language.code());

    let runner = Rc::new(EffectRunner::default());
    let performer = Rc::clone(&runner);
    let ports = Ports {
        now: clock::now,
        uuid: identity::uuid,
        compose: text::nfc,
        drawing: rescue::drawing,
        perform: Box::new(move |effect| performer.perform(effect)),
    };
    let store = Store::new(state, ports);
    runner.connect(&store);
    LISTENERS.with(|kept| kept.borrow_mut().extend(effects::listeners::listen(&store, &runner)));

    wasm_bindgen_futures::spawn_local(async move {
        let stored = runner.open_storage().await;
        if stored.available {
            runner.join();
        }
        store.dispatch(AppEvent::Document(DocumentEvent::Started(Box::new(stored))));
        // A sample that the address names stands from the first: what lies under it is not shown meanwhile.
        let first = AppEvent::of_address(page::address());
        if matches!(first, AppEvent::Sample(SampleEvent::Reached { .. })) {
            store.dispatch(first);
        }
        // Until now the page's own words stood there: drawn once, with what is known, nothing moves under the eye.
        let frame = ConnectedProps::of::<Frame>(Rc::clone(&store), ());
        yew::Renderer::<Connected>::with_root_and_props(root, frame).render();
        // Yew draws before the next turn of the event loop, so the page is ready then.
        clock::after(0, page::set_ready).forget();
        // The first address may name a place on its page, which stands only now.
        store.dispatch(AppEvent::of_address(page::address()));
        // Data that the file carries is offered: nothing is changed by opening the file.
        if let Some(text) = page::embedded(DATA_BLOCK) {
            let opened = preferences::get(effects::runner::OPENED_EMBEDDED).unwrap_or_default();
            store.dispatch(AppEvent::Import(ImportEvent::EmbeddedFound {
                name: page::file_name(),
                text,
                opened,
            }));
        }
        if set_is_broken {
            store.dispatch(AppEvent::Import(ImportEvent::EmbeddedSetBroken(page::file_name())));
        }
    });
}

thread_local! {
    /// What the page listens to, for as long as it is open.
    static LISTENERS: RefCell<Vec<gloo::events::EventListener>> = const { RefCell::new(Vec::new()) };
}

/// The language chosen before, else Vietnamese: many a browser here speaks English to people who do not.
fn language() -> Language {
    let chosen = preferences::get(effects::runner::LANGUAGE);
    chosen.as_deref().and_then(Language::from_code).unwrap_or_default()
}

/// The theme chosen before.
fn theme() -> Theme {
    let chosen = preferences::get(effects::runner::THEME);
    Theme::ALL
        .into_iter()
        .find(|(word, _)| Some(*word) == chosen.as_deref())
        .map(|(_, theme)| theme)
        .unwrap_or_default()
}
