//! What must hold between the values of a set; each fault at its own path.

use std::collections::BTreeSet;

use super::{Area, Goal, GoalValues, Level, Measure, Target};
use crate::decimal::Decimal;
use crate::exact::Exact;
use crate::json::Json;
use crate::json_reader::{Cursor, Violation};
use crate::points::{Decimals, Points};
use crate::rules::Rule;

/// What a target is checked against; known before the areas are read.
pub(super) struct Context<'a> {
    /// The set's levels.
    pub levels: &'a [Level],
    /// The set's years.
    pub years: &'a [u16],
    /// The set's decimals.
    pub decimals: Decimals,
}

/// The most of each that a set may have: what is larger is no set, and would slow down all that is done with it.
const MOST_YEARS: usize = 40;
const MOST_LEVELS: usize = 20;
const MOST_AREAS: usize = 60;
const MOST_TARGETS: usize = 500;
const MOST_PARTS: usize = 60;

/// Lists are no longer than those of real sets; nothing else is looked at before this holds.
pub(super) fn bounds(root: &Cursor<'_>) -> Option<()> {
    let (mut within, mut all) = (true, 0_usize);
    let mut at_most = |node: &Cursor<'_>, key: &str, most: usize| {
        let long =
            node.maybe(key).filter(|list| matches!(list.json(), Json::List(items) if items.len() > most));
        if let Some(long) = &long {
            long.broken(Violation::TooMany);
            within = false;
        }
        long.is_none()
    };
    for (key, most) in
        [("years", MOST_YEARS), ("levels", MOST_LEVELS), ("bands", MOST_LEVELS), ("areas", MOST_AREAS)]
    {
        at_most(root, key, most);
    }
    for area in root.maybe_items("areas").iter().take(MOST_AREAS) {
        if !at_most(area, "criteria", MOST_TARGETS) {
            continue;
        }
        for criterion in area.maybe_items("criteria") {
            if !at_most(&criterion, "targets", MOST_TARGETS.saturating_sub(all)) {
                continue;
            }
            for target in criterion.maybe_items("targets") {
                all += 1;
                at_most(&target, "levels", MOST_LEVELS);
                for (part, list) in [("measure", "items"), ("measure", "options"), ("rule", "steps")] {
                    if let Some(part) = target.maybe(part) {
                        at_most(&part, list, MOST_PARTS);
                    }
                }
            }
        }
    }
    within.then_some(())
}

/// Ids stand once among their like: targets, criteria and areas each over the whole set.
pub(super) fn ids_are_unique(root: &Cursor<'_>) {
    let areas = root.maybe_items("areas");
    once(&areas);
    let criteria: Vec<_> = areas.iter().flat_map(|area| area.maybe_items("criteria")).collect();
    once(&criteria);
    let targets: Vec<_> = criteria.iter().flat_map(|criterion| criterion.maybe_items("targets")).collect();
    once(&targets);
    once(&root.maybe_items("levels"));
    once(&root.maybe_items("bands"));
    for measure in targets.iter().filter_map(|target| target.maybe("measure")) {
        once(&measure.maybe_items("items"));
        once(&measure.maybe_items("options"));
    }
}

