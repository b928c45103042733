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

pub use course::Course;
pub use course::Pinned;
pub use gap::Gap;
pub use gap::gap;
pub use plan::Aim;
pub use plan::Held;
pub use plan::HeldBy;
pub use plan::Outcome;
pub use plan::Plan;
pub use plan::Proof;
pub use plan::Question;
pub use plan::Step;
pub use plan::Unreachable;
pub use solve::BUDGET;
pub use solve::solve;
pub use work::Amount;
pub use work::Lead;
pub use work::ToDo;
pub use work::Work;
pub use work::total_gain;
pub use work::work;
