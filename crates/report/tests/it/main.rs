//! The tests of the report: one program for all of them, as each that is linked takes time.
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

mod figures_csv;
mod report;
