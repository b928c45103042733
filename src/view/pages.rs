//! One file a page.

mod entry;
mod guide;

pub use entry::Entry;
pub use guide::Guide;
