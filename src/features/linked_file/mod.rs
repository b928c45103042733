//! Lưu vào tệp: the file that a document keeps being written to, where the browser lets a page write files.

pub mod event;
pub mod sentences;
pub mod state;
pub mod update;
pub mod view;
