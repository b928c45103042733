//! The report: what is missing before it is sent, and the paper as it will be printed.

pub mod annex;
pub mod missing_items;
pub mod paper;
