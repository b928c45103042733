//! Files in and out: assessment files, results, digests, file names, pasted tables, share links. Pure; depends on `scoring`.

pub mod app_source;
pub mod assessment_file;
pub mod builtin;
mod canonical;
pub mod digest;
pub mod document_reader;
pub mod exercise_draft;
pub mod exercise_file;
pub mod file_kind;
pub mod file_name;
pub mod migrations;
pub mod overwrite_check;
pub mod pasted_table;
pub mod qr;
pub mod result;
pub mod samples;
pub mod set_file;
pub mod share_link;
pub mod shared_copy;
pub mod workbook;

mod file_text;
mod json_writer;
mod zip_names;
