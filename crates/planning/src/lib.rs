//! What a unit can do next: the work still needed, what moving one figure earns, and the plan of least cost for an index.
//! Pure; depends on `scoring`.

mod beam_search;
mod bound;
mod candidate_window;
mod gap;
mod move_range;
mod order;
mod plan;
mod scale;
mod search;
mod solve;
mod target_options;
mod trajectory;
mod work;

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
pub use trajectory::Pinned;
pub use trajectory::Trajectory;
pub use work::Amount;
pub use work::FigureChange;
pub use work::ToDo;
pub use work::Work;
pub use work::total_gain;
pub use work::work;
