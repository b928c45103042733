//! Bài tập: the exercises of a show. Those that come with the product, and the trainer's own, which are no part of any
//! document.

use std::rc::Rc;

use formats::exercise_file;
use scoring::exercise::Exercise;

/// The exercises at hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exercises {
    /// Those that come with the product.
    pub ready: Vec<Rc<Exercise>>,
    /// The trainer's own, in their order.
    pub own: Vec<Rc<Exercise>>,
    /// Exercises of a file that bear the id of one of the trainer's own, and say something else.
    pub waiting: Vec<Rc<Exercise>>,
    /// The exercise that is to be removed, once that was said twice.
    pub removing: Option<String>,
    /// What is being written.
    pub draft: Option<ExerciseDraft>,
}

/// An exercise that is being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExerciseDraft {
    /// The exercise so far, its texts as typed; without an id while it is new.
    pub exercise: Exercise,
    /// Title and question that were put there for the trainer.
    pub suggested: (String, String),
    /// What is still wrong, once it was to be kept.
    pub problem: Option<ExerciseProblem>,
}

/// Why an exercise can't be kept as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExerciseProblem {
    /// It has no title, or too long a one.
    Title,
    /// It has no question, or too long a one.
    Question,
    /// The answer of the mistake at this place is no number.
    Answer(usize),
    /// The answer of the mistake at this place is the right one.
    Right(usize),
    /// The mistake at this place doesn't say what went wrong, or at too great length.
    Why(usize),
}

impl Default for Exercises {
    fn default() -> Self {
        let ready = exercise_file::ready().into_iter().map(Rc::new).collect();
        Self { ready, own: Vec::new(), waiting: Vec::new(), removing: None, draft: None }
    }
}

impl Exercises {
    /// Every exercise in the order shown.
    pub fn all(&self) -> impl Iterator<Item = &Rc<Exercise>> {
        self.ready.iter().chain(&self.own)
    }

    /// The exercise of an id.
    pub fn of_id(&self, id: &str) -> Option<&Rc<Exercise>> {
        self.all().find(|exercise| exercise.id == id)
    }

    /// The place of an exercise among the trainer's own.
    pub(crate) fn place(&self, id: &str) -> Option<usize> {
        self.own.iter().position(|exercise| exercise.id == id)
    }
}
