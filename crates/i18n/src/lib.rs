//! Words for people, from `locales/`: sentences on scores, numbers as people write them. Pure; knows `core`.

pub mod numbers;
pub mod papers;
pub mod sentences;
pub mod spelled;

use std::sync::OnceLock;

use scoring::text::{Language, Text};

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// The words of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words(pub Language);

impl Words {
    /// A sentence or word.
    pub fn get(self, key: Key) -> &'static str {
        // Every key is a place of the table or, behind that, a word of the text; all are made by the build.
        let (table, later) = match self.0 {
            Language::Vietnamese => (&VI, Later::Vietnamese),
            Language::English => (&EN, Later::English),
        };
        let place = key as usize;
        table.get(place).copied().unwrap_or_else(|| later.word(place - table.len()))
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

/// What stands before each word of a text of words.
const SEPARATOR: char = '\u{1f}';

/// A text of words that the first minute does without.
#[derive(Clone, Copy)]
enum Later {
    Vietnamese,
    English,
    Papers,
}

impl Later {
    /// One of its words. Never inlined: only this function refers to the texts, so they come with it.
    #[inline(never)]
    fn word(self, place: usize) -> &'static str {
        static WORDS: [OnceLock<Vec<&str>>; 3] = [const { OnceLock::new() }; 3];
        let text = match self {
            Self::Vietnamese => VI_LATER,
            Self::English => EN_LATER,
            Self::Papers => PAPERS,
        };
        let words =
            WORDS.get(self as usize).map(|words| words.get_or_init(|| text.split(SEPARATOR).collect()));
        // A mark stands before the first.
        words.and_then(|words| words.get(place + 1)).copied().unwrap_or_default()
    }
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
