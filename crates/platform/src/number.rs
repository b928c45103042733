//! Whole numbers from JavaScript, without floats in Rust.

use js_sys::BigInt;
use wasm_bindgen::JsValue;

/// The whole number in a JavaScript number; `None` for fractions, NaN, infinities and everything that is no number.
pub(super) fn whole(value: &JsValue) -> Option<i64> {
    // `BigInt()` also understands strings and booleans, hence the first question.
    value.as_f64()?;
    i64::try_from(BigInt::new(value).ok()?).ok()
}
