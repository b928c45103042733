//! A link with the document in it, and its QR code.

pub mod event;
pub mod state;
pub mod update;
pub mod view;
