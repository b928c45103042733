//! When the program itself breaks: tells the page, so that plain script there can help the user.

use std::panic::PanicHookInfo;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{CustomEvent, CustomEventInit};

/// The event on `document`; its `detail` is the message as text.
pub const EVENT: &str = "tu-cham-failed";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = tuChamRescue, js_name = keep)]
    fn tell_text(id: &str, revision: u32, saved: &str, text: &str) -> Result<(), JsValue>;
}

/// Tells plain script a document's text as it goes into the storage: should the program break, that is handed over.
pub fn keep(id: &str, revision: u32, saved: &str, text: &str) {
    // A page without that script has nothing that could hand it over.
    let _ = tell_text(id, revision, saved, text);
}

/// The hook for panics: logs to the console and dispatches [`EVENT`] on `document`.
///
/// Must not panic itself: every refusal of the browser is passed over in silence.
pub fn tell(panic: &PanicHookInfo) {
    let message = JsValue::from(panic.to_string());
    web_sys::console::error_1(&message);
    let init = CustomEventInit::new();
    init.set_detail(&message);
    if let Some(document) = web_sys::window().and_then(|window| window.document())
        && let Ok(event) = CustomEvent::new_with_event_init_dict(EVENT, &init)
    {
        // An error means that a listener's event could not be dispatched; nobody is left to tell.
        let _ = document.dispatch_event(&event);
    }
}
