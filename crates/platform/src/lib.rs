//! The only layer that calls the browser: storage, files, clock, locale, address. Depends on no other crate of the
//! workspace.
//!
//! Everything here takes and gives plain values, and what the browser refuses comes back as a value, never as a panic.
//! It compiles on the host as well, where only the parts without a browser can be called.

pub mod clipboard;
pub mod clock;
pub mod compress;
pub mod database;
pub mod document_lock;
pub mod file_handle;
pub mod files;
pub mod identity;
pub mod office;
pub mod page;
pub mod preferences;
pub mod rescue;
pub mod screen;
pub mod sets;
pub mod sibling_file;
pub mod storage;
pub mod text;
pub mod unload_backup;
pub mod versions;
pub mod window_channel;

mod local;
mod number;
mod problem;
