//! "Lưu vào tệp": how the file stands, the button, and the question when others changed it.

use crate::shell::frame::event::FrameEvent;
use yew::prelude::*;

use crate::features::linked_file::event::LinkedFileEvent;
use crate::features::linked_file::sentences::{file_line, file_word};
use crate::features::linked_file::state::{FileLink, FileState, FileTrouble};
use crate::shell::dialog::Dialog;
use crate::shell::state::State;
use crate::shell::view::{View, ViewContext};
use crate::ui::dialog::Modal;
use formats::overwrite_check::Conflict;
use i18n::numbers::{day, time_of_day};
use i18n::{Key, Words};

/// The file that the open document is written to.
#[derive(PartialEq, Eq)]
pub struct File {
    offered: bool,
    link: Option<FileLink>,
}

impl File {
    /// Reads it.
    pub fn read(state: &State) -> Self {
        Self { offered: state.linked_files.offered, link: state.link().cloned() }
    }

    /// Whether there is one.
    pub const fn is_linked(&self) -> bool {
        self.link.is_some()
    }
}

/// How the file stands and what can be done next; without one what `else_say` says, and the offer where there is one.
pub fn draw_file(file: &File, else_say: impl FnOnce() -> String, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let action = |action, event, text: String| {
        html! {
            <>{ " · " }<button type="button" class="link" data-action={action} onclick={on(ctx, event)}>{ text }</button></>
        }
    };
    let Some(link) = &file.link else {
        // What another window edits, that window writes.
        let offer = (file.offered && !ctx.read_only)
            .then(|| action("save-file", LinkedFileEvent::Pressed, words.get(Key::FileSave).to_owned()));
        return html! { <><span>{ else_say() }</span>{ offer }</> };
    };
    html! {
        <>
            <span data-out="to-file" data-value={file_word(link)} title={link.name.clone()}>{ file_line(link, words) }</span>
            if !ctx.read_only {
                { action("save-file", LinkedFileEvent::Pressed, words.fill(next_step(&link.state), &[("name", &link.name)])) }
                { action("stop-file", LinkedFileEvent::StopPressed, words.get(Key::FileStop).to_owned()) }
            }
        </>
    }
}

const fn next_step(state: &FileState) -> Key {
    match state {
        FileState::Waiting => Key::FileContinue,
        FileState::Ready | FileState::Writing => Key::FileSaveNow,
        FileState::Failed(FileTrouble::Gone) => Key::FileElsewhere,
        FileState::Failed(_) => Key::FileAgain,
        FileState::Other(_) => Key::FileDecide,
    }
}

fn on(ctx: &ViewContext, event: LinkedFileEvent) -> Callback<MouseEvent> {
    ctx.always(event)
}

/// The question what to do with a file that holds what others wrote.
#[derive(PartialEq, Eq)]
pub struct FileChanged {
    file: Option<(String, Conflict)>,
}

impl View for FileChanged {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        let link = state.link().filter(|_| state.frame.dialog == Some(Dialog::FileChanged));
        let file = link.and_then(|link| match &link.state {
            FileState::Other(other) => Some((link.name.clone(), other.clone())),
            FileState::Waiting | FileState::Ready | FileState::Writing | FileState::Failed(_) => None,
        });
        Self { file }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        html! {
            <div class="dialog-slot">
                if let Some((name, other)) = &self.file {
                    { ask(name, other, ctx) }
                }
            </div>
        }
    }
}

fn ask(name: &str, other: &Conflict, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let button = |class, action, event, key| {
        html! {
            <button type="button" class={classes!("button", class)} data-action={action} onclick={on(ctx, event)}>{ words.get(key) }</button>
        }
    };
    let foot = html! {
        <>
            if *other != Conflict::NotOurs {
                { button("button--primary", "file-look", LinkedFileEvent::LookPressed, Key::FileLook) }
            }
            { button("", "file-elsewhere", LinkedFileEvent::ElsewherePressed, Key::FileElsewhere) }
            { button("button--danger", "file-overwrite", LinkedFileEvent::OverwritePressed, Key::FileOverwrite) }
            <button type="button" class="button push" data-action="close"
                onclick={ctx.always::<MouseEvent>(FrameEvent::DialogSet(None))}>{ words.get(Key::Cancel) }</button>
        </>
    };
    let body = html! { <><p>{ what(other, words) }</p><p>{ words.get(Key::FileChangedHelp) }</p></> };
    let title = words.fill(Key::FileChangedTitle, &[("name", name)]);
    Modal { key: "file-changed", alert: true, title, body, foot, ..Modal::default() }.draw()
}

/// What others put into the file.
fn what(other: &Conflict, words: Words) -> String {
    match other {
        Conflict::Changed { revision, saved } if saved.is_empty() => {
            words.fill(Key::FileHoldsRevision, &[("n", &revision.to_string())])
        }
        Conflict::Changed { revision, saved } => words.fill(
            Key::FileHoldsNewer,
            &[("n", &revision.to_string()), ("time", time_of_day(saved)), ("date", &day(saved))],
        ),
        Conflict::Document { unit, year } => {
            let unit = unit.trim();
            let unit = if unit.is_empty() { words.get(Key::UnitUnnamed) } else { unit };
            words.fill(Key::FileHoldsDocument, &[("unit", unit), ("year", &year.to_string())])
        }
        Conflict::NotOurs => words.get(Key::FileHoldsForeign).to_owned(),
    }
}
