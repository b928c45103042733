//! JSON as a tree that keeps the order of keys and refuses duplicates.
//!
//! Files are read into this tree first: unknown keys can be written back, every fault can name its path, and
//! `#[serde(flatten)]` or tagged enums, which lose the path, are not needed.

use std::collections::BTreeSet;

use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;

/// A JSON value.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Json {
    /// `null`
    #[default]
    Null,
    /// `true`, `false`
    Bool(bool),
    /// A number, its digits as they were written. Scores never use one: numbers that count are decimal strings.
    Number(serde_json::Number),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object, in the order of the file; no key stands twice.
    Object(Members),
}

/// The keys and values of an object, in order.
pub type Members = Vec<(String, Json)>;

/// Why text is not JSON that can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JsonError {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
    /// The key that stands twice in one object, when that is the fault.
    pub duplicate: Option<String>,
}

/// Before a duplicate key in the reader's message: how the fault is told from others.
const DUPLICATE: &str = "duplicate key: ";

impl Json {
    /// Reads a whole text. Nesting is bounded (128), so hostile depth is a fault and not a crash.
    pub fn read(text: &str) -> Result<Self, JsonError> {
        let fault = |error: serde_json::Error| {
            let message = error.to_string();
            let duplicate = message
                .strip_prefix(DUPLICATE)
                .map(|rest| rest.rsplit_once(" at line ").map_or(rest, |(key, _)| key).to_owned());
            JsonError { line: error.line(), column: error.column(), duplicate }
        };
        serde_json::from_str::<EveryKeyOnce>(text).map_err(fault)?;
        serde_json::from_str::<Value>(text).map(Self::from).map_err(fault)
    }

    /// The value of a key, when this is an object that has it.
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.members()
            .and_then(|members| members.iter().find(|(name, _)| name == key))
            .map(|(_, value)| value)
    }

    /// The keys and values, when this is an object.
    pub fn members(&self) -> Option<&Members> {
        if let Self::Object(members) = self { Some(members) } else { None }
    }

    /// The text, when this is one.
    pub fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// Indented JSON for files, ending in a line feed.
    pub fn to_pretty(&self) -> String {
        serde_json::to_string_pretty(self).map(|text| text + "\n").unwrap_or_default()
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u64> for Json {
    fn from(number: u64) -> Self {
        Self::Number(number.into())
    }
}

impl From<bool> for Json {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl<T: Into<Self>> From<Option<T>> for Json {
    /// `None` is `null`.
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl<T: Into<Self>> From<Vec<T>> for Json {
    fn from(values: Vec<T>) -> Self {
        Self::List(values.into_iter().map(Into::into).collect())
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(number) => number.serialize(serializer),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(values) => serializer.collect_seq(values),
            Self::Object(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (key, value) in members {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}

impl From<Value> for Json {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Bool(value),
            Value::Number(number) => Self::Number(number),
            Value::String(text) => Self::Text(text),
            Value::Array(values) => Self::List(values.into_iter().map(Self::from).collect()),
            Value::Object(members) => {
                Self::Object(members.into_iter().map(|(key, value)| (key, Self::from(value))).collect())
            }
        }
    }
}

/// A first reading that keeps nothing: it finds keys that stand twice, of which [`Value`] would keep the last.
struct EveryKeyOnce;

impl<'de> Deserialize<'de> for EveryKeyOnce {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Self)
    }
}

impl<'de> Visitor<'de> for EveryKeyOnce {
    type Value = Self;

    fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_str<E>(self, _: &str) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self, A::Error> {
        while items.next_element::<Self>()?.is_some() {}
        Ok(self)
    }

    // Numbers with a fraction come here too: they are kept as text, and are handed over as an object of one key.
    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self, A::Error> {
        let mut keys: BTreeSet<String> = BTreeSet::new();
        while let Some((key, _)) = entries.next_entry::<String, Self>()? {
            if keys.contains(&key) {
                return Err(A::Error::custom([DUPLICATE, &key].concat()));
            }
            keys.insert(key);
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use super::*;

    #[test]
    fn keeps_order_and_writes_back_what_it_read() {
        let text = "{\n  \"b\": [1, -2, 0.5, null, true],\n  \"a\": {\"ê\": \"\\u0001\"}\n}";
        let json = Json::read(text).unwrap();
        assert_eq!(json.members().unwrap().first().unwrap().0, "b");
        assert_eq!(Json::read(&json.to_pretty()).unwrap(), json);
    }

    #[test]
    fn names_a_key_that_stands_twice() {
        let error = Json::read("{\"a\": {\"TT-3\": 1, \"TT-4\": 2, \"TT-3\": 3}}").unwrap_err();
        assert_eq!(error.duplicate.as_deref(), Some("TT-3"));
    }

    #[test]
    fn numbers_keep_their_digits() {
        for number in ["0", "-1", "0.10", "1e+400", &"9".repeat(10_000)] {
            assert_eq!(Json::read(number).unwrap().to_pretty().trim_end(), number);
        }
    }

    #[test]
    fn hostile_depth_is_a_fault_and_no_crash() {
        assert!(Json::read(&"[".repeat(100_000)).is_err());
        assert!(Json::read("").is_err());
        assert!(Json::read("{} x").is_err());
    }
}
