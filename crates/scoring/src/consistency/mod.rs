//! Consistency checks, each a thing worth a second look: figures that contradict each other, the year before, or the period, and figures without
//! evidence. Soát lại. Nothing here changes a score, and nothing is refused.

mod across;
mod last_year;
mod single;

use super::assessment::Answer;
use super::figures;
use super::figures::FigureKind;
use super::scorecard::TargetScore;
use super::target_set::{Input, Measure, TargetId};
use crate::scored_document::ScoredDocument;

/// Something worth a second look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The targets that it is about, in the set's order; none where it is about the whole document.
    pub targets: Vec<TargetId>,
    /// What was found.
    pub kind: FindingKind,
}

/// What was found, in the order in which it is reported: contradictions first, then what may well be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FindingKind {
    /// More is done than there is.
    DoneOverTotal {
        /// What is done.
        done: u128,
        /// What there is.
        total: u128,
    },
    /// What is done and what is left out are together more than the total, or everything is left out.
    PartsOverTotal {
        /// What is done; zero where it is blank.
        done: u128,
        /// What is left out.
        excluded: u128,
        /// What there is.
        total: u128,
    },
    /// Totals that mean the same list differ: one for each target.
    SameTotal(Vec<u128>),
    /// The day that the figures are of lies outside the period.
    AsOf {
        /// The day, as it stands in the document.
        as_of: String,
        /// The first day of the period, ISO 8601.
        first: String,
        /// The last.
        last: String,
    },
    /// A figure that should only grow is lower than the year before.
    FigureFallen(Change<u128>),
    /// A value is lower than the year before, where higher is better.
    ValueFallen(Change<String>),
    /// A value is far from the year before's.
    ValueFar(Change<String>),
    /// A figure is far from the year before's.
    FigureFar(Change<u128>),
    /// A figure could be read in two ways.
    Ambiguous {
        /// Its field.
        field: &'static str,
        /// The text as typed.
        typed: String,
        /// What was understood.
        understood: u128,
    },
    /// Scored with neither evidence nor an explanation. Thiếu tài liệu kiểm chứng.
    NoEvidence,
}

/// A number of this year beside the one of the year before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change<T> {
    /// The field of a figure; "" for the target's value.
    pub field: &'static str,
    /// The year before.
    pub before: T,
    /// This year.
    pub now: T,
}

impl FindingKind {
    /// The text for scripts; findings with the same text stand together.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::DoneOverTotal { .. } => "done-over-total",
            Self::PartsOverTotal { .. } => "parts-over-total",
            Self::SameTotal(_) => "same-total",
            Self::AsOf { .. } => "as-of",
            Self::FigureFallen(_) | Self::ValueFallen(_) => "fallen",
            Self::ValueFar(_) | Self::FigureFar(_) => "far",
            Self::Ambiguous { .. } => "ambiguous",
            Self::NoEvidence => "no-evidence",
        }
    }
}

/// The order in which findings are reported.
const ORDER: [&str; 8] = [
    "done-over-total",
    "parts-over-total",
    "same-total",
    "as-of",
    "fallen",
    "far",
    "ambiguous",
    "no-evidence",
];

/// Everything worth a second look: by what was found, and within that in the set's order.
///
/// The year before is looked at only where it was scored by the same set, and for the same part of the year.
pub fn findings(document: &ScoredDocument, last_year: Option<&ScoredDocument>) -> Vec<Finding> {
    let (set, assessment, card) = (document.set(), document.assessment(), &**document.card());
    let last_year = last_year.map(|before| (before.assessment(), &**before.card()));
    let mut found = Vec::new();
    let blank = Answer::default();
    let last_year = last_year.filter(|(before, _)| last_year::compares(before, assessment));
    for score in card.targets() {
        let answer = assessment.answers.get(&*score.target.id).map_or(&blank, std::rc::Rc::as_ref);
        if answer.not_applicable.is_some() {
            continue;
        }
        let entered_target = EnteredTarget { score, answer };
        let mut report = |kind| found.push(Finding { targets: vec![score.target.id.clone()], kind });
        single::check(&entered_target, &mut report);
        if let Some((before, before_card)) = last_year {
            last_year::check(set, assessment, &entered_target, (before, before_card), &mut report);
        }
    }
    found.extend(across::same_totals(assessment, card));
    found.extend(across::as_of(assessment).map(|kind| Finding { targets: Vec::new(), kind }));
    ORDER
        .iter()
        .flat_map(|word| found.iter().filter(move |found| found.kind.as_str() == *word))
        .cloned()
        .collect()
}

/// A target with what was entered for it; never one for which nothing arises.
struct EnteredTarget<'a> {
    score: &'a TargetScore,
    answer: &'a Answer,
}

impl EnteredTarget<'_> {
    /// A figure of whole things, where it is understood.
    fn figure(&self, field: &str) -> Option<u128> {
        whole(self.answer, &self.score.target.measure, field)
    }
}

/// A figure of whole things of an answer, where the measure has it and it is understood.
fn whole(answer: &Answer, measure: &Measure, field: &str) -> Option<u128> {
    let kind = whole_fields(measure).into_iter().find(|(name, _)| *name == field)?.1;
    Some(figures::read(answer.figure(field), kind).ok()??.whole())
}

/// The fields of whole things that a measure asks for, with their kinds.
fn whole_fields(measure: &Measure) -> Vec<(&'static str, FigureKind)> {
    let names = ["done", "total", "excluded", "value"];
    let fields = measure.fields();
    let mut kinds = Vec::new();
    for field in &fields {
        if let (Some(name), Input::Figure(kind)) =
            (names.iter().find(|name| **name == field.name), field.input)
            && kind.is_whole()
        {
            kinds.push((*name, kind));
        }
    }
    kinds
}
