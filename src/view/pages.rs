//! One file a page.

mod entry;
mod explore;
mod guide;
mod report;
mod results;
mod show;
mod what_if;

pub use entry::Entry;
pub use explore::Explore;
pub use guide::Guide;
pub use report::Report;
pub use results::Results;
pub use show::Show;
pub use what_if::WhatIf;
