//! The drafts on this computer, and what may be done with them.

use crate::features::drafts::event::DraftEvent;
use crate::features::exporting::event::ExportEvent;
use crate::shell::frame::event::FrameEvent;
use std::rc::Rc;

use yew::prelude::*;

use crate::document::draft::Draft;
use crate::document::view::differences::excerpt;
use crate::shell::dialog::Dialog;
use crate::shell::state::State;
use crate::shell::view::{PtrEq, View, ViewContext};
use crate::ui::dialog::Modal;
use crate::ui::focus::{choose_file, value};
use crate::ui::icons::{Icon, icon};
use i18n::numbers::{day, days_between, time_of_day};
use i18n::sentences::within;
use i18n::{Key, Words};
use scoring::loaded_set::LoadedSet;
use scoring::target_set::TargetSet;

/// The dialogs about drafts; closed, they read nothing.
#[derive(PartialEq, Eq)]
pub struct Drafts(Option<Opened>);

/// What an open dialog shows.
#[derive(PartialEq, Eq)]
struct Opened {
    dialog: Dialog,
    entries: Rc<Vec<Draft>>,
    open: String,
    /// The sets at hand; the first is the one of the open document.
    sets: Vec<PtrEq<LoadedSet>>,
    chosen_set: String,
    today: String,
    foreign: usize,
}

impl Opened {
    /// The set of a draft, if it is at hand.
    fn set_of(&self, draft: &Draft) -> Option<&TargetSet> {
        let named = &draft.set.sha256;
        let is_its = |loaded: &&PtrEq<LoadedSet>| {
            if named.is_empty() { loaded.0.text.is_empty() } else { loaded.0.sha256 == *named }
        };
        self.sets.iter().find(is_its).map(|loaded| &loaded.0.set)
    }

    fn kept(&self) -> impl Iterator<Item = &Draft> {
        self.entries.iter().filter(|draft| draft.removed.is_none())
    }
}

/// The sets at hand, that of the open document first.
fn sets(state: &State) -> Vec<PtrEq<LoadedSet>> {
    let others = state.sets.all().iter().filter(|other| other.sha256 != state.document.loaded().sha256);
    std::iter::once(state.document.loaded()).chain(others).map(|loaded| PtrEq(Rc::clone(loaded))).collect()
}

impl View for Drafts {
    type Key = ();

    fn read(shown: &State, (): &()) -> Self {
        let Some(dialog @ (Dialog::Drafts | Dialog::RemoveDraft(_) | Dialog::RemoveAll)) =
            &shown.frame.dialog
        else {
            return Self(None);
        };
        // A sample is none of them.
        let state = shown.own();
        Self(Some(Opened {
            dialog: dialog.clone(),
            entries: Rc::clone(&state.drafts.entries),
            open: state.document.id().to_owned(),
            // What is chosen here is chosen over the sample, and goes along when it is left.
            sets: sets(shown),
            chosen_set: shown.drafts.chosen_set.clone(),
            today: state.now.get(..10).unwrap_or_default().to_owned(),
            foreign: state.drafts.foreign,
        }))
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let shown = self.0.as_ref().map(|opened| match &opened.dialog {
            Dialog::RemoveDraft(id) => ask_remove(opened, id, ctx),
            Dialog::RemoveAll => ask_remove_all(opened, ctx),
            Dialog::Drafts
            | Dialog::Versions
            | Dialog::FileChanged
            | Dialog::Link(_)
            | Dialog::Send
            | Dialog::SetFaults(_) => list(opened, ctx),
        });
        html! { <div class="dialog-slot">{ shown.unwrap_or_default() }</div> }
    }
}

