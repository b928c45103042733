//! `score(set, assessment)`: every target's outcome, the sums, the indexes and the band. Exact; rounded once a target.

mod total;

use std::rc::Rc;

pub use total::Totals;

use super::assessment::{Answer, Assessment};
use super::exact::{Exact, Rounded};
use super::explanation::Explanation;
use super::measured::{Measured, Problem, ProblemKind, measured};
use super::points::{Decimals, Points};
use super::rules::RuleInput;
use super::target_set::{Area, Band, GoalInForce, Measure, NotApplicable, Target, TargetSet};

/// Decimals that percentages are shown with, before more are needed.
const PERCENT_DECIMALS: u32 = 3;

/// What a unit scores. Bảng điểm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scorecard {
    /// The areas that have a target at the unit's level, in the set's order.
    pub areas: Vec<AreaScore>,
    /// Over everything.
    pub totals: Totals,
    /// The band of the index; `None` while something is empty or invalid, or when nothing counts.
    pub band: Option<String>,
}

/// An area's score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaScore {
    /// Its id.
    pub id: String,
    /// The sums of the area.
    pub totals: Totals,
    /// Its targets, in order.
    pub targets: Vec<Rc<TargetScore>>,
}

/// A target's score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetScore {
    /// The target.
    pub target: Rc<Target>,
    /// The goal in force, where it has one.
    pub goal: Option<GoalInForce>,
    /// What came of it.
    pub outcome: Outcome,
    /// Whether evidence or an explanation stands beside it.
    pub documented: bool,
}

/// What came of a target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// A required field is blank. Chưa nhập.
    Empty,
    /// Nothing arises, with the reason. Không phát sinh.
    NotApplicable,
    /// A figure can't be understood or can't be. Chưa hiểu.
    Invalid(Problem),
    /// Others have not set the points yet. Chờ.
    Pending,
    /// Scored.
    Scored(Scored),
}

/// A scored target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scored {
    /// Whether the goal is met; `None` for penalties and bonuses.
    pub met: Option<bool>,
    /// The points, rounded once.
    pub points: Points,
    /// Why.
    pub why: Explanation,
}

/// Scores an assessment by a set. Levels and years outside the set have no targets or goals in force.
pub fn score(set: &TargetSet, assessment: &Assessment) -> Scorecard {
    let level = assessment.unit.level.as_str();
    let blank = Answer::default();
    let score_one = |target: &Rc<Target>| {
        let answer = assessment.answers.get(&*target.id).map_or(&blank, Rc::as_ref);
        Rc::new(score_target(target, target.goal_in_force(level, assessment.year), answer, set.decimals))
    };
    let score_area = |area: &Area| {
        let claimed = area
            .criteria
            .iter()
            .flat_map(|criterion| &criterion.targets)
            .filter(|target| target.claims(level));
        let targets: Vec<_> = claimed.map(score_one).collect();
        let totals = Totals::of(targets.iter().map(Rc::as_ref));
        (!targets.is_empty()).then(|| AreaScore { id: area.id.clone(), totals, targets })
    };
    let areas = set.areas.iter().filter_map(score_area).collect();
    let mut card = Scorecard { areas, totals: Totals::default(), band: None };
    sum_up(&mut card, set);
    card
}

/// Scores one target anew after its answer changed, and the sums with it. The outcome is the one that [`score`] gives,
/// at the price of one target; a target whose score did not change keeps its old value.
pub fn rescore(card: &mut Scorecard, set: &TargetSet, assessment: &Assessment, id: &str) {
    let blank = Answer::default();
    for area in &mut card.areas {
        let Some(place) = area.targets.iter_mut().find(|score| &*score.target.id == id) else { continue };
        let answer = assessment.answers.get(id).map_or(&blank, Rc::as_ref);
        let new = score_target(&place.target, place.goal, answer, set.decimals);
        if new != **place {
            *place = Rc::new(new);
        }
        area.totals = Totals::of(area.targets.iter().map(Rc::as_ref));
    }
    sum_up(card, set);
}

/// The sums over all areas, and the band that follows.
fn sum_up(card: &mut Scorecard, set: &TargetSet) {
    card.totals = card.areas.iter().map(|area| area.totals).sum();
    let index = card.totals.index().filter(|_| card.totals.is_complete());
    card.band = index.and_then(|index| set.band(index)).map(|band| band.id.clone());
}

fn score_target(
    target: &Rc<Target>,
    goal: Option<GoalInForce>,
    answer: &Answer,
    decimals: Decimals,
) -> TargetScore {
    let outcome = outcome(target, goal, answer, decimals).unwrap_or_else(Outcome::Invalid);
    TargetScore { target: Rc::clone(target), goal, outcome, documented: answer.is_documented() }
}

fn outcome(
    target: &Target,
    goal: Option<GoalInForce>,
    answer: &Answer,
    decimals: Decimals,
) -> Result<Outcome, Problem> {
    if let Some(reason) = &answer.not_applicable {
        return if reason.trim().is_empty() {
            Err(Problem { field: Some("reason".to_owned()), kind: ProblemKind::ReasonMissing })
        } else {
            Ok(Outcome::NotApplicable)
        };
    }
    Ok(match measured(&target.measure, answer, target.max_points)? {
        Some(measured) => {
            let beyond = Problem { field: None, kind: ProblemKind::BeyondExact };
            Outcome::Scored(scored(target, goal, measured, decimals).ok_or(beyond)?)
        }
        None if matches!(target.measure, Measure::Given { .. }) => Outcome::Pending,
        None => Outcome::Empty,
    })
}

