//! The tests of the running program without a browser: one program for all of them, as each that is linked takes time.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::wildcard_enum_match_arm,
    missing_docs,
    reason = "a test fails where it does not find what it expects"
)]

mod app;
mod charts;
mod copies;
mod differences;
mod example;
mod exercises;
mod importing;
mod keeping;
mod links;
mod office;
mod presentation;
mod presentation_units;
mod previewing;
mod reference;
mod results;
mod samples;
mod saving_to_file;
mod scenario;
mod sets;
mod support;
mod vendored_stubs;
mod windows;
