//! The index earned and possible, the band, how far the next one is, and what is still missing.

use std::rc::Rc;

use yew::prelude::*;

use super::Whose;
use crate::app::{LoadedSet, State};
use crate::core::bands::{next_band, shown_distance};
use crate::core::exact::Exact;
use crate::core::scorecard::{Scorecard, Totals, shown_index};
use crate::core::target_set::TargetSet;
use crate::view::charts::{figure, scale};
use crate::view::live::{Drawing, Part, Same};
use crate::words::numbers::{number, percent, points};
use crate::words::{Key, Words};

/// The whole at a glance.
#[derive(PartialEq)]
pub struct Summary {
    set: Same<LoadedSet>,
    card: Same<Scorecard>,
    whose: Whose,
}

impl Summary {
    /// Reads it.
    pub fn read(state: &State) -> Self {
        Self {
            set: Same(Rc::clone(&state.loaded)),
            card: Same(Rc::clone(&state.card)),
            whose: Whose::read(state),
        }
    }
}

impl Part for Summary {
    fn draw(&self, page: &Drawing) -> Html {
        let words = page.words;
        let (set, card) = (&self.set.0.set, &self.card.0);
        let totals = &card.totals;
        let of = self.whose.told(words);
        let missing = missing(totals, words);
        html! {
            <section class="block summary" aria-labelledby="summary-title">
                <h2 id="summary-title" class="vh">{ words.get(Key::ResultsSummary) }</h2>
                <dl class="summary__facts">
                    { index("result-index", Key::Earned, totals.index(), set, words) }
                    { index("result-possible", Key::Possible, totals.index_possible(), set, words) }
                    <div>
                        <dt>{ words.get(Key::PointsTitle) }</dt>
                        <dd>
                            <b data-out="result-points" data-value={totals.points.to_string()}>{ points(totals.points, words.0) }</b>
                            <span data-out="result-max" data-value={totals.max.to_string()}>{ "/" }{ points(totals.max, words.0) }</span>
                        </dd>
                    </div>
                    <div>
                        <dt>{ words.get(Key::ResultsBand) }</dt>
                        { band(set, card, words) }
                    </div>
                </dl>
                <div class="summary__words">
                    { next(set, totals, words) }
                    if !missing.is_empty() {
                        <p class="summary__missing">{ missing }</p>
                    }
                </div>
                if let Some(chart) = scale(set, card, words) {
                    { figure(&chart, &of, page) }
                }
                <table class="table summary__bands">
                    <caption class="vh">{ words.get(Key::ResultsBands) }</caption>
                    <thead><tr><th scope="col">{ words.get(Key::ResultsBand) }</th><th scope="col" class="num">{ words.get(Key::ResultsBandFrom) }</th></tr></thead>
                    <tbody>
                        for band in &set.bands {
                            <tr key={band.id.as_str()} class={classes!((card.band.as_ref() == Some(&band.id)).then_some("is-here"))}>
                                <th scope="row">{ words.of(&band.name).to_owned() }</th>
                                <td class="num">{ number(&band.from.to_string(), words.0) }{ "%" }</td>
                            </tr>
                        }
                    </tbody>
                </table>
            </section>
        }
    }
}

fn index(out: &'static str, name: Key, index: Option<Exact>, set: &TargetSet, words: Words) -> Html {
    let index = index.map(|index| shown_index(set, index));
    let shown = index.as_ref().map_or_else(|| "–".to_owned(), |index| percent(index, words.0));
    let value = index.map(|index| index.to_string()).unwrap_or_default();
    html! {
        <div>
            <dt>{ words.get(name) }</dt>
            <dd><b data-out={out} data-value={value}>{ shown }</b></dd>
        </div>
    }
}

fn band(set: &TargetSet, card: &Scorecard, words: Words) -> Html {
    let band = set.bands.iter().find(|band| Some(&band.id) == card.band.as_ref());
    let (id, name) =
        band.map_or(("", words.get(Key::ResultsNoBand)), |band| (&band.id, words.of(&band.name)));
    html! { <dd><b data-out="result-band" data-value={id.to_owned()}>{ name.to_owned() }</b></dd> }
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
