//! A target set from JSON: every fault with its path.

use std::rc::Rc;

use super::check::Context;
use super::{
    Area, Band, ChoiceOption, Compare, Criterion, FORMAT, Goal, GoalValues, Item, Level, Measure,
    NotApplicable, Quote, RatioUnit, Source, Target, TargetId, TargetSet, VERSION, check,
};
use crate::decimal::Decimal;
use crate::json::Json;
use crate::json_reader::{Cursor, Expected, Fault, FaultKind, Violation, read_warned, read_with};
use crate::points::{Decimals, Points};
use crate::rules;
use crate::text::Text;

/// Reads and checks a target set; every fault is listed with its path.
pub fn read(json: &Json) -> Result<TargetSet, Vec<Fault>> {
    read_with(json, read_root)
}

fn read_root(root: &Cursor<'_>) -> Option<TargetSet> {
    root.need("format").and_then(|node| node.one_of(&[(FORMAT, ())]));
    root.need("version").and_then(|node| {
        let version = node.whole()?;
        if version == VERSION {
            return Some(());
        }
        let _: () = node.unknown(&version.to_string());
        ().then_none()
    });
    check::ids_are_unique(&root.quiet());
    read_set(root)
}

/// Reads and checks a set that comes from outside: first of all it must be no larger than real sets are.
pub fn read_foreign(json: &Json) -> Result<TargetSet, Vec<Fault>> {
    read_with(json, check::bounds)?;
    read(json)
}

/// The same for a set that its author opens, with what does not refuse it and yet is hardly meant.
pub fn read_reviewed(json: &Json) -> Result<(TargetSet, Vec<Fault>), Vec<Fault>> {
    read_with(json, check::bounds)?;
    read_warned(json, read_root)
}

fn read_set(root: &Cursor<'_>) -> Option<TargetSet> {
    let id = root.need("id").and_then(|node| Some(node.id()?.to_owned()));
    let edition = root.need("edition").and_then(|node| Some(node.text()?.to_owned()));
    let title = root.need("title").and_then(|node| node.words());
    let notice = optional(root, "notice", Cursor::words);
    let source = root.maybe("source").map_or_else(|| Some(Source::default()), |node| read_source(&node));
    let years = root.need("years").and_then(|node| {
        let years = node.some(read_year)?;
        check::years_rise(&years, &node);
        Some(years)
    });
    let levels = root.need("levels").and_then(|node| node.some(read_level));
    let policy =
        root.maybe("not_applicable").map_or(Some(NotApplicable::default()), |node| read_policy(&node));
    let decimals = root.maybe("decimals").map_or_else(
        || Decimals::new(3),
        |node| {
            let decimals = Decimals::new(node.whole()?);
            if decimals.is_none() {
                node.broken(Violation::DecimalsRange);
            }
            decimals
        },
    );
    let bands = root.need("bands").and_then(|node| {
        let bands = node.some(read_band)?;
        let edges: Vec<_> = bands.iter().map(|band| band.from.exact()).collect();
        check::bands_cover(&edges, &node);
        Some(bands)
    });
    // Without levels, years or decimals no target can be checked; their own faults stand already.
    let context = Context { levels: levels.as_deref()?, years: years.as_deref()?, decimals: decimals? };
    let read_target = |target: &Cursor<'_>| read_target(target, policy.unwrap_or_default(), &context);
    let areas = root.need("areas").and_then(|node| node.some(|area| read_area(area, &read_target)));
    if let (Some(areas), Some(levels)) = (&areas, &levels) {
        check::levels_are_used(areas, levels, root);
    }
    Some(TargetSet {
        id: id?,
        edition: edition?,
        title: title?,
        notice: notice?,
        source: source?,
        years: years?,
        levels: levels?,
        decimals: decimals?,
        bands: bands?,
        areas: areas?,
    })
}

/// A key that may be absent: `Some(None)` then, `None` when it is there and faulty.
#[allow(clippy::option_option, reason = "absent and faulty are told apart by `?`")]
fn optional<'a, T>(
    node: &Cursor<'a>,
    key: &str,
    read: impl Fn(&Cursor<'a>) -> Option<T>,
) -> Option<Option<T>> {
    node.maybe(key).map_or(Some(None), |found| read(&found).map(Some))
}

fn read_source(node: &Cursor<'_>) -> Option<Source> {
    let text = |key| Some(optional(node, key, Cursor::text)??.to_owned());
    node.members()?;
    Some(Source {
        number: text("number").unwrap_or_default(),
        date: text("date").unwrap_or_default(),
        issuer: text("issuer").unwrap_or_default(),
    })
}

