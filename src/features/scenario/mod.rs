//! Thử phương án: a copy of the figures to try plans on, and the reverse question. Never saved by itself.

pub mod event;
pub mod page;
pub mod plans;
pub mod state;
pub mod tried_target;
pub mod update;
pub mod view;
