//! JSON as a tree that keeps the order of keys and refuses duplicates.
//!
//! Files are read into this tree first: unknown keys can be written back, every fault can name its path, and
//! `#[serde(flatten)]` or tagged enums, which lose the path, are not needed.

use std::collections::BTreeSet;

use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::json_text::SyntaxFault;

/// A JSON value.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
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
    /// What is wrong there; found once the file is refused.
    pub syntax: Option<SyntaxFault>,
}

/// The largest text that is indented, in bytes without indentation. A list of numbers grows threefold and more by it.
const MOST_INDENTED: usize = 500_000;

/// Before a duplicate key in the reader's message: the mark of this fault.
const DUPLICATE: &str = "duplicate key: ";

impl Json {
    /// Reads a whole text. Nesting is bounded (128), so hostile depth is a fault and not a crash.
    pub fn read(text: &str) -> Result<Self, JsonError> {
        let fault = |error: serde_json::Error| {
            let message = error.to_string();
            let duplicate = message
                .strip_prefix(DUPLICATE)
                .map(|rest| rest.rsplit_once(" at line ").map_or(rest, |(key, _)| key).to_owned());
            JsonError { line: error.line(), column: error.column(), duplicate, syntax: None }
        };
        match serde_json::from_str(text).map_err(fault)? {
            Part::Value(json) => Ok(json),
            Part::Digits(digits) => Ok(Self::Text(digits)),
        }
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

    /// Indented JSON for files, ending in a line feed; on one line where indentation could make a file that was read
    /// larger than one that is.
    pub fn to_pretty(&self) -> String {
        let short = serde_json::to_string(self).unwrap_or_default();
        let text = if short.len() > MOST_INDENTED {
            short
        } else {
            serde_json::to_string_pretty(self).unwrap_or_default()
        };
        text + "\n"
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

/// What the library hands over: a value, or the digits of a number.
///
/// A number that no machine word holds comes as an object of one key with the digits as an owned text, and every text
/// of the file comes as a borrowed one. So an object of the file that bears that very key stays an object.
enum Part {
    Value(Json),
    Digits(String),
}

impl<'de> Deserialize<'de> for Part {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(PartVisitor)
    }
}

struct PartVisitor;

impl<'de> Visitor<'de> for PartVisitor {
    type Value = Part;

    fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Part, E> {
        Ok(Part::Value(Json::Null))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Part, E> {
        Ok(Part::Value(Json::Bool(value)))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Part, E> {
        Ok(Part::Value(Json::Number(number.into())))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Part, E> {
        Ok(Part::Value(Json::Number(number.into())))
    }

    fn visit_str<E>(self, text: &str) -> Result<Part, E> {
        Ok(Part::Value(text.into()))
    }

    fn visit_string<E>(self, digits: String) -> Result<Part, E> {
        Ok(Part::Digits(digits))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Part, A::Error> {
        let mut values = Vec::new();
        while let Some(Part::Value(value)) = items.next_element()? {
            values.push(value);
        }
        Ok(Part::Value(Json::List(values)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Part, A::Error> {
        let mut members = Members::new();
        let mut keys: BTreeSet<String> = BTreeSet::new();
        while let Some((key, part)) = entries.next_entry::<String, Part>()? {
            match part {
                Part::Digits(digits) => {
                    return digits
                        .parse()
                        .map(|number| Part::Value(Json::Number(number)))
                        .map_err(A::Error::custom);
                }
                Part::Value(_) if keys.contains(&key) => {
                    return Err(A::Error::custom([DUPLICATE, &key].concat()));
                }
                Part::Value(value) => {
                    keys.insert(key.clone());
                    members.push((key, value));
                }
            }
        }
        Ok(Part::Value(Json::Object(members)))
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
    fn an_object_that_looks_like_a_number_inside_the_library_stays_an_object() {
        for text in [
            r#"{"$serde_json::private::Number":"12"}"#,
            r#"{"\u0024serde_json::private::Number":"1e400","a":0.5}"#,
            r#"[{"$serde_json::private::Number":"x"},{"$serde_json::private::Number":0.5}]"#,
            r#"{"$serde_json::private::RawValue":"[1]"}"#,
        ] {
            let json = Json::read(text).unwrap();
            let plain = text.replace("\\u0024", "$");
            assert_eq!(json.to_pretty().replace([' ', '\n'], ""), plain);
            assert_eq!(Json::read(&plain).unwrap(), json);
        }
    }

    #[test]
    fn hostile_depth_is_a_fault_and_no_crash() {
        assert!(Json::read(&"[".repeat(100_000)).is_err());
        assert!(Json::read("").is_err());
        assert!(Json::read("{} x").is_err());
    }
}
