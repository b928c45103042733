//! Files in and out: assessment files, results, digests, names, pasted tables. Pure as well. Knows `core`.

pub mod assessment_file;
pub mod builtin;
mod canonical;
pub mod digest;
pub mod file_name;
pub mod incoming;
pub mod migrations;
pub mod original;
pub mod paste;
pub mod result;
pub mod shared_copy;

mod writing;
