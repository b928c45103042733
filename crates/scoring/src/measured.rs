//! The measured value of a target, once all of its figures are valid.

use super::assessment::Answer;
use super::exact::Exact;
use super::figures;
use super::figures::{Figure, FigureKind, NumberProblem};
use super::points::Points;
use super::target_set::{Measure, RatioUnit};

/// The value of a measure, exactly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Measured {
    /// 100 × done ÷ (total − excluded).
    Ratio {
        /// The percentage.
        percent: Exact,
        /// The part.
        done: u128,
        /// The whole, as typed.
        total: u128,
        /// What left the whole; zero where the field is blank or not asked for.
        excluded: u128,
    },
    /// A percentage, as typed.
    Percent(Exact),
    /// A number of things.
    Count(u128),
    /// A rank.
    Rank(u128),
    /// Done or not.
    YesNo(bool),
    /// Items of a checklist.
    Items {
        /// How many are done.
        done: u128,
        /// How many there are.
        all: u128,
    },
    /// The case chosen.
    Choice {
        /// Its id.
        id: String,
        /// Its share of the maximum, in percent.
        share: Exact,
    },
    /// Points set by others.
    Given(Exact),
}

impl Measured {
    /// The number that goals and steps are compared with.
    pub fn number(&self) -> Option<Exact> {
        match self {
            Self::Ratio { percent: value, .. } | Self::Percent(value) | Self::Given(value) => Some(*value),
            Self::Count(count) | Self::Rank(count) => Some(Exact::whole(*count)),
            Self::YesNo(_) | Self::Items { .. } | Self::Choice { .. } => None,
        }
    }

    pub(super) fn count(&self) -> Option<u128> {
        if let Self::Count(count) = self { Some(*count) } else { None }
    }

    pub(super) fn yes(&self) -> Option<bool> {
        if let Self::YesNo(yes) = self { Some(*yes) } else { None }
    }

    pub(super) fn items(&self) -> Option<(u128, u128)> {
        if let Self::Items { done, all } = self { Some((*done, *all)) } else { None }
    }

    pub(super) fn share(&self) -> Option<Exact> {
        if let Self::Choice { share, .. } = self { Some(*share) } else { None }
    }
}

/// What is wrong with an answer, and in which field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The field, when one alone is at fault.
    pub field: Option<String>,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// What is wrong with an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemKind {
    /// A field is not a number that can be used.
    Number(NumberProblem),
    /// Not one of the cases.
    UnknownOption,
    /// More is excluded than there is.
    ExcludedOverTotal,
    /// Nothing is left to count and nothing is done: perhaps nothing arises.
    NothingArises,
    /// Nothing is left to count, yet something is done.
    TotalZero,
    /// More is done than there is.
    DoneOverTotal,
    /// Over 100 %.
    OverHundred,
    /// A rank below 1.
    RankBelowOne,
    /// More points than the maximum.
    OverMaximum,
    /// "Không phát sinh" without its reason.
    ReasonMissing,
    /// Figures so large that points can't be worked out exactly.
    BeyondExact,
}

impl ProblemKind {
    /// Its text in files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Number(NumberProblem::NotANumber) => "not_a_number",
            Self::Number(NumberProblem::Negative) => "negative",
            Self::Number(NumberProblem::UnexpectedPercent) => "unexpected_percent",
            Self::Number(NumberProblem::Fraction) => "fraction",
            Self::Number(NumberProblem::TooLong) => "too_long",
            Self::UnknownOption => "unknown_option",
            Self::ExcludedOverTotal => "excluded_over_total",
            Self::NothingArises => "nothing_arises",
            Self::TotalZero => "total_zero",
            Self::DoneOverTotal => "done_over_total",
            Self::OverHundred => "over_100",
            Self::RankBelowOne => "rank_below_1",
            Self::OverMaximum => "over_max",
            Self::ReasonMissing => "reason_missing",
            Self::BeyondExact => "beyond_exact",
        }
    }

    fn at(self, field: &str) -> Problem {
        Problem { field: Some(field.to_owned()), kind: self }
    }
}

