//! The total, built area by area.

use std::rc::Rc;

use yew::prelude::*;

use crate::features::presentation::view::{area_name, index};
use crate::shell::state::State;
use crate::shell::view::PtrEq;
use i18n::numbers::points;
use i18n::{Key, Words};
use scoring::loaded_set::LoadedSet;
use scoring::scorecard::Scorecard;

/// The areas that have been added so far, and in the end the sum.
#[derive(PartialEq, Eq)]
pub struct Total {
    set: PtrEq<LoadedSet>,
    card: PtrEq<Scorecard>,
    step: usize,
}

impl Total {
    /// Reads it.
    pub fn read(state: &State) -> Self {
        Self {
            set: PtrEq(Rc::clone(state.document.loaded())),
            card: PtrEq(Rc::clone(state.document.card())),
            step: state.presentation.step,
        }
    }

    pub(crate) fn draw(&self, words: Words) -> Html {
        let (set, card) = (&self.set.0.set, &self.card.0);
        let added = card.areas.iter().take(self.step);
        let is_whole = self.step > card.areas.len();
        let band = card.band_of(set);
        html! {
            <>
                <h1>{ words.get(Key::ScreenTotal) }</h1>
                <table class="deck__table">
                    <caption class="vh">{ words.get(Key::ScreenTotal) }</caption>
                    <thead><tr>
                        <th scope="col">{ words.get(Key::ResultsArea) }</th>
                        <th scope="col" class="num">{ words.get(Key::PointsTitle) }</th>
                        <th scope="col" class="num">{ words.get(Key::ResultsMax) }</th>
                        <th scope="col" class="num">{ words.get(Key::ResultsIndex) }</th>
                    </tr></thead>
                    <tbody>
                        for area in added {
                            <tr key={area.id.as_str()} class="deck__added" data-area={area.id.clone()}>
                                <th scope="row">{ area_name(&area.id, set, words) }</th>
                                <td class="num">{ points(area.totals.points, words.0) }</td>
                                <td class="num">{ points(area.totals.max, words.0) }</td>
                                <td class="num">{ index(area.totals.index(), set, words) }</td>
                            </tr>
                        }
                    </tbody>
                    if is_whole {
                        <tfoot><tr class="deck__added" data-area="total">
                            <th scope="row">{ words.get(Key::ResultsTotal) }</th>
                            <td class="num">{ points(card.totals.points, words.0) }</td>
                            <td class="num">{ points(card.totals.max, words.0) }</td>
                            <td class="num">{ index(card.totals.index(), set, words) }</td>
                        </tr></tfoot>
                    }
                </table>
                if is_whole {
                    <p class="deck__formula">
                        { "100 × " }{ points(card.totals.points, words.0) }{ " ÷ " }{ points(card.totals.max, words.0) }{ " = " }{ index(card.totals.index(), set, words) }
                        if let Some(band) = band {
                            { " → " }{ words.of(&band.name).to_owned() }
                        }
                    </p>
                    <p class="deck__lead">{ words.get(Key::PresentationSumNotMean) }</p>
                } else {
                    <p class="deck__lead">{ words.get(Key::PresentationAddsUp) }</p>
                }
            </>
        }
    }
}
