//! The page around the application: its root element, address, keys, drops, and when it is hidden.
//!
//! Listeners live as long as what is returned is kept.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Document, DragEvent, Element, Event, EventTarget, File, HtmlElement, HtmlInputElement, KeyboardEvent,
    Location, VisibilityState,
};

use super::files;

/// Marks that the first view accepts input: `<html data-ready="true">`.
pub fn set_ready() {
    mark("data-ready", Some("true"));
}

/// The language of the page, as in `<html lang="vi">`.
pub fn set_language(language: &str) {
    mark("lang", Some(language));
}

/// The theme chosen, `<html data-theme="dark">`; `None` follows the system.
pub fn set_theme(theme: Option<&str>) {
    mark("data-theme", theme);
}

/// Sets or removes an attribute of `<html>`.
pub fn mark(attribute: &str, value: Option<&str>) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // Only a name that is no attribute's name can be refused.
        let _ = match value {
            Some(value) => root.set_attribute(attribute, value),
            None => root.remove_attribute(attribute),
        };
    }
}

/// The text of an inert block such as `<script type="application/json" id="…">`; `None` if it is missing or blank.
pub fn embedded(id: &str) -> Option<String> {
    let text = document()?.get_element_by_id(id)?.text_content()?;
    (!text.trim().is_empty()).then_some(text)
}

/// The text of the style or script element that the file numbers so (`data-part`), as it stands in the file: what an
/// extension puts into the page bears no number.
pub fn part(number: usize) -> Option<String> {
    find(&["[data-part=\"", &number.to_string(), "\"]"].concat())?.text_content()
}

/// Whether the page was opened from disk.
pub fn is_from_disk() -> bool {
    location().and_then(|location| location.protocol().ok()).is_some_and(|protocol| protocol == "file:")
}

/// The element of an id.
pub fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// The name of the file that the page was opened from; blank where the address names none.
pub fn file_name() -> String {
    let path = location().and_then(|location| location.pathname().ok()).unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default();
    js_sys::decode_uri_component(name).map_or_else(|_| name.to_owned(), String::from)
}

/// Whether a key was pressed in a field where text is typed, which has an undo of its own.
pub fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let selector = "textarea, select, input:not([type=radio]):not([type=checkbox]):not([type=file])";
    target.is_some_and(|target| target.matches(selector).unwrap_or(false))
}

/// Whether a key was pressed in any field, those that are chosen from included: arrows move in them.
pub fn is_in_field(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.matches("textarea, select, input").unwrap_or(false))
}

/// Whether a key was pressed on what is pressed itself: a button, a link, the head of what folds.
pub fn is_on_button(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target
        .is_some_and(|target| target.closest("button, a, summary, label").is_ok_and(|found| found.is_some()))
}

/// Calls back when a file is chosen in the file field of a name, wherever it stands on the page.
pub fn on_file_chosen(name: &'static str, callback: impl Fn(&Event) + 'static) -> Option<EventListener> {
    let document = document()?;
    Some(EventListener::new(&document, "change", move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if target.is_some_and(|field| field.type_() == "file" && field.name() == name) {
            callback(event);
        }
    }))
}

/// The element that has the keyboard's focus.
pub fn active_element() -> Option<Element> {
    document()?.active_element()
}

/// Has what the element of an id says read aloud, once.
pub fn say(id: &str) {
    let text = element(id).and_then(|element| element.text_content()).unwrap_or_default();
    if let Some(place) = element("said") {
        place.set_text_content(Some(&text));
    }
}

/// Whether any element has the keyboard's focus: an element that is taken away leaves it to the page's body.
pub fn has_focus() -> bool {
    active_element().is_some_and(|element| element.tag_name() != "BODY")
}

/// Whether somebody points at the first element of this selector, has the focus in it, or can't see it as the page is hidden.
pub fn is_attended(selector: &str) -> bool {
    let hidden = document().is_some_and(|document| document.visibility_state() == VisibilityState::Hidden);
    hidden || find(&[selector, ":hover, ", selector, ":focus-within"].concat()).is_some()
}

