//! The tests of formats: one program for all of them, as each that is linked takes time.
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

mod assessment_file;
mod corpus;
mod hostile;
mod migrations;
mod properties;
mod sample_table;
#[allow(
    dead_code,
    clippy::struct_excessive_bools,
    reason = "the fields of these types are read by `schemars` alone"
)]
mod schemas;
