//! The Excel workbook: read back as it is written, and recalculated by `LibreOffice` from spoilt cached values.

mod book;
mod drawn;
mod recalculated;
mod tables;
mod texts;
