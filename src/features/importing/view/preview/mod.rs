//! A file that was read, before anything is changed by it.

pub mod facts;
pub mod set;
pub mod standing;
pub mod warnings;

use crate::features::importing::event::ImportEvent;
use std::rc::Rc;

use yew::prelude::*;

use crate::document::view::differences::{differences, excerpt};
use crate::features::importing::choice::ImportChoice;
use crate::features::importing::preview::{Preview, SetMatch};
use crate::features::importing::set_preview::SetPreview;
use crate::features::importing::view::preview::facts::facts;
use crate::features::importing::view::preview::standing::standing;
use crate::features::importing::view::preview::warnings::warnings;
use crate::shell::state::State;
use crate::shell::view::{View, ViewContext};
use crate::ui::dialog::Modal;
use crate::ui::focus::value;
use i18n::{Key, Words};
use scoring::assessment::Assessment;
use scoring::loaded_set::LoadedSet;
use scoring::target_set::TargetSet;

/// The preview of a file, and the set that it is to be read by.
#[derive(PartialEq, Eq)]
pub struct PreviewDialog {
    preview: Option<(Rc<Preview>, Rc<LoadedSet>)>,
    set: Option<Rc<SetPreview>>,
    over_sample: bool,
}

impl View for PreviewDialog {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        Self {
            preview: state
                .importing
                .preview
                .as_ref()
                .map(|preview| (Rc::clone(preview), Rc::clone(state.sample_set()))),
            set: state.importing.set_preview.clone(),
            over_sample: state.document.assessment().is_sample(),
        }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        html! {
            <div class="dialog-slot">
                {match (&self.preview, &self.set) {
                    (Some((preview, loaded)), _) if preview.document.assessment().is_sample() => draw_sample(preview, loaded, ctx),
                    (Some((preview, _)), _) => draw(preview, preview.document.set(), self.over_sample, ctx),
                    (None, Some(found)) => set::draw(found, ctx),
                    (None, None) => Html::default(),
                }}
            </div>
        }
    }
}

/// A sample can be opened as that, and as nothing else.
fn draw_sample(preview: &Preview, loaded: &LoadedSet, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let choose = |choice| ctx.always::<MouseEvent>(ImportEvent::Chosen(choice));
    let known = preview.is_sample(loaded);
    let help = words.get(if known { Key::ImportSampleHelp } else { Key::ImportSampleUnknown });
    let foot = html! {
        <>
            <button type="button" class="button" data-action="import-sample" disabled={!known} aria-describedby="import-sample-help"
                onclick={choose(ImportChoice::AsSample)}>{ words.get(Key::ImportSample) }</button>
            <button type="button" class="button push" data-action="import-cancel"
                onclick={choose(ImportChoice::Cancel)}>{ words.get(Key::ImportCancel) }</button>
        </>
    };
    let body = html! {
        <div class="preview">
            { facts(preview, &loaded.set, words) }
            <p id="import-sample-help" class="warning" data-sample="">{ help }</p>
        </div>
    };
    let title = words.get(Key::ImportTitle).to_owned();
    Modal { key: "preview", preview: Some(""), title, body, foot, ..Modal::default() }.draw()
}

fn draw(preview: &Preview, set: &TargetSet, over_sample: bool, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let choose = |choice| ctx.always::<MouseEvent>(ImportEvent::Chosen(choice));
    let ready = preview.is_ready();
    let form = preview.is_form();
    // A window that only reads may open a file beside what it reads, not in its place.
    let replaceable = !form && !ctx.read_only && preview.replaced.same_set;
    let replace = if preview.replaced.open { Key::ImportReplace } else { Key::ImportReplaceDraft };
    // Over a blank form there is one thing to do. Else no choice looks like the one to take: what each leads to is said above.
    let only = form || preview.replaced.is_blank();
    let foot = html! {
        <>
            <button type="button" class={classes!("button", only.then_some("button--primary"))} data-action="import-new" disabled={!ready} aria-describedby="import-new-outcome"
                onclick={choose(ImportChoice::AsNew)}>{ words.get(if only { Key::ImportForm } else { Key::ImportNew }) }</button>
            // A blank form in the place of figures would only lose them; figures of one set mean nothing to another.
            if replaceable {
                <button type="button" class="button" data-action="import-replace" disabled={!ready}
                    aria-describedby="import-replace-outcome"
                    onclick={choose(ImportChoice::Replace)}>{ words.get(replace) }</button>
            }
            <button type="button" class="button push" data-action="import-cancel"
                onclick={choose(ImportChoice::Cancel)}>{ words.get(Key::ImportCancel) }</button>
        </>
    };
    let body = html! {
        <div class="preview">
            { facts(preview, set, words) }
            if over_sample {
                <p class="warning" data-leaves-sample="">{ words.get(Key::ImportLeavesSample) }</p>
            }
            { choices(preview, set, ctx) }
            { standing(preview, words) }
            { warnings(preview, set, words) }
            if preview.set == SetMatch::Missing {
                <p id="import-new-outcome"></p>
            } else if form {
                <p id="import-new-outcome" data-form="">{ words.get(Key::FormHelp) }</p>
            } else {
                { outcomes(preview, replaceable.then_some(replace), words) }
                if preview.replaced.same_set {
                    { changes(preview, set, words) }
                }
            }
        </div>
    };
    let title = words.get(Key::ImportTitle).to_owned();
    Modal { key: "preview", preview: Some(""), title, body, foot, ..Modal::default() }.draw()
}

