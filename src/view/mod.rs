//! Pages and components: they only draw what they are given. Knows `app`, and `core` to read.

mod components;
mod focus;
mod frame;
mod icons;
mod live;
mod markdown;
mod numbers;
mod pages;
mod sentences;
mod words;

pub use live::{Live, LiveProps, Place};
pub use words::{Key, Words};
