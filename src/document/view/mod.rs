//! What several features draw of a document.

pub mod blocks;
pub(crate) mod caption;
pub mod chart;
pub mod differences;
pub(crate) mod exercise;
pub(crate) mod explanation;
pub mod fields;
pub(crate) mod heading;
pub mod proposals;
pub(crate) mod row;
