//! What is missing before the report is sent, with links to where it is filled in.

use yew::prelude::*;

use crate::shell::page::Page;
use crate::shell::view::ViewContext;
use crate::ui::icons::{Icon, icon};
use i18n::Key;
use report::MissingItems;
use scoring::target_set::TargetId;

/// The list, or the word that nothing is missing.
pub fn missing_list(missing_items: &MissingItems, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let lines = [
        ("empty", Key::ReportMissingEmpty, &missing_items.empty),
        ("invalid", Key::ReportMissingInvalid, &missing_items.invalid),
        ("evidence", Key::ReportMissingEvidence, &missing_items.unexplained),
    ];
    html! {
        <div class="missing-items">
            if missing_items.is_none() {
                <p class="missing-items__none">{ icon(Icon::Met) }{ words.get(Key::ReportMissingNone) }</p>
            } else {
                <h2>{ words.get(Key::ReportMissing) }</h2>
                <ul>
                    if !missing_items.heading.is_empty() {
                        <li data-lack="heading">
                            { words.get(Key::ReportMissingHeading) }
                            for name in &missing_items.heading {
                                { " " }<a href={["#", Page::Entry.path()].concat()}>{ words.get(heading_name(name)) }</a>
                            }
                        </li>
                    }
                    for (word, key, targets) in lines {
                        if !targets.is_empty() {
                            <li data-lack={word}>
                                { words.fill(key, &[("n", &targets.len().to_string())]) }
                                for id in targets.iter() {
                                    { " " }{ link(id) }
                                }
                            </li>
                        }
                    }
                </ul>
            }
        </div>
    }
}

fn link(id: &TargetId) -> Html {
    html! { <a href={Page::Entry.address_of(id)}>{ id.to_string() }</a> }
}

fn heading_name(field: &str) -> Key {
    match field {
        "unit" => Key::HeadingUnit,
        "superior" => Key::HeadingSuperior,
        _ => Key::HeadingPlace,
    }
}
