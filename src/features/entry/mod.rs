//! Nhập số liệu: the heading of the document and every target with its figures, evidence and notes.
//!
//! Each update is a step of undo (`shell::edit`).

pub mod answers;
pub mod event;
pub mod heading;
pub mod list;
pub mod state;
pub(crate) mod update;
pub mod view;
