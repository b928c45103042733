//! The fields of a target's measure: typed figures, yes/no, choices.

use crate::features::entry::event::EntryEvent;
use crate::features::pasting::event::PasteEvent;
use crate::shell::event::AppEvent;
use wasm_bindgen::JsCast as _;
use web_sys::ClipboardEvent;
use yew::prelude::*;

use crate::document::view::row::RowProps;
use crate::features::reference::event::ReferenceEvent;
use crate::shell::view::ViewContext;
use crate::ui::focus::{go_to_next_figure, is_input_method, value};
use formats::pasted_table::is_block as is_pasted_block;
use i18n::{Key, sentences};
use scoring::figures::{FigureKind, is_blank};
use scoring::target_set::{ChoiceOption, Field, Input, Measure, RatioUnit, TargetId};

/// The fields of a target.
pub fn fields(facts: &RowProps, ctx: &ViewContext) -> Html {
    let measure = &facts.score.target.measure;
    let list = matches!(measure, Measure::YesNo { .. } | Measure::Checklist { .. } | Measure::Choice { .. });
    // A sum of money has a dozen digits: what was understood stands under the field, not beside it.
    let wide = matches!(measure, Measure::Ratio { unit: RatioUnit::Money, .. });
    let class =
        classes!("row__fields", list.then_some("row__fields--list"), wide.then_some("row__fields--wide"));
    html! {
        <div {class}>
            for field in measure.fields() {
                { draw(&field, facts, ctx) }
            }
        </div>
    }
}

fn draw(field: &Field<'_>, facts: &RowProps, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let text = facts.answer.as_ref().map_or("", |answer| answer.figure(field.name));
    let label = sentences::label(field, &facts.score.target.measure, words);
    match field.input {
        Input::Figure(kind) => figure(field, kind, label, text, facts, ctx),
        Input::YesNo => {
            let cases = [("yes", words.get(Key::Yes)), ("no", words.get(Key::No))];
            radios("item", field.name, label, text, &cases, facts, ctx)
        }
        Input::Option(options) => {
            let share = |option: &ChoiceOption| {
                let share = i18n::numbers::number(&option.share.to_string(), words.0);
                format!("{} ({share}%)", words.of(&option.name))
            };
            let names: Vec<String> = options.iter().map(share).collect();
            let cases: Vec<_> = options
                .iter()
                .zip(&names)
                .map(|(option, name)| (option.id.as_str(), name.as_str()))
                .collect();
            radios("choices", field.name, label, text, &cases, facts, ctx)
        }
    }
}

fn figure(
    field: &Field<'_>,
    kind: FigureKind,
    label: &str,
    text: &str,
    facts: &RowProps,
    ctx: &ViewContext,
) -> Html {
    let words = ctx.words;
    let target = &facts.score.target.id;
    let form = prefix(facts);
    let id = [form, target, ".", field.name].concat();
    let read = [&id, "-read"].concat();
    let wrong = facts.score.problem().is_some_and(|problem| problem.field.as_deref() == Some(field.name));
    let described = if wrong { [&read, " ", form, target, "-message"].concat() } else { read.clone() };
    let understood = sentences::understood(text, kind, words);
    let not_understood = understood.is_none() && !is_blank(text);
    let shown = if not_understood {
        words.get(Key::NotUnderstood).to_owned()
    } else {
        understood.filter(|read| differs(read, text)).unwrap_or_default()
    };
    let filled = facts.filled.iter().any(|name| name == field.name);
    let proposed = facts.proposal.as_ref().map(|(answer, _)| answer.figure(field.name).to_owned());
    let excluded = field.optional.then_some("field--excluded");
    html! {
        <div class={classes!("field", excluded)} key={field.name}>
            <label class="field__label" for={id.clone()}>{ label.to_owned() }</label>
            <div class={classes!("figure", filled.then_some("figure--filled"))}>
                <input class="input" id={id.clone()} name={id.clone()} type="text" inputmode="decimal" autocomplete="off"
                    data-figure="" value={text.to_owned()} placeholder={proposed} readonly={is_fixed(facts, ctx)} aria-describedby={described} aria-invalid={(wrong || not_understood).then_some("true")}
                    oninput={typed(ctx, facts, field.name)}
                    onkeydown={enter_goes_on()}
                    onpaste={pasted(ctx, facts, field.name)}/>
                <output class={classes!("figure__read", (wrong || not_understood).then_some("figure__read--wrong"))}
                    id={read} for={id} aria-live="off">{ shown }</output>
            </div>
        </div>
    }
}

