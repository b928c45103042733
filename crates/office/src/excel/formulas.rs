//! One target's formulas: from its figures to its state, value, "met" and points, by the rules of `scoring`.
//!
//! `scoring` is what counts and its results stand in the cells as cached values; the formulas let a reader check them.
//! Where figures or factors are beyond what a spreadsheet holds exactly there are none.

use super::columns::{COUNTED, FIGURE, MET, STATE, THOUSANDTHS, cell};
use super::value::Value;
use super::whole::MOST;
use i18n::Key;
use scoring::exact::Exact;
use scoring::points::Points;
use scoring::rules::Rule;
use scoring::target_set::{Compare, GoalInForce, Measure, NotApplicable, RatioUnit, Target};

use super::VIETNAMESE;

/// The formulas of a target, without their sign of equality.
#[derive(Debug)]
pub(super) struct Formulas {
    pub(super) state: String,
    pub(super) value: String,
    pub(super) met: Option<String>,
    pub(super) thousandths: String,
    pub(super) counted: String,
    pub(super) answered: String,
    pub(super) shown: String,
    /// The figure without its mark, where it may have decimals.
    pub(super) integer: Option<String>,
}

/// What the formulas of one target are made from.
pub(super) struct Subject<'a> {
    pub(super) target: &'a Target,
    pub(super) goal: Option<GoalInForce>,
    /// The row of the first figure, counted from 1.
    pub(super) row: u32,
    /// How many rows its figures take.
    pub(super) rows: u32,
    /// The largest whole number among the figures.
    pub(super) largest: u128,
    /// The most decimals of a figure.
    pub(super) decimals: u32,
    /// One unit of the last decimal of points, in thousandths.
    pub(super) step: u128,
}

/// The figures up to which formulas are tried to be exact, the smallest first: the smaller, the plainer the formula.
const LIMITS: [u128; 8] = [
    10_000_000,
    1_000_000_000,
    10_000_000_000,
    100_000_000_000,
    1_000_000_000_000,
    4_000_000_000_000,
    10_000_000_000_000,
    MOST,
];

/// Excel takes 64 levels of conditions.
const MOST_STEPS: usize = 50;

/// A word of a state, quoted for a formula; none of them holds a quotation mark.
pub(super) fn quoted(key: Key) -> String {
    ["\"", VIETNAMESE.get(key), "\""].concat()
}

/// The formulas; `None` where nothing exact can be written.
pub(super) fn of(subject: &Subject<'_>) -> Option<Formulas> {
    // Money is typed in đồng: the formula of a blank cell must allow for its size.
    let money = matches!(subject.target.measure, Measure::Ratio { unit: RatioUnit::Money, .. });
    let expected = subject.largest.max(if money { 100_000_000_000 } else { 0 });
    let within = |least: u128| LIMITS.iter().filter(move |limit| **limit >= least);
    within(expected).chain(within(subject.largest)).find_map(|limit| subject.within(*limit))
}

