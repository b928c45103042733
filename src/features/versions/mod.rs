//! Kept versions of the open document, and the way back to one.

pub mod event;
pub mod state;
pub mod update;
pub mod view;
