//! What is wrong in the file of a set: all of it, in the words of those who mend it.

use yew::prelude::*;

use crate::features::sharing::event::ShareEvent;
use crate::shell::dialog::{Dialog, SetFaults};
use crate::shell::frame::event::FrameEvent;
use crate::shell::state::State;
use crate::shell::view::{View, ViewContext};
use crate::ui::dialog::Modal;
use crate::ui::icons::{Icon, icon};
use i18n::sentences::{fault_line, line, mended, owner, path};
use i18n::{Key, Words};
use scoring::invisible_chars::show_invisible;
use scoring::json_reader::Fault;

/// The name of the field that holds the whole list, to be copied.
pub const SET_FAULTS: &str = "set-faults";

/// The dialog with the faults of a set.
#[derive(PartialEq, Eq)]
pub struct SetFaultsDialog(Option<SetFaults>);

impl View for SetFaultsDialog {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        Self(match &state.frame.dialog {
            Some(Dialog::SetFaults(faults)) => Some(faults.clone()),
            _ => None,
        })
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        html! {
            <div class="dialog-slot">
                if let Some(faults) = &self.0 {
                    { draw(faults, ctx) }
                }
            </div>
        }
    }
}

fn draw(found: &SetFaults, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let count = found.faults.len().to_string();
    let title = words.fill(Key::FaultsTitle, &[("name", &show_invisible(&found.name)), ("n", &count)]);
    let text: Vec<_> = found.faults.iter().map(|fault| text_line(fault, words)).collect();
    let copied = found.copied.map(|copied| if copied { Key::FaultsCopied } else { Key::FaultsNotCopied });
    let body = html! {
        <div class="faults" data-faults={count}>
            <p>{ words.get(Key::FaultsHelp) }</p>
            for group in found.faults.chunk_by(|a, b| a.owner == b.owner) {
                { draw_group(group, words) }
            }
            <div class="field">
                <label class="field__label" for={SET_FAULTS}>{ words.get(Key::FaultsField) }</label>
                <textarea class="input" id={SET_FAULTS} name={SET_FAULTS} rows="3" readonly={true} value={text.join("\n")}/>
            </div>
            <p role="status">{ copied.map(|key| words.get(key)).unwrap_or_default() }</p>
        </div>
    };
    let foot = html! {
        <>
            <button type="button" class="button button--primary" data-action="copy-faults"
                onclick={ctx.always::<MouseEvent>(ShareEvent::CopyPressed)}>{ icon(Icon::Copy) }{ words.get(Key::FaultsCopy) }</button>
            <button type="button" class="button push" data-action="close"
                onclick={ctx.always::<MouseEvent>(FrameEvent::DialogSet(None))}>{ words.get(Key::Close) }</button>
        </>
    };
    Modal { key: "set-faults", title, close: ctx.dialog_closer(), body, foot, ..Modal::default() }.draw()
}

/// The faults of one target, or of what else they lie in.
fn draw_group(group: &[Fault], words: Words) -> Html {
    html! {
        <section>
            <h3>{ group.first().map(|fault| owner(fault, words)).unwrap_or_default() }</h3>
            <ul>
                for fault in group {
                    <li>
                        if let Some(line) = line(fault, words) {
                            <b>{ line }</b>{ ": " }
                        }
                        <bdi>{ mended(fault, words) }</bdi>{ " " }<code>{ path(&fault.path) }</code>
                    </li>
                }
            </ul>
        </section>
    }
}

/// A fault as it is copied, with its path at the end.
fn text_line(fault: &Fault, words: Words) -> String {
    [&fault_line(fault, words), " [", &path(&fault.path), "]"].concat()
}