fn once(nodes: &[Cursor<'_>]) {
    let mut seen = BTreeSet::new();
    for id in nodes.iter().filter_map(|node| node.maybe("id")) {
        if id.json().text().is_some_and(|text| !seen.insert(text)) {
            id.broken(Violation::DuplicateId);
        }
    }
}

/// Years rise.
pub(super) fn years_rise(years: &[u16], node: &Cursor<'_>) {
    if !years.is_sorted_by(|a, b| a < b) {
        node.broken(Violation::YearsNotRising);
    }
}

/// Bands fall from one edge to the next, end at 0 and stay within 100.
pub(super) fn bands_cover(edges: &[Exact], node: &Cursor<'_>) {
    let fall = edges.is_sorted_by(|a, b| a > b);
    let within = edges.first().is_some_and(|top| *top <= Exact::HUNDRED);
    if !fall || !within || edges.last() != Some(&Exact::ZERO) {
        node.broken(Violation::BandsDoNotCover);
    }
}

/// Everything that must hold within one target.
pub(super) fn target(target: &Target, node: &Cursor<'_>, context: &Context<'_>) {
    for level in node.maybe_items("levels") {
        if !context.levels.iter().any(|known| Some(known.id.as_str()) == level.json().text()) {
            level.broken(Violation::UnknownLevel);
        }
    }
    let at = |key: &str, broken: Violation| node.broken_at(key, broken);
    if !target.rule.fits(&target.measure) {
        at("rule", Violation::RuleDoesNotFit);
    }
    points(target, context.decimals, &at);
    maximum_is_earned(target, node);
    goal(target, context, &at);
    if let Rule::Steps(steps) = &target.rule
        && !steps.fall()
    {
        at("rule", Violation::StepsNotFalling);
    }
}

/// Every level has targets, else its author most likely wrote it in another way there.
pub(super) fn levels_are_used(areas: &[Area], levels: &[Level], root: &Cursor<'_>) {
    let targets = || areas.iter().flat_map(|area| &area.criteria).flat_map(|criterion| &criterion.targets);
    for (place, level) in levels.iter().enumerate() {
        if !targets().any(|target| target.claims(&level.id)) {
            root.warn_at(&format!("levels[{place}]"), Violation::LevelUnused);
        }
    }
}

/// A maximum that nothing earns is hardly meant: no step, no case, or a goal above all that can be.
fn maximum_is_earned(target: &Target, node: &Cursor<'_>) {
    let over = |value: &Decimal| value.exact() > Exact::HUNDRED;
    let beyond = |goal: &Goal| {
        goal.compare.wants_more()
            && match &goal.values {
                GoalValues::One(value) => over(value),
                GoalValues::ByLevel(levels) => levels.iter().any(|(_, value)| over(value)),
                GoalValues::ByLevelYear(levels) => {
                    levels.iter().flat_map(|(_, years)| years).any(|(_, value)| over(value))
                }
            }
    };
    if target.measure.is_percentage()
        && !target.measure.may_exceed()
        && target.goal.as_ref().is_some_and(beyond)
    {
        node.warn_at("goal", Violation::GoalOverHundred);
    }
    if let Rule::Steps(steps) = &target.rule
        && steps.steps.iter().all(|step| step.points < target.max_points)
    {
        node.warn_at("rule", Violation::NeverMaximum);
    }
    if let Measure::Choice { options } = &target.measure
        && options.iter().all(|option| option.share.exact() < Exact::HUNDRED)
    {
        node.warn_at("measure", Violation::NeverMaximum);
    }
}

fn points(target: &Target, decimals: Decimals, at: &impl Fn(&str, Violation)) {
    let whole =
        |points: Points| points.thousandths().unsigned_abs().is_multiple_of(u64::from(decimals.step()));
    if !whole(target.max_points) {
        at("max_points", Violation::TooManyDecimals);
    }
    if !target.rule.declared_points().into_iter().all(whole) {
        at("rule", Violation::TooManyDecimals);
    }
    match &target.rule {
        Rule::Penalty(_) | Rule::Bonus(_) if target.max_points != Points::ZERO => {
            at("max_points", Violation::MaximumNotZero);
        }
        Rule::Steps(steps) if steps.steps.iter().any(|step| step.points > target.max_points) => {
            at("rule", Violation::OverMaximum);
        }
        Rule::TowardGoal(_)
        | Rule::Proportional(_)
        | Rule::Steps(_)
        | Rule::PassFail(_)
        | Rule::PerItem(_)
        | Rule::ShareOfItems(_)
        | Rule::AllOrNothing(_)
        | Rule::ByChoice(_)
        | Rule::AsGiven(_)
        | Rule::Penalty(_)
        | Rule::Bonus(_) => {}
    }
}

/// Whether a goal must, may or must not stand.
fn goal(target: &Target, context: &Context<'_>, at: &impl Fn(&str, Violation)) {
    let required = match &target.rule {
        Rule::TowardGoal(_) => Some(true),
        Rule::PassFail(_) => Some(!matches!(target.measure, Measure::YesNo { .. })),
        Rule::Proportional(_) | Rule::Steps(_) => None,
        Rule::PerItem(_)
        | Rule::ShareOfItems(_)
        | Rule::AllOrNothing(_)
        | Rule::ByChoice(_)
        | Rule::AsGiven(_)
        | Rule::Penalty(_)
        | Rule::Bonus(_) => Some(false),
    };
    match (&target.goal, required) {
        (None, Some(true)) => at("goal", Violation::GoalRequired),
        (Some(_), Some(false)) => at("goal", Violation::GoalForbidden),
        (Some(goal), _) => goal_holds(target, goal, context, at),
        (None, _) => {}
    }
}

fn goal_holds(target: &Target, goal: &Goal, context: &Context<'_>, at: &impl Fn(&str, Violation)) {
    let mut claimed =
        target.levels.iter().flat_map(|level| context.years.iter().map(move |year| (level, *year)));
    if !claimed.all(|(level, year)| goal.in_force(level, year).is_some()) {
        at("goal", Violation::GoalMissing);
    }
    if matches!(target.rule, Rule::TowardGoal(_)) {
        if !goal.compare.wants_more() {
            at("goal", Violation::CompareDoesNotFit);
        }
        let zero = |value: &Decimal| value.exact() == Exact::ZERO;
        let any_zero = match &goal.values {
            GoalValues::One(value) => zero(value),
            GoalValues::ByLevel(levels) => levels.iter().any(|(_, value)| zero(value)),
            GoalValues::ByLevelYear(levels) => {
                levels.iter().flat_map(|(_, years)| years).any(|(_, value)| zero(value))
            }
        };
        if any_zero {
            at("goal", Violation::GoalZero);
        }
    }
}