/// How many letters the first element of this selector holds.
pub fn text_length(selector: &str) -> usize {
    let text = find(selector).and_then(|element| element.text_content());
    text.map_or(0, |text| text.chars().count())
}

/// Calls with each element that gets the keyboard's focus.
#[must_use = "dropping the listener removes it"]
pub fn on_focus(callback: impl Fn(Element) + 'static) -> Option<EventListener> {
    let page = document()?;
    Some(EventListener::new(&page, "focusin", move |event| {
        if let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
            callback(element);
        }
    }))
}

/// Moves the keyboard's focus to an element; says whether it could.
pub fn focus_element(element: &Element) -> bool {
    element.dyn_ref::<HtmlElement>().is_some_and(|element| element.is_connected() && element.focus().is_ok())
}

/// Moves the keyboard's focus to the first element of this selector; says whether there is one.
pub fn focus(selector: &str) -> bool {
    find(selector)
        .and_then(|element| element.dyn_into::<HtmlElement>().ok())
        .is_some_and(|element| element.focus().is_ok())
}

/// Scrolls the first element of this selector to the top of the view; says whether there is one.
pub fn scroll_into_view(selector: &str) -> bool {
    find(selector).is_some_and(|element| {
        element.scroll_into_view();
        true
    })
}

/// Brings the last of what a selector finds into view, by its end: what is taller begins above. Where there is none, what
/// the other selector finds.
pub fn reveal(beginning: &str, added: &str) -> bool {
    let all = document().and_then(|document| document.query_selector_all(added).ok());
    let last = all.and_then(|all| all.get(all.length().checked_sub(1)?));
    let Some(last) = last.and_then(|node| node.dyn_into::<Element>().ok()) else {
        return scroll_into_view(beginning);
    };
    last.scroll_into_view_with_bool(false);
    true
}

/// The part of the address after the path, with its `#`: "#/ket-qua", or "".
pub fn address() -> String {
    location().and_then(|location| location.hash().ok()).unwrap_or_default()
}

/// Where the page is served from, up to and without a `?` or `#`; blank when it was opened from disk.
pub fn site() -> String {
    let site = || {
        let location = location()?;
        let served = location.protocol().ok()?.starts_with("http");
        served.then(|| Some([location.origin().ok()?, location.pathname().ok()?].concat()))?
    };
    site().unwrap_or_default()
}

/// Puts an address (see [`address`]) in the place of the present one in the browser's history. Nobody is called back.
pub fn replace_address(address: &str) {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        // A browser that refuses, because of too many in a row, keeps the old one.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(address));
    }
}

/// Calls with the new [`address`] each time it changes, by a link or the back button.
#[must_use = "dropping the listener removes it"]
pub fn on_address(callback: impl Fn(String) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "hashchange", move |_| callback(address())))
}

/// Calls when the page is hidden or left, perhaps for good; it may be called twice for one leaving.
#[must_use = "dropping the listeners removes them"]
pub fn on_hide(callback: impl Fn() + 'static) -> Vec<EventListener> {
    let (Some(window), Some(document)) = (web_sys::window(), document()) else { return Vec::new() };
    let callback = Rc::new(callback);
    let hide = Rc::clone(&callback);
    let watched = document.clone();
    vec![
        EventListener::new(&window, "pagehide", move |_| callback()),
        EventListener::new(&document, "visibilitychange", move |_| {
            if watched.visibility_state() == VisibilityState::Hidden {
                hide();
            }
        }),
    ]
}

/// Asks when the page is about to be left whether to remind the user: the browser then asks in its own words. Nothing
/// else can hold anybody back.
#[must_use = "dropping the listener removes it"]
pub fn on_leave(remind: impl Fn() -> bool + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(listen(&window, "beforeunload", move |event: &Event| {
        if remind() {
            event.prevent_default();
            // Older browsers ask only for this.
            let _ = js_sys::Reflect::set(event, &"returnValue".into(), &true.into());
        }
    }))
}

