//! The language of target sets: areas, criteria, targets, their measures, goals and rules.
//!
//! A target is data; a rule is a file (see [`super::rules`]). A [`TargetSet`] that exists has been read and checked.

mod change;
mod check;
mod measure;
mod owner;
mod read;

use std::rc::Rc;

pub use change::Change;
pub use measure::ChoiceOption;
pub use measure::Field;
pub use measure::Input;
pub use measure::Item;
pub use measure::Measure;
pub use measure::RatioUnit;
pub use owner::put_owners;
pub use read::read;
pub use read::read_foreign;
pub(super) use read::read_points;
pub use read::read_reviewed;

use super::decimal::Decimal;
use super::exact::Exact;
use super::points::{Decimals, Points};
use super::rules::Rule;
use super::text::Text;

/// The `format` of a target-set file.
pub const FORMAT: &str = "tu-cham/target-set";
/// The newest version of the format that is understood.
pub const VERSION: u64 = 1;

/// A set of targets, read and checked. Bộ chỉ tiêu.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TargetSet {
    /// Stable id of the set: "196-ctr-ubnd".
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::Id"))]
    pub id: String,
    /// Edition of the set's content.
    pub edition: String,
    /// Name of the set.
    pub title: Text,
    /// What must be said wherever a score is shown, such as that the points are the set's own.
    pub notice: Option<Text>,
    /// The document that the targets come from.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub source: Source,
    /// Years in force, rising.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub years: Vec<u16>,
    /// Levels of government. Cấp.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub levels: Vec<Level>,
    /// Decimals that points are rounded to.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Decimals>"))]
    pub decimals: Decimals,
    /// Bands of the index, falling. Xếp loại.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub bands: Vec<Band>,
    /// Areas, in order. Lĩnh vực.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub areas: Vec<Area>,
}

/// The document that a set's targets come from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct Source {
    /// Its number: "196/CTr-UBND".
    pub number: String,
    /// Its date, ISO 8601.
    pub date: String,
    /// Who issued it.
    pub issuer: String,
}

/// A level of government. Cấp.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Level {
    /// Its id: "commune".
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::Id"))]
    pub id: String,
    /// Its name.
    pub name: Text,
}

/// A band of the index. Xếp loại.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Band {
    /// Its id: "excellent".
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::Id"))]
    pub id: String,
    /// Its name.
    pub name: Text,
    /// The index from which it holds, inclusive; 0 to 100.
    pub from: Decimal,
}

/// An area. Lĩnh vực.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Area {
    /// Its id: "procedures".
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::Id"))]
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Its criteria, in order.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub criteria: Vec<Criterion>,
}

/// A criterion: a statement that holds one or more targets. Tiêu chí.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Criterion {
    /// Its id: "TT-4".
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::Id"))]
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Its targets, in order.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub targets: Vec<Rc<Target>>,
}

/// A target: what a unit enters figures for and earns points by. Chỉ tiêu.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Target {
    /// Its id: "TT-3". Stable, never reused.
    pub id: TargetId,
    /// Its name.
    pub name: Text,
    /// The quotation of the law.
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub quote: Option<Quote>,
    /// The reading that it is scored by. Cách hiểu.
    pub reading: Option<Text>,
    /// Other readings that the quotation allows.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub other_readings: Vec<Text>,
    /// The levels that it binds.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::schema::Id>", length(min = 1)))]
    pub levels: Vec<String>,
    /// The most points it can earn; zero for a penalty or bonus.
    pub max_points: Points,
    /// What is measured.
    pub measure: Measure,
    /// The goal, where the rule has one.
    pub goal: Option<Goal>,
    /// How points arise.
    pub rule: Rule,
    /// What happens when nothing arises.
    #[cfg_attr(feature = "schema", schemars(with = "Option<NotApplicable>"))]
    pub not_applicable: NotApplicable,
}

/// A quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Quote {
    /// The whole bullet or sentence.
    #[cfg_attr(feature = "schema", schemars(rename = "quote"))]
    pub text: String,
    /// The part of `text` that is this target's own.
    #[cfg_attr(feature = "schema", schemars(rename = "quote_part"))]
    pub part: Option<String>,
    /// Where it stands: "II.2".
    #[cfg_attr(feature = "schema", schemars(default))]
    pub section: String,
}

/// What becomes of a target for which nothing arises. Không phát sinh.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "snake_case"))]
pub enum NotApplicable {
    /// It leaves the maximum.
    #[default]
    LeaveOut,
    /// It earns its maximum.
    FullMarks,
}

/// The id of a target; cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TargetId(Rc<str>);

impl TargetId {
    /// An id as written in files.
    pub fn new(id: &str) -> Self {
        Self(id.into())
    }
}

