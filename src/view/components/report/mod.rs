//! The report: what is missing before it is sent, and the paper as it will be printed.

mod annex;
mod lacks;
mod paper;

pub use lacks::lacks_list;
pub use paper::PaperView;
