//! What must hold for every target set and every assessment, drawn at random.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::unreachable, missing_docs, reason = "a test")]

mod copies;
mod documents;
mod links;
mod readers;
