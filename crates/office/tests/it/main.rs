//! The tests of Word and Excel files: one program for all of them, as each that is linked takes time.

mod excel;
mod sample_papers;
mod template;
mod word;
