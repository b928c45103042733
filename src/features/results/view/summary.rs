//! The index earned and possible, the band, how far the next one is, and what is still missing.

use std::rc::Rc;

use crate::document::view::proposals::Proposals;
use yew::prelude::*;

use crate::document::view::blocks::{block, cell, fact, head, row_head, table, told_index, told_points};
use crate::document::view::caption::DocumentCaption;
use crate::document::view::chart::figure;
use crate::shell::state::State;
use crate::shell::view::{PtrEq, View, ViewContext};
use crate::ui::charts::scale::scale;
use i18n::numbers::{number, points};
use i18n::{Key, Words};
use scoring::bands::{next_band, shown_distance};
use scoring::loaded_set::LoadedSet;
use scoring::scorecard::{Scorecard, Totals};
use scoring::target_set::{Band, TargetSet};

/// The whole at a glance.
#[derive(PartialEq, Eq)]
pub struct Summary {
    set: PtrEq<LoadedSet>,
    card: PtrEq<Scorecard>,
    whose: DocumentCaption,
}

impl View for Summary {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        Self {
            set: PtrEq(Rc::clone(state.document.loaded())),
            card: PtrEq(Rc::clone(state.document.card())),
            whose: DocumentCaption::read(state),
        }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        let (set, card) = (&self.set.0.set, &self.card.0);
        let totals = &card.totals;
        let chart = scale(set, card, words).map(|chart| figure(&chart, &self.whose.caption(words), ctx));
        let (max, max_value) = told_points(Some(totals.max), words);
        let body = html! {
            <div class="summary__parts">
                <dl class="summary__facts">
                    { fact(words.get(Key::Earned), "result-index", told_index(totals.index(), set, words)) }
                    { fact(words.get(Key::Possible), "result-possible", told_index(totals.index_possible(), set, words)) }
                    { fact(words.get(Key::PointsTitle), "result-points", told_points(Some(totals.points), words)) }
                    { fact(words.get(Key::ResultsMax), "result-max", (max, max_value)) }
                    { fact(words.get(Key::ResultsBand), "result-band", band(set, card, words)) }
                </dl>
                <div class="summary__words">
                    { next(set, totals, words) }
                    <p class="summary__missing">{ missing(totals, words) }</p>
                    { ctx.view::<Proposals>(()) }
                </div>
                { chart.unwrap_or_default() }
                { bands(set, card, words) }
            </div>
        };
        block("summary", words.get(Key::ResultsSummary), Html::default(), body)
    }
}

/// The band that holds, for people and for programs.
fn band(set: &TargetSet, card: &Scorecard, words: Words) -> (String, String) {
    let band = card.band_of(set);
    match band {
        Some(band) => (words.of(&band.name).to_owned(), band.id.clone()),
        None => (words.get(Key::ResultsNoBand).to_owned(), String::new()),
    }
}

fn bands(set: &TargetSet, card: &Scorecard, words: Words) -> Html {
    let from = words.get(Key::ResultsBandFrom);
    let row = |band: &Band| {
        let here = card.band.as_ref() == Some(&band.id);
        let edge = number(&band.from.to_string(), words.0) + "%";
        html! {
            <tr class={here.then_some("is-here")}>
                { row_head(words.of(&band.name).into()) }
                { cell(from, None, edge, None) }
            </tr>
        }
    };
    let heads = [head(words.get(Key::ResultsBand).to_owned(), false), head(from.to_owned(), true)];
    let rows = set.bands.iter().map(row).collect();
    let caption = words.get(Key::ResultsBands);
    table("summary__bands", caption, heads.into_iter().collect(), rows, Html::default())
}

/// "Còn 0,93 điểm phần trăm (0,465 điểm) đến Xuất sắc."
fn next(set: &TargetSet, totals: &Totals, words: Words) -> Html {
    let Some(next) = next_band(set, totals) else {
        let top = totals.index().is_some().then(|| words.get(Key::ResultsTopBand));
        return html! { <p class="summary__next">{ top.unwrap_or_default() }</p> };
    };
    let distance = number(&shown_distance(next.percent).to_string(), words.0);
    let missing = points(next.points, words.0);
    let band = words.of(&next.band.name);
    let sentence =
        words.fill(Key::ResultsNextBand, &[("percent", &distance), ("points", &missing), ("band", band)]);
    html! { <p class="summary__next" data-out="next-band" data-value={next.points.to_string()}>{ sentence }</p> }
}

/// What is not entered, not understood or waited for: none of it is zero yet.
fn missing(totals: &Totals, words: Words) -> String {
    let counts = [
        (totals.empty, Key::ResultsEmpty),
        (totals.invalid, Key::ResultsInvalid),
        (totals.pending, Key::ResultsPending),
    ];
    let counts = counts.iter().filter(|(count, _)| *count > 0);
    let counts = counts.map(|(count, key)| words.fill(*key, &[("n", &count.to_string())]));
    let counts = counts.collect::<Vec<_>>().join(", ");
    match counts.as_str() {
        "" => counts,
        _ => words.fill(Key::ResultsMissing, &[("what", &counts)]),
    }
}
