//! Builds JSON objects in the order of the format.

use scoring::json::{Json, Members};

/// An object being built.
pub(super) struct ObjectWriter(Members);

impl ObjectWriter {
    pub(super) const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds a key.
    pub(super) fn with(mut self, key: &str, value: impl Into<Json>) -> Self {
        self.0.push((key.to_owned(), value.into()));
        self
    }

    /// Adds a key if it has a value.
    pub(super) fn with_some(self, key: &str, value: Option<impl Into<Json>>) -> Self {
        match value {
            Some(value) => self.with(key, value),
            None => self,
        }
    }

    /// Adds the keys that were not understood when the file was read.
    pub(super) fn with_rest(mut self, rest: &Members) -> Json {
        self.0.extend(rest.iter().cloned());
        Json::Object(self.0)
    }

    pub(super) fn done(self) -> Json {
        Json::Object(self.0)
    }
}
