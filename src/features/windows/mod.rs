//! Several windows: one edits a document, the others read it and follow.

pub mod event;
pub mod state;
pub mod update;
pub mod view;
