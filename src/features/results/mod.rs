//! Kết quả: index, areas, table of targets, paths over the years, work to do, findings.

pub mod event;
pub mod last_year;
pub mod page;
pub mod state;
pub mod update;
pub mod view;
