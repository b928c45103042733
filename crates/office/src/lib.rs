//! Word and Excel: bytes out of a document, and a document out of a filled workbook. Pure.
//!
//! It is built as a WebAssembly module of its own (`src/main.rs`), which is loaded when it is first asked for.

pub mod excel;
pub mod import;
pub mod package;
pub mod template;
mod text;
pub mod word;
mod workbook;
