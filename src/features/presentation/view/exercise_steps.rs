//! The solution of an exercise, step by step: what was reached, the rule, the answer, and what is often answered instead.

use yew::prelude::*;

use crate::document::view::exercise::told;
use crate::features::presentation::view::exercise::index_formula;
use crate::features::presentation::view::{area_name, index};
use crate::ui::icons::{Icon, icon};
use i18n::numbers::{number, points, short_points};
use i18n::{Key, Words, sentences};
use scoring::exercise::{Asked, Exercise, Mistake, Solution};
use scoring::explanation::Explanation;
use scoring::measured::ProblemKind;
use scoring::scorecard::{AreaScore, Scorecard, TargetScore};
use scoring::target_set::{NotApplicable, TargetSet};

/// The steps that are seen so far.
pub(crate) fn steps(
    exercise: &Exercise,
    set: &TargetSet,
    card: &Scorecard,
    solution: &Solution,
    seen: usize,
    words: Words,
) -> Html {
    let [how, rule, last] = lines(exercise, set, card, words);
    let answer = words.fill(Key::ExerciseSolution, &[("answer", &told(solution, &exercise.asked, words))]);
    let value = if let Solution::Number(text) = solution { text.clone() } else { String::new() };
    let first = match exercise.asked {
        Asked::Points(_) => Key::ExerciseStepReached,
        Asked::Value(_) | Asked::Area(_) | Asked::Index => Key::ExerciseStepHow,
    };
    html! {
        <>
            if seen >= 1 {
                { step("reached", first, how, words) }
            }
            if seen >= 2 {
                { step("rule", Key::ExerciseStepRule, rule, words) }
            }
            if seen >= 3 {
                <section class="exercise__step deck__added" data-step="answer">
                    <h2 class="vh">{ words.get(Key::ExerciseStepAnswer) }</h2>
                    for line in last {
                        <p class="deck__formula">{ line }</p>
                    }
                    <p class="exercise__answer"><b data-out="solution" data-value={value}>{ answer }</b></p>
                </section>
            }
            if seen >= 4 {
                { mistakes(exercise, words) }
            }
        </>
    }
}

fn step(name: &'static str, title: Key, lines: Vec<String>, words: Words) -> Html {
    html! {
        <section class="exercise__step deck__added" data-step={name}>
            <h2>{ words.get(title) }</h2>
            for line in lines {
                <p>{ line }</p>
            }
        </section>
    }
}

/// What stands in the first three steps.
fn lines(exercise: &Exercise, set: &TargetSet, card: &Scorecard, words: Words) -> [Vec<String>; 3] {
    match &exercise.asked {
        Asked::Points(id) => card.target(id).map(|score| of_points(exercise, score, words)),
        Asked::Value(id) => card.target(id).map(|score| of_value(exercise, score, words)),
        Asked::Area(id) => card.areas.iter().find(|area| area.id == *id).map(|area| of_area(area, words)),
        Asked::Index => Some(of_index(set, card, words)),
    }
    .unwrap_or_default()
}

/// A target's points: what was reached, the rule with the goal, the formula.
fn of_points(exercise: &Exercise, score: &TargetScore, words: Words) -> [Vec<String>; 3] {
    let target = &score.target;
    let Some(why) = score.why() else { return without_score(exercise, score, words) };
    let mut formula = sentences::formula(target, why, words);
    let last = formula.pop().into_iter().collect();
    let reached = if formula.is_empty() { vec![sentences::value(score, words)] } else { formula };
    let mut rule = sentences::points_arise(target, words);
    if score.goal.is_some() {
        rule.insert(0, goal(score, words));
    }
    [reached, rule, last]
}

/// The percentage that a target reaches: what is divided by what, the goal, the division.
fn of_value(exercise: &Exercise, score: &TargetScore, words: Words) -> [Vec<String>; 3] {
    let Some(why) = score.why() else { return without_score(exercise, score, words) };
    let rule = if score.goal.is_some() { vec![goal(score, words)] } else { Vec::new() };
    [vec![sentences::measured_by(&score.target.measure, words)], rule, division(score, why, words)]
}

