//! What a unit can do next: the work still needed, what moving one figure earns, and the reverse question.

mod course;
mod gap;
mod plan;
mod range;

pub use course::{Course, Pinned};
pub use gap::{Gap, gap};
pub use plan::{Aim, BUDGET, Held, HeldBy, Outcome, Plan, Proof, Question, Step, Unreachable, solve};
