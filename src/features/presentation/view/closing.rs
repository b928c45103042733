//! What to take home: the index, how many targets are met, and what would bring most.

use std::rc::Rc;

use yew::prelude::*;

use crate::document::view::caption::DocumentCaption;
use crate::features::presentation::view::audience_qr::AudienceQr;
use crate::features::presentation::view::index;
use crate::shell::state::State;
use crate::shell::view::PtrEq;
use i18n::numbers::points;
use i18n::{Key, Words, sentences};
use planning::gap;
use scoring::loaded_set::LoadedSet;
use scoring::scorecard::{Scorecard, TargetScore};

/// How many targets are named.
const NAMED: usize = 3;

/// The end of the show.
#[derive(PartialEq, Eq)]
pub struct Closing {
    set: PtrEq<LoadedSet>,
    card: PtrEq<Scorecard>,
    whose: DocumentCaption,
    audience_qr: AudienceQr,
}

impl Closing {
    /// Reads it.
    pub fn read(state: &State) -> Self {
        Self {
            set: PtrEq(Rc::clone(state.document.loaded())),
            card: PtrEq(Rc::clone(state.document.card())),
            whose: DocumentCaption::read(state),
            audience_qr: AudienceQr::read(state),
        }
    }

    pub(crate) fn draw(&self, words: Words) -> Html {
        self.audience_qr.beside(self.screen(words), words)
    }

    fn screen(&self, words: Words) -> Html {
        let (set, card) = (&self.set.0.set, &self.card.0);
        let band = card.band_of(set);
        let met = card.targets().filter(|score| score.met() == Some(true)).count();
        let mut left: Vec<&Rc<TargetScore>> = card.targets().filter(|score| gap(score).is_some()).collect();
        // The set's order where as much is left.
        left.sort_by_key(|score| std::cmp::Reverse(score.left()));
        let work = |score: &&Rc<TargetScore>| {
            let gap = gap(score)?;
            Some(html! {
                <li key={&*score.target.id}>
                    <b>{ score.target.id.to_string() }</b>{ " " }{ words.of(&score.target.name).to_owned() }{ ": " }
                    { sentences::gap(gap, &score.target, words) }
                    { " (+" }{ points(score.left().unwrap_or_default(), words.0) }{ ")" }
                </li>
            })
        };
        html! {
            <>
                <h1>{ self.whose.told(words) }</h1>
                <dl class="deck__sums">
                    <div><dt>{ words.get(Key::Earned) }</dt><dd>{ index(card.totals.index(), set, words) }</dd></div>
                    <div><dt>{ words.get(Key::Possible) }</dt><dd>{ index(card.totals.index_possible(), set, words) }</dd></div>
                    <div><dt>{ words.get(Key::ResultsFilterMet) }</dt><dd>{ format!("{met}/{}", card.totals.targets) }</dd></div>
                    if let Some(band) = band {
                        <div><dt>{ words.get(Key::ResultsBand) }</dt><dd>{ words.of(&band.name).to_owned() }</dd></div>
                    }
                </dl>
                if card.totals.empty > 0 {
                    <p class="deck__lead">{ words.fill(Key::ResultsEmpty, &[("n", &card.totals.empty.to_string())]) }</p>
                }
                if left.is_empty() && card.totals.is_complete() {
                    <p class="deck__lead">{ words.get(Key::PresentationNothingLeft) }</p>
                } else if !left.is_empty() {
                    <h2>{ words.get(Key::PresentationMostToGain) }</h2>
                    <ol class="deck__work">{ left.iter().take(NAMED).filter_map(work).collect::<Html>() }</ol>
                }
                <p class="deck__notice">{ self.whose.notice(words) }</p>
            </>
        }
    }
}
