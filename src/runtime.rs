//! Between the state and the browser: does what the state asks for, and tells it what happened outside.

mod last_year;
mod links;
mod listeners;
mod office;
mod outside;
mod sets;
mod show;
mod to_file;
mod windows;

pub use listeners::listen;
pub use outside::{LANGUAGE, OPENED_CARRIED, Outside, THEME};
