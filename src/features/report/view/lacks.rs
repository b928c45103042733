//! What is missing before the report is sent, with links to where it is filled in.

use yew::prelude::*;

use crate::shell::page::Page;
use crate::shell::view::Drawing;
use crate::ui::icons::{Icon, icon};
use i18n::Key;
use report::Lacks;
use scoring::target_set::TargetId;

/// The list, or the word that nothing is missing.
pub fn lacks_list(lacks: &Lacks, page: &Drawing) -> Html {
    let words = page.words;
    let lines = [
        ("empty", Key::ReportLacksEmpty, &lacks.empty),
        ("invalid", Key::ReportLacksInvalid, &lacks.invalid),
        ("evidence", Key::ReportLacksEvidence, &lacks.unexplained),
    ];
    html! {
        <div class="lacks">
            if lacks.is_none() {
                <p class="lacks__none">{ icon(Icon::Met) }{ words.get(Key::ReportLacksNone) }</p>
            } else {
                <h2>{ words.get(Key::ReportLacks) }</h2>
                <ul>
                    if !lacks.heading.is_empty() {
                        <li data-lack="heading">
                            { words.get(Key::ReportLacksHeading) }
                            for name in &lacks.heading {
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
