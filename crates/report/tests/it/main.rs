//! The tests of the report: one program for all of them, as each that is linked takes time.

mod figures_csv;
mod report;