fn read_year(node: &Cursor<'_>) -> Option<u16> {
    u16::try_from(node.whole()?).ok().or_else(|| {
        node.fault(FaultKind::Expected(Expected::Whole));
        ().then_none()
    })
}

/// Lets a fault be recorded in an expression that yields nothing.
trait ThenNone {
    fn then_none<T>(self) -> Option<T>;
}

impl ThenNone for () {
    fn then_none<T>(self) -> Option<T> {
        None
    }
}

fn read_level(node: &Cursor<'_>) -> Option<Level> {
    let id = node.need("id").and_then(|id| Some(id.id()?.to_owned()));
    let name = node.need("name").and_then(|name| name.words());
    Some(Level { id: id?, name: name? })
}

fn read_band(node: &Cursor<'_>) -> Option<Band> {
    let id = node.need("id").and_then(|id| Some(id.id()?.to_owned()));
    let name = node.need("name").and_then(|name| name.words());
    let from = node.need("from").and_then(|from| from.decimal());
    Some(Band { id: id?, name: name?, from: from? })
}

fn read_policy(node: &Cursor<'_>) -> Option<NotApplicable> {
    node.one_of(&[("leave_out", NotApplicable::LeaveOut), ("full_marks", NotApplicable::FullMarks)])
}

fn read_area(node: &Cursor<'_>, read_target: &impl Fn(&Cursor<'_>) -> Option<Target>) -> Option<Area> {
    let id = node.need("id").and_then(|id| Some(id.id()?.to_owned()));
    let name = node.need("name").and_then(|name| name.words());
    let criteria = node
        .need("criteria")
        .and_then(|criteria| criteria.some(|criterion| read_criterion(criterion, read_target)));
    Some(Area { id: id?, name: name?, criteria: criteria? })
}

