//! When the program itself fails: informs the page, so that plain script there can help the user.

use std::panic::PanicHookInfo;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{CustomEvent, CustomEventInit};

/// The event on `document`; its `detail` is the message as text.
pub const EVENT: &str = "tu-cham-failed";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = tuChamRescue, js_name = keep)]
    fn give_snapshot(id: &str, revision: u32, saved: &str, text: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = tuChamIntact)]
    fn draws() -> Result<(), JsValue>;
}

/// Tells plain script that the program is about to draw: what others change between is taken back.
pub fn drawing() {
    // In a page without that script nobody watches.
    let _ = draws();
}

/// Gives plain script a snapshot of a document as it is stored: should the program fail, the user gets that.
pub fn snapshot(id: &str, revision: u32, saved: &str, text: &str) {
    // A page without that script can't hand it over.
    let _ = give_snapshot(id, revision, saved, text);
}

/// The hook for panics: logs to the console and dispatches [`EVENT`] on `document`.
///
/// Must not panic itself: every refusal of the browser is ignored.
pub fn report_panic(panic: &PanicHookInfo) {
    let message = JsValue::from(panic.to_string());
    web_sys::console::error_1(&message);
    let init = CustomEventInit::new();
    init.set_detail(&message);
    if let Some(document) = web_sys::window().and_then(|window| window.document())
        && let Ok(event) = CustomEvent::new_with_event_init_dict(EVENT, &init)
    {
        // An error means that a listener's event could not be dispatched; nothing more can be done.
        let _ = document.dispatch_event(&event);
    }
}
