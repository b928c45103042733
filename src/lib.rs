//! **Tự chấm** scores a unit's own figures against a programme's targets, wholly in the browser.
//!
//! This package is the application: state, events, pages. What a score is, what files look like and what papers say stands
//! in the crates under `crates/`.

pub mod app;
pub mod view;
