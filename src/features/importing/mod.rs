//! Files from outside: read, previewed, compared with what is here, then opened. Nothing changes before the choice.

pub mod choice;
pub mod embedded;
pub mod event;
pub mod open_embedded;
pub mod open_file;
pub mod open_set;
pub mod preview;
pub mod set_preview;
pub mod state;
pub(crate) mod update;
pub mod view;
