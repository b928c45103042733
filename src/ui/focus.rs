//! Reading fields from events, and going from figure to figure by keyboard.

use gloo::timers::callback::Timeout;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Document, Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement,
    KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition,
};

/// Whether a key belongs to an input method: it composes letters, or has taken the key (code 229, also where the browser
/// does not say that it composes).
pub fn is_input_method(event: &KeyboardEvent) -> bool {
    const TAKEN: u32 = 229;
    event.is_composing() || event.key_code() == TAKEN
}

/// What now stands in the field that an event came from.
pub fn value(event: &Event) -> String {
    let Some(target) = event.target() else { return String::new() };
    if let Some(field) = target.dyn_ref::<HtmlInputElement>() {
        return field.value();
    }
    if let Some(field) = target.dyn_ref::<HtmlTextAreaElement>() {
        return field.value();
    }
    target.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value).unwrap_or_default()
}

/// Sets the choice of the list of a name.
pub fn set_list(name: &str, value: &str) {
    let page = web_sys::window().and_then(|window| window.document());
    let list =
        page.and_then(|page| page.query_selector(&["select[name=", name, "]"].concat()).ok().flatten());
    let list = list.and_then(|list| list.dyn_into::<HtmlSelectElement>().ok());
    if let Some(list) = list.filter(|list| list.value() != value) {
        list.set_value(value);
    }
}

/// Whether the box that an event came from is ticked.
pub fn is_checked(event: &Event) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::checked))
        .unwrap_or(false)
}

/// Shows the page from its top, once the address that a link leads to is reached: the place that is left is the browser's to
/// remember.
pub fn to_top() {
    let top = || {
        if let Some(window) = web_sys::window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
    };
    Timeout::new(0, top).forget();
}

/// The page that an event happened on.
fn page_of(event: &Event) -> Option<Document> {
    event.target().and_then(|target| target.dyn_into::<Element>().ok()).and_then(|here| here.owner_document())
}

/// Goes on to the next figure of the page, or back to the one before; `false` at the end.
pub fn go_to_next_figure(event: &Event, back: bool) -> bool {
    let Some(here) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
        return false;
    };
    let Some(figures) = here.owner_document().and_then(|page| page.query_selector_all("[data-figure]").ok())
    else {
        return false;
    };
    let at =
        (0..figures.length()).find(|index| figures.item(*index).is_some_and(|node| node == *here.as_ref()));
    let next = match (at, back) {
        (Some(at), false) => at.checked_add(1),
        (Some(at), true) => at.checked_sub(1),
        (None, _) => None,
    };
    let next =
        next.and_then(|index| figures.item(index)).and_then(|node| node.dyn_into::<HtmlElement>().ok());
    let Some(next) = next else { return false };
    // First the focus, which brings the field into sight: selecting takes the focus too, but leaves the page where it is.
    let went = next.focus().is_ok();
    if let Some(field) = next.dyn_ref::<HtmlInputElement>().filter(|field| field.type_() == "text") {
        field.select();
    }
    // Firefox by itself is content with a figure of which one line of pixels is in view.
    let whole = ScrollIntoViewOptions::new();
    whole.set_block(ScrollLogicalPosition::Nearest);
    next.scroll_into_view_with_scroll_into_view_options(&whole);
    went
}

/// Goes to the first figure of the page; where it has none, to what the page is about.
pub fn go_to_first_figure(event: &Event) {
    let page = page_of(event);
    let of = |page: &Document| {
        let figure = page.query_selector("[data-figure]").ok().flatten();
        figure.or_else(|| page.get_element_by_id("figures"))
    };
    let first = page.as_ref().and_then(of);
    if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
        // A figure that can't take the focus leaves it where it is.
        let _ = first.focus();
    }
}

/// Opens the chooser of files, as a press on its button in the tools does; a label alone takes no keys.
pub fn choose_file(event: &Event) {
    let page = page_of(event);
    let chooser = page
        .and_then(|page| page.get_element_by_id("import"))
        .and_then(|chooser| chooser.dyn_into::<HtmlElement>().ok());
    if let Some(chooser) = chooser {
        chooser.click();
    }
}

/// Goes to the element of an id.
pub fn go_to(event: &Event, id: &str) {
    let page = page_of(event);
    let place = page
        .and_then(|page| page.get_element_by_id(id))
        .and_then(|place| place.dyn_into::<HtmlElement>().ok());
    if let Some(place) = place {
        // An element that can't take the focus leaves it where it is.
        let _ = place.focus();
    }
}

/// Shows the element of an id on the whole screen, until the user leaves it; where the browser has no such thing it stays as
/// it is.
pub fn fill_screen(event: &Event, id: &str) {
    let element = page_of(event).and_then(|page| page.get_element_by_id(id));
    let Some(element) = element else { return };
    let asked = Reflect::get(&element, &"requestFullscreen".into())
        .and_then(JsCast::dyn_into::<Function>)
        .and_then(|ask| ask.call0(&element))
        .and_then(JsCast::dyn_into::<Promise>);
    if let Ok(asked) = asked {
        // A refusal that nobody waits for would count as an error of the page.
        spawn_local(async move { drop(JsFuture::from(asked).await) });
    }
}