/// Asks the browser not to clear by itself what it keeps of this page; where it can't be asked, nothing happens.
pub fn persist_storage() {
    let ask = || -> Result<Promise, JsValue> {
        let navigator = web_sys::window().ok_or(JsValue::NULL)?.navigator();
        let storage = Reflect::get(&navigator, &"storage".into())?;
        let persist: Function = Reflect::get(&storage, &"persist".into())?.dyn_into()?;
        let asked: Promise = persist.call0(&storage)?.dyn_into()?;
        Ok(asked)
    };
    if let Ok(asked) = ask() {
        // Refused or granted, drafts are stored all the same.
        spawn_local(async move { drop(JsFuture::from(asked).await) });
    }
}

/// Whether this browser keeps what is stored apart for each place that the file is opened from: Firefox does, from disk.
pub fn keeps_by_path() -> bool {
    let from_disk =
        location().and_then(|location| location.protocol().ok()).is_some_and(|kind| kind == "file:");
    let agent = web_sys::window().and_then(|window| window.navigator().user_agent().ok()).unwrap_or_default();
    from_disk && agent.contains("Firefox/")
}

/// Prints the page, as the browser's own command does.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // A browser that may not print leaves the page as it is.
        let _ = window.print();
    }
}

/// Whether this browser prints what style sheets put into the margins of pages, such as their numbers.
pub fn numbers_pages() -> bool {
    web_sys::window()
        .is_some_and(|window| js_sys::Reflect::has(&window, &"CSSMarginRule".into()).unwrap_or(false))
}

/// Takes files dropped anywhere on the page, which the browser would open in its place otherwise.
///
/// `over` is called with `true` when files come over the page and with `false` when they leave it or are dropped;
/// `dropped` with the files. Dragged text is left to the browser.
#[must_use = "dropping the listeners removes them"]
pub fn on_drop_file(
    dropped: impl Fn(Vec<File>) + 'static,
    over: impl Fn(bool) + 'static,
) -> Vec<EventListener> {
    let Some(document) = document() else { return Vec::new() };
    let inside = Cell::new(false);
    let over = Rc::new(move |now: bool| {
        if inside.replace(now) != now {
            over(now);
        }
    });
    let (entered, left) = (Rc::clone(&over), Rc::clone(&over));
    vec![
        listen(&document, "dragover", move |event: &DragEvent| {
            if files::carries_files(event) {
                event.prevent_default();
                entered(true);
            }
        }),
        // Leaving one element for another names the other; leaving the page names none.
        listen(&document, "dragleave", move |event: &DragEvent| {
            if event.related_target().is_none() {
                left(false);
            }
        }),
        listen(&document, "drop", move |event: &DragEvent| {
            over(false);
            if files::carries_files(event) {
                event.prevent_default();
                dropped(files::dropped(event));
            }
        }),
    ]
}

/// Calls for each key pressed anywhere on the page; the callback may prevent what the browser would do.
#[must_use = "dropping the listener removes it"]
pub fn on_key(callback: impl Fn(&KeyboardEvent) + 'static) -> Option<EventListener> {
    document().map(|document| listen(&document, "keydown", callback))
}

/// Listens for events of one kind, and may prevent what the browser would do.
fn listen<E: JsCast + 'static>(
    target: &EventTarget,
    name: &'static str,
    callback: impl Fn(&E) + 'static,
) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(target, name, options, move |event: &Event| {
        // Chromium's autofill sends a "keydown" that is no keyboard event and has no key.
        if let Some(event) = event.dyn_ref() {
            callback(event);
        }
    })
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn find(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok()?
}

fn location() -> Option<Location> {
    Some(web_sys::window()?.location())
}
