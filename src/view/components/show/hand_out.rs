//! The hand-out: what the room takes home on paper. It is seen in print alone.

use std::rc::Rc;

use yew::prelude::*;

use super::paths::GoalPaths;
use crate::app::State;
use crate::core::scorecard::{Scorecard, TargetScore};
use crate::core::text::Text;
use crate::view::components::Whose;
use crate::view::live::{Drawing, Part, Same};
use crate::words::sentences;
use crate::words::{Key, Words};

/// The hand-out of the targets that are shown.
#[derive(PartialEq)]
pub struct HandOut {
    title: Text,
    whose: Whose,
    card: Same<Scorecard>,
    goals: GoalPaths,
    left_out: Vec<String>,
}

impl HandOut {
    /// Reads it.
    pub fn read(state: &State) -> Self {
        Self {
            title: state.loaded.set.title.clone(),
            whose: Whose::read(state),
            card: Same(Rc::clone(&state.card)),
            goals: GoalPaths::read(state),
            left_out: state.show.left_out.iter().cloned().collect(),
        }
    }
}

impl Part for HandOut {
    fn draw(&self, page: &Drawing) -> Html {
        let words = page.words;
        let shown = |score: &&Rc<TargetScore>| !self.left_out.iter().any(|id| **id == *score.target.id);
        html! {
            <section class="handout" aria-hidden="true">
                <h1>{ words.of(&self.title).to_owned() }</h1>
                <p>{ self.whose.told(words) }</p>
                <div class="handout__goals">{ self.goals.draw(words) }</div>
                { self.card.0.targets().filter(shown).map(|score| target(score, words)).collect::<Html>() }
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
