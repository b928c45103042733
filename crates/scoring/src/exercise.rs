//! Exercises for a class: a question on what a unit scores, and the wrong answers that are often given. The right answer
//! is stored nowhere: it is what the scorer gives.

use super::assessment::Assessment;
use super::exact::Exact;
use super::figures::{Figure, FigureKind, read};
use super::scorecard::{Outcome, Scorecard, score, shown_index};
use super::target_set::{TargetId, TargetSet};
use super::text::Text;

/// An exercise. Bài tập.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Exercise {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: Text,
    /// The question, with all that has to be known besides the figures.
    pub question: Text,
    /// Level, year, set and answers of the unit that is asked about; nothing else of it.
    pub unit: Assessment,
    /// What is asked for.
    pub asked: Asked,
    /// The answers that are often given instead of the right one.
    pub mistakes: Vec<Mistake>,
}

/// What an exercise asks for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Asked {
    /// The points of a target.
    Points(TargetId),
    /// The percentage that a target reaches.
    Value(TargetId),
    /// The points of an area, by its id.
    Area(String),
    /// The index of the unit.
    #[default]
    Index,
}

/// An answer that is often given, and what went wrong.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mistake {
    /// The number, as in files: "0.5", "-1".
    pub answer: String,
    /// What went wrong.
    pub why: Text,
}

/// The right answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Solution {
    /// A number, as results have it in files: "8.770".
    Number(String),
    /// No number at all: nothing arises, or a figure is missing.
    Nothing,
}

/// How an answer of the class is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is the right one.
    Right,
    /// It is the right one in fewer digits.
    Rounded,
    /// It is not.
    Wrong,
    /// It is no number.
    Unclear,
}

impl Asked {
    /// The texts in files, in the order of the variants.
    pub const KINDS: [&str; 4] = ["points", "value", "area", "index"];

    /// The text in files.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Points(_) => "points",
            Self::Value(_) => "value",
            Self::Area(_) => "area",
            Self::Index => "index",
        }
    }

    /// What it asks of: the id of a target or an area; blank for the unit.
    pub fn of(&self) -> &str {
        match self {
            Self::Points(id) | Self::Value(id) => id,
            Self::Area(id) => id,
            Self::Index => "",
        }
    }

    /// What a kind and an id stand for.
    pub fn new(kind: &str, of: &str) -> Option<Self> {
        match kind {
            "points" => Some(Self::Points(TargetId::new(of))),
            "value" => Some(Self::Value(TargetId::new(of))),
            "area" => Some(Self::Area(of.to_owned())),
            "index" => Some(Self::Index),
            _ => None,
        }
    }

    /// Whether the answer is a percentage.
    pub const fn is_percentage(&self) -> bool {
        matches!(self, Self::Value(_) | Self::Index)
    }

    /// Everything that can be asked of a unit that is scored so.
    pub fn all(card: &Scorecard) -> Vec<Self> {
        let mut all = vec![Self::Index];
        for area in &card.areas {
            all.push(Self::Area(area.id.clone()));
            for score in &area.targets {
                all.push(Self::Points(score.target.id.clone()));
                if score.target.measure.is_percentage() {
                    all.push(Self::Value(score.target.id.clone()));
                }
            }
        }
        all
    }

    /// The right answer; `None` where the level has nothing of what is asked for.
    pub fn solution(&self, set: &TargetSet, card: &Scorecard) -> Option<Solution> {
        let number = |text: Option<String>| text.map_or(Solution::Nothing, Solution::Number);
        match self {
            Self::Points(id) => {
                let score = card.target(id)?;
                // An empty target earns nothing, but what it would earn is not known.
                let known = matches!(score.outcome, Outcome::Scored(_) | Outcome::NotApplicable);
                Some(number(score.points().filter(|_| known).map(|points| points.to_string())))
            }
            Self::Value(id) => {
                let score = card.target(id).filter(|score| score.target.measure.is_percentage())?;
                Some(number(score.value()))
            }
            Self::Area(id) => {
                let area = card.areas.iter().find(|area| area.id == *id)?;
                Some(Solution::Number(area.totals.points.to_string()))
            }
            Self::Index if card.areas.is_empty() => None,
            Self::Index => Some(number(card.totals.index().map(|index| shown_index(set, index).to_string()))),
        }
    }
}

impl Exercise {
    /// What the unit scores.
    pub fn card(&self, set: &TargetSet) -> Scorecard {
        score(set, &self.unit)
    }

    /// The right answer by a set; `None` where it has nothing of what is asked for.
    pub fn solution(&self, set: &TargetSet) -> Option<Solution> {
        set.years.contains(&self.unit.year).then(|| self.asked.solution(set, &self.card(set)))?
    }

    /// How a typed answer is judged; `typed` is `None` where the class says that there is no number.
    pub fn verdict(&self, solution: &Solution, typed: Option<&str>) -> Verdict {
        let Some(typed) = typed else {
            return if *solution == Solution::Nothing { Verdict::Right } else { Verdict::Wrong };
        };
        let Some(answer) = Number::typed(typed) else { return Verdict::Unclear };
        let Solution::Number(right) = solution else { return Verdict::Wrong };
        let is_mistake = |mistake: &Mistake| Number::typed(&mistake.answer) == Some(answer);
        match Number::typed(right) {
            Some(right) if right == answer => Verdict::Right,
            Some(_) if self.mistakes.iter().any(is_mistake) => Verdict::Wrong,
            Some(right) if right.rounds_to(answer) => Verdict::Rounded,
            _ => Verdict::Wrong,
        }
    }
}

/// A number with its sign.
#[derive(Debug, Clone, Copy)]
struct Number {
    is_negative: bool,
    size: Figure,
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.is_negative == other.is_negative && self.size.exact() == other.size.exact()
    }
}

impl Number {
    /// Reads what was typed in any language; a single mark is the decimal one, as in files.
    fn typed(text: &str) -> Option<Self> {
        let text = text.trim();
        let size = text.strip_prefix(['-', '\u{2212}']);
        let figure = read(size.unwrap_or(text), FigureKind::Percent).ok()??;
        // Nothing is below zero by nothing.
        Some(Self { is_negative: size.is_some() && figure.exact() != Exact::ZERO, size: figure })
    }

    /// Whether another number is this one in fewer digits.
    fn rounds_to(self, shorter: Self) -> bool {
        let short = self.size.exact().to_decimals(shorter.size.decimals()).exact();
        self.is_negative == shorter.is_negative && short == Some(shorter.size.exact())
    }
}

/// A number that was typed as files have it; `None` where it is none.
///
/// ```
/// use scoring::exercise::as_number;
/// assert_eq!(as_number(" 7,50 % ").as_deref(), Some("7.5"));
/// assert_eq!(as_number("−0,25").as_deref(), Some("-0.25"));
/// assert_eq!(as_number("nhiều"), None);
/// ```
pub fn as_number(text: &str) -> Option<String> {
    let number = Number::typed(text)?;
    let sign = if number.is_negative { "-" } else { "" };
    Some([sign, &number.size.exact().to_string()].concat())
}
