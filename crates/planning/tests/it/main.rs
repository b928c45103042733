//! The tests of plans: one program for all of them, as each that is linked takes time.

mod advice;
mod courses;
mod plans;
mod properties;
mod work;
