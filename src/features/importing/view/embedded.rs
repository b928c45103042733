//! A quiet line: what the page's own file carries can always be looked at.

use crate::features::importing::event::ImportEvent;
use yew::prelude::*;

use crate::features::importing::embedded::EmbeddedDocument;
use crate::shell::view::ViewContext;
use i18n::Key;

/// Draws it.
pub fn embedded(embedded: &EmbeddedDocument, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let unit = if embedded.unit.is_empty() { words.get(Key::UnitUnnamed) } else { &embedded.unit };
    let said = if embedded.form { Key::EmbeddedForm } else { Key::EmbeddedData };
    html! {
        <p class="carried" data-carried="">
            { words.fill(said, &[("unit", unit), ("year", &embedded.year.to_string())]) }{ " " }
            <button type="button" class="link" data-action="show-carried" aria-haspopup="dialog"
                onclick={ctx.always::<MouseEvent>(ImportEvent::EmbeddedAsked)}>{ words.get(Key::EmbeddedShow) }</button>
        </p>
    }
}
