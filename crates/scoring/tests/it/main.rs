//! The tests of scores: one program for all of them, as each that is linked takes time.

mod authors_guide;
mod bands;
mod built_in_set;
mod consistency;
mod illustration;
mod independent_scorer;
mod par_index;
mod rules;
mod scores;
mod target_set_faults;
