//! Bài tập: the exercises of a presentation, ready ones and the trainer's own. No part of any document.

pub mod event;
pub mod own_exercises;
pub mod state;
pub mod update;
pub mod view;
