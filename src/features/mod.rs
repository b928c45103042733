//! A folder a feature: state, events, updates, views. No feature knows another; what crosses goes through the shell.

pub mod drafts;
pub mod entry;
pub mod exercises;
pub mod exporting;
pub mod guide;
pub mod importing;
pub mod linked_file;
pub mod presentation;
pub mod reference;
pub mod report;
pub mod results;
pub mod samples;
pub mod scenario;
pub mod sharing;
pub mod versions;
pub mod windows;
