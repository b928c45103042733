//! The score in sight: earned, possible, points, progress, figures not understood.

use crate::features::entry::event::EntryEvent;
use crate::shell::view::PtrEq;
use scoring::exact::Exact;
use scoring::loaded_set::LoadedSet;
use scoring::scorecard::Scorecard;
use scoring::target_set::TargetSet;
use std::rc::Rc;
use yew::prelude::*;

use crate::shell::state::State;
use crate::shell::view::{View, ViewContext};
use crate::ui::icons::{Icon, icon};
use i18n::numbers::{percent, points};
use i18n::{Key, Words};
use scoring::scorecard::{Totals, shown_index};
use scoring::text::Text;

/// The score in sight.
#[derive(PartialEq, Eq)]
pub struct Score {
    loaded: PtrEq<LoadedSet>,
    card: PtrEq<Scorecard>,
}

impl View for Score {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        Self {
            loaded: PtrEq(Rc::clone(state.document.loaded())),
            card: PtrEq(Rc::clone(state.document.card())),
        }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        let (set, card) = (&self.loaded.0.set, &*self.card.0);
        let totals = card.totals;
        let (index, index_value) = shown(totals.index(), set, words);
        let (possible, possible_value) = shown(totals.index_possible(), set, words);
        let invalid_count = totals.invalid.to_string();
        let invalid = [("n", &*invalid_count)];
        let not_understood = words.fill(Key::NotUnderstoodCount, &invalid);
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
                            <b data-out="points" data-value={totals.points.to_string()}>{ points(totals.points, words.0) }</b>{ "/" }
                            <span data-out="max-points" data-value={totals.max.to_string()}>{ points(totals.max, words.0) }</span>
                            { " " }{ words.get(Key::Points) }
                        </dd>
                    </div>
                </dl>
                <div class="progress">
                    <div class={classes!("progress__line", (totals.invalid > 0).then_some("progress__line--alarm"))}>
                        <span>{ progress(set, card, words) }</span>
                        <span class="progress__alarm" aria-live="polite">
                            if totals.invalid > 0 {
                                <button type="button" class="alarm" data-action="show-invalid" data-out="invalid" aria-label={not_understood.clone()}
                                    data-value={invalid_count.clone()} onclick={ctx.always::<MouseEvent>(EntryEvent::InvalidAsked)}>
                                    { icon(Icon::Wrong) }
                                    <span class="alarm__long">{ not_understood }</span>
                                    <span class="alarm__short">{ words.fill(Key::NotUnderstoodShort, &invalid) }</span>
                                </button>
                            }
                        </span>
                    </div>
                    <ul class="progress__areas">
                        for score in &card.areas {
                            if let Some(of) = set.area(&score.id) {
                                <li key={score.id.as_str()}>{ area(&of.name, score.totals, words) }</li>
                            }
                        }
                    </ul>
                </div>
                { gauge(set, &index_value, &possible_value) }
            </section>
        }
    }
}

/// An index for people, and for programs.
fn shown(index: Option<Exact>, set: &TargetSet, words: Words) -> (String, String) {
    match index.map(|index| shown_index(set, index)) {
        Some(index) => (percent(&index, words.0), index.to_string()),
        None => ("–".to_owned(), String::new()),
    }
}

fn progress(set: &TargetSet, card: &Scorecard, words: Words) -> Html {
    let count = format!("{}/{}", card.totals.answered(), card.totals.targets);
    let band = set.bands.iter().find(|band| Some(&band.id) == card.band.as_ref());
    html! {
        <>
            <b>{ count }</b>{ " " }<span class="progress__word">{ words.get(Key::TargetsEntered) }</span>
            if let Some(band) = band {
                <span class="progress__band">
                    { " · " }<b data-out="band" data-value={band.id.clone()}>{ words.of(&band.name).to_owned() }</b>
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
fn gauge(set: &TargetSet, index: &str, possible: &str) -> Html {
    let edges = set.bands.iter().map(|band| band.from.to_string()).filter(|edge| edge != "0");
    let width = |value: &str| if value.is_empty() { "0".to_owned() } else { value.to_owned() };
    html! {
        <svg class="gauge" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
            <rect class="gauge__possible" width={width(possible)} height="1"/>
            <rect class="gauge__earned" width={width(index)} height="1"/>
            for edge in edges {
                <line key={edge.as_str()} class="gauge__band" x1={edge.clone()} y1="0" x2={edge.clone()} y2="1"/>
            }
        </svg>
    }
}
