//! A target's path over the years of the set: what is asked for each year, and what the unit reached.

use crate::ui::charts::Chart;
use crate::ui::charts::geometry::{LETTER, part, round_top, width_of};
use crate::ui::charts::scene::{Anchor, Ink, Point, Scene};
use i18n::numbers::number;
use i18n::sentences::{goal, state, value};
use i18n::{Key, Words};
use scoring::exact::Exact;
use scoring::scorecard::TargetScore;
use scoring::target_set::{GoalInForce, Measure};

const WIDTH: i32 = 300;
const HEIGHT: i32 = 158;
const LEFT: i32 = 36;
const RIGHT: i32 = WIDTH - 4;
const TOP: i32 = 20;
const BOTTOM: i32 = 132;

/// What a path is drawn from.
#[derive(Debug, Clone, Copy)]
pub struct Path<'a> {
    /// The target and its score.
    pub score: &'a TargetScore,
    /// The years of the set.
    pub years: &'a [u16],
    /// The unit's level.
    pub level: &'a str,
    /// The year assessed.
    pub year: u16,
    /// What it scored the year before, where that is known.
    pub last: Option<&'a TargetScore>,
}

/// A year of a path.
#[derive(Debug, Clone, Copy)]
pub struct PathYear<'a> {
    /// The year.
    pub year: u16,
    /// What is asked for.
    pub goal: Option<GoalInForce>,
    /// What the unit scored in it, where that is known.
    pub score: Option<&'a TargetScore>,
}

impl<'a> Path<'a> {
    /// The years of the set.
    pub fn years(self) -> impl Iterator<Item = PathYear<'a>> {
        self.years.iter().map(move |year| PathYear {
            year: *year,
            goal: self.score.target.goal_in_force(self.level, *year),
            score: match year.checked_add(1) {
                _ if *year == self.year => Some(self.score),
                Some(next) if next == self.year => self.last,
                _ => None,
            },
        })
    }
}

/// The value of a target that is measured by a number.
fn reached(score: &TargetScore) -> Option<Exact> {
    score.why()?.measured.number()
}

/// Places on the chart.
struct Axes {
    top: Exact,
    /// Rank 1 is the best, and above.
    ranks: bool,
    column: i32,
}

impl Axes {
    fn of(path: Path) -> Option<Self> {
        let numbers = path.years().flat_map(|year| {
            let goal = year.goal.map(|goal| goal.value.exact());
            [goal, year.score.and_then(reached)].into_iter().flatten()
        });
        let largest = numbers.max()?;
        let measure = &path.score.target.measure;
        let top = match measure {
            measure if measure.is_percentage() && largest <= Exact::HUNDRED => Exact::HUNDRED,
            measure if measure.may_exceed() => Exact::whole(round_top(largest)),
            // Of others a goal above 100% lies beyond the edge.
            measure if measure.is_percentage() => Exact::HUNDRED,
            Measure::Count { .. } => Exact::whole(round_top(largest.max(Exact::whole(10)))),
            // The last rank shown is worse than any known one: the goal's line does not lie on the edge.
            Measure::Rank { .. } => {
                Exact::whole(round_top(Exact::whole(largest.to_decimals(0).whole.max(10).saturating_add(1))))
            }
            Measure::Ratio { .. }
            | Measure::Percent { .. }
            | Measure::YesNo { .. }
            | Measure::Checklist { .. }
            | Measure::Choice { .. }
            | Measure::Given { .. } => return None,
        };
        let years = i32::try_from(path.years.len()).unwrap_or(i32::MAX).max(1);
        Some(Self { top, ranks: matches!(measure, Measure::Rank { .. }), column: (RIGHT - LEFT) / years })
    }

    fn height(&self, value: Exact) -> i32 {
        let up = part(value, self.top, BOTTOM - TOP);
        if self.ranks { TOP + up } else { BOTTOM - up }
    }

    fn left(&self, column: i32) -> i32 {
        LEFT + column * self.column
    }

    fn middle(&self, column: i32) -> i32 {
        self.left(column) + self.column / 2
    }
}

/// The chart; `None` for a target that is not measured by a number, or of which nothing is known.
pub fn path(path: Path, words: Words) -> Option<Chart> {
    let axes = Axes::of(path)?;
    let mut scene = Scene::new(WIDTH, HEIGHT);
    frame(&mut scene, path, &axes, words);
    goals(&mut scene, path, &axes, words);
    for (year, column) in path.years().zip(0..) {
        let Some(score) = year.score else { continue };
        let Some(at) = reached(score) else {
            // Of the year assessed it is said why nothing is drawn.
            if year.year == path.year {
                let text = state(score, words);
                let x = within(axes.middle(column), text);
                scene.text(Ink::Quiet, (x, BOTTOM - 8), Anchor::Middle, text);
            }
            continue;
        };
        let place = (axes.middle(column), axes.height(at));
        let ink = if year.year == path.year { Ink::Value } else { Ink::Last };
        mark(&mut scene, place, is_below(&axes, &year, at), ink, &value(score, words));
    }
    let target = &path.score.target;
    Some(Chart {
        name: ["path-", &target.id].concat(),
        title: [&target.id, ". ", words.of(&target.name)].concat(),
        says: says(path, words),
        scene,
        legend: Some(legend(path.last.is_some(), words)),
    })
}

