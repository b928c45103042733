//! What happens to the exercises.

use scoring::exercise::Asked;

/// Something that happened to the exercises.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExerciseEvent {
    /// What this browser keeps of the trainer's own was read, and what was being written.
    Read(String, String),
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
