//! What a unit can do next: the work still needed, what moving one figure earns, and the reverse question.

mod bound;
mod course;
mod gap;
mod layers;
mod offer;
mod order;
mod plan;
mod range;
mod scale;
mod search;
mod solve;
mod window;
mod work;

pub use course::{Course, Pinned};
pub use gap::{Gap, gap};
pub use plan::{Aim, Held, HeldBy, Outcome, Plan, Proof, Question, Step, Unreachable};
pub use solve::{BUDGET, solve};
pub use work::{Amount, Lead, ToDo, Work, total_gain, work};