impl Subject<'_> {
    pub(super) fn at(&self, column: u16) -> String {
        cell(column, self.row)
    }

    fn within(&self, limit: u128) -> Option<Formulas> {
        let max = thousandths(self.target.max_points);
        let (state, value, number, integer) = match &self.target.measure {
            Measure::Ratio { excluded, may_exceed, .. } => self.ratio(excluded.is_some(), *may_exceed, limit),
            Measure::Percent { .. } => self.percent()?,
            Measure::Count { .. } => self.count("0"),
            Measure::Rank { .. } => self.count("1"),
            Measure::Given { .. } => self.given(max)?,
            Measure::YesNo { .. } => self.yes_no(),
            Measure::Checklist { .. } => self.checklist(),
            Measure::Choice { options } => self.choice(options.iter().map(|option| option.share.exact()))?,
        };
        let met = self.met(max, number.as_ref())?;
        let points = self.points(max, number.as_ref())?;
        let is = |key| [&self.at(STATE), "=", &quoted(key)].concat();
        let scored = is(Key::StateScored);
        let full = self.target.not_applicable == NotApplicable::FullMarks;
        let extra = self.target.rule.is_extra();
        let also = |add: bool, key| if add { [",", &is(key)].concat() } else { String::new() };
        let shown = [
            "IF(OR(",
            &scored,
            &also(full || extra, Key::StateNotApplicable),
            &also(extra, Key::StateEmpty),
            "),",
            &self.at(THOUSANDTHS),
            "/1000,\"\")",
        ];
        let set_aside = if full { max } else { 0 };
        let max = max.to_string();
        Some(Formulas {
            state,
            value: ["IF(", &scored, ",", &value, ",\"\")"].concat(),
            met: met.map(|met| {
                let (yes, no) = (quoted(Key::StateMet), quoted(Key::StateUnmet));
                ["IF(", &scored, ",IF(", &met, ",", &yes, ",", &no, "),\"\")"].concat()
            }),
            thousandths: if set_aside == 0 {
                either(&scored, &points, "0")
            } else {
                let otherwise = either(&is(Key::StateNotApplicable), &max, "0");
                either(&scored, &points, &otherwise)
            },
            counted: if full { max.clone() } else { either(&is(Key::StateNotApplicable), "0", &max) },
            answered: [
                "IF(OR(",
                &scored,
                &also(true, Key::StateNotApplicable),
                "),",
                &self.at(COUNTED),
                ",0)",
            ]
            .concat(),
            shown: shown.concat(),
            integer,
        })
    }

    /// When the goal is met, or without one when every point is earned; `Some(None)` for extras.
    #[allow(clippy::option_option, reason = "no formula and no such thing are told apart by `?`")]
    fn met(&self, max: u128, number: Option<&Value>) -> Option<Option<String>> {
        if self.target.rule.is_extra() {
            return Some(None);
        }
        if let Some(goal) = self.goal {
            return number?.compared(goal.compare, goal.value.exact()).map(Some);
        }
        Some(Some(match &self.target.rule {
            Rule::PassFail(_) => [&self.at(FIGURE), "=", &quoted(Key::Yes)].concat(),
            _ if max == 0 => "TRUE".to_owned(),
            Rule::Proportional(rule) => {
                let full = full(number?)?;
                match rule.floor {
                    Some(floor) => {
                        let reached = number?.compared(Compare::AtLeast, floor.exact())?;
                        ["AND(", &reached, ",", &full, ")"].concat()
                    }
                    None => full,
                }
            }
            Rule::ShareOfItems(_) | Rule::AllOrNothing(_) | Rule::ByChoice(_) => {
                number?.compared(Compare::AtLeast, Exact::whole(1))?
            }
            Rule::AsGiven(_) => number?.compared(Compare::AtLeast, self.target.max_points.exact())?,
            Rule::TowardGoal(_) | Rule::Steps(_) | Rule::PerItem(_) | Rule::Penalty(_) | Rule::Bonus(_) => {
                [&self.at(THOUSANDTHS), "=", &max.to_string()].concat()
            }
        }))
    }

    /// Thousandths of the points of a scored target.
    fn points(&self, max: u128, number: Option<&Value>) -> Option<String> {
        let met = [&self.at(MET), "=", &quoted(Key::StateMet)].concat();
        let full = max.to_string();
        // Short of the maximum, points print at most one unit of the last decimal below it.
        let held =
            |points: &str| ["MIN(", points, ",", &max.saturating_sub(self.step).to_string(), ")"].concat();
        Some(match &self.target.rule {
            Rule::TowardGoal(_) => {
                let goal = self.goal?.value.exact();
                let mut number = number?.clone();
                if number.whole.is_none() {
                    // Only what is below the goal is worked out.
                    let edge = goal.numerator().checked_mul(number.below)?.div_ceil(goal.denominator());
                    number.part.most = number.part.most.min(edge);
                }
                let points = number.points(&[max, goal.denominator()], &[goal.numerator()], self.step)?;
                either(&met, &full, &held(&points))
            }
            Rule::Proportional(rule) => {
                let number = number?;
                let all = self::full(number)?;
                let all = if self.goal.is_some() { ["AND(", &all, ",", &met, ")"].concat() } else { all };
                let points = either(&all, &full, &held(&number.points(&[max], &[100], self.step)?));
                match rule.floor {
                    Some(floor) => either(&number.compared(Compare::AtLeast, floor.exact())?, &points, "0"),
                    None => points,
                }
            }
            Rule::Steps(rule) if rule.steps.len() <= MOST_STEPS => {
                let mut text = "0".to_owned();
                for step in rule.steps.iter().rev() {
                    let compare = if step.inclusive { Compare::AtLeast } else { Compare::MoreThan };
                    let holds = number?.compared(compare, step.from.exact())?;
                    text = either(&holds, &thousandths(step.points).to_string(), &text);
                }
                text
            }
            Rule::Steps(_) => return None,
            Rule::PassFail(_) | Rule::AllOrNothing(_) => either(&met, &full, "0"),
            Rule::PerItem(rule) => self.each(rule.points_each, max)?,
            Rule::Bonus(rule) => self.each(rule.points_each, thousandths(rule.cap))?,
            Rule::Penalty(rule) => ["0-", &self.each(rule.points_each, thousandths(rule.cap))?].concat(),
            Rule::ShareOfItems(_) | Rule::ByChoice(_) | Rule::AsGiven(_) => {
                let above = if matches!(self.target.rule, Rule::AsGiven(_)) { 1000 } else { max };
                number?.points(&[above], &[], self.step)?
            }
        })
    }

    /// So many points each, up to a cap: no more are counted than reach it.
    fn each(&self, each: Points, cap: u128) -> Option<String> {
        let each = thousandths(each);
        let enough = cap.checked_div(each).unwrap_or(0) + 1;
        (cap.checked_add(each)? <= MOST).then(|| {
            let (figure, each) = (self.at(FIGURE), each.to_string());
            ["MIN(", &cap.to_string(), ",", &each, "*MIN(", &figure, ",", &enough.to_string(), "))"].concat()
        })
    }
}

/// One thing or another.
fn either(holds: &str, then: &str, other: &str) -> String {
    ["IF(", holds, ",", then, ",", other, ")"].concat()
}

/// A percentage is 100.
fn full(number: &Value) -> Option<String> {
    number.compared(Compare::AtLeast, Exact::HUNDRED)
}

/// The size of points.
pub(super) fn thousandths(points: Points) -> u128 {
    points.thousandths().unsigned_abs().into()
}
