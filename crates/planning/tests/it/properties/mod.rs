//! What must hold for every target set and every assessment, drawn at random.

mod courses;
mod gaps;
mod work;
