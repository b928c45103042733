//! An exercise as it is written: what is asked of the open document, the question, and the mistakes often made.

use yew::prelude::*;

use crate::document::view::exercise::told as told_solution;
use crate::features::exercises::event::{ExerciseEvent, ExerciseField};
use crate::features::exercises::state::{ExerciseDraft, ExerciseProblem};
use crate::features::exercises::view::{button, problem};
use crate::shell::view::ViewContext;
use crate::ui::focus::value;
use formats::exercise_file::MOST_MISTAKES;
use i18n::{Key, Words};
use scoring::exercise::{Asked, Mistake, Solution};
use scoring::scorecard::Scorecard;
use scoring::target_set::TargetSet;

/// Where the problem is told.
const PROBLEM: &str = "exercise-problem";

/// The form.
pub fn form(
    draft: &ExerciseDraft,
    solution: Option<&Solution>,
    set: &TargetSet,
    card: &Scorecard,
    ctx: &ViewContext,
) -> Html {
    let words = ctx.words;
    let exercise = &draft.exercise;
    let is = |problem| draft.problem == Some(problem);
    let answer = solution.map(|solution| told_solution(solution, &exercise.asked, words)).unwrap_or_default();
    let mistake = |(place, mistake): (usize, &Mistake)| row(place, mistake, draft, ctx);
    html! {
        <fieldset class="exercise-form">
            <legend>{ words.get(Key::ExerciseForm) }</legend>
            <p class="field__help">{ words.get(Key::ExerciseFormHelp) }</p>
            // What is asked of an exercise that is kept stays: the document that it came from may not be open.
            if exercise.id.is_empty() {
                { asked(&exercise.asked, set, card, ctx) }
            }
            { text("exercise-title", Key::ExerciseFormTitle, &exercise.title.vi, ExerciseField::Title, is(ExerciseProblem::Title), ctx) }
            { text("exercise-question", Key::ExerciseFormQuestion, &exercise.question.vi, ExerciseField::Question, is(ExerciseProblem::Question), ctx) }
            <p data-out="draft-solution">{ words.fill(Key::ExerciseSolutionScorer, &[("answer", &answer)]) }</p>
            <p><b>{ words.get(Key::ExerciseFormMistakes) }</b></p>
            <div class="exercise-form__mistakes">{ exercise.mistakes.iter().enumerate().map(mistake).collect::<Html>() }</div>
            <p id={PROBLEM} class="ask__unclear" role="status">{ draft.problem.map(|found| problem(found, words)).unwrap_or_default() }</p>
            <div class="presentation__begin">
                if exercise.mistakes.len() < MOST_MISTAKES {
                    { button("exercise-mistake", html! { { words.get(Key::ExerciseFormAdd) } }, ExerciseEvent::MistakeAdded, ctx) }
                }
                { button("exercise-keep", html! { { words.get(Key::ExerciseFormKeep) } }, ExerciseEvent::Kept, ctx) }
                { button("exercise-leave", html! { { words.get(Key::Cancel) } }, ExerciseEvent::Left, ctx) }
            </div>
        </fieldset>
    }
}

fn asked(chosen: &Asked, set: &TargetSet, card: &Scorecard, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let all: Vec<(Asked, String, String)> = Asked::all(card)
        .into_iter()
        .map(|asked| {
            let (title, question) = suggested(&asked, set, words);
            (asked, title, question)
        })
        .collect();
    let option = |(asked, title, _): &(Asked, String, String)| {
        html! { <option key={code(asked)} value={code(asked)} selected={asked == chosen}>{ title.clone() }</option> }
    };
    let options: Html = all.iter().map(option).collect();
    let choose = ctx.on(move |event: &Event| {
        let code_chosen = value(event);
        let found = all.iter().find(|(asked, ..)| code(asked) == code_chosen)?;
        let (asked, title, question) = found.clone();
        Some(ExerciseEvent::AskedChosen(asked, title, question))
    });
    html! {
        <div class="field">
            <label class="field__label" for="exercise-asked">{ words.get(Key::ExerciseFormAsked) }</label>
            <select class="input" id="exercise-asked" name="exercise-asked" onchange={choose}>{ options }</select>
        </div>
    }
}

/// The value of an option: "points:TT-3".
fn code(asked: &Asked) -> String {
    [asked.kind(), ":", asked.of()].concat()
}

/// Title and question for what is asked.
pub fn suggested(asked: &Asked, set: &TargetSet, words: Words) -> (String, String) {
    let name = set.area(asked.of()).map(|area| words.of(&area.name)).unwrap_or_default();
    let (title, question) = match asked {
        Asked::Points(_) => (Key::ExerciseAskedPoints, Key::ExerciseQuestionPoints),
        Asked::Value(_) => (Key::ExerciseAskedValue, Key::ExerciseQuestionValue),
        Asked::Area(_) => (Key::ExerciseAskedArea, Key::ExerciseQuestionArea),
        Asked::Index => (Key::ExerciseAskedIndex, Key::ExerciseQuestionIndex),
    };
    let fill = |key| words.fill(key, &[("id", asked.of()), ("name", name)]);
    (fill(title), fill(question))
}

fn row(place: usize, mistake: &Mistake, draft: &ExerciseDraft, ctx: &ViewContext) -> Html {
    let number = ExerciseProblem::Answer(place);
    let wrong = draft.problem == Some(number) || draft.problem == Some(ExerciseProblem::Right(place));
    let name = |name: &str| [name, &place.to_string()].concat();
    html! {
        <div class="exercise-form__mistake" role="group" key={place.to_string()}
            aria-label={ctx.words.fill(Key::ExerciseFormMistake, &[("n", &(place + 1).to_string())])}>
            { text(&name("exercise-answer."), Key::ExerciseFormAnswer, &mistake.answer, ExerciseField::Answer(place), wrong, ctx) }
            { text(&name("exercise-why."), Key::ExerciseFormWhy, &mistake.why.vi, ExerciseField::Why(place), draft.problem == Some(ExerciseProblem::Why(place)), ctx) }
        </div>
    }
}

fn text(name: &str, label: Key, said: &str, field: ExerciseField, wrong: bool, ctx: &ViewContext) -> Html {
    let typed = ctx.on(move |event: &InputEvent| Some(ExerciseEvent::Typed(field, value(event))));
    let (name, said) = (name.to_owned(), said.to_owned());
    let invalid = wrong.then_some("true");
    let described = wrong.then_some(PROBLEM);
    let of = html! { <label class="field__label" for={name.clone()}>{ ctx.words.get(label) }</label> };
    if field == ExerciseField::Question {
        return html! {
            <div class="field">
                { of }
                <textarea class="input" id={name.clone()} {name} rows="3" value={said} aria-invalid={invalid} aria-describedby={described} oninput={typed}/>
            </div>
        };
    }
    html! {
        <div class="field">
            { of }
            <input class="input" id={name.clone()} {name} type="text" autocomplete="off" value={said} aria-invalid={invalid} aria-describedby={described} oninput={typed}/>
        </div>
    }
}
