//! Files handed to the user: JSON, Word, Excel, CSV, copies of the application with the document inside.

pub mod copies;
pub mod event;
pub mod files;
pub mod office_files;
pub mod send;
pub mod state;
pub(crate) mod update;
