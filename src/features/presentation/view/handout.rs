//! The hand-out: what the room takes home on paper, with room to write on. It is seen in print alone, and holds no solution.

use std::rc::Rc;

use yew::prelude::*;

use crate::document::view::caption::DocumentCaption;
use crate::features::presentation::deck::screens;
use crate::features::presentation::view::exercise::{given, unit};
use crate::features::presentation::view::paths::GoalPaths;
use crate::shell::state::State;
use crate::shell::view::{PtrEq, View, ViewContext};
use i18n::{Key, Words, sentences};
use scoring::exercise::Exercise;
use scoring::loaded_set::LoadedSet;
use scoring::scorecard::{Scorecard, TargetScore};
use scoring::text::Text;

/// The hand-out of the targets and exercises that are shown.
#[derive(PartialEq, Eq)]
pub struct HandOut {
    title: Text,
    whose: DocumentCaption,
    card: PtrEq<Scorecard>,
    goals: GoalPaths,
    left_out: Vec<String>,
    exercises: Vec<(PtrEq<Exercise>, PtrEq<LoadedSet>)>,
}

impl View for HandOut {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        let chosen = screens(state).into_iter().filter(|screen| state.presentation.takes(screen));
        // Without its set nobody knows what its figures are called, and the show has no answer to it.
        let exercises = chosen.filter_map(|screen| {
            let (exercise, set) = state.exercise(screen.exercise()?)?;
            Some((PtrEq(exercise), PtrEq(set?)))
        });
        Self {
            title: state.document.set().title.clone(),
            whose: DocumentCaption::read(state),
            card: PtrEq(Rc::clone(state.document.card())),
            goals: GoalPaths::read(state),
            left_out: state.presentation.left_out.iter().cloned().collect(),
            exercises: exercises.collect(),
        }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        let shown = |score: &&Rc<TargetScore>| !self.left_out.iter().any(|id| **id == *score.target.id);
        html! {
            <section class="handout" aria-hidden="true">
                <h1>{ words.of(&self.title).to_owned() }</h1>
                <p>{ self.whose.told(words) }</p>
                <div class="handout__goals">{ self.goals.draw(words) }</div>
                { self.card.0.targets().filter(shown).map(|score| target(score, words)).collect::<Html>() }
                if !self.exercises.is_empty() {
                    <h1 class="handout__part">{ words.get(Key::ExercisesTitle) }</h1>
                    { self.exercises.iter().map(|(one, set)| exercise(&one.0, &set.0, words)).collect::<Html>() }
                }
                <p>{ self.whose.notice(words) }</p>
            </section>
        }
    }
}

/// A target with room to write figures and notes.
fn target(score: &TargetScore, words: Words) -> Html {
    let target = &score.target;
    let fields = target.measure.fields();
    html! {
        <article class="handout__target" key={&*target.id}>
            <h2>{ target.id.to_string() }{ ". " }{ words.of(&target.name).to_owned() }</h2>
            if let Some(quote) = &target.quote {
                <blockquote lang="vi">{ "“" }{ quote.part.as_ref().unwrap_or(&quote.text).clone() }{ "”" }</blockquote>
            }
            <p><b>{ sentences::goal(target, score.goal, words) }</b>{ " · " }{ words.get(sentences::rule(&target.rule)) }</p>
            <p class="handout__fields">
                for field in &fields {
                    <span>{ sentences::label(field, &target.measure, words).to_owned() }{ ": " }<i/></span>
                }
                <span>{ words.get(Key::PointsTitle) }{ ": " }<i/></span>
            </p>
        </article>
    }
}

/// An exercise with room to work it out.
fn exercise(exercise: &Exercise, set: &LoadedSet, words: Words) -> Html {
    let card = exercise.card(&set.set);
    html! {
        <article class="handout__exercise" key={exercise.id.clone()}>
            <h2>{ words.of(&exercise.title).to_owned() }</h2>
            <p>{ words.of(&exercise.question).to_owned() }</p>
            <p><b>{ unit(exercise, &set.set, words) }</b></p>
            { given(exercise, &set.set, &card, words) }
            <p class="handout__lines">{ words.get(Key::ExerciseStepHow) }{ ":" }<i/><i/></p>
            <p class="handout__fields"><span>{ words.get(Key::ExerciseStepAnswer) }{ ": " }<i/></span></p>
        </article>
    }
}
