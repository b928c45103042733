//! **Tự chấm** scores a unit's own figures against a programme's targets, wholly in the browser.
//!
//! This package is the application. What a score is, what files look like and what the official report says stands in the
//! crates under `crates/`.
//!
//! * [`document`]: what every feature shares of a document: drafts, history, differences, a target's fields.
//! * [`features`]: a folder a feature. What several features need belongs into `document` or `shell`.
//! * [`shell`]: state, events, effects, the store, the page frame: ties the features together.
//! * [`ui`]: charts, icons, Markdown: knows no feature.

pub mod document;
pub mod features;
pub mod shell;
pub mod ui;
