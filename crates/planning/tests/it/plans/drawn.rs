//! Small sets and answers drawn at random, with every move that each target allows, told apart from the solver.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use planning::{Aim, BUDGET, Outcome, Plan, Question, solve};
use scoring::assessment::Assessment;
use scoring::exact::Exact;
use scoring::points::Points;
use scoring::scorecard::{Scorecard, score};
use scoring::target_set::{TargetId, TargetSet};
use test_support::random::Random;
use test_support::{area, assess, kind, name, ratio, read_set, set_file, target, with_goal};

const PRIMES: [u64; 4] = [999_999_937, 999_999_929, 999_999_893, 999_999_883];

/// What a target can do: the figures it would have, what share of its own total that is, and the points.
#[derive(Debug, Clone)]
pub struct Move {
    pub figures: String,
    pub share: Exact,
    pub points: Points,
}

#[derive(Debug)]
pub struct Drawn {
    pub set: TargetSet,
    pub assessment: Assessment,
    pub card: Scorecard,
    /// By target; none where nothing can be moved. The first is where it is now.
    pub moves: Vec<Vec<Move>>,
}

const KINDS: [&str; 17] = [
    "toward",
    "toward",
    "toward_more",
    "proportional",
    "floor",
    "steps",
    "steps_down",
    "pass",
    "pass_down",
    "percent",
    "count",
    "per_item",
    "penalty",
    "bonus",
    "items",
    "all_items",
    "choice",
];

impl Drawn {
    pub fn new(random: &mut Random, targets: usize, total: u64) -> Self {
        let decimals = random.one_of(&[0, 1, 2, 3, 3, 3]);
        Self::with_decimals(random, targets, total, decimals)
    }

    pub fn with_decimals(random: &mut Random, targets: usize, total: u64, decimals: u8) -> Self {
        Self::of(decimals, (0..targets).map(|at| one(random, &format!("T-{at}"), total)).collect())
    }

    /// The same with four more that are far too dear for any plan, and of totals that no common scale holds.
    pub fn with_dear(random: &mut Random, targets: usize, total: u64) -> Self {
        let drawn = (0..targets).map(|at| one(random, &format!("T-{at}"), total));
        let dear = (targets..).zip(PRIMES).map(|(at, total)| {
            let file =
                with_goal(target(&format!("T-{at}"), "1", ratio(), kind("toward_goal")), "at_least", "100");
            (file, format!("done=0 total={total}"), Vec::new())
        });
        Self::of(3, drawn.chain(dear).collect())
    }

    fn of(decimals: u8, drawn: Vec<Allowed>) -> Self {
        let targets = drawn.len();
        let files: Vec<Value> = drawn.iter().map(|(file, ..)| file.clone()).collect();
        let set = read_set(&set_file(decimals, &[area("A", &files)]));
        let answers: Vec<String> = drawn.iter().map(|(_, answer, _)| answer.clone()).collect();
        let ids: Vec<String> = (0..targets).map(|at| format!("T-{at}")).collect();
        let pairs: Vec<_> = ids.iter().map(String::as_str).zip(answers.iter().map(String::as_str)).collect();
        let assessment = assess(&pairs);
        let card = score(&set, &assessment);
        let points = |id: &str, figures: &str| {
            score(&set, &assess(&[(id, figures)])).target(id).unwrap().points().unwrap()
        };
        let moves = drawn.iter().zip(&ids).map(|((_, _, moves), id)| {
            let moved = |(figures, share): &(String, Exact)| Move {
                points: points(id, figures),
                figures: figures.clone(),
                share: *share,
            };
            moves.iter().map(moved).collect()
        });
        let moves = moves.collect();
        Self { set, assessment, card, moves }
    }

