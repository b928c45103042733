//! Hướng dẫn: the guide, and what the application says about itself.

pub mod about;
pub mod view;