fn list(part: &Opened, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let close = ctx.dialog_closer();
    let remove_all = (part.kept().count() > 0).then(|| {
        html! {
            <button type="button" class="button button--danger push" data-action="remove-all"
                onclick={ctx.always::<MouseEvent>(FrameEvent::DialogSet(Some(Dialog::RemoveAll)))}>{ words.get(Key::RemoveAll) }</button>
        }
    });
    let foot = html! {
        <>
            <button type="button" class="button button--primary" data-action="new-draft"
                onclick={ctx.always::<MouseEvent>(DraftEvent::NewPressed)}>{ words.get(Key::NewDraft) }</button>
            <button type="button" class="button" data-action="open-file"
                onclick={Callback::from(|event: MouseEvent| choose_file(&event))}>
                { icon(Icon::Upload) }{ words.get(Key::OpenFile) }
            </button>
            { remove_all }
        </>
    };
    let body = html! {
            <>
    <p>{ words.get(Key::DraftsHelp) }</p>
                { choice_of_set(part, ctx) }
                if part.foreign > 0 {
                    <p class="warning">{ words.fill(Key::DraftsForeign, &[("n", &part.foreign.to_string())]) }</p>
                }
                if part.kept().next().is_none() {
                    <p>{ words.get(Key::DraftsNone) }</p>
                }
                <ul class="drafts">
                    for draft in part.kept() {
                        { item(draft, part, ctx) }
                    }
                </ul>
            </>
        };
    let title = words.get(Key::DraftsTitle).to_owned();
    Modal { key: "drafts", close, title, body, foot, ..Modal::default() }.draw()
}

fn item(draft: &Draft, part: &Opened, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let open = draft.id == part.open;
    let progress = format!("{}/{}", draft.answered, draft.targets);
    let id = || draft.id.clone();
    html! {
        <li class={classes!("draft", open.then_some("draft--current"))} key={draft.id.as_str()} data-draft={id()}>
            <div>
                <p class="draft__name">
                    <bdi>{ name(draft, words) }</bdi>
                    if open {
                        { " " }<span class="mark mark--quiet">{ words.get(Key::DraftOpen) }</span>
                    }
                </p>
                <p class="draft__meta">{ meta(draft, part, words) }</p>
            </div>
            <div class="draft__progress">
                <span>{ progress.clone() }{ " " }{ words.get(Key::TargetsEntered) }</span>
                <progress max={draft.targets.to_string()} value={draft.answered.to_string()} aria-label={progress}/>
            </div>
            <div class="draft__actions">
                <button type="button" class={classes!("button", (!open).then_some("button--primary"))} data-action="open-draft"
                    onclick={ctx.always::<MouseEvent>(DraftEvent::Chosen(id()))}>{ words.get(Key::OpenDraft) }</button>
                if part.set_of(draft).is_some_and(|set| set.years.last().is_some_and(|last| draft.year < *last)) {
                    <button type="button" class="button" data-action="duplicate-draft"
                        onclick={ctx.always::<MouseEvent>(DraftEvent::DuplicatePressed(id()))}>{ words.get(Key::DuplicateDraft) }</button>
                }
                <button type="button" class="button button--danger" data-action="remove-draft"
                    onclick={ctx.always::<MouseEvent>(FrameEvent::DialogSet(Some(Dialog::RemoveDraft(id()))))}>{ words.get(Key::RemoveDraft) }</button>
            </div>
        </li>
    }
}

/// Which set a new document is to begin with.
fn choice_of_set(part: &Opened, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let chosen = ctx.on(|event: &Event| Some(DraftEvent::SetChosen(value(event))));
    html! {
        <div class="field">
            <label class="field__label" for="new-set">{ words.get(Key::SetForNew) }</label>
            <select class="input" id="new-set" name="new-set" onchange={chosen}>
                for (place, loaded) in part.sets.iter().enumerate() {
                    <option key={loaded.0.sha256.as_str()} value={loaded.0.sha256.clone()}
                        selected={if part.chosen_set.is_empty() { place == 0 } else { loaded.0.sha256 == part.chosen_set }}>
                        { excerpt(words.of(&loaded.0.set.title), "") }
                    </option>
                }
            </select>
        </div>
    }
}

