//! A quiet line: what the page's own file carries can always be looked at.

use crate::features::importing::event::ImportEvent;
use yew::prelude::*;

use crate::features::importing::embedded::EmbeddedDocument;
use crate::shell::view::ViewContext;
use i18n::Key;

/// Draws it.
pub fn carried(carried: &EmbeddedDocument, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let unit = if carried.unit.is_empty() { words.get(Key::UnitUnnamed) } else { &carried.unit };
    let said = if carried.form { Key::CarriedForm } else { Key::CarriedData };
    html! {
        <p class="carried" data-carried="">
            { words.fill(said, &[("unit", unit), ("year", &carried.year.to_string())]) }{ " " }
            <button type="button" class="link" data-action="show-carried" aria-haspopup="dialog"
                onclick={ctx.always::<MouseEvent>(ImportEvent::EmbeddedAsked)}>{ words.get(Key::CarriedShow) }</button>
        </p>
    }
}
