//! What must hold for every target set and every assessment, drawn at random.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs, reason = "a test")]

#[path = "../support/mod.rs"]
mod support;

mod copies;
mod courses;
mod documents;
mod links;
mod readers;
mod scores;
mod sets;
mod work;

use proptest::test_runner::Config;

/// So many cases a property; what fails is printed with its seed and not kept in a file.
fn cases(cases: u32) -> Config {
    Config { cases, failure_persistence: None, ..Config::default() }
}
