//! Between the state and the browser: does what the state asks for, and tells it what happened outside.

mod listeners;
mod outside;
mod windows;

pub use listeners::listen;
pub use outside::{LANGUAGE, OPENED_CARRIED, Outside, THEME};
