//! What a score is. Pure Rust: no page, no clock, no floats. Knows nobody.

pub mod assessment;
pub mod bands;
pub mod consistency;
pub mod decimal;
pub mod exact;
pub mod exercise;
pub mod explanation;
pub mod figures;
pub mod hidden;
pub mod json;
pub mod moment;
pub mod points;
pub mod reached;
pub mod reading;
pub mod rules;
#[cfg(feature = "schema")]
pub mod schema;
pub mod scorecard;
pub mod target_set;
pub mod text;
pub mod web_address;
