//! An exercise for the room: the question and its figures, time to think, then the solution step by step, each step out of
//! the scorer's own explanation.

use crate::document::view::exercise::why_not;
use std::rc::Rc;

use yew::prelude::*;

use crate::features::presentation::event::PresentationEvent;
use crate::features::presentation::state::AudienceAnswer;
use crate::features::presentation::view::exercise_steps::steps;
use crate::features::presentation::view::{area_name, index};
use crate::shell::state::State;
use crate::shell::view::{PtrEq, View, ViewContext};
use crate::ui::focus::{is_checked, value};
use crate::ui::icons::{Icon, icon};
use i18n::numbers::{points, short_points};
use i18n::sentences::{label, understood};
use i18n::{Key, Words, sentences};
use scoring::datetime::seconds;
use scoring::exercise::{Asked, Exercise, Solution, Verdict};
use scoring::loaded_set::LoadedSet;
use scoring::scorecard::{Outcome, Scorecard, TargetScore};
use scoring::target_set::{Input, TargetSet};

/// How long the room may think, in seconds. Nothing happens when they are over.
const THINKING: i64 = 60;

/// The step with which the answer is seen.
const ANSWER: usize = 3;

/// An exercise; `None` once it is not there any more.
#[derive(PartialEq, Eq)]
pub struct ExerciseScreen {
    found: Option<Found>,
    step: usize,
    room: AudienceAnswer,
}

#[derive(PartialEq, Eq)]
struct Found {
    exercise: PtrEq<Exercise>,
    set: Option<PtrEq<LoadedSet>>,
}

impl ExerciseScreen {
    /// Reads it.
    pub fn read(state: &State, id: &str) -> Self {
        let found = state
            .exercise(id)
            .map(|(exercise, set)| Found { exercise: PtrEq(exercise), set: set.map(PtrEq) });
        let show = &state.presentation;
        Self { found, step: show.step, room: show.answer.clone() }
    }

    pub(crate) fn draw(&self, ctx: &ViewContext) -> Html {
        let Some(Found { exercise, set }) = &self.found else { return Html::default() };
        let (exercise, words) = (&*exercise.0, ctx.words);
        let card = set.as_ref().map(|set| (&set.0.set, exercise.card(&set.0.set)));
        let worked = card.as_ref().and_then(|(set, card)| Some((*set, card, exercise.solution(set)?)));
        html! {
            <div class={classes!("exercise", (self.step > 0).then_some("exercise--asked"))}>
                <h1>{ words.of(&exercise.title).to_owned() }</h1>
                <p class="exercise__question">{ words.of(&exercise.question).to_owned() }</p>
                if let Some((set, card, solution)) = worked {
                    <div class="exercise__known">
                        <p class="deck__lead">{ unit(exercise, set, words) }</p>
                        { given(exercise, set, card, words) }
                    </div>
                    <div class="exercise__room">
                        if self.step < ANSWER {
                            { self.asking(ctx) }
                        } else {
                            { self.verdict(exercise, &solution, words) }
                        }
                    </div>
                    <div class="exercise__steps" aria-live="polite">
                        { steps(exercise, set, card, &solution, self.step, words) }
                    </div>
                } else {
                    <p class="deck__lead" data-exercise-problem="">{ why_not(exercise, set.is_some(), words) }</p>
                }
            </div>
        }
    }

    /// The room's answer, and the time that is left for it.
    fn asking(&self, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        let typed = ctx.on(|event: &InputEvent| Some(PresentationEvent::Answered(value(event))));
        let marked = ctx.on(|event: &Event| Some(PresentationEvent::NoNumber(is_checked(event))));
        html! {
            <div class="exercise__asking" key="asking">
                <div class="field">
                    <label class="field__label" for="exercise-answer">{ words.get(Key::ExerciseAnswerLabel) }</label>
                    <input class="input" id="exercise-answer" name="exercise-answer" type="text" inputmode="decimal" autocomplete="off" maxlength="40"
                        value={self.room.typed.clone()} disabled={self.room.no_number} oninput={typed}/>
                </div>
                <label class="check">
                    <input type="checkbox" name="exercise-no-number" checked={self.room.no_number} onchange={marked}/>
                    { " " }{ words.get(Key::ExerciseNoNumber) }
                </label>
                { ctx.view::<Thinking>(()) }
            </div>
        }
    }

