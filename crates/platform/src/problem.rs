//! What can go wrong when something is stored in the browser, and how its own errors are read.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// Why something could not be read from or written to the browser's storage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StorageProblem {
    /// The browser gives this page no storage: a private window, a policy, a setting.
    Blocked,
    /// A page of an older version has the database open and does not make way.
    Held,
    /// The browser's space for this page is used up; nothing was written.
    Quota,
    /// The database was made by a later version of the program and is left untouched.
    Newer,
    /// What is stored of the document may not be replaced by what was given; nothing was written.
    Superseded {
        /// The revision that is stored.
        stored: u32,
    },
    /// The browser did not answer in time; what was asked for may still happen.
    Silent,
    /// The record under this id isn't in the shape of a draft; it is left untouched.
    Foreign,
    /// Anything else, in the browser's own words.
    Failed(String),
}

impl StorageProblem {
    /// Reads what a call threw, or the event of a failed request or transaction.
    pub(super) fn of(thrown: &JsValue) -> Self {
        if text_at(thrown, "type").as_deref() == Some("blocked") {
            return Self::Held;
        }
        let error = match Reflect::get(thrown, &"target".into()) {
            Ok(target) if target.is_object() => Reflect::get(&target, &"error".into()).unwrap_or_else(|e| e),
            _ => thrown.clone(),
        };
        match text_at(&error, "name").as_deref() {
            Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => Self::Quota,
            Some("VersionError") => Self::Newer,
            Some("TimeoutError") => Self::Silent,
            // Firefox answers `open` in some private windows with InvalidStateError.
            Some("SecurityError" | "NotAllowedError" | "InvalidStateError") => Self::Blocked,
            _ => Self::Failed(words(&error)),
        }
    }
}

/// The text in a property of a JavaScript value; `None` if there is none or it is no text.
pub(super) fn text_at(value: &JsValue, property: &str) -> Option<String> {
    Reflect::get(value, &property.into()).ok()?.as_string()
}

/// What the browser says about an error: "name: message".
pub(super) fn words(error: &JsValue) -> String {
    let mut words = text_at(error, "name").unwrap_or_default();
    if let Some(message) = text_at(error, "message").or_else(|| error.as_string()) {
        if !words.is_empty() {
            words.push_str(": ");
        }
        words.push_str(&message);
    }
    words
}
