//! Files in and out: assessment files, results, digests, names, pasted tables, links. Pure as well. Knows `core`.

pub mod assessment_file;
pub mod builtin;
mod canonical;
pub mod digest;
pub mod exercise_draft;
pub mod exercise_file;
pub mod file_name;
pub mod incoming;
pub mod link;
pub mod migrations;
pub mod original;
pub mod paste;
pub mod qr;
pub mod result;
pub mod samples;
pub mod set_file;
pub mod shared_copy;
pub mod standing;
pub mod workbook;

mod writing;