fn division(score: &TargetScore, why: &Explanation, words: Words) -> Vec<String> {
    let mut lines = sentences::formula(&score.target, why, words);
    lines.pop();
    lines
}

fn goal(score: &TargetScore, words: Words) -> String {
    [words.get(Key::ResultsGoal), ": ", &sentences::goal(&score.target, score.goal, words)].concat()
}

/// A target without a score: what stands in its way, and what it means.
fn without_score(exercise: &Exercise, score: &TargetScore, words: Words) -> [Vec<String>; 3] {
    let state = sentences::state(score, words).to_owned();
    let Some(problem) = score.problem() else { return [vec![state], Vec::new(), Vec::new()] };
    if problem.kind == ProblemKind::NothingArises {
        let out = words.fill(Key::LeftOutDone, &[("id", &score.target.id)]) + ".";
        let means = match score.target.not_applicable {
            NotApplicable::LeaveOut => Some(words.get(Key::LeftOutDoneWhy).to_owned()),
            NotApplicable::FullMarks => None,
        };
        let rule = std::iter::once(out).chain(means).collect();
        return [vec![words.get(Key::LeftOutZeroWhy).to_owned()], rule, Vec::new()];
    }
    let answer = exercise.unit.answers.get(&*score.target.id).map(|answer| (**answer).clone());
    let said = sentences::problem(problem, &score.target, &answer.unwrap_or_default(), words);
    [vec![said], Vec::new(), Vec::new()]
}

/// An area's points: those of its targets, that they add up, their sum.
fn of_area(area: &AreaScore, words: Words) -> [Vec<String>; 3] {
    let one = |score: &TargetScore| score.points().map(|earned| points(earned, words.0));
    let target = |score: &std::rc::Rc<TargetScore>| {
        let earned = one(score).unwrap_or_else(|| "–".to_owned());
        [&*score.target.id, ": ", &earned, "/", &short_points(score.target.max_points, words.0)].concat()
    };
    let addends: Vec<String> = area.targets.iter().filter_map(|score| one(score)).collect();
    let sum = [&addends.join(" + "), " = ", &points(area.totals.points, words.0)].concat();
    let each: Vec<String> = area.targets.iter().map(target).collect();
    [vec![each.join(" · ")], vec![words.get(Key::PresentationAddsUp).to_owned()], vec![sum]]
}

/// The index: those of the areas, that no mean is taken of them, the formula with its band.
fn of_index(set: &TargetSet, card: &Scorecard, words: Words) -> [Vec<String>; 3] {
    let area = |area: &AreaScore| {
        [&area_name(&area.id, set, words), ": ", &index(area.totals.index(), set, words)].concat()
    };
    let formula = index_formula(set, card, words);
    let band = card.band_of(set).map(|band| [" → ", words.of(&band.name)].concat()).unwrap_or_default();
    [
        card.areas.iter().map(area).collect(),
        vec![words.get(Key::PresentationSumNotMean).to_owned()],
        vec![formula + &band],
    ]
}

fn mistakes(exercise: &Exercise, words: Words) -> Html {
    let unit = if exercise.asked.is_percentage() { "%" } else { "" };
    let one = |mistake: &Mistake| {
        html! {
            <li>
                { icon(Icon::Wrong) }<span class="vh">{ words.get(Key::ExerciseMistakeMark) }</span>{ " " }
                <s data-mistake={mistake.answer.clone()}>{ number(&mistake.answer, words.0) }{ unit }</s>{ ": " }
                { words.of(&mistake.why).to_owned() }
            </li>
        }
    };
    html! {
        <section class="exercise__step deck__added" data-step="mistakes">
            <h2>{ words.get(Key::ExerciseMistakes) }</h2>
            <ul class="exercise__mistakes">{ exercise.mistakes.iter().map(one).collect::<Html>() }</ul>
        </section>
    }
}
