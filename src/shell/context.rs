//! What an update may need from outside.

/// What an event may need from outside.
#[derive(Clone)]
pub(crate) struct Context {
    /// The local time, ISO 8601 with offset.
    pub now: String,
    /// A fresh UUID.
    pub uuid: fn() -> String,
    /// Composes letters (Unicode NFC).
    pub compose: fn(&str) -> String,
}
