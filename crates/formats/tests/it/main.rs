//! The tests of formats: one program for all of them, as each that is linked takes time.

mod assessment_file;
mod corpus;
mod hostile;
mod migrations;
mod properties;
mod sample_table;
mod schemas;