/// Whether what was read looks otherwise than what was typed: "= 12" beside "12" says nothing.
fn differs(read: &str, typed: &str) -> bool {
    let digits = |text: &str| text.trim().trim_end_matches('%').trim_end().to_owned();
    digits(read.trim_start_matches("= ")) != digits(typed)
}

/// What stands before the names of an example's fields, so that none is taken for one of the document's.
fn prefix(facts: &RowProps) -> &'static str {
    if facts.example { "example." } else { "" }
}

/// Whether nothing may be typed: an example may be played with in any window.
fn is_fixed(facts: &RowProps, ctx: &ViewContext) -> bool {
    ctx.read_only && !facts.example
}

/// The event for a figure whose text is now `text`.
fn figure_event(example: bool, target: TargetId, field: String, text: String) -> AppEvent {
    if example {
        ReferenceEvent::FigureTyped(target, field, text).into()
    } else {
        EntryEvent::FigureTyped { target, field, text }.into()
    }
}

fn typed(ctx: &ViewContext, facts: &RowProps, field: &str) -> Callback<InputEvent> {
    let (example, target, field) = (facts.example, facts.score.target.id.clone(), field.to_owned());
    ctx.on(move |event: &InputEvent| Some(figure_event(example, target.clone(), field.clone(), value(event))))
}

/// Enter goes on to the next figure, Shift+Enter back; not while an input method is composing.
fn enter_goes_on() -> Callback<KeyboardEvent> {
    Callback::from(|event: KeyboardEvent| {
        if event.key() == "Enter" && !is_input_method(&event) && go_to_next_figure(&event, event.shift_key())
        {
            event.prevent_default();
        }
    })
}

/// A block of cells fills figures; a single figure is pasted by the browser.
fn pasted(ctx: &ViewContext, facts: &RowProps, field: &str) -> Callback<Event> {
    let (example, target, field) = (facts.example, facts.score.target.id.clone(), field.to_owned());
    ctx.on(move |event: &Event| {
        if example {
            return None;
        }
        let text = event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?.get_data("text").ok()?;
        is_pasted_block(&text).then(|| {
            event.prevent_default();
            PasteEvent::Pasted { target: target.clone(), field: field.clone(), text }
        })
    })
}

fn radios(
    class: &'static str,
    field: &str,
    label: &str,
    chosen: &str,
    cases: &[(&str, &str)],
    facts: &RowProps,
    ctx: &ViewContext,
) -> Html {
    let target = &facts.score.target.id;
    let name = [prefix(facts), target, ".", field].concat();
    let title = [&name, "-label"].concat();
    let case = |(id, text): &(&str, &str)| {
        let choice = figure_event(facts.example, target.clone(), field.to_owned(), (*id).to_owned());
        let choose = ctx.always::<Event>(choice);
        let proposed = facts.proposal.as_ref().is_some_and(|(answer, _)| answer.figure(field) == *id);
        html! {
            <label class={classes!("choice", proposed.then_some("choice--proposed"))} key={*id}>
                <input type="radio" data-figure="" name={name.clone()} value={(*id).to_owned()} checked={*id == chosen} disabled={is_fixed(facts, ctx)}
                    onchange={choose} onkeydown={enter_goes_on()}/>
                { " " }{ (*text).to_owned() }
                if proposed {
                    <span class="vh">{ " " }{ ctx.words.get(Key::ProposedChoice) }</span>
                }
            </label>
        }
    };
    html! {
        <fieldset class={class} key={field} aria-labelledby={title.clone()}>
            <span class={if class == "item" { "item__name" } else { "field__label" }} id={title}>{ label.to_owned() }</span>
            <span class="choices">{ for cases.iter().map(case) }</span>
        </fieldset>
    }
}
