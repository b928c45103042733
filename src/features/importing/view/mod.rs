//! The preview of a file, and the ways a file comes in.

pub mod drop_zone;
pub mod embedded;
pub mod preview;
pub mod set_faults;
