//! The tests of words: one program for all of them, as each that is linked takes time.

mod plan_words;
