//! When the program itself breaks: tells the page, so that plain script there can help the user.

use std::panic::{self, PanicHookInfo};

use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use web_sys::{CustomEvent, CustomEventInit};

/// The event on `document`; its `detail` is the message as text.
pub const EVENT: &str = "tu-cham-failed";

/// From now on a panic is logged to the console and dispatched as [`EVENT`] on `document`.
pub fn install() {
    panic::set_hook(Box::new(tell));
}

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

/// Must not panic: every refusal of the browser is passed over in silence.
fn tell(panic: &PanicHookInfo) {
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
