//! Turns `locales/*.json` into one table of words: a missing key or placeholder stops the build, and nothing is looked
//! up by name when the page runs.

#![allow(clippy::panic, clippy::expect_used, reason = "a build that can't go on stops with the reason")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

type Words = BTreeMap<String, String>;

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
    for key in vi.keys() {
        let _ = writeln!(code, "    {},", camel(key));
    }
    code += "}\n";
    table(&mut code, "VI", &vi);
    table(&mut code, "EN", &en);
    exports(&mut code);
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&out).join("words.rs"), code).expect("OUT_DIR can be written");
}

/// The texts of exported documents: Vietnamese alone, for no office reads them in another language.
fn exports(code: &mut String) {
    let words = read("exports");
    *code += "/// A sentence or word of an exported document.\n#[allow(missing_docs)]\n#[derive(Debug, Clone, Copy, PartialEq, Eq)]\npub enum ExportKey {\n";
    for (key, text) in &words {
        assert!(!text.trim().is_empty(), "locales: `{key}` is blank");
        let _ = writeln!(code, "    {},", camel(key));
    }
    *code += "}\n";
    table(code, "EXPORTS", &words);
}

/// The words in the order of their keys, which is that of the enum beside them.
fn table(code: &mut String, name: &str, words: &Words) {
    let texts: Vec<_> = words.values().collect();
    let _ = writeln!(code, "static {name}: [&str; {}] = {texts:?};", texts.len());
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
