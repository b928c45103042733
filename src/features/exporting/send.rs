//! The ways to send the document to others: what each file is, and what its receiver does with it.

use crate::features::exporting::event::ExportEvent;
use crate::features::sharing::event::ShareEvent;
use crate::shell::event::AppEvent;
use crate::shell::frame::event::FrameEvent;
use std::rc::Rc;

use yew::prelude::*;

use crate::shell::dialog::Dialog;
use crate::shell::office::OfficeFile;
use crate::shell::state::State;
use crate::shell::view::{View, ViewContext};
use crate::ui::dialog::Modal;
use crate::ui::icons::{Icon, icon};
use i18n::sentences::within;
use i18n::{Key, Words};
use scoring::text::Text;

/// The dialog, and for whom a form would be.
#[derive(PartialEq, Eq)]
pub struct Send {
    open: bool,
    unit: String,
    level: Rc<Text>,
    year: u16,
    sample: bool,
}

impl Send {
    /// "UBND xã Phú Mậu, cấp xã, 2023".
    fn addressee(&self, words: Words) -> String {
        let unit = if self.unit.is_empty() { words.get(Key::UnitUnnamed) } else { &self.unit };
        [unit, &within(words.of(&self.level)), &self.year.to_string()].join(", ")
    }
}

impl View for Send {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        Self {
            open: state.frame.dialog == Some(Dialog::Send),
            unit: state.document.assessment().unit.name.trim().to_owned(),
            level: Rc::clone(state.document.level_name()),
            year: state.document.assessment().year,
            sample: state.document.assessment().is_sample(),
        }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        html! {
            <div class="dialog-slot">
                if self.open {
                    { draw(self, ctx) }
                }
            </div>
        }
    }
}

fn draw(part: &Send, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let leave = ctx.always::<MouseEvent>(FrameEvent::DialogSet(None));
    let close = ctx.dialog_closer();
    let form = words.fill(Key::SendFormHelp, &[("unit", &part.addressee(words))]);
    let body = html! {
        <ul class="ways">
            { way("export-json", ExportEvent::JsonPressed, Key::SendFile, words.get(Key::SendFileHelp), (Icon::Download, Key::ExportFile), ctx) }
            { way("export-html", ExportEvent::CopyPressed, Key::SendCopy, words.get(Key::SendCopyHelp), (Icon::Copy, Key::ExportCopy), ctx) }
            // A form would begin a real document under a sample's name.
            if !part.sample {
                { way("export-form", ExportEvent::FormPressed, Key::SendForm, &form, (Icon::Copy, Key::ExportForm), ctx) }
            }
            { way("export-template", ExportEvent::OfficePressed(OfficeFile::Template), Key::SendTemplate, words.get(Key::SendTemplateHelp), (Icon::Download, Key::ExportTemplate), ctx) }
            { way("share-link", ShareEvent::Pressed, Key::SendLink, words.get(Key::SendLinkHelp), (Icon::Code, Key::ShareLink), ctx) }
        </ul>
    };
    let foot = html! {
        <button type="button" class="button push" data-action="close" onclick={leave}>{ words.get(Key::Close) }</button>
    };
    Modal { key: "send", title: words.get(Key::SendTitle).to_owned(), close, body, foot, ..Modal::default() }
        .draw()
}

/// One way: what it is, what to know of it, and its button.
fn way(
    action: &'static str,
    pressed: impl Into<AppEvent> + Clone + 'static,
    name: Key,
    help: &str,
    (drawing, button): (Icon, Key),
    ctx: &ViewContext,
) -> Html {
    let words = ctx.words;
    html! {
        <li class="way">
            <div>
                <h3 class="way__name">{ words.get(name) }</h3>
                <p class="way__help">{ help.to_owned() }</p>
            </div>
            <button type="button" class="button" data-action={action} onclick={ctx.always::<MouseEvent>(pressed)}>
                { icon(drawing) }{ words.get(button) }
            </button>
        </li>
    }
}
