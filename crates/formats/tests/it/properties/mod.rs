//! What must hold for every target set and every assessment, drawn at random.

mod copies;
mod documents;
mod links;
mod readers;
