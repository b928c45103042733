//! A target for the room: the law's words large, the goal, fields to type in, the formula filling itself in.

use yew::prelude::*;

use crate::document::view::fields::fields;
use crate::document::view::row::{RowProps, earned, goal, message, row_props, state as standing};
use crate::shell::state::State;
use crate::shell::view::{RowKey, ViewContext};
use i18n::{Key, sentences};
use scoring::points::Points;
use scoring::target_set::{Source, TargetId};

/// A target; `None` once the document's level has no such target.
#[derive(PartialEq, Eq)]
pub struct TargetScreen(Option<(RowProps, Source)>);

impl TargetScreen {
    /// Reads it.
    pub fn read(state: &State, id: &TargetId) -> Self {
        let facts = row_props(state, &RowKey { id: id.clone(), hint: (0, 0) });
        Self(facts.map(|facts| (facts, state.document.set().source.clone())))
    }

    pub(crate) fn draw(&self, ctx: &ViewContext) -> Html {
        let Some((facts, source)) = &self.0 else { return Html::default() };
        let words = ctx.words;
        let score = &facts.score;
        let target = &score.target;
        let lines = score.why().map(|why| sentences::formula(target, why, words)).unwrap_or_default();
        html! {
            <>
                <h1><span class="deck__id">{ target.id.to_string() }</span>{ " " }{ words.of(&target.name).to_owned() }</h1>
                if let Some(quote) = &target.quote {
                    <blockquote class="deck__quote" lang="vi">
                        { "“" }{ quote.part.as_ref().unwrap_or(&quote.text).clone() }{ "”" }
                        <cite>{ words.fill(Key::QuoteSource, &[("source", &source.number), ("section", &quote.section)]) }</cite>
                    </blockquote>
                }
                <div class="deck__live" data-target={target.id.to_string()}>
                    <p class="deck__goal">{ goal(facts, words) }</p>
                    { fields(facts, ctx) }
                    <div class="deck__outcome">
                        { standing(score, words) }
                        <p class="row__value">
                            <span data-out="value" data-value={score.value().unwrap_or_default()}>{ sentences::value(score, words) }</span>
                        </p>
                        { earned(score, words) }
                    </div>
                    { meter(score.points(), target.max_points) }
                    <div class="deck__formula" aria-live="polite">
                        for line in lines {
                            <p>{ line }</p>
                        }
                    </div>
                    { message(facts, ctx) }
                </div>
            </>
        }
    }
}

/// Points as a length; the numbers stand beside it.
pub(crate) fn meter(points: Option<Points>, max: Points) -> Html {
    let earned = points.unwrap_or_default().thousandths().max(0).to_string();
    let max = max.thousandths().max(1).to_string();
    html! {
        <svg class="deck__meter" viewBox={["0 0 ", &max, " 1"].concat()} preserveAspectRatio="none" aria-hidden="true">
            <rect class="gauge__earned" width={earned} height="1"/>
        </svg>
    }
}
