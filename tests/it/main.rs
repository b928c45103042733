//! The tests of the running program without a browser: one program for all of them, as each that is linked takes time.

mod app;
mod charts;
mod copies;
mod differences;
mod exercises;
mod explore;
mod importing;
mod keeping;
mod links;
mod office;
mod previewing;
mod results;
mod samples;
mod saving_to_file;
mod sets;
mod show;
mod show_units;
mod support;
mod vendored_stubs;
mod what_if;
mod windows;