    /// What the room's answer was worth.
    fn verdict(&self, exercise: &Exercise, solution: &Solution, words: Words) -> Html {
        let AudienceAnswer { typed, no_number } = &self.room;
        let (typed, no_number) = (typed.trim(), *no_number);
        if typed.is_empty() && !no_number {
            return Html::default();
        }
        let verdict = exercise.verdict(solution, (!no_number).then_some(typed));
        let (key, word, drawing) = match verdict {
            Verdict::Right => (Key::ExerciseAnsweredRight, "right", Icon::Met),
            Verdict::Rounded => (Key::ExerciseAnsweredRounded, "rounded", Icon::Met),
            Verdict::Wrong => (Key::ExerciseAnsweredWrong, "wrong", Icon::Wrong),
            Verdict::Unclear => (Key::ExerciseAnsweredUnclear, "unclear", Icon::Wrong),
        };
        let answer = if no_number { words.get(Key::ExerciseNothing) } else { typed };
        html! {
            <p class={classes!("exercise__verdict", ["exercise__verdict--", word].concat())} key="verdict" data-out="verdict" data-value={word}>
                { icon(drawing) }{ " " }{ words.fill(key, &[("answer", answer)]) }
            </p>
        }
    }
}

/// "Cấp xã, năm 2023".
pub(crate) fn unit(exercise: &Exercise, set: &TargetSet, words: Words) -> String {
    let level = set.level(&exercise.unit.unit.level).map(|level| words.of(&level.name)).unwrap_or_default();
    words.fill(Key::ExerciseUnit, &[("level", level), ("year", &exercise.unit.year.to_string())])
}

/// What is known before anything is worked out: figures for a target, the points of the parts for a sum.
pub(crate) fn given(exercise: &Exercise, set: &TargetSet, card: &Scorecard, words: Words) -> Html {
    let lines: Vec<(String, String)> = match &exercise.asked {
        Asked::Points(id) | Asked::Value(id) => {
            card.target(id).map(|score| figures(exercise, score, words)).unwrap_or_default()
        }
        Asked::Area(id) => {
            let targets = card.areas.iter().filter(|area| area.id == *id).flat_map(|area| &area.targets);
            targets.map(|score| of_target(score, words)).collect()
        }
        Asked::Index => card
            .areas
            .iter()
            .map(|area| {
                let of = [short_points(area.totals.points, words.0), short_points(area.totals.max, words.0)]
                    .join("/");
                (area_name(&area.id, set, words), of)
            })
            .collect(),
    };
    html! {
        <dl class="exercise__given" aria-label={words.get(Key::ExerciseGiven)}>
            for (name, figure) in lines {
                <div><dt>{ name }</dt><dd>{ figure }</dd></div>
            }
        </dl>
    }
}

/// What a target of an area has reached, against what it asks for.
fn of_target(score: &Rc<TargetScore>, words: Words) -> (String, String) {
    let reached = match &score.outcome {
        Outcome::Scored(_) => sentences::value(score, words),
        Outcome::Empty | Outcome::NotApplicable | Outcome::Invalid(_) | Outcome::Pending => {
            sentences::state(score, words).to_owned()
        }
    };
    let max = short_points(score.target.max_points, words.0);
    let asked = sentences::goal(&score.target, score.goal, words);
    (score.target.id.to_string(), [&reached, " (", &asked, "; ", &max, ")"].concat())
}

/// The figures of a target, each with its label.
fn figures(exercise: &Exercise, score: &TargetScore, words: Words) -> Vec<(String, String)> {
    let measure = &score.target.measure;
    let Some(answer) = exercise.unit.answers.get(&*score.target.id) else { return Vec::new() };
    if answer.not_applicable.is_some() {
        return vec![(score.target.id.to_string(), words.get(Key::StateNotApplicable).to_owned())];
    }
    let fields = measure.fields();
    let figure = fields.iter().filter_map(|field| {
        let text = answer.figure(field.name);
        if text.trim().is_empty() {
            return None;
        }
        let shown = match field.input {
            Input::Figure(kind) => understood(text, kind, words)?.trim_start_matches("= ").to_owned(),
            Input::YesNo => words.get(if text == "yes" { Key::Yes } else { Key::No }).to_owned(),
            Input::Option(options) => {
                let chosen = options.iter().find(|option| option.id == text)?;
                words.of(&chosen.name).to_owned()
            }
        };
        Some((label(field, measure, words).to_owned(), shown))
    });
    figure.collect()
}

/// The formula of an index: "100 × 37,500 ÷ 55,000 = 68,182%".
pub fn index_formula(set: &TargetSet, card: &Scorecard, words: Words) -> String {
    let (earned, max) = (points(card.totals.points, words.0), points(card.totals.max, words.0));
    ["100 × ", &earned, " ÷ ", &max, " = ", &index(card.totals.index(), set, words)].concat()
}

/// The time that is left to think.
#[derive(PartialEq, Eq)]
pub struct Thinking(i64);

impl View for Thinking {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        let passed =
            seconds(&state.now).zip(seconds(&state.presentation.reached)).map(|(now, since)| now - since);
        Self((THINKING - passed.unwrap_or_default()).clamp(0, THINKING))
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let said = match self.0 {
            0 => ctx.words.get(Key::ExerciseTimeOver).to_owned(),
            left => ctx.words.fill(Key::ExerciseThink, &[("n", &left.to_string())]),
        };
        html! { <p class="exercise__clock" role="timer" data-out="thinking" data-value={self.0.to_string()}>{ said }</p> }
    }
}
