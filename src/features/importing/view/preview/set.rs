//! A set of targets that was read from a file, before a document is begun with it.

use crate::features::importing::event::ImportEvent;
use yew::prelude::*;

use crate::features::importing::choice::ImportChoice;
use crate::features::importing::set_preview::{CarryOver, SetLikeness, SetPreview};
use crate::features::importing::view::preview::facts::short;
use crate::shell::view::ViewContext;
use crate::ui::dialog::Modal;
use i18n::numbers::{day, points, short_points};
use i18n::sentences::{fault_line, path};
use i18n::{Key, Words};
use scoring::invisible_chars::show_invisible;
use scoring::json_reader::Fault;
use scoring::points::Points;
use scoring::scored_document::ScoredDocument;
use scoring::target_set::{Area, Level, TargetSet};

pub(crate) fn draw(found: &SetPreview, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let choose = |choice| ctx.always::<MouseEvent>(ImportEvent::Chosen(choice));
    let foot = html! {
        <>
            <button type="button" class="button button--primary" data-action="import-new" aria-describedby="import-new-outcome"
                onclick={choose(ImportChoice::AsNew)}>{ words.get(Key::SetPreviewNew) }</button>
            if found.carry_over.is_some() {
                <button type="button" class="button" data-action="import-carry" aria-describedby="carry-over"
                    onclick={choose(ImportChoice::CarryOver)}>{ words.get(Key::CarryOver) }</button>
            }
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
            { area_points(set, words) }
            if found.known {
                <p>{ words.get(Key::SetPreviewKnown) }</p>
            }
            if let Some(likeness) = likeness(found, words) {
                <p class="warning" data-likeness=""><bdi>{ likeness }</bdi></p>
            }
            if !found.warnings.is_empty() {
                { warnings(&found.warnings, words) }
            }
            if let Some(carried) = &found.carry_over {
                { carry_over(carried, words) }
            }
            <p id="import-new-outcome">{ words.get(Key::SetPreviewHelp) }</p>
        </div>
    };
    let title = words.get(Key::SetPreviewTitle).to_owned();
    Modal { key: "set-preview", preview: Some(""), title, body, foot, ..Modal::default() }.draw()
}

/// The points of each area at each level, and their sums.
fn area_points(set: &TargetSet, words: Words) -> Html {
    let points = |areas: &[Area], level: &Level| -> Points {
        let targets = areas.iter().flat_map(|area| &area.criteria).flat_map(|criterion| &criterion.targets);
        targets.filter(|target| target.claims(&level.id)).map(|target| target.max_points).sum()
    };
    let row = |name: String, areas: &[Area]| {
        html! {
            <tr>
                <th scope="row"><bdi>{ name }</bdi></th>
                for level in &set.levels {
                    <td>{ short_points(points(areas, level), words.0) }</td>
                }
            </tr>
        }
    };
    html! {
        <div class="preview__points">
            <table class="table" data-set-points="">
                <caption>{ words.get(Key::SetAreaPoints) }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ words.get(Key::SetArea) }</th>
                        for level in &set.levels {
                            <th scope="col"><bdi>{ short(words.of(&level.name), 40) }</bdi></th>
                        }
                    </tr>
                </thead>
                <tbody>
                    for area in &set.areas {
                        { row(short(words.of(&area.name), 120), std::slice::from_ref(area)) }
                    }
                    { row(words.get(Key::SetSum).to_owned(), &set.areas) }
                </tbody>
            </table>
        </div>
    }
}

/// How it stands to the sets at hand of its id, where that is to be told.
fn likeness(found: &SetPreview, words: Words) -> Option<String> {
    let set = &found.loaded.set;
    match &found.likeness {
        SetLikeness::Clear => None,
        SetLikeness::BuiltInChanged => Some(words.fill(Key::SetBuiltInChanged, &[("id", &set.id)])),
        SetLikeness::SameEdition => {
            Some(words.fill(Key::SetEditionChanged, &[("edition", &short(&set.edition, 40))]))
        }
        SetLikeness::OtherEdition(edition) => {
            Some(words.fill(Key::SetEditionOther, &[("edition", &short(edition, 40))]))
        }
    }
}

/// What the author should look at again.
fn warnings(found: &[Fault], words: Words) -> Html {
    let count = found.len().to_string();
    html! {
        <div class="warning" data-warnings={count.clone()}>
            <p>{ words.fill(Key::SetWarnings, &[("n", &count)]) }</p>
            <ul class="preview__stated">
                for fault in found {
                    <li><bdi>{ fault_line(fault, words) }</bdi>{ " " }<code>{ path(&fault.path) }</code></li>
                }
            </ul>
        </div>
    }
}

/// The most targets and answers that are named.
const MOST_NAMED: usize = 50;

/// What becomes of the open document by this edition: points first, then each target, then what has no place.
fn carry_over(carried: &CarryOver, words: Words) -> Html {
    let total = |document: &ScoredDocument| {
        let totals = document.card().totals;
        [&points(totals.points, words.0), "/", &short_points(totals.max, words.0)].concat()
    };
    let of_target = |target: Option<(Option<Points>, Points)>| match target {
        None => words.get(Key::CarryNoTarget).to_owned(),
        Some((earned, max)) => {
            let earned = earned.map_or_else(|| "–".to_owned(), |earned| points(earned, words.0));
            [&earned, "/", &short_points(max, words.0)].concat()
        }
    };
    let row = |id: &str, before: &str, after: &str| {
        words.fill(Key::CarryRow, &[("what", id), ("before", before), ("after", after)])
    };
    let sum = row(words.get(Key::StatedTotal), &total(&carried.before), &total(&carried.after));
    let (year, now) = (carried.after.assessment().year, carried.before.assessment().year);
    let orphaned: Vec<_> =
        carried.orphaned.iter().take(MOST_NAMED).map(|orphaned| short(&orphaned.id, 64)).collect();
    html! {
        <div id="carry-over" data-carry-over={carried.changed.len().to_string()}>
            <p>{ words.get(Key::CarryHelp) }</p>
            <p><b>{ sum }</b></p>
            if year != now {
                <p class="warning">{ words.fill(Key::CarryYear, &[("before", &now.to_string()), ("after", &year.to_string())]) }</p>
            }
            <ul class="preview__stated">
                for target in carried.changed.iter().take(MOST_NAMED) {
                    <li data-changed={target.id.to_string()}>
                        <bdi>{ row(&target.id, &of_target(target.before), &of_target(target.after)) }</bdi>
                    </li>
                }
            </ul>
            if !orphaned.is_empty() {
                <p class="warning" data-orphaned="">{ words.fill(Key::CarryOrphaned, &[("ids", &orphaned.join(", "))]) }</p>
            }
        </div>
    }
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
