//! Undo and redo, drafts, files, and the line about where the data is.

use crate::document::event::DocumentEvent;
use crate::features::exporting::event::ExportEvent;
use crate::shell::frame::event::FrameEvent;
use crate::shell::frame::saved_line::SavedLine;
use yew::prelude::*;

use crate::document::history::StepName;
use crate::document::step_names::step;
use crate::shell::dialog::Dialog;
use crate::shell::state::State;
use crate::shell::view::{View, ViewContext};
use crate::ui::icons::{Icon, icon};
use i18n::{Key, Words};

/// The tools beside the score.
#[derive(PartialEq, Eq)]
pub struct Tools {
    menu_open: bool,
    undo: Option<StepName>,
    redo: Option<StepName>,
}

impl View for Tools {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        Self {
            menu_open: state.frame.menu_open,
            undo: state.document.history.next_undo().cloned(),
            redo: state.document.history.next_redo().cloned(),
        }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        html! {
            <section class={classes!("tools", self.menu_open.then_some("tools--open"))} aria-label={words.get(Key::Tools)}>
                <div class="tools__row">
                    { undo_button(self.undo.as_ref(), ctx) }
                    { redo_button(self.redo.as_ref(), ctx) }
                    <button type="button" class="button" data-action="drafts" aria-haspopup="dialog"
                        onclick={ctx.always::<MouseEvent>(FrameEvent::DialogSet(Some(Dialog::Drafts)))}>{ words.get(Key::Drafts) }</button>
                    <label class="button button--file">
                        { icon(Icon::Upload) }{ words.get(Key::OpenFile) }
                        // Read by the page's own listener: a file is no part of the state until it has been read.
                        <input type="file" id="import" name="import" accept=".json,.html,.htm,.xlsx,application/json,text/html"/>
                    </label>
                    <button type="button" class="button button--primary" data-action="export-json"
                        onclick={ctx.always::<MouseEvent>(ExportEvent::JsonPressed)}>
                        { icon(Icon::Download) }{ words.get(Key::ExportFile) }
                    </button>
                    <button type="button" class="button" data-action="export-html" title={words.get(Key::ExportCopy)}
                        onclick={ctx.always::<MouseEvent>(ExportEvent::CopyPressed)}>
                        <span class="tools__word">{ words.get(Key::ExportCopy) }</span>{ icon(Icon::Copy) }
                    </button>
                    <button type="button" class="button" data-action="send" aria-haspopup="dialog" title={words.get(Key::Send)}
                        onclick={ctx.always::<MouseEvent>(FrameEvent::DialogSet(Some(Dialog::Send)))}>
                        <span class="tools__word tools__word--wide">{ words.get(Key::Send) }</span>{ icon(Icon::Send) }
                    </button>
                </div>
                { ctx.view::<SavedLine>(()) }
            </section>
        }
    }
}

fn undo_button(next: Option<&StepName>, ctx: &ViewContext) -> Html {
    let name = named(Key::UndoStep, Key::Undo, next, ctx.words);
    html! {
        <button type="button" class="button tools__step" data-action="undo" title={name.clone()} aria-label={name}
            aria-disabled={(next.is_none() || ctx.read_only).then_some("true")} onclick={ctx.always::<MouseEvent>(DocumentEvent::UndoPressed)}>
            { icon(Icon::Undo) }<span>{ ctx.words.get(Key::Undo) }</span>
        </button>
    }
}

fn redo_button(next: Option<&StepName>, ctx: &ViewContext) -> Html {
    let name = named(Key::RedoStep, Key::Redo, next, ctx.words);
    html! {
        <button type="button" class="button button--icon" data-action="redo" title={name.clone()}
            aria-disabled={(next.is_none() || ctx.read_only).then_some("true")} onclick={ctx.always::<MouseEvent>(DocumentEvent::RedoPressed)}>
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
