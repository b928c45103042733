//! The total, built area by area.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::{LoadedSet, State};
use crate::core::scorecard::{Scorecard, shown_index};
use crate::view::live::Same;
use crate::words::numbers::{percent, points};
use crate::words::{Key, Words};

/// The areas that have been added so far, and in the end the sum.
#[derive(PartialEq)]
pub struct Total {
    set: Same<LoadedSet>,
    card: Same<Scorecard>,
    step: usize,
}

impl Total {
    /// Reads it.
    pub fn read(state: &State) -> Self {
        Self {
            set: Same(Rc::clone(&state.loaded)),
            card: Same(Rc::clone(&state.card)),
            step: state.show.step,
        }
    }

    pub(super) fn draw(&self, words: Words) -> Html {
        let (set, card) = (&self.set.0.set, &self.card.0);
        let name = |id: &str| {
            set.areas.iter().find(|area| area.id == id).map(|area| words.of(&area.name).to_owned())
        };
        let added = card.areas.iter().take(self.step);
        let is_whole = self.step > card.areas.len();
        let index = |index: Option<_>| {
            index.map_or_else(|| "–".to_owned(), |index| percent(&shown_index(set, index), words.0))
        };
        let band = set.bands.iter().find(|band| Some(&band.id) == card.band.as_ref());
        html! {
            <>
                <h1>{ words.get(Key::ScreenTotal) }</h1>
                <table class="stage__table">
                    <caption class="vh">{ words.get(Key::ScreenTotal) }</caption>
                    <thead><tr>
                        <th scope="col">{ words.get(Key::ResultsArea) }</th>
                        <th scope="col" class="num">{ words.get(Key::PointsTitle) }</th>
                        <th scope="col" class="num">{ words.get(Key::ResultsMax) }</th>
                        <th scope="col" class="num">{ words.get(Key::ResultsIndex) }</th>
                    </tr></thead>
                    <tbody>
                        for area in added {
                            <tr key={area.id.as_str()} class="stage__added" data-area={area.id.clone()}>
                                <th scope="row">{ name(&area.id).unwrap_or_default() }</th>
                                <td class="num">{ points(area.totals.points, words.0) }</td>
                                <td class="num">{ points(area.totals.max, words.0) }</td>
                                <td class="num">{ index(area.totals.index()) }</td>
                            </tr>
                        }
                    </tbody>
                    if is_whole {
                        <tfoot><tr class="stage__added" data-area="total">
                            <th scope="row">{ words.get(Key::ResultsTotal) }</th>
                            <td class="num">{ points(card.totals.points, words.0) }</td>
                            <td class="num">{ points(card.totals.max, words.0) }</td>
                            <td class="num">{ index(card.totals.index()) }</td>
                        </tr></tfoot>
                    }
                </table>
                if is_whole {
                    <p class="stage__formula">
                        { "100 × " }{ points(card.totals.points, words.0) }{ " ÷ " }{ points(card.totals.max, words.0) }{ " = " }{ index(card.totals.index()) }
                        if let Some(band) = band {
                            { " → " }{ words.of(&band.name).to_owned() }
                        }
                    </p>
                    <p class="stage__lead">{ words.get(Key::ShowSumNotMean) }</p>
                } else {
                    <p class="stage__lead">{ words.get(Key::ShowAddsUp) }</p>
                }
            </>
        }
    }
}
