//! One file a page.

mod entry;
mod guide;

pub use entry::EntryPage;
pub use guide::GuidePage;
