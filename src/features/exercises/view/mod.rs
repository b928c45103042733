//! The exercises on the page where a show is prepared: those that come with the product, and the trainer's own.

pub mod form;

use std::rc::Rc;

use yew::prelude::*;

use crate::document::view::exercise::{told as told_solution, why_not as why_no_exercise};
use crate::features::exercises::event::ExerciseEvent;
use crate::features::exercises::state::{ExerciseProblem, Exercises as Known};
use crate::features::exercises::view::form::form;
use crate::shell::state::State;
use crate::shell::view::{PtrEq, View, ViewContext};
use crate::ui::focus::choose_file;
use i18n::{Key, Words};
use scoring::exercise::{Asked, Exercise, Solution};
use scoring::loaded_set::LoadedSet;
use scoring::scorecard::Scorecard;

/// The exercises, and what is written of them.
#[derive(PartialEq, Eq)]
pub struct Exercises {
    known: Option<PtrEq<Known>>,
    /// Of each exercise whether its set is at hand, and its answer.
    worked: Vec<(bool, Option<Solution>)>,
    /// The right answer to what is being written.
    draft: Option<Solution>,
    set: PtrEq<LoadedSet>,
    card: PtrEq<Scorecard>,
}

/// A button of the exercises.
fn button(action: &'static str, word: Html, event: ExerciseEvent, ctx: &ViewContext) -> Html {
    let press = ctx.always::<MouseEvent>(event);
    html! { <button type="button" class="button" data-action={action} onclick={press}>{ word }</button> }
}

impl View for Exercises {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        let worked = |exercise: &Rc<Exercise>| {
            (state.sets.at_hand(&exercise.unit.target_set).is_some(), state.solution(exercise))
        };
        let draft = state.exercises.as_ref().and_then(|known| known.draft.as_ref());
        Self {
            known: state.exercises.clone().map(PtrEq),
            worked: state.all_exercises().map(worked).collect(),
            draft: draft.and_then(|draft| state.solution(&draft.exercise)),
            set: PtrEq(Rc::clone(state.document.loaded())),
            card: PtrEq(Rc::clone(state.document.card())),
        }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let Some(PtrEq(known)) = &self.known else {
            return html! { <section class="presentation__exercises"/> };
        };
        let words = ctx.words;
        let (ready, own) = self.worked.split_at(known.ready.len().min(self.worked.len()));
        html! {
            <section class="presentation__exercises" aria-labelledby="exercises-title">
                <h2 id="exercises-title">{ words.get(Key::ExercisesTitle) }</h2>
                <p class="field__help">{ words.get(Key::ExercisesLead) }</p>
                <h3>{ words.get(Key::ExercisesReady) }</h3>
                <ul>{ known.ready.iter().zip(ready).map(|(exercise, worked)| entry(exercise, worked, None, ctx)).collect::<Html>() }</ul>
                <h3>{ words.get(Key::ExercisesOwn) }</h3>
                if known.own.is_empty() {
                    <p>{ words.get(Key::ExercisesNone) }</p>
                } else {
                    <ul>{ known.own.iter().zip(own).map(|(exercise, worked)| entry(exercise, worked, Some(known), ctx)).collect::<Html>() }</ul>
                }
                <div class="presentation__begin">
                    <button type="button" class="button" name="exercise-new" data-action="exercise-new" onclick={self.begin(words, ctx)}>
                        { words.get(Key::ExercisesNew) }
                    </button>
                    <button type="button" class="button" data-action="exercises-open" onclick={Callback::from(|event: MouseEvent| choose_file(&event))}>
                        { words.get(Key::ExercisesOpen) }
                    </button>
                    if !known.own.is_empty() {
                        { button("exercises-save", html! { { words.get(Key::ExercisesSave) } }, ExerciseEvent::FileAsked, ctx) }
                    }
                </div>
                <p class="field__help">{ words.get(Key::ExercisesKept) }</p>
                <div role="status">
                    if !known.waiting.is_empty() {
                        { waiting(known, ctx) }
                    }
                </div>
                if let Some(draft) = &known.draft {
                    { form(draft, self.draft.as_ref(), &self.set.0.set, &self.card.0, ctx) }
                }
            </section>
        }
    }
}

