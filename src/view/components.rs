//! One file a part of the page, or a piece that several parts draw.

mod area;
mod date;
mod detail;
mod dialog;
mod differences;
mod drafts;
mod drop_zone;
mod evidence;
mod fields;
mod filters;
mod heading;
mod homeless;
mod masthead;
mod notices;
mod preview;
mod row;
mod saved_line;
mod score;
mod tools;
mod topbar;

pub use area::{Area, AreaSum};
pub use drafts::Drafts;
pub use drop_zone::DropZone;
pub use filters::Filters;
pub use heading::Heading;
pub use homeless::Homeless;
pub use masthead::masthead;
pub use notices::Notices;
pub use preview::PreviewDialog;
pub use row::Row;
pub use saved_line::SavedLine;
pub use score::Score;
pub use tools::Tools;
pub use topbar::TopBar;