    /// Something to ask: an index anywhere, weights and pins for some.
    pub fn question(&self, random: &mut Random, aim: Aim) -> Question {
        let id = |at: usize| TargetId::new(&format!("T-{at}"));
        let (mut weights, mut pinned) = (BTreeMap::new(), BTreeSet::new());
        for at in 0..self.moves.len() {
            match random.below(8) {
                _ if self.moves[at].is_empty() => drop(weights.insert(id(at), Exact::whole(100_000_000))),
                0 => drop(weights.insert(id(at), Exact::whole(2))),
                1 => drop(weights.insert(id(at), Exact::new(1, 3).unwrap())),
                2 => drop(pinned.insert(id(at))),
                _ => {}
            }
        }
        let wanted = match random.below(4) {
            0 => Exact::whole(random.one_of(&[50, 90, 100])),
            1 => Exact::new(u128::from(random.below(100_001)), 1000).unwrap(),
            _ => {
                let now = self.card.totals.index().unwrap_or(Exact::ZERO).numerator();
                Exact::whole(u128::from(random.below(100)).max(now.min(90)))
            }
        };
        Question { wanted, weights, pinned, aim }
    }

    pub fn solve(&self, question: &Question) -> Outcome {
        solve(&self.set, &self.assessment, &self.card, question, BUDGET)
    }

    /// Which move of each target a plan makes.
    pub fn moves_of(&self, plan: &Plan) -> Vec<Option<usize>> {
        let after = plan.applied(&self.assessment);
        let mut chosen = vec![None; self.moves.len()];
        for step in &plan.steps {
            let at: usize = step.target.trim_start_matches("T-").parse().unwrap();
            let figures = &after.answers[&*step.target].figures;
            let same = |text: &str| assess(&[("T", text)]).answers["T"].figures == *figures;
            chosen[at] =
                Some(self.moves[at].iter().position(|one| same(&one.figures)).expect("a move of the target"));
        }
        chosen
    }
}

fn share(part: u64, whole: u64) -> Exact {
    Exact::new(u128::from(part), u128::from(whole.max(1))).unwrap()
}

/// A target, its answer, and the figures and shares that it can move to.
type Allowed = (Value, String, Vec<(String, Exact)>);