/// What an answer's figures amount to: `Ok(None)` while a required field is blank.
pub fn measured(measure: &Measure, answer: &Answer, max: Points) -> Result<Option<Measured>, Problem> {
    let figure = |field: &str, kind| {
        figures::read(answer.figure(field), kind).map_err(|problem| ProblemKind::Number(problem).at(field))
    };
    let value = |kind| figure("value", kind);
    match measure {
        Measure::Ratio { unit, excluded, may_exceed, .. } => {
            let kind = match unit {
                RatioUnit::Count => FigureKind::Count,
                RatioUnit::Money => FigureKind::Money,
            };
            let (done, total) = (figure("done", kind)?, figure("total", kind)?);
            let excluded = if excluded.is_some() { figure("excluded", kind)? } else { None };
            let (Some(done), Some(total)) = (done, total) else { return Ok(None) };
            ratio(done.whole(), total.whole(), excluded.map_or(0, Figure::whole), *may_exceed).map(Some)
        }
        Measure::Percent { .. } => {
            let percent = value(FigureKind::Percent)?.map(Figure::exact);
            within(percent, |percent| percent <= Exact::HUNDRED, ProblemKind::OverHundred)
                .map(|percent| percent.map(Measured::Percent))
        }
        Measure::Count { .. } => Ok(value(FigureKind::Count)?.map(|count| Measured::Count(count.whole()))),
        Measure::Rank { .. } => {
            let rank = value(FigureKind::Rank)?.map(Figure::whole);
            within(rank, |rank| rank >= 1, ProblemKind::RankBelowOne).map(|rank| rank.map(Measured::Rank))
        }
        Measure::Given { .. } => {
            let points = value(FigureKind::Points)?.map(Figure::exact);
            within(points, |points| points <= max.exact(), ProblemKind::OverMaximum)
                .map(|points| points.map(Measured::Given))
        }
        Measure::YesNo { .. } => Ok(yes_no(answer, "value")?.map(Measured::YesNo)),
        Measure::Choice { options } => {
            let id = answer.figure("value").trim();
            if id.is_empty() {
                return Ok(None);
            }
            let option = options.iter().find(|option| option.id == id);
            let option = option.ok_or_else(|| ProblemKind::UnknownOption.at("value"))?;
            Ok(Some(Measured::Choice { id: option.id.clone(), share: option.share.exact() }))
        }
        Measure::Checklist { items } => {
            let answers: Result<Vec<_>, _> = items.iter().map(|item| yes_no(answer, &item.id)).collect();
            let answers: Option<Vec<bool>> = answers?.into_iter().collect();
            Ok(answers.map(|answers| Measured::Items {
                done: answers.iter().map(|done| u128::from(*done)).sum(),
                all: answers.iter().map(|_| 1).sum(),
            }))
        }
    }
}

fn within<T: Copy>(
    value: Option<T>,
    fits: impl Fn(T) -> bool,
    problem: ProblemKind,
) -> Result<Option<T>, Problem> {
    match value {
        Some(value) if !fits(value) => Err(problem.at("value")),
        value => Ok(value),
    }
}

fn yes_no(answer: &Answer, field: &str) -> Result<Option<bool>, Problem> {
    match answer.figure(field).trim() {
        "" => Ok(None),
        "yes" => Ok(Some(true)),
        "no" => Ok(Some(false)),
        _ => Err(ProblemKind::UnknownOption.at(field)),
    }
}

/// The share of what was done, from whole counts.
///
/// # Errors
/// Counts that contradict each other: more left out than there are, nothing to count, more done than the rest unless that
/// may be.
pub fn ratio(done: u128, total: u128, excluded: u128, may_exceed: bool) -> Result<Measured, Problem> {
    let whole = total.checked_sub(excluded).ok_or_else(|| ProblemKind::ExcludedOverTotal.at("excluded"))?;
    match (whole, done) {
        (0, 0) => return Err(ProblemKind::NothingArises.at("total")),
        (0, _) => return Err(ProblemKind::TotalZero.at("total")),
        (whole, done) if done > whole && !may_exceed => return Err(ProblemKind::DoneOverTotal.at("done")),
        _ => {}
    }
    let percent = done.checked_mul(100).and_then(|hundredfold| Exact::new(hundredfold, whole));
    let percent = percent.ok_or(Problem { field: None, kind: ProblemKind::BeyondExact })?;
    Ok(Measured::Ratio { percent, done, total, excluded })
}
