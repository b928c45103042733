//! The details of a target: why it scores what it does, what the law says, how it is read, reason, note, evidence.

use crate::features::entry::event::EntryEvent;
use yew::prelude::*;

use crate::features::entry::view::evidence::evidence_list;
use crate::features::entry::view::row::RowProps;
use crate::shell::view::ViewContext;
use crate::ui::focus::{is_checked, value};
use i18n::numbers::{day, points};
use i18n::{Key, Words, sentences};
use scoring::assessment::Answer;
use scoring::scorecard::TargetScore;
use scoring::target_set::{Quote, Source, Target};

/// The details of a target.
pub fn details(facts: &RowProps, source: &Source, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let source =
        [source.number.as_str(), &words.fill(Key::SourceOf, &[("date", &day(&source.date))])].concat();
    let target = &facts.score.target;
    let answer = facts.answer();
    html! {
        <>
            <div class="detail__side">
                { why(&facts.score, words) }
                { quotation(target.quote.as_ref(), &source, words) }
                { readings(target, words) }
            </div>
            <div class="detail__side">
                { not_applicable(target, &answer, ctx) }
                { note(target, &answer, ctx) }
                { evidence_list(&target.id, &answer.evidence, ctx) }
            </div>
        </>
    }
}

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

fn not_applicable(target: &Target, answer: &Answer, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let id = target.id.clone();
    let set = ctx.on(move |event: &Event| Some(EntryEvent::NotApplicableSet(id.clone(), is_checked(event))));
    let id = target.id.clone();
    let reason = ctx.on(move |event: &InputEvent| Some(EntryEvent::ReasonTyped(id.clone(), value(event))));
    let name = [&target.id, ".reason"].concat();
    let help = [&name, "-help"].concat();
    let ticked = answer.not_applicable.is_some();
    let owed = answer.not_applicable.as_ref().is_some_and(|reason| reason.trim().is_empty());
    html! {
        <section>
            <h3 class="vh">{ words.get(Key::StateNotApplicable) }</h3>
            <label class="check">
                <input type="checkbox" name={[&target.id, ".not_applicable"].concat()} checked={ticked} onchange={set} disabled={ctx.read_only}/>
                { " " }{ words.get(Key::NotApplicableBox) }
            </label>
            <p class="field__help check__more" id={help.clone()}>{ words.get(Key::NotApplicableHelp) }</p>
            <div class="field" hidden={!ticked}>
                <label class="field__label" for={name.clone()}>{ words.get(Key::ReasonLabel) }</label>
                <input class="input" id={name.clone()} name={name} type="text" autocomplete="off" required=true readonly={ctx.read_only}
                    value={answer.not_applicable.clone().unwrap_or_default()} oninput={reason}
                    aria-describedby={help} aria-invalid={owed.then_some("true")}/>
            </div>
        </section>
    }
}

fn note(target: &Target, answer: &Answer, ctx: &ViewContext) -> Html {
    let id = target.id.clone();
    let typed = ctx.on(move |event: &InputEvent| Some(EntryEvent::NoteTyped(id.clone(), value(event))));
    let name = [&target.id, ".note"].concat();
    html! {
        <section class="field">
            <label class="field__label" for={name.clone()}>{ ctx.words.get(Key::NoteLabel) }</label>
            <textarea class="input" id={name.clone()} name={name} rows="2" value={answer.note.clone()} oninput={typed} readonly={ctx.read_only}/>
        </section>
    }
}
