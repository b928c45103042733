//! The parts of the page of results.

pub mod areas;
pub mod consistency;
pub mod last_year;
pub mod paths;
pub mod summary;
pub mod table;
pub mod work;
