//! Báo cáo: the official report as it will be printed, and the texts typed for it.

pub mod event;
pub mod page;
pub mod update;
pub mod view;
