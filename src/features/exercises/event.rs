//! What happens to the exercises.

use crate::document::event_scope::EventScope;
use scoring::exercise::Asked;

/// Something that happened to the exercises.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExerciseEvent {
    /// What this browser keeps of the trainer's own was read, and what was being written.
    Read(String, String),
    /// A file of exercises was chosen.
    FileRead {
        /// Its name.
        name: String,
        /// Its bytes.
        bytes: Vec<u8>,
    },
    /// Another window has kept this in place of what was kept.
    KeptElsewhere(String),
    /// An exercise was begun from the open document, with this title and question.
    Begun(Asked, String, String),
    /// Something else is to be asked for, with this title and question.
    AskedChosen(Asked, String, String),
    /// One of the trainer's own was opened to be changed.
    Opened(String),
    /// A text was typed.
    Typed(ExerciseField, String),
    /// A place for one more mistake was asked for.
    MistakeAdded,
    /// What was written is to be kept.
    Kept,
    /// What was written is to be left.
    Left,
    /// An exercise is to be removed: it is asked again.
    RemoveAsked(Option<String>),
    /// An exercise was removed, after asking.
    Removed(String),
    /// An exercise was moved: up, or down.
    Moved(String, bool),
    /// A file of the trainer's own was asked for.
    FileAsked,
    /// The exercises that wait are to take the place of those of the same id, or to be left.
    WaitingChosen(bool),
}

impl ExerciseEvent {
    /// Whether it would change the open document, which a window that only reads it must not.
    pub const fn edits_document(&self) -> bool {
        match self {
            Self::Read(..)
            | Self::FileRead { .. }
            | Self::KeptElsewhere(..)
            | Self::Begun(..)
            | Self::AskedChosen(..)
            | Self::Opened(..)
            | Self::Typed(..)
            | Self::MistakeAdded
            | Self::Kept
            | Self::Left
            | Self::RemoveAsked(..)
            | Self::Removed(..)
            | Self::Moved(..)
            | Self::FileAsked
            | Self::WaitingChosen(..) => false,
        }
    }

    /// To which workspace it belongs while a sample is open.
    pub const fn scope(&self) -> EventScope {
        match self {
            Self::Read(..)
            | Self::FileRead { .. }
            | Self::KeptElsewhere(..)
            | Self::Begun(..)
            | Self::AskedChosen(..)
            | Self::Opened(..)
            | Self::Typed(..)
            | Self::MistakeAdded
            | Self::Kept
            | Self::Left
            | Self::RemoveAsked(..)
            | Self::Removed(..)
            | Self::Moved(..)
            | Self::FileAsked
            | Self::WaitingChosen(..) => EventScope::InFront,
        }
    }
}

/// A text of an exercise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExerciseField {
    /// What it is called.
    Title,
    /// The question.
    Question,
    /// The answer of the mistake at this place.
    Answer(usize),
    /// What went wrong there.
    Why(usize),
}
