//! Who may know whom, and what no room may do: read from the sources.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs, reason = "a test")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Each room and the rooms that it may know.
const MAY_KNOW: [(&str, &[&str]); 9] = [
    ("core", &[]),
    ("words", &["core"]),
    ("exchange", &["core"]),
    ("report", &["core", "words"]),
    // Its answers on what was read are in the words of files.
    ("office", &["core", "exchange", "report", "words"]),
    ("app", &["core", "exchange"]),
    ("view", &["app", "core", "report", "words"]),
    ("browser", &[]),
    // Knits the others together for the binary; nobody knows it.
    ("runtime", &["app", "browser", "core", "exchange", "report", "view", "words"]),
];

/// Rooms that are pure: no page, no browser, no clock.
const PURE: [&str; 5] = ["core", "words", "exchange", "report", "office"];
const IMPURE: [&str; 8] =
    ["yew", "web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "idb", "SystemTime", "Instant"];

/// What may end the program, and so stands in tests only.
const ABRUPT: [&str; 6] = [".unwrap()", ".expect(", "panic!(", "todo!(", "unimplemented!(", "unreachable!("];

/// The code alone: comments and the insides of texts blanked, tests at the end cut off.
fn code_of(source: &str) -> String {
    let source = source.split("#[cfg(test)]").next().unwrap();
    let mut code = String::new();
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if let Some(hashes) = raw_text(rest) {
            let end = ["\"", &"#".repeat(hashes)].concat();
            let start = hashes + 2;
            rest[start..].find(&end).map_or(rest.len(), |at| start + at + end.len())
        } else if c == '"' {
            text_end(rest)
        } else if c == '\'' {
            character_end(rest)
        } else {
            0
        };
        if skipped == 0 {
            code.push(c);
            rest = &rest[c.len_utf8()..];
        } else {
            code.push(' ');
            rest = &rest[skipped..];
        }
    }
    code
}

/// How many hashes a raw text begins with, where one begins.
fn raw_text(code: &str) -> Option<usize> {
    let after = code.strip_prefix('r')?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    after[hashes..].starts_with('"').then_some(hashes)
}

fn text_end(code: &str) -> usize {
    let mut escaped = false;
    for (at, c) in code.char_indices().skip(1) {
        match c {
            '"' if !escaped => return at + 1,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    code.len()
}

/// The end of a character such as `'"'` or `'\''`; zero for a lifetime.
fn character_end(code: &str) -> usize {
    let inside = &code[1..];
    if let Some(escape) = inside.strip_prefix('\\') {
        let first = escape.chars().next().map_or(0, char::len_utf8);
        return escape[first..].find('\'').map_or(0, |at| 2 + first + at + 1);
    }
    let first = inside.chars().next().map_or(0, char::len_utf8);
    if inside[first..].starts_with('\'') { 1 + first + 1 } else { 0 }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn has_word(code: &str, word: &str) -> bool {
    code.match_indices(word)
        .any(|(at, _)| !code[..at].ends_with(is_word) && !code[at + word.len()..].starts_with(is_word))
}

/// The modules that a file is, from the top: `src/core/rules/mod.rs` is `core`, `rules`.
fn modules_of(path: &str) -> Vec<&str> {
    let inner = path.trim_start_matches("src/").trim_end_matches(".rs");
    // A binary knits, as main does: it is in no room.
    if inner.starts_with("bin/") {
        return Vec::new();
    }
    let mut modules: Vec<_> = inner.split('/').collect();
    if matches!(modules.last(), Some(&("mod" | "lib" | "main"))) {
        modules.pop();
    }
    modules
}

/// The first names of what follows a path: one, or those of a group.
fn first_names(after: &str) -> Vec<String> {
    let name = |text: &str| text.trim_start().chars().take_while(|c| is_word(*c)).collect::<String>();
    let Some(group) = after.trim_start().strip_prefix('{') else { return vec![name(after)] };
    let (mut depth, mut names, mut item) = (0_u32, Vec::new(), String::new());
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(std::mem::take(&mut item)),
            _ if depth == 0 => item.push(c),
            _ => {}
        }
    }
    names.push(item);
    names.iter().map(|item| name(item)).filter(|name| !name.is_empty()).collect()
}

/// The rooms that a file names, through `crate::` or by climbing up with `super::`.
fn rooms_named(path: &str, code: &str) -> BTreeSet<String> {
    let depth = modules_of(path).len();
    let mut rooms = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        if !code[..at].ends_with(is_word) {
            rooms.extend(first_names(&code[at + "crate::".len()..]));
        }
    }
    for (at, _) in code.match_indices("super::") {
        if code[..at].ends_with("super::") || code[..at].ends_with(is_word) {
            continue;
        }
        let after = code[at..].trim_start_matches("super::");
        let climbed = (code[at..].len() - after.len()) / "super::".len();
        if climbed >= depth {
            rooms.extend(first_names(after));
        }
    }
    rooms
}

