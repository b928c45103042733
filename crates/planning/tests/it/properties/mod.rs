//! What must hold for every target set and every assessment, drawn at random.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs, reason = "a test")]

mod courses;
mod gaps;
mod work;
