//! Unicode normal forms by the browser, so that this program needs no tables for them.

use js_sys::JsString;

/// The text in Unicode's composed form (NFC), in which "ệ" is one character.
pub fn nfc(text: &str) -> String {
    if text.is_ascii() { text.to_owned() } else { JsString::from(text).normalize("NFC").into() }
}
