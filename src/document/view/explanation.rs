//! Why a target scores what it does, what the law says, how it is read.

use i18n::numbers::points;
use i18n::{Key, Words, sentences};
use scoring::scorecard::TargetScore;
use scoring::target_set::{Quote, Target};

use yew::prelude::*;

pub(crate) fn why(score: &TargetScore, words: Words) -> Html {
    let rule = words.get(sentences::rule(&score.target.rule));
    let Some(explanation) = score.why() else {
        return html! {
            <section class="why">
                <h3>{ words.get(Key::HowPointsArise) }</h3>
                <div class="why__steps"><p class="why__legend">{ rule }</p></div>
            </section>
        };
    };
    let lines = sentences::formula(&score.target, explanation, words);
    let title = words.fill(Key::WhyPoints, &[("n", &points(explanation.points, words.0))]);
    html! {
        <section class="why">
            <h3>{ title }</h3>
            <div class="why__steps">
                for line in lines {
                    <p class="why__formula">{ line }</p>
                }
                <p class="why__legend">
                    { rule }
                    if explanation.capped_below_max {
                        { " " }{ words.get(Key::HeldBack) }
                    } else if explanation.is_rounded() {
                        { " " }{ words.get(Key::RoundedOnce) }
                    }
                </p>
            </div>
        </section>
    }
}

/// The quotation with the target's own words marked. It is in the law's own language, whatever the page's.
pub(crate) fn quotation(quote: Option<&Quote>, source: &str, words: Words) -> Html {
    let Some(quote) = quote else { return html! { <section hidden=true/> } };
    let parts = quote.part.as_ref().and_then(|part| {
        let (before, after) = quote.text.split_once(part.as_str())?;
        Some(html! { <>{ before.to_owned() }<mark>{ part }</mark>{ after.to_owned() }</> })
    });
    html! {
        <section>
            <h3>{ words.get(Key::WhatTheLawSays) }</h3>
            <figure>
                <blockquote class="quote" lang="vi">{ "“" }{ parts.unwrap_or_else(|| html! { { quote.text.clone() } }) }{ "”" }</blockquote>
                <figcaption class="quote__source">
                    { words.fill(Key::QuoteSource, &[("source", source), ("section", &quote.section)]) }
                </figcaption>
            </figure>
        </section>
    }
}

pub(crate) fn readings(target: &Target, words: Words) -> Html {
    let Some(reading) = &target.reading else { return html! { <section hidden=true/> } };
    html! {
        <section>
            <h3>{ words.get(Key::Readings) }</h3>
            <ul class="readings">
                <li><b>{ words.get(Key::ReadingTaken) }</b>{ " " }{ words.of(reading).to_owned() }</li>
                for other in &target.other_readings {
                    <li><b>{ words.get(Key::ReadingOther) }</b>{ " " }{ words.of(other).to_owned() }</li>
                }
            </ul>
        </section>
    }
}
