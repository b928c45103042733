//! What is missing before the report can be sent: shown first on its page, so that it is not found on paper.

use scoring::scorecard::Outcome;
use scoring::scored_document::ScoredDocument;
use scoring::target_set::TargetId;

/// What is missing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MissingItems {
    /// Fields of the heading that are blank, by their names: "unit", "superior", "place".
    pub heading: Vec<&'static str>,
    /// Targets with no figures.
    pub empty: Vec<TargetId>,
    /// Targets whose figures are not understood.
    pub invalid: Vec<TargetId>,
    /// Scored targets with neither evidence nor explanation.
    pub unexplained: Vec<TargetId>,
}

impl MissingItems {
    /// Whether nothing is missing.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

/// What is missing in an assessment.
pub fn missing_items(document: &ScoredDocument) -> MissingItems {
    let (assessment, card) = (document.assessment(), document.card());
    let unit = &assessment.unit;
    let heading = [
        ("unit", &unit.name, true),
        // A province reports to nobody above it by the same letterhead.
        ("superior", &unit.superior, unit.level != "province"),
        ("place", &unit.place, true),
    ];
    let heading = heading.iter().filter(|(_, text, wanted)| *wanted && text.trim().is_empty());
    let mut missing_items =
        MissingItems { heading: heading.map(|(name, ..)| *name).collect(), ..MissingItems::default() };
    for score in card.targets() {
        let list = match &score.outcome {
            Outcome::Empty => &mut missing_items.empty,
            Outcome::Invalid(_) => &mut missing_items.invalid,
            Outcome::Scored(_) if score.lacks_evidence() => &mut missing_items.unexplained,
            Outcome::NotApplicable | Outcome::Pending | Outcome::Scored(_) => continue,
        };
        list.push(score.target.id.clone());
    }
    missing_items
}
