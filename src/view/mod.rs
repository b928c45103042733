//! Pages and components: they only draw what they are given. Knows `app`, and `core`, `words` and `report` to read.

pub mod charts;
mod components;
mod focus;
mod frame;
mod icons;
mod live;
mod markdown;
mod pages;
mod sentences;

pub use live::{Live, LiveProps, Place};
