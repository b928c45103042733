//! Turns `locales/*.json` into one table of words: a missing key or placeholder stops the build, and nothing is looked
//! up by name when the page runs.

#![allow(clippy::panic, clippy::expect_used, reason = "a build that can't go on stops with the reason")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::{env, fs, path::Path};

type Words = BTreeMap<String, String>;

/// The words, by what their keys begin with, that the first minute does without. They lie together, in the half of the module
/// that comes later (`scripts/split.mjs`); `split.test.mjs` tells of one that is wanted sooner.
const LATER: &str = "about ask carried cell chart compare copy differences drafts exercise exercises explore fact fault faults fell import \
                     link look notes notice office plan plans preview refusal remove report results sample samples screen send show \
                     stated try twin versions window work workbook";

fn main() {
    println!("cargo::rerun-if-changed=../../locales");
    let vi = read("vi");
    let en = read("en");
    for key in vi.keys().chain(en.keys()) {
        let (Some(a), Some(b)) = (vi.get(key), en.get(key)) else {
            panic!("locales: `{key}` does not stand in both languages");
        };
        assert_eq!(
            placeholders(a),
            placeholders(b),
            "locales: `{key}` has other placeholders in vi than in en"
        );
        assert!(!a.trim().is_empty() && !b.trim().is_empty(), "locales: `{key}` is blank");
    }
    let mut code = String::from(
        "/// A sentence or word of the page.\n#[allow(missing_docs)]\n#[derive(Debug, Clone, Copy, PartialEq, Eq)]\npub enum Key {\n",
    );
    let (later, early): (Vec<_>, Vec<_>) = vi.keys().partition(|key| {
        LATER.split_whitespace().any(|one| key.split_once('_').is_some_and(|(first, _)| first == one))
    });
    for key in early.iter().chain(&later) {
        let _ = writeln!(code, "    {},", camel(key));
    }
    code += "}\n";
    for (name, words) in [("VI", &vi), ("EN", &en)] {
        let values: Vec<_> = early.iter().map(|key| &words[*key]).collect();
        let _ = writeln!(code, "const {name}: [&str; {}] = {values:?};", values.len());
        let _ = writeln!(
            code,
            "const {name}_LATER: &str = {:?};",
            together(later.iter().map(|key| &words[*key]))
        );
    }
    papers(&mut code);
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&out).join("words.rs"), code).expect("OUT_DIR can be written");
}

/// The words of the papers that leave the building: Vietnamese alone, for no office reads them in another language.
fn papers(code: &mut String) {
    let words = read("papers");
    *code += "/// A sentence or word of a paper.\n#[allow(missing_docs)]\n#[derive(Debug, Clone, Copy, PartialEq, Eq)]\npub enum Paper {\n";
    for (key, text) in &words {
        assert!(!text.trim().is_empty(), "locales: `{key}` is blank");
        let _ = writeln!(code, "    {},", camel(key));
    }
    let _ = writeln!(code, "}}\nconst PAPERS: &str = {:?};", together(words.values()));
}

/// Words in one text, each behind a separator, between the marks by which `scripts/split.mjs` finds it in the module.
fn together<'a>(words: impl Iterator<Item = &'a String>) -> String {
    let mut text = String::from("\u{2}later");
    for word in words {
        text += "\u{1f}";
        text += word;
    }
    text + "\u{1f}\u{3}later"
}

fn read(name: &str) -> Words {
    let path = format!("../../locales/{name}.json");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The names in braces, sorted.
fn placeholders(text: &str) -> Vec<&str> {
    let mut names: Vec<_> =
        text.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// `saved_at` as `SavedAt`.
fn camel(key: &str) -> String {
    key.split('_').map(|part| part[..1].to_uppercase() + &part[1..]).collect()
}
