//! The only door to the browser: storage, files, clock, locale, address. Knows nobody.
//!
//! Everything here takes and gives plain values, and what the browser refuses comes back as a value, never as a panic.
//! It compiles on the host as well, where only the parts without a browser can be called.

pub mod beside;
pub mod clipboard;
pub mod clock;
pub mod compress;
pub mod database;
pub mod failure;
pub mod files;
pub mod flush;
pub mod handles;
pub mod holds;
pub mod identity;
pub mod office;
pub mod page;
pub mod preferences;
pub mod screen;
pub mod sets;
pub mod storage;
pub mod text;
pub mod versions;
pub mod windows;

mod local;
mod number;
mod problem;