impl std::ops::Deref for TargetId {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl std::borrow::Borrow<str> for TargetId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for TargetId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// How a value is compared with its goal. Equality is decided by the comparison, never by rounding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "snake_case"))]
pub enum Compare {
    /// "tối thiểu", "từ … trở lên".
    AtLeast,
    /// "trên".
    MoreThan,
    /// "tối đa", "trong nhóm …".
    AtMost,
    /// "dưới".
    LessThan,
}

impl Compare {
    /// Every comparison with its text in files.
    pub const ALL: [(&'static str, Self); 4] = [
        ("at_least", Self::AtLeast),
        ("more_than", Self::MoreThan),
        ("at_most", Self::AtMost),
        ("less_than", Self::LessThan),
    ];

    /// Its text in files.
    pub fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(_, known)| *known == self).map_or("", |(word, _)| word)
    }

    /// Whether a value meets a goal, compared exactly.
    pub fn holds(self, value: Exact, goal: Exact) -> bool {
        match self {
            Self::AtLeast => value >= goal,
            Self::MoreThan => value > goal,
            Self::AtMost => value <= goal,
            Self::LessThan => value < goal,
        }
    }

    /// Whether more is better.
    pub const fn wants_more(self) -> bool {
        matches!(self, Self::AtLeast | Self::MoreThan)
    }
}

/// A goal for every level and year that its target claims.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Goal {
    /// How values are compared with it.
    pub compare: Compare,
    /// The figures.
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub values: GoalValues,
}

/// The figures of a goal.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum GoalValues {
    /// One for all levels and years.
    #[cfg_attr(feature = "schema", schemars(rename = "value"))]
    One(Decimal),
    /// One a level.
    #[cfg_attr(feature = "schema", schemars(rename = "by_level"))]
    ByLevel(
        #[cfg_attr(feature = "schema", schemars(with = "std::collections::BTreeMap<String, Decimal>"))]
        Vec<(String, Decimal)>,
    ),
    /// One a level and year.
    #[cfg_attr(feature = "schema", schemars(rename = "by_level_year"))]
    ByLevelYear(
        #[cfg_attr(
            feature = "schema",
            schemars(
                with = "std::collections::BTreeMap<String, std::collections::BTreeMap<String, Decimal>>"
            )
        )]
        Vec<(String, Vec<(u16, Decimal)>)>,
    ),
}

/// The goal in force for one level and year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GoalInForce {
    /// How values are compared with it.
    pub compare: Compare,
    /// The figure, as written in the set.
    pub value: Decimal,
}

impl Goal {
    /// The goal in force; `None` for a level or year that it has no figure for.
    pub fn in_force(&self, level: &str, year: u16) -> Option<GoalInForce> {
        let value = match &self.values {
            GoalValues::One(value) => Some(*value),
            GoalValues::ByLevel(levels) => find(levels, level).copied(),
            GoalValues::ByLevelYear(levels) => find(levels, level)
                .and_then(|years| years.iter().find(|(known, _)| *known == year).map(|(_, value)| *value)),
        };
        Some(GoalInForce { compare: self.compare, value: value? })
    }
}

fn find<'a, T>(entries: &'a [(String, T)], key: &str) -> Option<&'a T> {
    entries.iter().find(|(known, _)| known == key).map(|(_, value)| value)
}

impl GoalInForce {
    /// Whether a value meets it, compared exactly.
    pub fn is_met_by(&self, value: Exact) -> bool {
        self.compare.holds(value, self.value.exact())
    }
}

impl Target {
    /// Whether the target binds a level.
    pub fn claims(&self, level: &str) -> bool {
        self.levels.iter().any(|claimed| claimed == level)
    }

    /// The goal in force for a level and year, where the target has one.
    pub fn goal_in_force(&self, level: &str, year: u16) -> Option<GoalInForce> {
        self.goal.as_ref().and_then(|goal| goal.in_force(level, year))
    }
}

impl TargetSet {
    /// Every target, in order.
    pub fn targets(&self) -> impl Iterator<Item = &Rc<Target>> {
        self.areas.iter().flat_map(|area| &area.criteria).flat_map(|criterion| &criterion.targets)
    }

    /// The target of an id.
    pub fn target(&self, id: &str) -> Option<&Rc<Target>> {
        self.targets().find(|target| &*target.id == id)
    }

    /// The area of an id.
    pub fn area(&self, id: &str) -> Option<&Area> {
        self.areas.iter().find(|area| area.id == id)
    }

    /// The level of an id.
    pub fn level(&self, id: &str) -> Option<&Level> {
        self.levels.iter().find(|level| level.id == id)
    }

    /// The band that an index falls in.
    pub fn band(&self, index: Exact) -> Option<&Band> {
        self.bands.iter().find(|band| index >= band.from.exact())
    }

    /// The lower edges of the bands, falling.
    pub fn band_edges(&self) -> impl Iterator<Item = Exact> + Clone {
        self.bands.iter().map(|band| band.from.exact())
    }
}
