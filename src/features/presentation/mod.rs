//! Trình chiếu: screens shown to a room, one at a time. What is typed on a screen is typed into the open document.

pub mod compared_unit;
pub mod deck;
pub mod event;
pub mod keys;
pub mod page;
pub mod paths;
pub mod screens;
pub mod state;
pub mod units;
pub mod update;
pub mod view;