/// What a target scores with a measured value; `None` beyond what can be worked out exactly.
pub fn scored(
    target: &Target,
    goal: Option<GoalInForce>,
    measured: Measured,
    decimals: Decimals,
) -> Option<Scored> {
    let max = target.max_points;
    let earned = target.rule.earned(RuleInput { measured: &measured, max, goal })?;
    let met = match goal {
        _ if target.rule.is_extra() => None,
        Some(goal) => Some(goal.is_met_by(measured.number()?)),
        None => Some(measured.yes().unwrap_or(earned.points == max.exact())),
    };
    let rounded = Points::rounded(earned.points, decimals)?;
    // A goal not met, or points short of the maximum, must not print as the maximum.
    let short = earned.points < max.exact() || (goal.is_some() && met == Some(false));
    let step = Points::from_thousandths(decimals.step().into());
    let capped_below_max = target.rule.caps_below_max() && short && rounded >= max;
    let size = if capped_below_max { (max - step).max(Points::ZERO) } else { rounded };
    let points = if earned.taken_off { -size } else { size };
    Some(Scored { met, points, why: Explanation { measured, goal, max, earned, capped_below_max, points } })
}

impl Outcome {
    /// Its text in files.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotApplicable => "not_applicable",
            Self::Invalid(_) => "invalid",
            Self::Pending => "pending",
            Self::Scored(_) => "scored",
        }
    }
}

impl TargetScore {
    /// What the target would score with another answer.
    #[must_use]
    pub fn with(&self, answer: &Answer, decimals: Decimals) -> Self {
        score_target(&self.target, self.goal, answer, decimals)
    }

    /// The points it counts with; `None` where it counts with none (empty, invalid, pending, left out).
    pub fn points(&self) -> Option<Points> {
        let extra = self.target.rule.is_extra();
        match &self.outcome {
            Outcome::Scored(scored) => Some(scored.points),
            Outcome::NotApplicable if extra => Some(Points::ZERO),
            Outcome::NotApplicable => {
                (self.target.not_applicable == NotApplicable::FullMarks).then_some(self.target.max_points)
            }
            Outcome::Empty if extra => Some(Points::ZERO),
            Outcome::Empty | Outcome::Invalid(_) | Outcome::Pending => None,
        }
    }

    /// Whether its maximum is in the sums.
    pub fn counts(&self) -> bool {
        !matches!(self.outcome, Outcome::NotApplicable)
            || self.target.not_applicable == NotApplicable::FullMarks
    }

    /// The points still to be had, or lost by a penalty; `None` where the target is out of the sums.
    pub fn left(&self) -> Option<Points> {
        let left = self.target.max_points - self.points().unwrap_or_default();
        self.counts().then(|| left.max(Points::ZERO))
    }

    /// Whether the goal is met; `None` unless scored, and for penalties and bonuses.
    pub const fn met(&self) -> Option<bool> {
        if let Outcome::Scored(scored) = &self.outcome { scored.met } else { None }
    }

    /// What is wrong, when invalid.
    pub const fn problem(&self) -> Option<&Problem> {
        if let Outcome::Invalid(problem) = &self.outcome { Some(problem) } else { None }
    }

    /// Why it scores what it does, when scored.
    pub const fn why(&self) -> Option<&Explanation> {
        if let Outcome::Scored(scored) = &self.outcome { Some(&scored.why) } else { None }
    }

    /// Whether it is scored with neither evidence nor an explanation beside it. Thiếu tài liệu kiểm chứng.
    pub const fn lacks_evidence(&self) -> bool {
        matches!(self.outcome, Outcome::Scored(_)) && !self.documented
    }

    /// The value as in files, "48.235", "yes"; `None` unless scored.
    pub fn value(&self) -> Option<String> {
        self.why().map(Explanation::value)
    }
}

impl Scorecard {
    /// The band of the index, as its set has it.
    pub fn band_of<'a>(&self, set: &'a TargetSet) -> Option<&'a Band> {
        let id = self.band.as_ref()?;
        set.bands.iter().find(|band| band.id == *id)
    }

    /// Every target, in the set's order.
    pub fn targets(&self) -> impl Iterator<Item = &Rc<TargetScore>> {
        self.areas.iter().flat_map(|area| &area.targets)
    }

    /// The score of one target: looked for first at the indexes of the hint, then everywhere.
    pub fn target_with_hint(&self, id: &str, (area, target): (usize, usize)) -> Option<&Rc<TargetScore>> {
        let hinted = self.areas.get(area).and_then(|area| area.targets.get(target));
        hinted.filter(|score| &*score.target.id == id).or_else(|| self.target(id))
    }

    /// The score of one target; `None` when it does not apply at the level.
    pub fn target(&self, id: &str) -> Option<&Rc<TargetScore>> {
        self.targets().find(|score| &*score.target.id == id)
    }
}

/// An index rounded for people, with as many decimals as it takes not to look like a band edge that it misses.
pub fn shown_index(set: &TargetSet, index: Exact) -> Rounded {
    index.to_decimals_unless(PERCENT_DECIMALS, |shown| {
        set.band_edges().any(|edge| index < edge && index.reaches(shown, edge))
    })
}

/// A percentage rounded for people, likewise for the goal in force.
pub fn shown_percent(percent: Exact, goal: Option<GoalInForce>) -> Rounded {
    let missed = goal.filter(|goal| !goal.is_met_by(percent)).map(|goal| goal.value.exact());
    percent
        .to_decimals_unless(PERCENT_DECIMALS, |shown| missed.is_some_and(|edge| percent.reaches(shown, edge)))
}