fn one(random: &mut Random, id: &str, most: u64) -> Allowed {
    let max = random.one_of(&["1", "2", "5", "10", "10"]);
    let goal = random.one_of(&["20", "30", "55", "80", "95", "100", "100"]);
    let word = random.one_of(&KINDS);
    let steps = |edges: Value| json!({"kind": "steps", "steps": edges});
    let up = json!([{"from": "90", "inclusive": false, "points": max}, {"from": "70", "points": "1"}]);
    let down =
        json!([{"from": "30", "points": "0"}, {"from": "10", "points": "1"}, {"from": "0", "points": max}]);
    let total = 1 + random.below(most);
    let blank = random.below(6) == 0;
    match word {
        "toward" | "toward_more" | "proportional" | "floor" | "steps" | "steps_down" | "pass"
        | "pass_down" => {
            let rule = match word {
                "toward" | "toward_more" => kind("toward_goal"),
                "proportional" => kind("proportional"),
                "floor" => json!({"kind": "proportional", "floor": goal}),
                "steps" => steps(up),
                "steps_down" => steps(down),
                _ => kind("pass_fail"),
            };
            let file = target(id, max, ratio(), rule);
            let file = match word {
                "toward" | "pass" => with_goal(file, "at_least", goal),
                "toward_more" => with_goal(file, "more_than", if goal == "100" { "99" } else { goal }),
                "pass_down" => with_goal(file, "at_most", goal),
                _ => file,
            };
            let falls = word.ends_with("down");
            let excluded = random.below(4);
            let done = if blank && falls {
                total
            } else if blank {
                0
            } else {
                random.below(total + 1)
            };
            let text = |done: u64| format!("done={done} total={} excluded={excluded}", total + excluded);
            let answer = if blank { text(0).replace("done=0", "done=") } else { text(done) };
            let to = |to: u64| (text(to), share(to.abs_diff(done), total));
            (
                file,
                answer,
                if falls { (0..=done).rev().map(to).collect() } else { (done..=total).map(to).collect() },
            )
        }
        "percent" => {
            let file = with_goal(target(id, max, kind("percent"), kind("toward_goal")), "at_least", goal);
            let now = if blank { 0 } else { random.below(101) };
            let answer = if blank { "value=".to_owned() } else { format!("value={now}") };
            (file, answer, (now..=100).map(|to| (format!("value={to}"), share(to - now, 100))).collect())
        }
        "count" | "per_item" | "bonus" => {
            let now = if blank { 0 } else { random.below(total + 1) };
            let each = random.one_of(&["1", "2"]);
            // The figure that earns the most; extras go to a cap of 6.
            let (file, full) = match word {
                "count" => {
                    let file = target(id, max, kind("count"), kind("toward_goal"));
                    (with_goal(file, "at_least", &total.to_string()), total)
                }
                "per_item" => {
                    let rule = json!({"kind": "per_item", "points_each": each});
                    (target(id, max, kind("count"), rule), ceil(max, each))
                }
                _ => {
                    let rule = json!({"kind": "bonus", "points_each": each, "cap": "6"});
                    (target(id, "0", kind("count"), rule), ceil("6", each))
                }
            };
            let answer = if blank { String::new() } else { format!("value={now}") };
            (
                file,
                answer,
                (now..=full.max(now)).map(|to| (format!("value={to}"), share(to - now, full))).collect(),
            )
        }
        "penalty" => {
            let rule = json!({"kind": "penalty", "points_each": "1", "cap": "4"});
            let now = if blank { 0 } else { random.below(total + 1) };
            let answer = if blank { String::new() } else { format!("value={now}") };
            let to = |to: u64| (format!("value={to}"), share(now - to, now.max(4)));
            (target(id, "0", kind("count"), rule), answer, (0..=now).rev().map(to).collect())
        }
        "items" | "all_items" => {
            let count = 2 + random.below(4);
            let ids: Vec<String> = (0..count).map(|at| format!("i{at}")).collect();
            let items: Vec<Value> = ids.iter().map(|id| json!({"id": id, "name": name(id)})).collect();
            let rule = kind(if word == "items" { "share_of_items" } else { "all_or_nothing" });
            let file = target(id, max, json!({"kind": "checklist", "items": items}), rule);
            let done: Vec<bool> = ids.iter().map(|_| random.below(2) == 0).collect();
            let no = if blank { "" } else { "no" };
            let texts = |done: &[bool], no: &str| {
                let one = |(id, done): (&String, &bool)| format!("{id}={}", if *done { "yes" } else { no });
                ids.iter().zip(done).map(one).collect::<Vec<_>>().join(" ")
            };
            let mut now = done.clone();
            let mut moves = vec![(texts(&now, "no"), Exact::ZERO)];
            let before = now.iter().filter(|done| **done).count() as u64;
            while let Some(next) = now.iter_mut().find(|done| !**done) {
                *next = true;
                moves.push((
                    texts(&now, "no"),
                    share(now.iter().filter(|done| **done).count() as u64 - before, count),
                ));
            }
            (file, texts(&done, no), moves)
        }
        _ => {
            let options = [("all", 100), ("most", 75), ("half", 50), ("some", 25)];
            let file: Vec<Value> = options
                .iter()
                .map(|(id, share)| json!({"id": id, "name": name(id), "share": share.to_string()}))
                .collect();
            let file = target(id, max, json!({"kind": "choice", "options": file}), kind("by_choice"));
            let at = usize::try_from(random.below(4)).unwrap();
            let from = if blank { 0 } else { options[at].1 };
            let answer = if blank { String::new() } else { format!("value={}", options[at].0) };
            let better = options.iter().rev().filter(|(_, share)| *share >= from);
            (file, answer, better.map(|(id, to)| (format!("value={id}"), share(to - from, 100))).collect())
        }
    }
}

fn ceil(most: &str, each: &str) -> u64 {
    most.parse::<u64>().unwrap().div_ceil(each.parse().unwrap())
}
