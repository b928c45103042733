//! What happens to fields besides typing: values that are put in without an event, what was read said aloud, sliders that a
//! finger passes over.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use platform::{clock, page};
use tu_cham::features::entry::event::EntryEvent;
use tu_cham::shell::store::Store;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, HtmlInputElement};

use scoring::target_set::TargetId;

/// How long nothing is typed before what was read of a figure is said, in milliseconds: said at every key it would only
/// disturb.
const SAY_AFTER: u32 = 1000;

/// Listens for as long as what is returned is kept.
pub fn listen(store: &Rc<Store>) -> Vec<EventListener> {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return Vec::new() };
    let mut listeners = Vec::new();
    for name in ["input", "change", "focusout"] {
        let store = Rc::clone(store);
        listeners.push(on(&document, name, move |event| take_unheard(&store, event)));
    }
    let waiting = RefCell::new(None);
    listeners.push(on(&document, "input", move |event| {
        if let Some(figure) = field_of(event).filter(is_figure) {
            let read = [&figure.id(), "-read"].concat();
            waiting.replace(Some(clock::after(SAY_AFTER, move || page::say(&read))));
        }
    }));
    let touched = Rc::new(RefCell::new(None));
    let before = Rc::clone(&touched);
    listeners.push(on(&document, "pointerdown", move |event| {
        let slider = field_of(event).filter(|field| field.type_() == "range");
        before.replace(slider.map(|slider| (slider.value(), slider)));
    }));
    // The finger went on to scroll the page: where it began is no choice.
    listeners.push(on(&document, "pointercancel", move |_| {
        if let Some((value, slider)) = touched.take().filter(|(value, slider)| slider.value() != *value) {
            slider.set_value(&value);
            tell(&slider);
        }
    }));
    listeners
}

fn on(document: &Document, name: &'static str, callback: impl Fn(&Event) + 'static) -> EventListener {
    EventListener::new_with_options(document, name, EventListenerOptions::run_in_capture_phase(), callback)
}

/// The field that an event came from.
fn field_of(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}

fn is_figure(field: &HtmlInputElement) -> bool {
    field.has_attribute("data-figure") && field.type_() == "text"
}

/// Takes what a program (a filler of forms, an aid for reading or writing) has put into fields without telling. Figures of a
/// row are looked at before another of them is typed into, for the next drawing of the row would put back what was known,
/// and when one of them is left; all other fields when they change.
fn take_unheard(store: &Rc<Store>, event: &Event) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let is_text = target.matches("input[type=text]:not([data-figure]), input[type=date], textarea");
    match (target.closest("article[data-target]").ok().flatten(), event.type_().as_str()) {
        (_, "change") if is_text.unwrap_or(false) => tell(&target),
        (Some(row), "input") => {
            // Told after the event itself, which reads its own field: no drawing may come between.
            let unheard = unheard(store, &row, Some(&target));
            if !unheard.is_empty() {
                let store = Rc::clone(store);
                clock::after(0, move || dispatch_all(&store, unheard)).forget();
            }
        }
        (Some(row), _) => {
            // Once drawn: until then the fields may be behind what is known.
            let store = Rc::clone(store);
            clock::after(0, move || dispatch_all(&store, unheard(&store, &row, None))).forget();
        }
        (None, _) => {}
    }
}

fn dispatch_all(store: &Store, events: Vec<EntryEvent>) {
    for event in events {
        store.dispatch(event);
    }
}

/// The figures of a row, besides that of one field, that are others than is known.
fn unheard(store: &Store, row: &Element, besides: Option<&Element>) -> Vec<EntryEvent> {
    let Some(id) = row.get_attribute("data-target").map(|id| TargetId::new(&id)) else { return Vec::new() };
    let Ok(figures) = row.query_selector_all("input[data-figure][type=text]") else { return Vec::new() };
    let figures = (0..figures.length()).filter_map(|place| figures.get(place)?.dyn_into().ok());
    let differs = |figure: HtmlInputElement| {
        let name = figure.name();
        let field = name.strip_prefix(&*id)?.strip_prefix('.')?;
        let text = figure.value();
        let is_known =
            store.read(|state| state.document.answer(&id).map_or("", |answer| answer.figure(field)) == text);
        let is_heard = is_known || figure.dyn_ref() == besides;
        (!is_heard).then(|| EntryEvent::FigureTyped { target: id.clone(), field: field.to_owned(), text })
    };
    figures.filter_map(differs).collect()
}

/// Tells those who listen to a field that its value is another.
fn tell(field: &Element) {
    let made = web_sys::EventInit::new();
    made.set_bubbles(true);
    if let Ok(event) = Event::new_with_event_init_dict("input", &made) {
        // Nobody refuses it.
        let _ = field.dispatch_event(&event);
    }
}
