//! Texts for people, from `locales/`: sentences about scores, numbers as people write them. Pure; depends on `scoring` and
//! `planning`.

pub mod exports;
pub mod number_words;
pub mod numbers;
pub mod sentences;

use scoring::text::{Language, Text};

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// The words of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words(pub Language);

impl Words {
    /// A sentence or word.
    pub fn get(self, key: Key) -> &'static str {
        let table = match self.0 {
            Language::Vietnamese => &VI,
            Language::English => &EN,
        };
        word(table, key as usize)
    }

    /// A sentence with its places filled in: "còn {n}" with `n`.
    pub fn fill(self, key: Key, values: &[(&str, &str)]) -> String {
        filled(self.get(key), values)
    }

    /// Words of a set.
    pub fn of(self, text: &Text) -> &str {
        text.get(self.0)
    }
}

/// One word of a table. Every key is a place of its table, for the build makes both.
fn word(table: &[&'static str], place: usize) -> &'static str {
    table.get(place).copied().unwrap_or_default()
}

fn filled(mut rest: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::new();
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        text += before;
        text += values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value);
        rest = after;
    }
    text + rest
}
