//! Tables that are pasted into figures. A block of nothing but figures is filled in at once; anything else is shown first,
//! with what each column and row was taken for, and filled in when the user says so.

pub mod event;
pub mod state;
pub(crate) mod update;
pub mod view;
