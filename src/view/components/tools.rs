//! Undo and redo, drafts, files, and the line about where the data is.

use yew::prelude::*;

use super::saved_line::SavedLine;
use crate::app::{Action, Dialog, StepName};
use crate::view::hooks::{Dispatch, use_dispatch, use_part, use_words};
use crate::view::icons::{Icon, icon};
use crate::view::sentences::step;
use crate::view::words::{Key, Words};

/// The tools beside the score.
#[component]
pub fn Tools() -> Html {
    let words = use_words();
    let dispatch = use_dispatch();
    let (undo, redo) =
        use_part(|state| (state.history.next_undo().cloned(), state.history.next_redo().cloned()))
            .unwrap_or_default();
    html! {
        <section class="tools" aria-label={words.get(Key::Tools)}>
            <div class="tools__row">
                { undo_button(undo.as_ref(), &dispatch, words) }
                { redo_button(redo.as_ref(), &dispatch, words) }
                <button type="button" class="button" data-action="drafts" aria-haspopup="dialog"
                    onclick={dispatch.always(Action::DialogSet(Some(Dialog::Drafts)))}>{ words.get(Key::Drafts) }</button>
                <label class="button button--file">
                    { icon(Icon::Upload) }{ words.get(Key::OpenFile) }
                    // Read by the page's own listener: a file is no part of the state until it has been read.
                    <input type="file" id="import" name="import" accept=".json,application/json"/>
                </label>
                <button type="button" class="button button--primary" data-action="export-json"
                    onclick={dispatch.always(Action::ExportPressed)}>
                    { icon(Icon::Download) }{ words.get(Key::ExportFile) }
                </button>
            </div>
            <SavedLine/>
        </section>
    }
}

fn undo_button(next: Option<&StepName>, dispatch: &Dispatch, words: Words) -> Html {
    let name = named(Key::UndoStep, Key::Undo, next, words);
    html! {
        <button type="button" class="button tools__step" data-action="undo" title={name.clone()}
            aria-disabled={next.is_none().then_some("true")} onclick={dispatch.always(Action::UndoPressed)}>
            { icon(Icon::Undo) }<span>{ name }</span>
        </button>
    }
}

fn redo_button(next: Option<&StepName>, dispatch: &Dispatch, words: Words) -> Html {
    let name = named(Key::RedoStep, Key::Redo, next, words);
    html! {
        <button type="button" class="button button--icon" data-action="redo" title={name.clone()}
            aria-disabled={next.is_none().then_some("true")} onclick={dispatch.always(Action::RedoPressed)}>
            { icon(Icon::Redo) }<span class="vh">{ name }</span>
        </button>
    }
}

fn named(with: Key, without: Key, next: Option<&StepName>, words: Words) -> String {
    next.map_or_else(
        || words.get(without).to_owned(),
        |next| words.fill(with, &[("step", &step(next, words))]),
    )
}
