//! The documents that prove a target's figures.

use crate::features::entry::event::EntryEvent;
use yew::prelude::*;

use crate::document::fields::EvidenceField;
use crate::shell::view::ViewContext;
use crate::ui::date::date_figure;
use crate::ui::focus::value;
use i18n::Key;
use scoring::assessment::Evidence;
use scoring::target_set::TargetId;
use scoring::web_address::web_address;

/// The documents of a target, to be typed, added and taken out.
pub fn evidence_list(target: &TargetId, evidence: &[Evidence], ctx: &ViewContext) -> Html {
    html! {
        <section>
            <h3>{ ctx.words.get(Key::EvidenceTitle) }</h3>
            <div class="evidence">
                for (index, evidence) in evidence.iter().enumerate() {
                    { entry(target, index, evidence, ctx) }
                }
                <div>
                    <button type="button" class="button" data-action="add-evidence" disabled={ctx.read_only}
                        onclick={ctx.always::<MouseEvent>(EntryEvent::EvidenceAdded(target.clone()))}>
                        { "+ " }{ ctx.words.get(Key::EvidenceAdd) }
                    </button>
                </div>
            </div>
        </section>
    }
}

fn entry(target: &TargetId, index: usize, evidence: &Evidence, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let number = (index + 1).to_string();
    let field = |field, name: &str, label, value: &str, width| {
        let id = format!("{target}.evidence.{index}.{name}");
        let typed = typed(ctx, target, index, field);
        html! {
            <div class={classes!("field", width)}>
                <label class="field__label" for={id.clone()}>{ words.get(label) }</label>
                if field == EvidenceField::Date {
                    { date_figure(ctx.read_only, id.clone(), id, value, typed) }
                } else if field == EvidenceField::Link {
                    { link(ctx, id, value, &number, typed) }
                } else {
                    <input class="input" id={id.clone()} name={id} type="text" autocomplete="off" value={value.to_owned()} readonly={ctx.read_only}
                        oninput={typed}/>
                }
            </div>
        }
    };
    html! {
        <fieldset class="evidence__entry" key={index}>
            <legend class="vh">{ words.fill(Key::EvidenceNumbered, &[("n", &number)]) }</legend>
            { field(EvidenceField::Number, "number", Key::EvidenceNumber, &evidence.number, "") }
            { field(EvidenceField::Date, "date", Key::EvidenceDate, &evidence.date, "") }
            { field(EvidenceField::Place, "place", Key::EvidencePlace, &evidence.place, "") }
            { field(EvidenceField::Title, "title", Key::EvidenceName, &evidence.title, "field--full") }
            { field(EvidenceField::Link, "link", Key::EvidenceLink, &evidence.url, "field--two") }
            <button type="button" class="button button--danger" data-action="remove-evidence" disabled={ctx.read_only}
                onclick={ctx.always::<MouseEvent>(EntryEvent::EvidenceRemoved(target.clone(), index))}>
                { words.fill(Key::EvidenceRemove, &[("n", &number)]) }
            </button>
        </fieldset>
    }
}

/// The field of a link, and beside it a way to follow it where it is an address of the web. Whatever else it holds is
/// text and nothing more.
fn link(ctx: &ViewContext, id: String, value: &str, number: &str, typed: Callback<InputEvent>) -> Html {
    let words = ctx.words;
    html! {
        <div class="evidence__link">
            <input class="input" id={id.clone()} name={id} type="text" autocomplete="off" value={value.to_owned()}
                readonly={ctx.read_only} oninput={typed}/>
            if let Some(address) = web_address(value) {
                <a class="button" data-action="open-link" href={address.to_owned()} target="_blank" rel="noopener noreferrer"
                    aria-label={words.fill(Key::EvidenceOpenOf, &[("n", number)])}>{ words.get(Key::EvidenceOpen) }</a>
            }
        </div>
    }
}

fn typed(ctx: &ViewContext, target: &TargetId, index: usize, field: EvidenceField) -> Callback<InputEvent> {
    let target = target.clone();
    ctx.on(move |event: &InputEvent| {
        Some(EntryEvent::EvidenceTyped(target.clone(), index, field, value(event)))
    })
}
