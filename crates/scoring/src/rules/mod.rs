//! How points arise: one file a rule. Cách tính điểm.
//!
//! A rule is given the [measured value](super::measured::Measured), the maximum and the goal in force, and gives exactly
//! what is earned. Rounding happens once, in [`super::scorecard`].

mod all_or_nothing;
mod as_given;
mod bonus;
mod by_choice;
mod pass_fail;
mod penalty;
mod per_item;
mod proportional;
mod share_of_items;
mod steps;
mod toward_goal;

pub use all_or_nothing::AllOrNothing;
pub use as_given::AsGiven;
pub use bonus::Bonus;
pub use by_choice::ByChoice;
pub use pass_fail::PassFail;
pub use penalty::Penalty;
pub use per_item::PerItem;
pub use proportional::Proportional;
pub use share_of_items::ShareOfItems;
pub use steps::Step;
pub use steps::Steps;
pub use toward_goal::TowardGoal;

use super::exact::Exact;
use super::json_reader::Cursor;
use super::measured::Measured;
use super::points::Points;
use super::target_set::{GoalInForce, Measure};

/// A rule of the target-set language.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(tag = "kind", rename_all = "snake_case")
)]
pub enum Rule {
    /// Maximum × min(1, value ÷ goal).
    TowardGoal(TowardGoal),
    /// Maximum × value ÷ 100.
    Proportional(Proportional),
    /// The first step that holds.
    Steps(Steps),
    /// The maximum if the goal is met.
    PassFail(PassFail),
    /// So many points each, up to the maximum.
    PerItem(PerItem),
    /// Maximum × items done ÷ items.
    ShareOfItems(ShareOfItems),
    /// The maximum if every item is done.
    AllOrNothing(AllOrNothing),
    /// Maximum × the share of the case.
    ByChoice(ByChoice),
    /// The points entered.
    AsGiven(AsGiven),
    /// So many points off each, down to the cap.
    Penalty(Penalty),
    /// So many points more each, up to the cap.
    Bonus(Bonus),
}

/// What a rule is given.
#[derive(Debug, Clone, Copy)]
pub struct RuleInput<'a> {
    /// The measured value.
    pub measured: &'a Measured,
    /// The target's maximum.
    pub max: Points,
    /// The goal in force, if there is one.
    pub goal: Option<GoalInForce>,
}

/// What is earned, before rounding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Earned {
    /// Exact points, without the sign.
    pub points: Exact,
    /// Whether they are taken off: a penalty.
    pub taken_off: bool,
    /// Whether a cap or the maximum cut them.
    pub capped: bool,
    /// The step that held, counted from the first, for steps.
    pub step: Option<usize>,
}

impl Earned {
    /// Points that nothing cut.
    pub const fn plain(points: Exact) -> Self {
        Self { points, taken_off: false, capped: false, step: None }
    }

    /// The whole maximum.
    pub fn all(max: Points) -> Self {
        Self::plain(max.exact())
    }

    /// Nothing.
    pub const NOTHING: Self = Self::plain(Exact::ZERO);

    /// `count × each`, at most `cap`.
    fn counted(count: u128, each: Points, cap: Points) -> Self {
        let points = each.times(count);
        Self { capped: points > cap, ..Self::plain(points.min(cap).exact()) }
    }
}

impl Rule {
    /// What is earned, exactly; `None` when the measure gives this rule nothing to work on or a product is beyond what
    /// is held exactly. Neither happens in a checked set with understood figures.
    pub fn earned(&self, input: RuleInput<'_>) -> Option<Earned> {
        match self {
            Self::TowardGoal(rule) => rule.earned(input),
            Self::Proportional(rule) => rule.earned(input),
            Self::Steps(rule) => rule.earned(input),
            Self::PassFail(rule) => rule.earned(input),
            Self::PerItem(rule) => rule.earned(input),
            Self::ShareOfItems(rule) => rule.earned(input),
            Self::AllOrNothing(rule) => rule.earned(input),
            Self::ByChoice(rule) => rule.earned(input),
            Self::AsGiven(rule) => rule.earned(input),
            Self::Penalty(rule) => rule.earned(input),
            Self::Bonus(rule) => rule.earned(input),
        }
    }

    /// Whether the rule can work on a measure.
    pub fn fits(&self, measure: &Measure) -> bool {
        let number = measure.is_percentage() || matches!(measure, Measure::Count { .. });
        match self {
            Self::TowardGoal(_) | Self::Steps(_) => number,
            Self::Proportional(_) => measure.is_percentage(),
            Self::PassFail(_) => number || matches!(measure, Measure::Rank { .. } | Measure::YesNo { .. }),
            Self::PerItem(_) | Self::Penalty(_) | Self::Bonus(_) => matches!(measure, Measure::Count { .. }),
            Self::ShareOfItems(_) | Self::AllOrNothing(_) => matches!(measure, Measure::Checklist { .. }),
            Self::ByChoice(_) => matches!(measure, Measure::Choice { .. }),
            Self::AsGiven(_) => matches!(measure, Measure::Given { .. }),
        }
    }

    /// The points that the rule declares.
    pub fn declared_points(&self) -> Vec<Points> {
        match self {
            Self::Steps(rule) => rule.steps.iter().map(|step| step.points).collect(),
            Self::PerItem(rule) => vec![rule.points_each],
            Self::Penalty(rule) => vec![rule.points_each, rule.cap],
            Self::Bonus(rule) => vec![rule.points_each, rule.cap],
            Self::TowardGoal(_)
            | Self::Proportional(_)
            | Self::PassFail(_)
            | Self::ShareOfItems(_)
            | Self::AllOrNothing(_)
            | Self::ByChoice(_)
            | Self::AsGiven(_) => Vec::new(),
        }
    }

    /// Whether it only adds to or takes from the sum: its maximum is zero, and it has no "met".
    pub const fn is_extra(&self) -> bool {
        matches!(self, Self::Penalty(_) | Self::Bonus(_))
    }

    /// Whether points short of the maximum, or of an unmet goal, never print as the maximum.
    pub const fn caps_below_max(&self) -> bool {
        matches!(self, Self::TowardGoal(_) | Self::Proportional(_))
    }
}

/// Reads one rule of a rule file.
type Reader = fn(&Cursor<'_>) -> Option<Rule>;

/// Every rule by its text in files.
const READERS: [(&str, Reader); 11] = [
    ("toward_goal", |_| Some(Rule::TowardGoal(TowardGoal))),
    ("proportional", |node| Proportional::read(node).map(Rule::Proportional)),
    ("steps", |node| Steps::read(node).map(Rule::Steps)),
    ("pass_fail", |_| Some(Rule::PassFail(PassFail))),
    ("per_item", |node| PerItem::read(node).map(Rule::PerItem)),
    ("share_of_items", |_| Some(Rule::ShareOfItems(ShareOfItems))),
    ("all_or_nothing", |_| Some(Rule::AllOrNothing(AllOrNothing))),
    ("by_choice", |_| Some(Rule::ByChoice(ByChoice))),
    ("as_given", |_| Some(Rule::AsGiven(AsGiven))),
    ("penalty", |node| Penalty::read(node).map(Rule::Penalty)),
    ("bonus", |node| Bonus::read(node).map(Rule::Bonus)),
];

/// Reads a rule.
pub fn read(node: &Cursor<'_>) -> Option<Rule> {
    let reader = node.need("kind")?.one_of(&READERS)?;
    reader(node)
}
