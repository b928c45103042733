//! The reverse question: what must be done to reach an index.

use std::collections::{BTreeMap, BTreeSet};

use super::trajectory::Pinned;
use scoring::assessment::{Answer, Assessment};
use scoring::exact::Exact;
use scoring::points::Points;
use scoring::target_set::TargetId;

/// The limit of a weight's numerator and denominator, so that costs can be added up exactly.
const WEIGHT_LIMIT: u128 = 1_000_000_000;

/// What is asked. Muốn đạt … thì cần gì?
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The index to reach, in percent; a band's lower edge to reach the band.
    pub wanted: Exact,
    /// What the share of a target's own total costs; 1 where nothing (or zero) is said.
    pub weights: BTreeMap<TargetId, Exact>,
    /// Targets whose figures stay.
    pub pinned: BTreeSet<TargetId>,
    /// What is to be least.
    pub aim: Aim,
}

/// What is to be least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Aim {
    /// The cost, then the number of targets.
    #[default]
    LeastCost,
    /// The number of targets, then the cost.
    FewestTargets,
}

/// What the answer is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The index is reached as it is.
    Already,
    /// So it can be reached.
    Plan(Plan),
    /// It can't be reached.
    Unreachable(Unreachable),
}

/// A plan: the figures to reach, none of which can be one less.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// What to do, in the set's order.
    pub steps: Vec<Step>,
    /// Σ weight × share: exact where 128 bits hold it, else rounded up at the 18th decimal.
    pub cost: Exact,
    /// The points of the whole set with it.
    pub points: Points,
    /// The index with it.
    pub index: Exact,
    /// Whether there is none that costs less.
    pub proof: Proof,
}

/// One target's part of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The target.
    pub target: TargetId,
    /// The position that its figure has now, on its trajectory.
    pub from: u128,
    /// The position to reach; the same where only something blank is to be filled in.
    pub to: u128,
    /// The fields and their texts there, as they would be typed.
    pub figures: Vec<(String, String)>,
    /// The points that it adds.
    pub gain: Points,
    /// The share of the target's own total that it adds.
    pub share: Exact,
}

/// What is known of a plan's cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    /// No plan costs less (with as few targets, when the fewest were asked for).
    Least,
    /// Looking at every plan would take too long; none costs less than this.
    AtLeast(Exact),
}

/// Why an index can't be reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreachable {
    /// The best index that can; zero where nothing counts.
    pub best: Exact,
    /// The points that are missing even so.
    pub missing: Points,
    /// What holds it back, in the set's order.
    pub held: Vec<Held>,
}

/// A target that could earn more but for what holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The target.
    pub target: TargetId,
    /// The points that it could still give.
    pub points: Points,
    /// What holds it.
    pub by: HeldBy,
}

/// What holds a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeldBy {
    /// The question keeps its figures.
    Question,
    /// Its figures can't be moved.
    Figures(Pinned),
}

impl Question {
    /// What the share of a target's own total costs: from a billionth to a billion, else 1.
    pub fn weight(&self, target: &str) -> Exact {
        let within = |weight: &&Exact| {
            (1..=WEIGHT_LIMIT).contains(&weight.numerator()) && weight.denominator() <= WEIGHT_LIMIT
        };
        self.weights.get(target).filter(within).copied().unwrap_or(Exact::whole(1))
    }
}

impl Plan {
    /// The assessment with the plan's figures.
    pub fn applied(&self, assessment: &Assessment) -> Assessment {
        let mut after = assessment.clone();
        for step in &self.steps {
            let place = after.answers.entry(step.target.to_string()).or_default();
            let mut answer: Answer = (**place).clone();
            answer.figures.extend(step.figures.iter().cloned());
            *place = answer.into();
        }
        after
    }
}
