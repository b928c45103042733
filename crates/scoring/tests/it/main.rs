//! The tests of scores: one program for all of them, as each that is linked takes time.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::wildcard_enum_match_arm,
    clippy::disallowed_types,
    clippy::unnecessary_wraps,
    missing_docs,
    reason = "a test fails where it does not find what it expects"
)]

mod authors_guide;
mod bands;
mod built_in_set;
mod consistency;
mod illustration;
mod independent_scorer;
mod par_index;
mod rules;
mod scores;
mod target_set_faults;
