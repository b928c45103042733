//! Effects: what the state asks for is done here, and what happens outside comes back as events.

pub mod fields;
pub mod last_year;
pub mod linked_file;
pub mod links;
pub mod listeners;
pub mod notices;
pub mod office;
pub mod presentation;
pub mod runner;
pub mod sets;
pub mod windows;
