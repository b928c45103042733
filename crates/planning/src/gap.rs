//! Work still needed: how far a target is from its goal, in the unit's own counts.

use scoring::exact::Exact;
use scoring::explanation::Explanation;
use scoring::measured::Measured;
use scoring::points::Points;
use scoring::scorecard::TargetScore;
use scoring::target_set::Compare;

/// What is missing to the goal, as work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// So many more of what is counted, the total staying as it is.
    More(u128),
    /// So many fewer.
    Fewer(u128),
    /// So many percentage points more (or fewer, for a goal that wants less).
    PercentagePoints(Exact),
    /// So many places up.
    Places(u128),
    /// So many items of a checklist.
    Items(u128),
    /// The answer is no, and yes would pass.
    Undone,
    /// So many points below the maximum, where there is no goal to count towards.
    Points(Points),
}

/// The gap of a scored target; `None` when it is met, not scored, or an extra.
pub fn gap(score: &TargetScore) -> Option<Gap> {
    if score.met() != Some(false) {
        return None;
    }
    let why = score.why()?;
    gap_to_goal(why, score.target.measure.may_exceed()).or_else(|| {
        let missing = why.max - why.points;
        (missing > Points::ZERO).then_some(Gap::Points(missing))
    })
}

fn gap_to_goal(why: &Explanation, may_exceed: bool) -> Option<Gap> {
    match &why.measured {
        Measured::YesNo(_) => return Some(Gap::Undone),
        Measured::Items { done, all } => return Some(Gap::Items(all - done)),
        Measured::Ratio { .. }
        | Measured::Percent(_)
        | Measured::Count(_)
        | Measured::Rank(_)
        | Measured::Choice { .. }
        | Measured::Given(_) => {}
    }
    let goal = why.goal?;
    let edge = goal.value.exact();
    match &why.measured {
        Measured::Ratio { done, total, excluded, .. } => {
            let whole = Exact::new(total - excluded, 100)?;
            counts(*done, edge.times(whole)?, goal.compare)
                .filter(|gap| may_exceed || within(*gap, *done, total - excluded))
        }
        Measured::Count(count) => counts(*count, edge, goal.compare),
        Measured::Rank(rank) => match counts(*rank, edge, goal.compare)? {
            Gap::Fewer(places) => Some(Gap::Places(places)),
            Gap::More(_)
            | Gap::PercentagePoints(_)
            | Gap::Places(_)
            | Gap::Items(_)
            | Gap::Undone
            | Gap::Points(_) => None,
        },
        Measured::Percent(percent) => {
            let (more, less) = if *percent < edge { (edge, *percent) } else { (*percent, edge) };
            more.minus(less).map(Gap::PercentagePoints)
        }
        Measured::YesNo(_) | Measured::Items { .. } | Measured::Choice { .. } | Measured::Given(_) => None,
    }
}

/// Most ratios can't go over their whole.
fn within(gap: Gap, done: u128, whole: u128) -> bool {
    !matches!(gap, Gap::More(more) if done.saturating_add(more) > whole)
}

/// How many more or fewer until a count meets an edge.
fn counts(count: u128, edge: Exact, compare: Compare) -> Option<Gap> {
    let floor = edge.numerator() / edge.denominator();
    let exact = edge.numerator().is_multiple_of(edge.denominator());
    let wanted = match compare {
        Compare::AtLeast => floor + u128::from(!exact),
        Compare::MoreThan => floor + 1,
        Compare::AtMost => floor,
        Compare::LessThan if exact => floor.checked_sub(1)?,
        Compare::LessThan => floor,
    };
    if wanted >= count { Some(Gap::More(wanted - count)) } else { Some(Gap::Fewer(count - wanted)) }
}
