//! What the file is, whose, when it was saved, with which set and by which version.

use yew::prelude::*;

use crate::document::view::differences::excerpt;
use crate::features::importing::preview::{Preview, SetMatch, Source};
use formats::document_reader::DigestStatus;
use i18n::numbers::points;
use i18n::sentences::within;
use i18n::{Key, Words};
use scoring::invisible_chars::show_invisible;
use scoring::scorecard::Scorecard;
use scoring::target_set::TargetSet;

/// The facts of a file.
pub(crate) fn facts(preview: &Preview, set: &TargetSet, words: Words) -> Html {
    let document = preview.document.assessment();
    let known = preview.set != SetMatch::Missing;
    let unit = document.unit.name.trim();
    let unit = if unit.is_empty() { words.get(Key::UnitUnnamed).to_owned() } else { excerpt(unit, "") };
    let level = set.level(&document.unit.level).map(|level| within(words.of(&level.name)));
    let level = level.unwrap_or_else(|| short(&document.unit.level, 40));
    let digest_status = words.get(match (preview.source, preview.digest_status) {
        (Source::Template, _) => Key::SealTemplate,
        (Source::File | Source::EmbeddedDocument, DigestStatus::Intact) => Key::SealWhole,
        (Source::File | Source::EmbeddedDocument, DigestStatus::Changed) => Key::SealChanged,
        (Source::File | Source::EmbeddedDocument, DigestStatus::Absent) => Key::SealAbsent,
    });
    let rows = [
        (Key::FactFile, show_invisible(&preview.name)),
        (Key::FactUnit, [&unit, ", ", &level, ", ", &document.year.to_string()].concat()),
        (
            Key::FactSaved,
            crate::features::importing::view::preview::standing::saved(&document.document, words),
        ),
        (Key::FactSet, target_set(preview, set, words)),
        (Key::FactApp, short(&preview.app, 20)),
        (Key::FactCheck, digest_status.to_owned()),
        (Key::FactResult, if known { result(preview.document.card(), words) } else { "–".to_owned() }),
    ];
    html! {
        <dl class="pairs">
            for (name, fact) in rows {
                <dt>{ words.get(name) }</dt><dd><bdi>{ fact }</bdi></dd>
            }
        </dl>
    }
}

/// The beginning of a text of a file.
pub(crate) fn short(text: &str, most: usize) -> String {
    show_invisible(&text.chars().take(most).collect::<String>())
}

fn target_set(preview: &Preview, set: &TargetSet, words: Words) -> String {
    let named = &preview.document.assessment().target_set;
    if named.id.is_empty() {
        return words.get(Key::NotSaid).to_owned();
    }
    let name = if named.id == set.id { words.of(&set.title).to_owned() } else { short(&named.id, 64) };
    words.fill(Key::FactSetIs, &[("name", &name), ("edition", &short(&named.edition, 20))])
}

fn result(card: &Scorecard, words: Words) -> String {
    let totals = card.totals;
    let entered = [&totals.answered().to_string(), "/", &totals.targets.to_string()].concat();
    words.fill(
        Key::FactResultIs,
        &[
            ("points", &points(totals.points, words.0)),
            ("max", &points(totals.max, words.0)),
            ("entered", &entered),
        ],
    )
}
