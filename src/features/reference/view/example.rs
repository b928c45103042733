//! Figures to play with: the fields of the page of figures, and what they come to.

use std::rc::Rc;

use yew::prelude::*;

use crate::document::view::blocks::{fact, told_points};
use crate::document::view::explanation::why;
use crate::document::view::fields::fields;
use crate::document::view::row::RowProps as Filled;
use crate::features::reference::event::ReferenceEvent;
use crate::features::reference::view::info::TargetProps;
use crate::shell::view::ViewContext;
use i18n::sentences::within;
use i18n::{Key, Words, sentences};
use scoring::measured::ProblemKind;

/// A target's example.
pub fn example(facts: &TargetProps, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let example = &facts.example.0;
    let score = &example.score;
    let target = &score.target;
    let id = &target.id;
    let level = facts.loaded.0.set.level(&example.level).map(|level| level.name.clone()).unwrap_or_default();
    let whose = [("level", within(words.of(&level))), ("year", facts.year.to_string())];
    let whose = whose.each_ref().map(|(name, value)| (*name, value.as_str()));
    let filled = Filled {
        score: Rc::clone(score),
        answer: Some(Rc::clone(&example.answer)),
        source: None,
        offer: None,
        proposal: None,
        filled: Vec::new(),
        level: Rc::new(level.clone()),
        year: facts.year,
        example: true,
    };
    let goal = score.goal.map(|goal| goal.value.to_string()).unwrap_or_default();
    let asked = (sentences::goal(target, score.goal, words), goal);
    let reached = (sentences::value(score, words), score.value().unwrap_or_default());
    let restore = ctx.always::<MouseEvent>(ReferenceEvent::Restored(id.clone()));
    html! {
        <section class="example" data-example={id.to_string()}>
            <h3>{ words.get(Key::ReferenceExample) }</h3>
            <p class="example__help">
                { words.fill(Key::ReferenceExampleHelp, &whose) }{ " " }
                <span class="example__try">{ words.get(Key::ReferenceExampleTry) }</span>
            </p>
            { fields(&filled, ctx) }
            <dl class="example__result">
                { fact(words.get(Key::ResultsGoal), "example-goal", asked) }
                { fact(words.get(Key::ResultsValue), "example-value", reached) }
                { fact(words.get(Key::PointsTitle), "example-points", told_points(score.points(), words)) }
            </dl>
            <p class="example__problem" id={["example.", id, "-message"].concat()}>{ problem(facts, words) }</p>
            { why(score, words) }
            <button type="button" class="button" data-action="restore-example" onclick={restore}>
                <span aria-hidden="true">{ words.get(Key::ReferenceRestore) }</span>
                <span class="vh">{ words.fill(Key::ReferenceRestoreOf, &[("id", id)]) }</span>
            </button>
        </section>
    }
}

fn problem(facts: &TargetProps, words: Words) -> String {
    let example = &facts.example.0;
    let Some(problem) = example.score.problem() else { return String::new() };
    let sentence = sentences::problem(problem, &example.score.target, &example.answer, words);
    // The sentence ends where the form has the button that says it.
    let rest =
        if problem.kind == ProblemKind::NothingArises { words.get(Key::MarkNotApplicable) } else { "" };
    [&sentence, " ", rest].concat()
}
