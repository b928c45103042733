//! One file a component.

mod area;
mod detail;
mod dialog;
mod document_form;
mod drafts;
mod drop_zone;
mod evidence;
mod fields;
mod filters;
mod import_preview;
mod masthead;
mod notices;
mod row;
mod saved_line;
mod scoreboard;
mod tools;
mod topbar;

pub use area::AreaSection;
pub use document_form::DocumentForm;
pub use drafts::Drafts;
pub use drop_zone::DropZone;
pub use filters::Filters;
pub use import_preview::ImportPreview;
pub use masthead::Masthead;
pub use notices::Notices;
