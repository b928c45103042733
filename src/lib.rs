//! **Tự chấm** scores a unit's own figures against a programme's targets, wholly in the browser.
//!
//! The rooms and who may know whom:
//!
//! * [`core`]: what a score is. Knows nobody.
//! * [`exchange`]: files in and out. Knows `core`.
//! * `app`: state, actions, undo. Knows `core` and `exchange`.
//! * `view`: the pages. Knows `app`, and `core` to read.
//! * `browser`: the only door to the browser. Knows nobody.

pub mod core;
pub mod exchange;

#[cfg(feature = "app")]
pub mod app;
#[cfg(feature = "app")]
pub mod browser;
#[cfg(feature = "office")]
pub mod office;
#[cfg(feature = "app")]
pub mod view;
