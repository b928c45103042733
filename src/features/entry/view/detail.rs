//! The details of a target: why it scores what it does, what the law says, how it is read, reason, note, evidence.

use crate::document::view::explanation::{quotation, readings, why};
use crate::features::entry::event::EntryEvent;
use yew::prelude::*;

use crate::document::view::row::RowProps;
use crate::features::entry::view::evidence::evidence_list;
use crate::shell::view::ViewContext;
use crate::ui::focus::{is_checked, value};
use i18n::Key;
use i18n::numbers::day;
use scoring::assessment::Answer;
use scoring::target_set::{Source, Target};

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
