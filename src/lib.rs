//! **Tự chấm** scores a unit's own figures against a programme's targets, wholly in the browser.
//!
//! The rooms and who may know whom:
//!
//! * [`core`]: what a score is. Knows nobody.
//! * [`words`]: words for people, sentences on scores. Knows `core`.
//! * [`exchange`]: files in and out. Knows `core`.
//! * [`report`]: the official report and its annex, as data. Knows `core` and `words`.
//! * `app`: state, actions, undo. Knows `core` and `exchange`.
//! * `view`: the pages. Knows `app`, and `core`, `words` and `report` to read.
//! * `browser`: the only door to the browser. Knows nobody.

pub mod core;
pub mod exchange;
pub mod report;
pub mod words;

#[cfg(feature = "app")]
pub mod app;
#[cfg(feature = "app")]
pub mod browser;
#[cfg(feature = "office")]
pub mod office;
#[cfg(feature = "app")]
pub mod view;