/// What the file would change, and of what.
fn changes(preview: &Preview, set: &TargetSet, words: Words) -> Html {
    let list = &preview.differences;
    let name = named(&preview.replaced.document, words);
    let count = list.len().to_string();
    let say = |key| words.fill(key, &[("name", &name), ("n", &count)]);
    if list.is_empty() {
        let nothing = if preview.replaced.open { Key::DifferencesNone } else { Key::DifferencesNoneDraft };
        return html! { <p data-differences="0"><b>{ say(nothing) }</b></p> };
    }
    let (caption, here) = if preview.replaced.open {
        (Key::DifferencesCount, Key::DifferencesHere)
    } else {
        (Key::DifferencesCountDraft, Key::DifferencesDraft)
    };
    let columns = [words.get(here), words.get(Key::DifferencesInFile)];
    html! { <div data-differences={count.clone()}>{ differences(list, set, &say(caption), columns, words) }</div> }
}

/// What each choice leads to.
fn outcomes(preview: &Preview, replace: Option<Key>, words: Words) -> Html {
    let new = if preview.replaced.same_document.is_some() {
        Key::ImportNewOutcomeSameDocument
    } else {
        Key::ImportNewOutcome
    };
    let (replaced, count) = (&preview.replaced, preview.differences.len());
    let outcome = match (count, replaced.open) {
        (0, true) => Key::ImportReplaceOutcomeNone,
        (0, false) => Key::ImportReplaceOutcomeNoneDraft,
        (_, true) => Key::ImportReplaceOutcome,
        (_, false) => Key::ImportReplaceOutcomeDraft,
    };
    let name = named(&replaced.document, words);
    html! {
        <ul class="preview__outcomes">
            <li id="import-new-outcome"><b>{ words.get(if replaced.is_blank() { Key::ImportForm } else { Key::ImportNew }) }{ ":" }</b>{ " " }{ words.get(new) }</li>
            if let Some(replace) = replace {
                <li id="import-replace-outcome">
                    <b>{ words.get(replace) }{ ":" }</b>{ " " }
                    { words.fill(outcome, &[("n", &count.to_string()), ("name", &name)]) }
                </li>
            }
        </ul>
    }
}

/// A document by its unit and year: "UBND xã Phú Mậu, 2023".
fn named(document: &Assessment, words: Words) -> String {
    let unit = document.unit.name.trim();
    let unit = if unit.is_empty() { words.get(Key::UnitUnnamed).to_owned() } else { excerpt(unit, "") };
    [&unit, ", ", &document.year.to_string()].concat()
}

/// A level or year outside the set: the user says which of the set's it is.
fn choices(preview: &Preview, set: &TargetSet, ctx: &ViewContext) -> Html {
    let words = ctx.words;
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
    let document = preview.document.assessment();
    let levels = set
        .levels
        .iter()
        .map(|level| (level.id.clone(), words.of(&level.name).to_owned(), level.id == document.unit.level));
    let years = set.years.iter().map(|year| (year.to_string(), year.to_string(), *year == document.year));
    let level_chosen = ctx.on(|event: &Event| Some(ImportEvent::PreviewLevelChosen(value(event))));
    let year_chosen = ctx
        .on(|event: &Event| Some(ImportEvent::PreviewYearChosen(value(event).parse().unwrap_or_default())));
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
