//! What the trial comes to beside the real form, always in sight: this page must never be taken for the form itself.

use yew::prelude::*;

use crate::features::scenario::event::ScenarioEvent;
use crate::features::scenario::view::button;
use crate::shell::state::State;
use crate::shell::view::{View, ViewContext};
use crate::ui::icons::{Icon, icon};
use i18n::numbers::{number, percent, points, short_points};
use i18n::{Key, Words};
use scoring::exact::{Exact, Rounded};
use scoring::points::Points;
use scoring::scorecard::{Scorecard, shown_index};
use scoring::target_set::Band;

/// The bar of the trial.
#[derive(PartialEq, Eq)]
pub struct ScenarioBar {
    bands: Vec<Band>,
    trial: Side,
    real: Side,
    moved: bool,
    stale: bool,
}

/// One of the two that are compared.
#[derive(PartialEq, Eq, Default)]
struct Side {
    index: Option<Rounded>,
    points: Points,
    max: Points,
    band: Option<String>,
}

impl View for ScenarioBar {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        let set = state.document.set();
        let side = |card: &Scorecard| Side {
            index: card.totals.index().map(|index| shown_index(set, index)),
            points: card.totals.points,
            max: card.totals.max,
            band: card.band.clone(),
        };
        let scenario = state.scenario.as_ref();
        Self {
            bands: set.bands.clone(),
            trial: scenario.map(|scenario| side(scenario.copy.card())).unwrap_or_default(),
            real: side(state.document.card()),
            moved: scenario.is_some_and(crate::features::scenario::state::Scenario::is_moved),
            stale: scenario.is_some_and(|scenario| scenario.stale),
        }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        let restore = ctx.always::<MouseEvent>(ScenarioEvent::Restored(None));
        html! {
            <section class="scenario-bar" aria-label={words.get(Key::ScenarioLabel)}>
                <p class="scenario-bar__label">{ icon(Icon::Trial) }<b>{ words.get(Key::ScenarioLabel) }</b></p>
                <dl class="scenario-bar__index">
                    <dt>{ words.get(Key::ScenarioIndex) }</dt>
                    <dd data-out="trial-index" data-value={plain(&self.trial)}>{ shown(&self.trial, words) }</dd>
                </dl>
                <p class="scenario-bar__more">
                    <span class="scenario-bar__points" data-out="trial-points" data-value={self.trial.points.to_string()}>
                        { words.fill(Key::ScenarioOfPoints, &[("points", &points(self.trial.points, words.0)), ("max", &short_points(self.trial.max, words.0))]) }
                    </span>
                    <b class="scenario-bar__difference">{ self.difference(words) }</b>
                    <span class="scenario-bar__real">{ words.get(Key::ScenarioReal) }{ " " }{ shown(&self.real, words) }</span>
                </p>
                <div class="scenario-bar__scale">{ self.scale(words) }</div>
                // It stays where it is once it has been pressed: the focus is on it.
                <button type="button" class="button scenario-bar__actions" data-action="restore-all"
                    aria-disabled={(!self.moved).then_some("true")} onclick={restore}>{ words.get(Key::ScenarioRestoreAll) }</button>
                <div class="scenario-bar__stale" role="status">
                    if self.stale {
                        <p>{ words.get(Key::ScenarioStale) }</p>
                        { button("button", "begin-anew", html! { { words.get(Key::ScenarioBeginAnew) } }, ScenarioEvent::BegunAnew, ctx) }
                    }
                </div>
            </section>
        }
    }
}

fn shown(side: &Side, words: Words) -> String {
    side.index.as_ref().map_or_else(|| "–".to_owned(), |index| percent(index, words.0))
}

fn plain(side: &Side) -> String {
    side.index.as_ref().map(Rounded::to_string).unwrap_or_default()
}

impl ScenarioBar {
    /// "+10,091 điểm phần trăm", of what is shown: who subtracts finds the same.
    fn difference(&self, words: Words) -> String {
        let value = |side: &Side| side.index.as_ref().and_then(Rounded::exact);
        let (Some(trial), Some(real)) = (value(&self.trial), value(&self.real)) else { return String::new() };
        let (sign, more, less) = if trial < real { ("−", real, trial) } else { ("+", trial, real) };
        let Some(difference) = more.minus(less) else { return String::new() };
        if difference == Exact::ZERO {
            return words.get(Key::ScenarioSame).to_owned();
        }
        let size = number(&difference.to_decimals(3).to_string(), words.0);
        words.fill(Key::ScenarioDifference, &[("n", &[sign, &size].concat())])
    }

    /// Both on one scale, with the bands: a picture of the numbers beside it.
    fn scale(&self, words: Words) -> Html {
        let width = |side: &Side| side.index.as_ref().map_or_else(|| "0".to_owned(), Rounded::to_string);
        let edges = self.bands.iter().map(|band| band.from.to_string()).filter(|edge| edge != "0");
        html! {
            <>
                <svg class="scenario-scale" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                    <rect class="scenario-scale__real" width={width(&self.real)} height="10"/>
                    <rect class="scenario-scale__trial" width={width(&self.trial)} y="2.5" height="5"/>
                    for edge in edges {
                        <line key={edge.clone()} class="scenario-scale__band" x1={edge.clone()} y1="0" x2={edge} y2="10"/>
                    }
                    <line class="scenario-scale__edge" x1={width(&self.real)} y1="0" x2={width(&self.real)} y2="10"/>
                </svg>
                <ul class="scenario-bands" aria-hidden="true">
                    for (band, to) in self.bands.iter().rev().zip(self.tops()) {
                        <li key={band.id.clone()} class={(self.trial.band.as_ref() == Some(&band.id)).then_some("scenario-bands__now")}
                            style={["flex-grow:", &to].concat()}>{ words.of(&band.name).to_owned() }</li>
                    }
                </ul>
            </>
        }
    }

    /// How wide each band is, the lowest first.
    fn tops(&self) -> Vec<String> {
        let edges: Vec<Exact> = self.bands.iter().map(|band| band.from.exact()).collect();
        let tops = std::iter::once(Exact::HUNDRED).chain(edges.iter().copied());
        let widths = tops.zip(&edges).map(|(top, from)| top.minus(*from).unwrap_or(Exact::ZERO).to_string());
        let mut widths: Vec<String> = widths.collect();
        widths.reverse();
        widths
    }
}
