//! A link with the document in it, its QR code, and where neither can be had, the file.

use crate::features::exporting::event::ExportEvent;
use crate::features::sharing::event::ShareEvent;
use crate::shell::frame::event::FrameEvent;
use yew::prelude::*;

use crate::features::sharing::state::Sharing;
use crate::shell::dialog::Dialog;
use crate::shell::state::State;
use crate::shell::view::{View, ViewContext};
use crate::ui::dialog::Modal;
use crate::ui::focus::fill_screen;
use crate::ui::icons::{Icon, icon};
use crate::ui::qr::draw_code;
use formats::qr::MOST_CHARACTERS as LONGEST_QR;
use formats::share_link::MOST_CHARACTERS as LONGEST_LINK;
use i18n::{Key, Words};

/// The id of the code.
const CODE: &str = "link-code";

/// The dialog about the link.
#[derive(PartialEq, Eq)]
pub struct LinkDialog {
    sharing: Option<Sharing>,
}

impl View for LinkDialog {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        let sharing = match &state.frame.dialog {
            Some(Dialog::Link(sharing)) => Some(sharing.clone()),
            _ => None,
        };
        Self { sharing }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        html! {
            <div class="dialog-slot">
                if let Some(sharing) = &self.sharing {
                    { draw(sharing, ctx) }
                }
            </div>
        }
    }
}

fn draw(sharing: &Sharing, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let ready = matches!(sharing, Sharing::Ready { .. });
    let close = ctx.always::<MouseEvent>(FrameEvent::DialogSet(None));
    let foot = html! {
        <>
            if ready {
                <button type="button" class="button button--primary" data-action="copy-link"
                    onclick={ctx.always::<MouseEvent>(ShareEvent::CopyPressed)}>{ words.get(Key::LinkCopy) }</button>
            }
            <button type="button" class={classes!("button", (!ready).then_some("button--primary"))} data-action="export-json"
                onclick={ctx.always::<MouseEvent>(ExportEvent::JsonPressed)}>
                { icon(Icon::Download) }{ words.get(Key::ExportFile) }
            </button>
            <button type="button" class="button push" data-action="close" onclick={close}>{ words.get(Key::Close) }</button>
        </>
    };
    let body = html! {
        <div class="share">
            <div class="share__words">
                if let Sharing::Ready { link, .. } = sharing {
                    <div class="field">
                        <label class="field__label" for="link">{ words.get(Key::LinkField) }</label>
                        <input class="input" id="link" name="link" type="text" readonly={true} value={link.to_string()}/>
                    </div>
                }
                <p role="status">{ say(sharing, words) }</p>
                if let Sharing::Ready { code, .. } = sharing {
                    <p class="warning">{ words.get(Key::LinkWarning) }</p>
                    if code.is_some() {
                        <p>{ words.get(Key::QrHelp) }</p>
                        <button type="button" class="button share__enlarge" data-action="enlarge-qr"
                            onclick={Callback::from(|event: MouseEvent| fill_screen(&event, CODE))}>{ words.get(Key::QrEnlarge) }</button>
                    }
                }
            </div>
            if let Sharing::Ready { code: Some(code), .. } = sharing {
                { draw_code(code, CODE, "share__code", words.get(Key::QrLabel)) }
            }
        </div>
    };
    let title = words.get(Key::LinkTitle).to_owned();
    Modal { key: "link", title, body, foot, ..Modal::default() }.draw()
}

/// What is to be said of the link as far as it has come.
fn say(sharing: &Sharing, words: Words) -> String {
    let too_long = |key, characters: usize, most: usize| {
        words.fill(key, &[("n", &characters.to_string()), ("most", &most.to_string())])
    };
    match sharing {
        Sharing::NoSite => words.get(Key::LinkNoSite).to_owned(),
        Sharing::Making => words.get(Key::LinkMaking).to_owned(),
        Sharing::Failed => words.get(Key::LinkFailed).to_owned(),
        Sharing::TooLong(characters) => too_long(Key::LinkTooLong, *characters, LONGEST_LINK),
        Sharing::Ready { copied: Some(true), .. } => words.get(Key::LinkCopied).to_owned(),
        Sharing::Ready { copied: Some(false), .. } => words.get(Key::LinkNotCopied).to_owned(),
        Sharing::Ready { code: None, link, .. } => too_long(Key::QrTooLong, link.len(), LONGEST_QR),
        Sharing::Ready { .. } => words.get(Key::LinkUse).to_owned(),
    }
}
