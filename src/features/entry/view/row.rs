//! A target's row: goal, fields, what was understood, state, points, what is missing.

use crate::document::view::row::{RowProps, earned, evidence_mark, goal, look, message, row_props, state};
use crate::features::entry::event::EntryEvent;

use yew::prelude::*;

use crate::document::view::fields::fields;
use crate::features::entry::view::detail::details;
use crate::shell::state::State;
use crate::shell::view::{RowKey, View, ViewContext};
use crate::ui::focus::is_input_method;
use crate::ui::icons::{Icon, icon};
use i18n::{Key, sentences};
use scoring::target_set::TargetId;

/// A target's row; `Err` when the target does not apply at the unit's level.
#[derive(PartialEq, Eq)]
pub struct Row(Result<RowProps, TargetId>);

impl View for Row {
    type Key = RowKey;

    fn read(state: &State, spot: &RowKey) -> Self {
        Self(row_props(state, spot).ok_or_else(|| spot.id.clone()))
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let facts = match &self.0 {
            Ok(facts) => facts,
            Err(id) => return html! { <article class="row" data-target={id.to_string()}/> },
        };
        let words = ctx.words;
        let target = &facts.score.target;
        let id = &target.id;
        let open = facts.source.is_some();
        let name = [id, "-name"].concat();
        let detail = [id, "-detail"].concat();
        html! {
            <article class={classes!("row", look(&facts.score).0)} data-target={id.to_string()} aria-labelledby={name.clone()}
                onkeydown={leave_on_escape(ctx, id, open)}>
                <div class="row__main">
                    <h4 class="row__name" id={name}>
                        <span class="row__id">{ id.to_string() }</span>{ " " }
                        <span class="row__title">{ words.of(&target.name).to_owned() }</span>
                    </h4>
                    <p class="row__goal">{ goal(facts, words) }{ evidence_mark(&facts.score, words) }</p>
                    { fields(facts, ctx) }
                    { state(&facts.score, words) }
                    <p class="row__value">
                        <span data-out="value" data-value={facts.score.value().unwrap_or_default()}>
                            { sentences::value(&facts.score, words) }
                        </span>
                    </p>
                    { earned(&facts.score, words) }
                    { message(facts, ctx) }
                    <button type="button" class="button opener row__open" data-action="details" id={[id, "-open"].concat()}
                        aria-expanded={open.to_string()} aria-controls={detail.clone()} title={words.get(Key::Why)}
                        onclick={ctx.always::<MouseEvent>(EntryEvent::DetailsToggled(id.clone()))}>
                        { icon(Icon::Open) }
                        <span class="vh">{ words.fill(Key::WhyOf, &[("id", id)]) }</span>
                    </button>
                </div>
                <div class="detail" id={detail} hidden={!open}>
                    if let Some(source) = &facts.source {
                        { details(facts, source, ctx) }
                    }
                </div>
            </article>
        }
    }
}

/// Escape closes the details and goes back to the button that opened them.
fn leave_on_escape(ctx: &ViewContext, id: &TargetId, open: bool) -> Callback<KeyboardEvent> {
    let id = id.clone();
    let opener = [&id, "-open"].concat();
    ctx.on(move |event: &KeyboardEvent| {
        let leaves = open && event.key() == "Escape" && !is_input_method(event);
        leaves.then(|| {
            event.stop_propagation();
            crate::ui::focus::go_to(event, &opener);
            EntryEvent::DetailsToggled(id.clone())
        })
    })
}
