//! The Excel workbook: read back as it is written, and recalculated by `LibreOffice` from spoilt cached values.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::float_arithmetic,
    clippy::float_cmp,
    clippy::cast_precision_loss,
    missing_docs,
    reason = "a test"
)]

mod book;
mod drawn;
mod recalculated;
mod tables;
mod texts;
