//! Pages and components: they only draw what they are given. Knows `app`, and `core` to read.

mod app;
mod components;
mod focus;
mod hooks;
mod icons;
mod markdown;
mod numbers;
mod pages;
mod sentences;
mod words;

pub use app::{App, AppProps};
pub use words::{Key, Words};
