//! A folder a feature: its state, events, updates and views.
//!
//! What several features need belongs into `document` or `shell`; some features still import another one
//! (docs/decisions/0039-features-own-their-events-and-state.md says how many).

pub mod drafts;
pub mod entry;
pub mod exercises;
pub mod exporting;
pub mod guide;
pub mod importing;
pub mod linked_file;
pub mod pasting;
pub mod presentation;
pub mod reference;
pub mod report;
pub mod results;
pub mod samples;
pub mod scenario;
pub mod sharing;
pub mod versions;
pub mod windows;