/// What line and marks mean.
fn legend(last: bool, words: Words) -> Scene {
    let mut scene = Scene::new(WIDTH, if last { 54 } else { 36 });
    scene.line(Ink::Goal, &[(0, 8), (28, 8)]);
    scene.dot(Ink::Value, (14, 26), 5);
    if last {
        scene.diamond(Ink::Last, (14, 44), 6);
    }
    for (key, base) in [Key::LegendGoal, Key::LegendValue, Key::LegendLast].into_iter().zip([12, 30, 48]) {
        if base < scene.height {
            scene.text(Ink::Quiet, (LEFT, base), Anchor::Start, words.get(key));
        }
    }
    scene
}

/// Lines to measure by, and the years.
fn frame(scene: &mut Scene, path: Path, axes: &Axes, words: Words) {
    let unit = if path.score.target.measure.is_percentage() { "%" } else { "" };
    let half = if axes.ranks { None } else { axes.top.divided_by(Exact::whole(2)) };
    for line in [Some(Exact::ZERO), half, Some(axes.top)].into_iter().flatten() {
        let y = axes.height(line);
        scene.line(Ink::Grid, &[(LEFT, y), (RIGHT, y)]);
        let shown = match line.numerator() {
            // Ranks begin with 1, so close to the edge that it stands for it.
            0 if axes.ranks => "1".to_owned(),
            _ => number(&line.to_decimals(0).to_string(), words.0),
        };
        let unit = if line == axes.top { unit } else { "" };
        scene.text(Ink::Quiet, (LEFT - 5, y + 4), Anchor::End, [&shown, unit].concat());
    }
    // Years closer than they are wide stand every second or third.
    let each = usize::try_from(width_of("2022 ") / axes.column.max(1) + 1).unwrap_or(1);
    for ((at, year), column) in path.years.iter().enumerate().zip(0..) {
        if at % each == 0 || *year == path.year {
            let ink = if *year == path.year { Ink::Strong } else { Ink::Quiet };
            scene.text(ink, (axes.middle(column), BOTTOM + 20), Anchor::Middle, year.to_string());
        }
    }
}

/// The goal of each year as a line that steps from one to the next, and its figure where it begins or changes.
fn goals(scene: &mut Scene, path: Path, axes: &Axes, words: Words) {
    let unit = if path.score.target.measure.is_percentage() { "%" } else { "" };
    let mut line: Vec<Point> = Vec::new();
    let mut before = None;
    for (year, column) in path.years().zip(0..) {
        let Some(goal) = year.goal else {
            step_off(scene, &mut line);
            before = None;
            continue;
        };
        let y = axes.height(goal.value.exact());
        line.extend([(axes.left(column), y), (axes.left(column + 1), y)]);
        let own = year.score.and_then(reached);
        if before != Some(goal.value) {
            // A value stands on the other side of the line, and may stand on it.
            let above = own.is_none_or(|own| is_below(axes, &year, own));
            let shown = [&number(&goal.value.to_string(), words.0), unit].concat();
            let base = if above { y - 5 } else { y + 18 };
            scene.text(Ink::GoalLabel, (axes.middle(column), base), Anchor::Middle, shown);
        }
        before = Some(goal.value);
    }
    step_off(scene, &mut line);
}

fn step_off(scene: &mut Scene, line: &mut Vec<Point>) {
    if !line.is_empty() {
        scene.line(Ink::Goal, line);
        line.clear();
    }
}

/// Whether a value stands below the goal of its year, as it is seen.
fn is_below(axes: &Axes, year: &PathYear, value: Exact) -> bool {
    year.goal.is_some_and(|goal| axes.height(value) > axes.height(goal.value.exact()))
}

/// Where the middle of a text stands, at a place or as near as it stays on the chart.
fn within(x: i32, text: &str) -> i32 {
    let half = width_of(text) / 2;
    x.clamp(LEFT + half, (RIGHT - half + LETTER / 2).max(LEFT + half))
}

fn mark(scene: &mut Scene, (x, y): Point, below: bool, ink: Ink, text: &str) {
    match ink {
        Ink::Last => scene.diamond(ink, (x, y), 6),
        Ink::Track
        | Ink::Grid
        | Ink::Earned
        | Ink::Possible
        | Ink::Area
        | Ink::Goal
        | Ink::Value
        | Ink::Here
        | Ink::Label
        | Ink::Strong
        | Ink::Quiet
        | Ink::GoalLabel => scene.dot(ink, (x, y), 5),
    }
    let base = if below && y + 18 < BOTTOM { y + 19 } else { y - 9 };
    let x = within(x, text);
    let ink = if ink == Ink::Last { Ink::Quiet } else { Ink::Strong };
    scene.text(ink, (x, base), Anchor::Middle, text);
}

fn says(path: Path, words: Words) -> String {
    let target = &path.score.target;
    let mut parts = Vec::new();
    for year in path.years() {
        let name = year.year.to_string();
        if let Some(in_force) = year.goal {
            let asked = goal(target, Some(in_force), words);
            parts.push(words.fill(Key::ChartGoalSays, &[("year", &name), ("goal", &asked)]));
        }
        if let Some(score) = year.score.filter(|score| reached(score).is_some()) {
            parts.push(words.fill(Key::ChartValueSays, &[("year", &name), ("value", &value(score, words))]));
        }
    }
    parts.join("; ")
}
