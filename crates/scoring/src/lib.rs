//! Scores of a unit by a target set. Pure Rust: no page, no clock, no floats. Depends on no other crate of the workspace.

pub mod assessment;
pub mod bands;
pub mod consistency;
pub mod datetime;
pub mod decimal;
pub mod exact;
pub mod exercise;
pub mod explanation;
pub mod figures;
pub mod folded;
pub mod invisible_chars;
pub mod json;
pub mod json_reader;
pub mod json_text;
pub mod loaded_set;
pub mod measured;
pub mod points;
pub mod rules;
#[cfg(feature = "schema")]
pub mod schema;
pub mod scorecard;
pub mod scored_document;
pub mod target_set;
pub mod text;
pub mod web_address;
