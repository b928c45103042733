//! A set of targets that was read from a file, before a document is begun with it.

use crate::features::importing::event::ImportEvent;
use yew::prelude::*;

use crate::features::importing::choice::ImportChoice;
use crate::features::importing::set_preview::SetPreview;
use crate::features::importing::view::preview::facts::short;
use crate::shell::view::ViewContext;
use crate::ui::dialog::Modal;
use i18n::numbers::day;
use i18n::{Key, Words};
use scoring::invisible_chars::show_invisible;
use scoring::target_set::TargetSet;

pub(crate) fn draw(found: &SetPreview, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let choose = |choice| ctx.always::<MouseEvent>(ImportEvent::Chosen(choice));
    let foot = html! {
        <>
            <button type="button" class="button button--primary" data-action="import-new" aria-describedby="import-new-outcome"
                onclick={choose(ImportChoice::AsNew)}>{ words.get(Key::SetPreviewNew) }</button>
            <button type="button" class="button push" data-action="import-cancel"
                onclick={choose(ImportChoice::Cancel)}>{ words.get(Key::ImportCancel) }</button>
        </>
    };
    let set = &found.loaded.set;
    let body = html! {
        <div class="preview" data-set={set.id.clone()}>
            <p><b><bdi>{ show_invisible(words.of(&set.title)) }</bdi></b></p>
            if let Some(notice) = &set.notice {
                <p class="warning"><bdi>{ show_invisible(words.of(notice)) }</bdi></p>
            }
            <dl class="pairs">
                for (name, fact) in facts(found, words) {
                    <dt>{ words.get(name) }</dt><dd><bdi>{ fact }</bdi></dd>
                }
            </dl>
            if found.known {
                <p>{ words.get(Key::SetPreviewKnown) }</p>
            }
            <p id="import-new-outcome">{ words.get(Key::SetPreviewHelp) }</p>
        </div>
    };
    let title = words.get(Key::SetPreviewTitle).to_owned();
    Modal { key: "set-preview", preview: Some(""), title, body, foot, ..Modal::default() }.draw()
}

fn facts(found: &SetPreview, words: Words) -> [(Key, String); 6] {
    let set = &found.loaded.set;
    let years: Vec<String> = set.years.iter().map(ToString::to_string).collect();
    let levels: Vec<String> = set
        .levels
        .iter()
        .map(|level| {
            let count = set.targets().filter(|target| target.claims(&level.id)).count();
            [&*short(words.of(&level.name), 80), ": ", &count.to_string()].concat()
        })
        .collect();
    let (areas, targets) = (set.areas.len().to_string(), set.targets().count().to_string());
    [
        (Key::FactFile, show_invisible(&found.name)),
        (Key::SetFactEdition, short(&set.edition, 40)),
        (Key::SetFactSource, source(set)),
        (Key::SetFactYears, years.join(", ")),
        (Key::SetFactLevels, levels.join("; ")),
        (Key::SetFactTargets, words.fill(Key::SetFactAreasIs, &[("areas", &areas), ("targets", &targets)])),
    ]
}

/// "196/CTr-UBND, 19/05/2022, UBND tỉnh Thừa Thiên Huế".
fn source(set: &TargetSet) -> String {
    let source = &set.source;
    let date = if source.date.is_empty() { String::new() } else { day(&source.date) };
    let parts = [short(&source.number, 80), date, short(&source.issuer, 200)];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "–".to_owned() } else { parts.join(", ") }
}
