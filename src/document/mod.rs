//! What every feature shares of a document: drafts, history, differences, sets at hand, a target's fields.

pub mod compose;
pub mod difference;
pub mod draft;
pub mod event;
pub mod event_scope;
pub mod fields;
pub mod filter;
pub mod history;
pub mod kept_file;
pub mod last_year;
pub mod open;
pub mod orphaned_answers;
pub mod report_fields;
pub mod saving;
pub mod search;
pub mod sets;
pub mod step_names;
pub mod versions;
pub mod view;
