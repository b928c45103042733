//! What several features draw of a document.

pub mod differences;
pub mod fields;
