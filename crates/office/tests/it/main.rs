//! The tests of Word and Excel files: one program for all of them, as each that is linked takes time.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::wildcard_enum_match_arm,
    clippy::assigning_clones,
    clippy::case_sensitive_file_extension_comparisons,
    clippy::cast_precision_loss,
    clippy::float_arithmetic,
    clippy::float_cmp,
    missing_docs,
    reason = "a test fails where it does not find what it expects"
)]

mod excel;
mod own_tables;
mod sample_papers;
mod template;
mod word;
