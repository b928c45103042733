//! The score in sight: earned, possible, points, progress, figures not understood.

use yew::prelude::*;

use crate::shell::event::Action;
use crate::shell::state::State;
use crate::shell::view::{View, ViewContext};
use crate::ui::icons::{Icon, icon};
use i18n::numbers::{percent, points};
use i18n::{Key, Words};
use scoring::exact::Rounded;
use scoring::scorecard::{Totals, shown_index};
use scoring::text::Text;

/// The score in sight.
#[derive(PartialEq)]
pub struct Score {
    totals: Totals,
    index: Option<Rounded>,
    possible: Option<Rounded>,
    band: Option<(String, Text)>,
    edges: Vec<String>,
    areas: Vec<(String, Text, Totals)>,
}

impl View for Score {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        let set = &state.loaded.set;
        let totals = state.card.totals;
        let shown = |index: Option<_>| index.map(|index| shown_index(set, index));
        let area = |score: &scoring::scorecard::AreaScore| {
            let area = set.areas.iter().find(|area| area.id == score.id)?;
            Some((score.id.clone(), area.name.clone(), score.totals))
        };
        let band = set.bands.iter().find(|band| Some(&band.id) == state.card.band.as_ref());
        Self {
            totals,
            index: shown(totals.index()),
            possible: shown(totals.index_possible()),
            band: band.map(|band| (band.id.clone(), band.name.clone())),
            edges: set.bands.iter().map(|band| band.from.to_string()).filter(|edge| edge != "0").collect(),
            areas: state.card.areas.iter().filter_map(area).collect(),
        }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        let Totals { points: earned, max, .. } = self.totals;
        let (index, index_value) = shown(self.index.as_ref(), words);
        let (possible, possible_value) = shown(self.possible.as_ref(), words);
        html! {
            <section class="scoreboard" aria-label={words.get(Key::Scoreboard)}>
                <dl class="score score--index">
                    <dt>{ words.get(Key::Earned) }</dt>
                    <dd data-out="index" data-value={index_value.clone()}>{ index }</dd>
                </dl>
                <dl class="score score--rest">
                    <div>
                        <dt>{ words.get(Key::Possible) }</dt>
                        <dd class="score__possible" data-out="index-possible" data-value={possible_value.clone()}>{ possible }</dd>
                    </div>
                    <div class="score__points">
                        <dt class="vh">{ words.get(Key::PointsTitle) }</dt>
                        <dd>
                            <b data-out="points" data-value={earned.to_string()}>{ points(earned, words.0) }</b>{ "/" }
                            <span data-out="max-points" data-value={max.to_string()}>{ points(max, words.0) }</span>
                            { " " }{ words.get(Key::Points) }
                        </dd>
                    </div>
                </dl>
                <div class="progress">
                    <div class={classes!("progress__line", (self.totals.invalid > 0).then_some("progress__line--alarm"))}>
                        <span>{ progress(self, words) }</span>
                        <span class="progress__alarm" aria-live="polite">
                            if self.totals.invalid > 0 {
                                <button type="button" class="alarm" data-action="show-invalid" data-out="invalid"
                                    data-value={self.totals.invalid.to_string()} onclick={ctx.always::<MouseEvent>(Action::InvalidAsked)}>
                                    { icon(Icon::Wrong) }
                                    { words.fill(Key::NotUnderstoodCount, &[("n", &self.totals.invalid.to_string())]) }
                                </button>
                            }
                        </span>
                    </div>
                    <ul class="progress__areas">
                        for (id, name, totals) in &self.areas {
                            <li key={id.as_str()}>{ area(name, *totals, words) }</li>
                        }
                    </ul>
                </div>
                { gauge(self, &index_value, &possible_value) }
            </section>
        }
    }
}

/// An index for people, and for programs.
fn shown(index: Option<&Rounded>, words: Words) -> (String, String) {
    match index {
        Some(index) => (percent(index, words.0), index.to_string()),
        None => ("–".to_owned(), String::new()),
    }
}

fn progress(part: &Score, words: Words) -> Html {
    let count = format!("{}/{}", part.totals.answered(), part.totals.targets);
    html! {
        <>
            <b>{ count }</b>{ " " }<span class="progress__word">{ words.get(Key::TargetsEntered) }</span>
            if let Some((id, name)) = &part.band {
                <span class="progress__band">
                    { " · " }<b data-out="band" data-value={id.clone()}>{ words.of(name).to_owned() }</b>
                </span>
            }
        </>
    }
}

fn area(name: &Text, totals: Totals, words: Words) -> Html {
    let (name, count) = (words.of(name), format!("{}/{}", totals.answered(), totals.targets));
    let line = [name, " ", &count].concat();
    html! {
        <>
            <p><span>{ name.to_owned() }</span>{ " " }{ count }</p>
            <progress max={totals.targets.to_string()} value={totals.answered().to_string()} aria-label={line}/>
        </>
    }
}

/// Earned and possible as lengths, with the band edges; a picture of the numbers beside it.
fn gauge(part: &Score, index: &str, possible: &str) -> Html {
    let width = |value: &str| if value.is_empty() { "0".to_owned() } else { value.to_owned() };
    html! {
        <svg class="gauge" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
            <rect class="gauge__possible" width={width(possible)} height="1"/>
            <rect class="gauge__earned" width={width(index)} height="1"/>
            for edge in &part.edges {
                <line key={edge.as_str()} class="gauge__band" x1={edge.clone()} y1="0" x2={edge.clone()} y2="1"/>
            }
        </svg>
    }
}
