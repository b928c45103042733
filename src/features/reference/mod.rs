//! Khám phá chỉ tiêu: the target set as a page to read, with figures to play with. No part of the document.

pub mod event;
pub mod invented_figures;
pub mod page;
pub mod state;
pub mod update;
pub mod view;
