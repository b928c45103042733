//! What the browser knows about text and this program needn't carry: normal forms and Vietnamese order.

use std::cmp::Ordering;

use js_sys::{Array, Function, Intl::Collator, JsString, Object};
use wasm_bindgen::JsValue;

/// The text in Unicode's composed form (NFC), in which "ệ" is one character.
pub fn nfc(text: &str) -> String {
    if text.is_ascii() { text.to_owned() } else { JsString::from(text).normalize("NFC").into() }
}

/// Vietnamese dictionary order: a ă â b c d đ e ê …, marks after letters, "Bình" before "Bính".
pub fn collate_vi(left: &str, right: &str) -> Ordering {
    thread_local! {
        // A collator is costly to make and lists are compared pair by pair.
        static COMPARE: Function = Collator::new(&Array::of1(&"vi".into()), &Object::new()).compare();
    }
    COMPARE
        .with(|compare| compare.call2(&JsValue::UNDEFINED, &left.into(), &right.into()).ok()?.as_f64())
        .and_then(|difference| difference.partial_cmp(&0.0))
        .unwrap_or_else(|| left.cmp(right))
}
