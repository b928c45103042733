//! Text onto the clipboard.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Document, HtmlInputElement, HtmlTextAreaElement};

/// Copies what stands in the first text field of this selector, and calls back with whether it went well. The field is
/// left selected, so that a person can copy it by keys where the browser refuses.
///
/// It asks before the call returns, so a call from a click still counts as the user's own.
pub fn copy_field(selector: &str, done: impl FnOnce(bool) + 'static) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return done(false) };
    let field = document.query_selector(selector).ok().flatten();
    let text = match field.map(wasm_bindgen::JsCast::dyn_into::<HtmlInputElement>) {
        Some(Ok(field)) => {
            field.select();
            field.value()
        }
        Some(Err(field)) => {
            let Ok(field) = field.dyn_into::<HtmlTextAreaElement>() else { return done(false) };
            field.select();
            field.value()
        }
        None => return done(false),
    };
    match write_text(&text) {
        Ok(promise) => spawn_local(async move {
            let copied = JsFuture::from(promise).await.is_ok();
            done(copied || copy_selected(&document));
        }),
        // Pages that are not served securely have no clipboard of their own.
        Err(_) => done(copy_selected(&document)),
    }
}

fn write_text(text: &str) -> Result<Promise, JsValue> {
    let navigator = Reflect::get(&js_sys::global(), &"navigator".into())?;
    let clipboard = Reflect::get(&navigator, &"clipboard".into())?;
    let write: Function = Reflect::get(&clipboard, &"writeText".into())?.dyn_into()?;
    write.call1(&clipboard, &text.into())?.dyn_into()
}

/// The older way, which copies what is selected.
fn copy_selected(document: &Document) -> bool {
    let copy = || {
        let command: Function = Reflect::get(document, &"execCommand".into())?.dyn_into()?;
        command.call1(document, &"copy".into())
    };
    copy().is_ok_and(|copied| copied.is_truthy())
}