impl Exercises {
    /// Begins with the first target of the document.
    fn begin(&self, words: Words, ctx: &ViewContext) -> Callback<MouseEvent> {
        let first = Asked::all(&self.card.0).into_iter().find(|asked| matches!(asked, Asked::Points(_)));
        let asked = first.unwrap_or_default();
        let (title, question) = form::suggested(&asked, &self.set.0.set, words);
        ctx.always(ExerciseEvent::Begun(asked, title, question))
    }
}

/// An exercise of the list; with the trainer's own, what can be done with it.
fn entry(
    exercise: &Rc<Exercise>,
    (has_set, solution): &(bool, Option<Solution>),
    own: Option<&Rc<Known>>,
    ctx: &ViewContext,
) -> Html {
    let words = ctx.words;
    let title = words.of(&exercise.title).to_owned();
    let answer = match solution {
        Some(solution) => {
            words.fill(Key::ExerciseSolution, &[("answer", &told_solution(solution, &exercise.asked, words))])
        }
        None => why_no_exercise(exercise, *has_set, words),
    };
    let value = if let Some(Solution::Number(text)) = solution { text.clone() } else { String::new() };
    let id = || exercise.id.clone();
    let act = |name, key, event| {
        let word = html! { <>{ words.get(key) }<span class="vh">{ ": " }{ title.clone() }</span></> };
        button(name, word, event, ctx)
    };
    html! {
        <li key={exercise.id.clone()} data-exercise={exercise.id.clone()}>
            <p><b>{ title.clone() }</b></p>
            <p>{ words.of(&exercise.question).to_owned() }</p>
            <details>
                <summary>{ words.get(Key::ExerciseStepAnswer) }<span class="vh">{ ": " }{ title.clone() }</span></summary>
                <p data-out="exercise-solution" data-value={value}>{ answer }</p>
            </details>
            if let Some(known) = own {
                <div class="presentation__begin">
                    { act("exercise-edit", Key::ExerciseEdit, ExerciseEvent::Opened(id())) }
                    { act("exercise-up", Key::ExerciseUp, ExerciseEvent::Moved(id(), true)) }
                    { act("exercise-down", Key::ExerciseDown, ExerciseEvent::Moved(id(), false)) }
                    { act("exercise-remove", Key::ExerciseRemove, ExerciseEvent::RemoveAsked(Some(id()))) }
                </div>
                <div role="status">
                    if known.removing.as_deref() == Some(exercise.id.as_str()) {
                        <p>{ words.get(Key::ExerciseRemoveSure) }</p>
                        <div class="presentation__begin">
                            { act("exercise-remove-yes", Key::ExerciseRemoveYes, ExerciseEvent::Removed(id())) }
                            { act("exercise-remove-no", Key::Cancel, ExerciseEvent::RemoveAsked(None)) }
                        </div>
                    }
                </div>
            }
        </li>
    }
}

/// Exercises that would take the place of others.
fn waiting(known: &Known, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let names: Vec<&str> = known.waiting.iter().map(|exercise| words.of(&exercise.title)).collect();
    let replace = words.get(Key::ExercisesWaitingReplace);
    let leave = words.get(Key::ExercisesWaitingLeave);
    html! {
        <div class="presentation__waiting" data-exercises="waiting">
            <p>{ words.fill(Key::ExercisesWaiting, &[("names", &names.join("; "))]) }</p>
            <div class="presentation__begin">
                { button("exercises-replace", html! { { replace } }, ExerciseEvent::WaitingChosen(true), ctx) }
                { button("exercises-leave", html! { { leave } }, ExerciseEvent::WaitingChosen(false), ctx) }
            </div>
        </div>
    }
}

/// What is wrong with what was written, in words.
fn problem(problem: ExerciseProblem, words: Words) -> String {
    let most = |key, most: usize| words.fill(key, &[("n", &most.to_string())]);
    match problem {
        ExerciseProblem::Title => most(Key::ExerciseProblemTitle, formats::exercise_file::MOST_TITLE),
        ExerciseProblem::Question => {
            most(Key::ExerciseProblemQuestion, formats::exercise_file::MOST_QUESTION)
        }
        ExerciseProblem::Why(_) => most(Key::ExerciseProblemWhy, formats::exercise_file::MOST_WHY),
        ExerciseProblem::Answer(_) => words.get(Key::ExerciseProblemAnswer).to_owned(),
        ExerciseProblem::Right(_) => words.get(Key::ExerciseProblemRight).to_owned(),
    }
}
