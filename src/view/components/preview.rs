//! A file that was read, before anything is changed by it.

use std::rc::Rc;

use yew::prelude::*;

use super::dialog::Modal;
use super::differences::differences;
use crate::app::{Action, ImportChoice, LoadedSet, Preview, Seal, SetMatch, State};
use crate::core::scorecard::Scorecard;
use crate::core::target_set::TargetSet;
use crate::view::focus::value;
use crate::view::live::{Drawing, Part};
use crate::view::numbers::{day, points, time_of_day};
use crate::view::sentences::within;
use crate::view::words::{Key, Words};

/// The preview of a file, and the set that it is to be read by.
#[derive(PartialEq)]
pub struct PreviewDialog {
    preview: Option<(Rc<Preview>, Rc<LoadedSet>)>,
}

impl PreviewDialog {
    /// Reads it.
    pub fn read(state: &State) -> Self {
        Self { preview: state.preview.as_ref().map(|preview| (Rc::clone(preview), Rc::clone(&state.loaded))) }
    }
}

impl Part for PreviewDialog {
    fn draw(&self, page: &Drawing) -> Html {
        html! {
            <div class="dialog-slot">
                if let Some((preview, loaded)) = &self.preview {
                    { draw(preview, &loaded.set, page) }
                }
            </div>
        }
    }
}

fn draw(preview: &Preview, set: &TargetSet, page: &Drawing) -> Html {
    let words = page.words;
    let choose = |choice| page.always::<MouseEvent>(Action::ImportChosen(choice));
    let ready = preview.is_ready(set);
    let foot = html! {
        <>
            <button type="button" class="button button--primary" data-action="import-new" disabled={!ready}
                onclick={choose(ImportChoice::AsNew)}>{ words.get(Key::ImportNew) }</button>
            <button type="button" class="button" data-action="import-replace" disabled={!ready}
                onclick={choose(ImportChoice::Replace)}>{ words.get(Key::ImportReplace) }</button>
            <button type="button" class="button push" data-action="import-cancel"
                onclick={choose(ImportChoice::Cancel)}>{ words.get(Key::ImportCancel) }</button>
        </>
    };
    let body = html! {
            <>
    <div class="preview">
                    { facts(preview, set, words) }
                    { choices(preview, set, page) }
                    for warning in warnings(preview, words) {
                        <p class="warning">{ warning }</p>
                    }
                    { changes(preview, set, words) }
                </div>
            </>
        };
    let title = words.get(Key::ImportTitle).to_owned();
    Modal { key: "preview", preview: true, title, body, foot, ..Modal::default() }.draw()
}

/// What the file would change of what is open.
fn changes(preview: &Preview, set: &TargetSet, words: Words) -> Html {
    let list = &preview.differences;
    if list.is_empty() {
        return html! { <p>{ words.get(Key::DifferencesNone) }</p> };
    }
    let caption = words.fill(Key::DifferencesCount, &[("n", &list.len().to_string())]);
    let columns = [words.get(Key::DifferencesHere), words.get(Key::DifferencesInFile)];
    differences(list, set, &caption, columns, words)
}

fn facts(preview: &Preview, set: &TargetSet, words: Words) -> Html {
    let document = &preview.assessment;
    let unit = document.unit.name.trim();
    let unit = if unit.is_empty() { words.get(Key::UnitUnnamed) } else { unit };
    let level = set.level(&document.unit.level).map(|level| within(words.of(&level.name)));
    let level = level.unwrap_or_else(|| document.unit.level.chars().take(40).collect());
    let saved = &document.document.saved;
    let saved = if saved.is_empty() {
        words.get(Key::NotSaid).to_owned()
    } else {
        [time_of_day(saved), " ", &day(saved)].concat()
    };
    let seal = words.get(match preview.seal {
        Seal::Whole => Key::SealWhole,
        Seal::Changed => Key::SealChanged,
        Seal::Absent => Key::SealAbsent,
    });
    let rows = [
        (Key::FactFile, preview.name.clone()),
        (Key::FactUnit, format!("{unit}, {level}, {}", document.year)),
        (Key::FactSaved, saved),
        (Key::FactApp, preview.app.chars().take(20).collect()),
        (Key::FactCheck, seal.to_owned()),
        (Key::FactResult, result(&preview.card, words)),
    ];
    html! {
        <dl class="pairs">
            for (name, fact) in rows {
                <dt>{ words.get(name) }</dt><dd>{ fact }</dd>
            }
        </dl>
    }
}

fn result(card: &Scorecard, words: Words) -> String {
    let totals = card.totals;
    let entered = format!("{}/{}", totals.answered(), totals.targets);
    words.fill(
        Key::FactResultIs,
        &[
            ("points", &points(totals.points, words.0)),
            ("max", &points(totals.max, words.0)),
            ("entered", &entered),
        ],
    )
}

/// A level or year outside the set: the user says which of the set's it is.
fn choices(preview: &Preview, set: &TargetSet, page: &Drawing) -> Html {
    let words = page.words;
    let list =
        |name: &'static str, label: Key, options: Vec<(String, String, bool)>, onchange: Callback<Event>| {
            // Said outright: Chromium takes the option that is put in first, which is the last of the list.
            let chosen = options.iter().any(|(_, _, selected)| *selected);
            html! {
                <div class="field">
                    <label class="field__label" for={name}>{ words.get(label) }</label>
                    <select class="input" id={name} {name} {onchange}>
                        <option value="" selected={!chosen}>{ words.get(Key::ChooseOne) }</option>
                        for (value, text, selected) in options {
                            <option key={value.as_str()} value={value.clone()} {selected}>{ text }</option>
                        }
                    </select>
                </div>
            }
        };
    let document = &preview.assessment;
    let levels = set
        .levels
        .iter()
        .map(|level| (level.id.clone(), words.of(&level.name).to_owned(), level.id == document.unit.level));
    let years = set.years.iter().map(|year| (year.to_string(), year.to_string(), *year == document.year));
    let level_chosen = page.on(|event: &Event| Some(Action::PreviewLevelChosen(value(event))));
    let year_chosen =
        page.on(|event: &Event| Some(Action::PreviewYearChosen(value(event).parse().unwrap_or_default())));
    html! {
        <div class="preview__choices">
            if !preview.level_known {
                { list("preview-level", Key::PreviewLevel, levels.collect(), level_chosen) }
            }
            if !preview.year_known {
                { list("preview-year", Key::PreviewYear, years.collect(), year_chosen) }
            }
        </div>
    }
}

fn warnings(preview: &Preview, words: Words) -> Vec<String> {
    let mut warnings = Vec::new();
    match preview.set {
        SetMatch::Same => {}
        SetMatch::OtherEdition => warnings.push(words.get(Key::WarnOtherEdition).to_owned()),
        SetMatch::OtherSet => {
            let id: String = preview.assessment.target_set.id.chars().take(64).collect();
            warnings.push(words.fill(Key::WarnOtherSet, &[("id", &id)]));
        }
        SetMatch::NotNamed => warnings.push(words.get(Key::WarnSetNotNamed).to_owned()),
    }
    if preview.result_differs {
        warnings.push(words.get(Key::WarnResultDiffers).to_owned());
    }
    if !preview.homeless.is_empty() {
        let ids: Vec<String> =
            preview.homeless.iter().take(10).map(|id| id.chars().take(64).collect()).collect();
        warnings.push(words.fill(Key::WarnHomeless, &[("ids", &ids.join(", "))]));
    }
    warnings
}
