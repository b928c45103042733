//! Opens the door to the browser and mounts the application.
#![allow(missing_docs, reason = "a binary has no public items")]

fn main() {}