/// What is wrong with a file of a room.
fn faults_of(path: &str, source: &str) -> Vec<String> {
    let code = code_of(source);
    let mut faults = Vec::new();
    for abrupt in ABRUPT.iter().filter(|abrupt| code.contains(**abrupt)) {
        faults.push(format!("{path}: {abrupt}"));
    }
    let modules = modules_of(path);
    let Some(room) = modules.first() else { return faults };
    let Some((_, known)) = MAY_KNOW.iter().find(|(name, _)| name == room) else {
        faults.push(format!("{path}: {room} is no room of the house"));
        return faults;
    };
    for named in rooms_named(path, &code) {
        if named != *room && !known.contains(&named.as_str()) {
            faults.push(format!("{path}: {room} knows {named}"));
        }
    }
    if *room == "core" {
        for float in ["f32", "f64"].iter().filter(|float| has_word(&code, float)) {
            faults.push(format!("{path}: {float} in core"));
        }
    }
    if PURE.contains(room) {
        for impure in IMPURE.iter().filter(|impure| has_word(&code, impure)) {
            faults.push(format!("{path}: {impure} in {room}"));
        }
    }
    faults
}

/// Every source under a folder with its path from the top of the repository.
fn sources(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let below = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap();
            found.push((below.to_str().unwrap().replace('\\', "/"), fs::read_to_string(&path).unwrap()));
        }
    }
}

#[test]
fn no_room_knows_what_it_may_not_and_nothing_ends_the_program() {
    let mut found = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    assert!(found.len() > 30);
    let faults: Vec<_> = found.iter().flat_map(|(path, source)| faults_of(path, source)).collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn the_reading_of_sources_sees_what_is_wrong() {
    for (path, source, fault) in [
        ("src/core/a.rs", "use crate::exchange::digest;", "src/core/a.rs: core knows exchange"),
        (
            "src/core/a/b.rs",
            "fn f() { super::super::super::view::draw() }",
            "src/core/a/b.rs: core knows view",
        ),
        ("src/core/mod.rs", "use super::app;", "src/core/mod.rs: core knows app"),
        ("src/view/a.rs", "use crate::{core::x, exchange::{y, z}};", "src/view/a.rs: view knows exchange"),
        ("src/exchange/a.rs", "use crate::browser;", "src/exchange/a.rs: exchange knows browser"),
        ("src/browser/a.rs", "fn f(x: crate::core::X) {}", "src/browser/a.rs: browser knows core"),
        ("src/app/a.rs", "use crate::office;", "src/app/a.rs: app knows office"),
        ("src/cellar/a.rs", "", "src/cellar/a.rs: cellar is no room of the house"),
        ("src/core/a.rs", "const X: f64 = 1.0;", "src/core/a.rs: f64 in core"),
        ("src/core/a.rs", "use std::time::Instant;", "src/core/a.rs: Instant in core"),
        ("src/exchange/a.rs", "use web_sys::Window;", "src/exchange/a.rs: web_sys in exchange"),
        ("src/main.rs", "fn main() { run().unwrap() }", "src/main.rs: .unwrap()"),
        ("src/bin/a.rs", "fn main() { run().unwrap() }", "src/bin/a.rs: .unwrap()"),
        ("src/view/a.rs", "let c = '\"'; x.expect(\"y\")", "src/view/a.rs: .expect("),
    ] {
        assert_eq!(faults_of(path, source), [fault], "{source}");
    }
}

#[test]
fn the_reading_of_sources_is_not_misled_by_words_tests_and_what_is_allowed() {
    for (path, source) in [
        ("src/core/a/b.rs", "use super::super::points::Points; use crate::core::exact::Exact;"),
        (
            "src/core/a.rs",
            "//! See `crate::view` and f64.\n/* panic!() */ const A: &str = \"x.unwrap() \\\" f64\";",
        ),
        ("src/core/a.rs", "const A: &str = r#\"crate::app \" f32\"#; fn f<'a>(x: &'a str) {}"),
        ("src/core/a.rs", "fn f() {}\n#[cfg(test)]\nmod tests { fn g() { h().unwrap() } }"),
        ("src/app/a.rs", "use crate::{core::{a, b}, exchange};"),
        ("src/view/a.rs", "use crate::app::State; use crate::core::points::Points;"),
        ("src/main.rs", "use tu_cham::{app, browser, view};"),
    ] {
        assert_eq!(faults_of(path, source), [""; 0], "{source}");
    }
}

#[test]
fn the_libraries_that_are_stood_in_for_come_from_nowhere_else() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    for lock in ["Cargo.lock", "fuzz/Cargo.lock"] {
        let lock = fs::read_to_string(top.join(lock)).unwrap();
        for stand_in in fs::read_dir(top.join("stand-ins")).unwrap() {
            let name = format!("name = \"{}\"\n", stand_in.unwrap().file_name().to_str().unwrap());
            let packages: Vec<_> =
                lock.split("[[package]]\n").filter(|package| package.starts_with(&name)).collect();
            // What is fetched names its source.
            assert!(packages.len() == 1 && !packages[0].contains("source = "), "{packages:?}");
        }
    }
}
