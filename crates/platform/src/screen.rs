//! The whole screen for the page, where the browser lets it.

use gloo::events::EventListener;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Fills the screen with the page, or gives it back. It asks before the call returns, so a call from a click still counts as
/// the user's own; a browser that refuses leaves things as they are.
pub fn fill(on: bool) {
    if is_filled() == on {
        return;
    }
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let asked = if on {
        document.document_element().and_then(|root| ask(&root, "requestFullscreen").ok())
    } else {
        ask(&document, "exitFullscreen").ok()
    };
    if let Some(promise) = asked {
        spawn_local(async move {
            let _ = JsFuture::from(promise).await;
        });
    }
}

fn ask(whom: &JsValue, what: &str) -> Result<Promise, JsValue> {
    let method: Function = Reflect::get(whom, &what.into())?.dyn_into()?;
    method.call0(whom)?.dyn_into()
}

/// Whether the page fills the screen.
fn is_filled() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let element = document.and_then(|document| Reflect::get(&document, &"fullscreenElement".into()).ok());
    element.is_some_and(|element| element.is_truthy())
}

/// Calls back when the browser has given the screen back by itself, as it does for Escape.
pub fn on_left(callback: impl Fn() + 'static) -> Option<EventListener> {
    let document = web_sys::window()?.document()?;
    Some(EventListener::new(&document, "fullscreenchange", move |_| {
        if !is_filled() {
            callback();
        }
    }))
}
