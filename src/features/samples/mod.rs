//! Mẫu: sample units to open beside one's own document.

pub mod event;
pub mod view;