fn name(draft: &Draft, words: Words) -> String {
    let name = draft.unit.trim();
    if name.is_empty() { words.get(Key::UnitUnnamed).to_owned() } else { excerpt(name, "") }
}

/// "cấp xã · 2023 · sửa lúc 09:41 hôm nay · chưa xuất tệp".
fn meta(draft: &Draft, part: &Opened, words: Words) -> String {
    let set = part.set_of(draft);
    let level = set.and_then(|set| set.level(&draft.level));
    let level = level.map(|level| within(words.of(&level.name))).unwrap_or_default();
    let time = time_of_day(&draft.saved);
    let saved = match days_between(&draft.saved, &part.today) {
        Some(0) => words.fill(Key::ChangedToday, &[("time", time)]),
        _ => words.fill(Key::ChangedOn, &[("time", time), ("date", &day(&draft.saved))]),
    };
    let file = if draft.exported.is_empty() { words.get(Key::DraftNotExported) } else { "" };
    // Which set needs saying where it is not the one of nearly every document.
    let set = match set {
        None => words.get(Key::DraftSetMissing).to_owned(),
        Some(_) if draft.set.sha256.is_empty() => String::new(),
        Some(set) => excerpt(words.of(&set.title), ""),
    };
    let parts = [level, draft.year.to_string(), saved, file.to_owned(), set];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn ask_remove(part: &Opened, id: &str, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let draft = part.kept().find(|draft| draft.id == id);
    let name = draft.map(|draft| format!("{} {}", name(draft, words), draft.year)).unwrap_or_default();
    let foot = html! {
        <>
            <button type="button" class="button button--danger" data-action="remove-draft-yes"
                onclick={ctx.always::<MouseEvent>(DraftEvent::Removed(id.to_owned()))}>{ words.get(Key::RemoveDraft) }</button>
            <button type="button" class="button push" data-action="close"
                onclick={ctx.always::<MouseEvent>(FrameEvent::DialogSet(Some(Dialog::Drafts)))}>{ words.get(Key::Cancel) }</button>
        </>
    };
    let body = html! {
            <>
    <p>{ words.get(Key::RemoveDraftHelp) }</p>
            </>
        };
    let title = words.fill(Key::RemoveDraftTitle, &[("name", &name)]);
    Modal { key: "remove-draft", alert: true, title, body, foot, ..Modal::default() }.draw()
}

fn ask_remove_all(part: &Opened, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let count = part.kept().count().to_string();
    let unsaved: Vec<_> = part.kept().filter(|draft| draft.exported < draft.saved).collect();
    let names =
        unsaved.iter().map(|draft| format!("{} {}", name(draft, words), draft.year)).collect::<Vec<_>>();
    let foot = html! {
        <>
            <button type="button" class="button button--primary" data-action="export-all"
                onclick={ctx.always::<MouseEvent>(ExportEvent::AllPressed)}>{ words.get(Key::ExportAll) }</button>
            <button type="button" class="button button--danger" data-action="remove-all-yes"
                onclick={ctx.always::<MouseEvent>(DraftEvent::AllRemoved)}>{ words.fill(Key::RemoveAllYes, &[("n", &count)]) }</button>
            <button type="button" class="button push" data-action="close"
                onclick={ctx.always::<MouseEvent>(FrameEvent::DialogSet(Some(Dialog::Drafts)))}>{ words.get(Key::Cancel) }</button>
        </>
    };
    let body = html! {
            <>
    if !names.is_empty() {
                    <p>{ words.fill(Key::RemoveAllUnsaved, &[("names", &names.join("; "))]) }</p>
                }
                <p>{ words.get(Key::RemoveAllHelp) }</p>
            </>
        };
    let title = words.fill(Key::RemoveAllTitle, &[("n", &count)]);
    Modal { key: "remove-all", alert: true, title, body, foot, ..Modal::default() }.draw()
}
