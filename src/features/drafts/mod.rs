//! Các phiếu trên máy này: the list of kept documents, where to open, begin, carry on and remove them.
//!
//! A draft itself stands in `document::draft`, for saving and windows need it as well.

pub mod event;
pub mod state;
pub mod update;
pub mod view;