fn read_criterion(
    node: &Cursor<'_>,
    read_target: &impl Fn(&Cursor<'_>) -> Option<Target>,
) -> Option<Criterion> {
    let id = node.need("id").and_then(|id| Some(id.id()?.to_owned()));
    let name = node.need("name").and_then(|name| name.words());
    let targets = node.need("targets").and_then(|targets| targets.some(read_target));
    Some(Criterion { id: id?, name: name?, targets: targets?.into_iter().map(Rc::new).collect() })
}

fn read_target(node: &Cursor<'_>, policy: NotApplicable, context: &Context<'_>) -> Option<Target> {
    let id = node.need("id").and_then(|id| Some(TargetId::new(id.id()?)));
    let name = node.need("name").and_then(|name| name.words());
    let quote = optional(node, "quote", |quote| Some(quote.text()?.to_owned()));
    let part = optional(node, "quote_part", |part| Some(part.text()?.to_owned()));
    let section = optional(node, "section", |section| Some(section.text()?.to_owned()));
    let reading = optional(node, "reading", Cursor::words);
    let other_readings = optional(node, "other_readings", |readings| readings.each(Cursor::words));
    let levels = node.need("levels").and_then(|levels| levels.some(|level| Some(level.id()?.to_owned())));
    let max_points = node.need("max_points").and_then(|points| read_points(&points));
    let measure = node.need("measure").and_then(|measure| read_measure(&measure));
    let goal = optional(node, "goal", read_goal);
    let rule = node.need("rule").and_then(|rule| rules::read(&rule));
    let not_applicable = node.maybe("not_applicable").map_or(Some(policy), |policy| read_policy(&policy));
    let (part, section) = (part?, section?);
    let quote = quote?.map(|text| Quote { text, part, section: section.unwrap_or_default() });
    if let Some(Quote { text, part: Some(part), .. }) = &quote
        && !text.contains(part.as_str())
    {
        node.need("quote_part")?.broken(Violation::NotInQuote);
    }
    let target = Target {
        id: id?,
        name: name?,
        quote,
        reading: reading?,
        other_readings: other_readings?.unwrap_or_default(),
        levels: levels?,
        max_points: max_points?,
        measure: measure?,
        goal: goal?,
        rule: rule?,
        not_applicable: not_applicable?,
    };
    check::target(&target, node, context);
    Some(target)
}

/// Declared points: whole thousandths.
pub(crate) fn read_points(node: &Cursor<'_>) -> Option<Points> {
    let thousandths = node.decimal()?.thousandths();
    if thousandths.is_none() {
        node.broken(Violation::TooManyDecimals);
    }
    thousandths.map(Points::from_thousandths)
}

/// The kinds of measure.
#[derive(Clone, Copy)]
enum Kind {
    Ratio,
    Percent,
    Count,
    Rank,
    YesNo,
    Checklist,
    Choice,
    Given,
}

fn read_measure(node: &Cursor<'_>) -> Option<Measure> {
    let kind = node.need("kind")?.one_of(&[
        ("ratio", Kind::Ratio),
        ("percent", Kind::Percent),
        ("count", Kind::Count),
        ("rank", Kind::Rank),
        ("yes_no", Kind::YesNo),
        ("checklist", Kind::Checklist),
        ("choice", Kind::Choice),
        ("given", Kind::Given),
    ])?;
    let words = |key: &str| optional(node, key, Cursor::words);
    let label = || words("value");
    Some(match kind {
        Kind::Ratio => read_ratio(node)?,
        Kind::Percent => Measure::Percent { label: label()? },
        Kind::Count => Measure::Count { label: label()?, noun: words("noun")? },
        Kind::Rank => Measure::Rank { label: label()? },
        Kind::YesNo => Measure::YesNo { label: label()? },
        Kind::Given => Measure::Given { label: label()? },
        Kind::Checklist => Measure::Checklist { items: node.need("items")?.some(read_item)? },
        Kind::Choice => Measure::Choice { options: node.need("options")?.some(read_option)? },
    })
}

fn read_ratio(node: &Cursor<'_>) -> Option<Measure> {
    let words = |key: &str| -> Option<Option<Text>> { optional(node, key, Cursor::words) };
    let unit = node.maybe("unit").map_or(Some(RatioUnit::Count), |unit| {
        unit.one_of(&[("count", RatioUnit::Count), ("money", RatioUnit::Money)])
    });
    let done = node.need("done").and_then(|done| done.words());
    let total = node.need("total").and_then(|total| total.words());
    let (excluded, noun) = (words("excluded"), words("noun"));
    let same_total = optional(node, "same_total", |name| Some(name.id()?.to_owned()));
    let may_exceed = node.maybe("may_exceed").map_or(Some(false), |may| may.bool());
    Some(Measure::Ratio {
        unit: unit?,
        done: done?,
        total: total?,
        excluded: excluded?,
        noun: noun?,
        same_total: same_total?,
        may_exceed: may_exceed?,
    })
}

fn read_item(node: &Cursor<'_>) -> Option<Item> {
    let id = node.need("id").and_then(|id| Some(id.id()?.to_owned()));
    let name = node.need("name").and_then(|name| name.words());
    Some(Item { id: id?, name: name? })
}

fn read_option(node: &Cursor<'_>) -> Option<ChoiceOption> {
    let id = node.need("id").and_then(|id| Some(id.id()?.to_owned()));
    let name = node.need("name").and_then(|name| name.words());
    let share = node.need("share").and_then(|share| {
        let value = share.decimal()?;
        if value.exact() > crate::exact::Exact::HUNDRED {
            share.broken(Violation::ShareOverHundred);
        }
        Some(value)
    });
    Some(ChoiceOption { id: id?, name: name?, share: share? })
}

fn read_goal(node: &Cursor<'_>) -> Option<Goal> {
    let compare = node.need("compare").and_then(|compare| compare.one_of(&Compare::ALL));
    let values = if let Some(value) = node.maybe("value") {
        GoalValues::One(value.decimal()?)
    } else if let Some(levels) = node.maybe("by_level") {
        GoalValues::ByLevel(by_key(&levels, |level| Some(level.to_owned()), Cursor::decimal)?)
    } else if let Some(levels) = node.maybe("by_level_year") {
        let years = |years: &Cursor<'_>| -> Option<Vec<(u16, Decimal)>> {
            by_key(years, read_year_key, Cursor::decimal)
        };
        GoalValues::ByLevelYear(by_key(&levels, |level| Some(level.to_owned()), years)?)
    } else {
        node.broken(Violation::GoalMissing);
        return None;
    };
    Some(Goal { compare: compare?, values })
}

/// A year as a key: only as it is written, so that "2022" and "02022" can't stand side by side.
fn read_year_key(key: &str) -> Option<u16> {
    key.parse().ok().filter(|year: &u16| year.to_string() == key)
}

/// An object as a list of read keys and values.
fn by_key<'a, K, V>(
    node: &Cursor<'a>,
    key: impl Fn(&str) -> Option<K>,
    value: impl Fn(&Cursor<'a>) -> Option<V>,
) -> Option<Vec<(K, V)>> {
    let entries = node.entries()?;
    Some(
        entries
            .iter()
            .filter_map(|(name, entry)| {
                let key = key(name);
                if key.is_none() {
                    entry.unknown(name);
                }
                Some((key?, value(entry)?))
            })
            .collect(),
    )
}
