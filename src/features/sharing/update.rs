//! Links with a document in them: made, copied, opened.

use crate::features::importing::event::ImportEvent;
use crate::features::importing::view::set_faults::SET_FAULTS;
use crate::features::sharing::event::ShareEvent;
use crate::shell::document_file::{file_to_hand_over, reads_back};
use crate::shell::refusal::refused;
use crate::shell::save;
use std::rc::Rc;

use crate::features::sharing::state::Sharing;
use crate::shell::context::Context;
use crate::shell::dialog::{Dialog, SetFaults};
use crate::shell::effect::Effect;
use crate::shell::notice::Refused;
use crate::shell::page::{Address, Page};
use crate::shell::state::State;
use formats::document_reader::Refusal;
use formats::qr::Qr;
use formats::share_link::ShareLinkFault;
use formats::{document_reader, share_link};

/// Takes an event of this feature.
pub(crate) fn update(state: &mut State, event: ShareEvent, context: &Context) -> Vec<Effect> {
    match event {
        ShareEvent::Pressed => pressed(state, context),
        ShareEvent::Made(compressed) => made(state, compressed.as_deref()),
        ShareEvent::CopyPressed => copy_pressed(state),
        ShareEvent::Copied(copied) => link_copied(state, copied),
        ShareEvent::Reached(address) => reached(state, &address),
        ShareEvent::Read { name, bytes } => read(state, name, &bytes),
        ShareEvent::Unreadable => link_refused(state, ShareLinkFault::Damaged),
    }
}

/// Writes the document and reads it back, as for a file, and has it compressed.
pub(crate) fn pressed(state: &mut State, context: &Context) -> Vec<Effect> {
    if state.frame.site.is_empty() {
        state.frame.dialog = Some(Dialog::Link(Sharing::NoSite));
        return Vec::new();
    }
    // As it was made, a sample is opened by its address: short enough for any camera.
    if let Some(sample) = state
        .sample()
        .filter(|sample| sample.open(state.sample_set()).as_ref() == Some(state.document.assessment()))
    {
        let link = state.link_to(sample, state.frame.page);
        state.frame.dialog = Some(Dialog::Link(sharing_of(link)));
        return Vec::new();
    }
    let mut effects = save::save_due(state, context);
    let text = share_link::text(&file_to_hand_over(state, context));
    let sharing = if reads_back(&text, state.document.assessment()) {
        effects.push(Effect::Compress(text));
        Sharing::Making
    } else {
        Sharing::Failed
    };
    state.frame.dialog = Some(Dialog::Link(sharing));
    effects
}

/// The link stands, if it is still wanted.
pub(crate) fn made(state: &mut State, compressed: Option<&[u8]>) -> Vec<Effect> {
    if let Some(Dialog::Link(sharing)) = &mut state.frame.dialog
        && *sharing == Sharing::Making
    {
        *sharing = compressed.map_or(Sharing::Failed, |compressed| {
            sharing_of([&state.frame.site, share_link::write(compressed).as_str()].concat())
        });
    }
    Vec::new()
}

fn sharing_of(link: String) -> Sharing {
    let characters = link.chars().count();
    if characters > share_link::MOST_CHARACTERS {
        return Sharing::TooLong(characters);
    }
    Sharing::Ready { code: Qr::of(&link).map(Rc::new), link: link.into(), copied: None }
}

pub(crate) fn copy_pressed(state: &State) -> Vec<Effect> {
    match state.frame.dialog {
        Some(Dialog::Link(Sharing::Ready { .. })) => vec![Effect::Copy("link")],
        Some(Dialog::SetFaults(_)) => vec![Effect::Copy(SET_FAULTS)],
        _ => Vec::new(),
    }
}

pub(crate) fn link_copied(state: &mut State, went_well: bool) -> Vec<Effect> {
    if let Some(Dialog::Link(Sharing::Ready { copied, .. }) | Dialog::SetFaults(SetFaults { copied, .. })) =
        &mut state.frame.dialog
    {
        *copied = Some(went_well);
    }
    Vec::new()
}

/// An address with a document in it: it is decompressed, then previewed like any file.
pub(crate) fn reached(state: &mut State, address: &str) -> Vec<Effect> {
    state.frame.page = Page::default();
    state.frame.address = Address::Link;
    match share_link::read(address) {
        Ok(compressed) => vec![Effect::Decompress(compressed)],
        Err(fault) => link_refused(state, fault),
    }
}

/// A link carries a file of ours or nothing: whatever else is in it is damage.
pub(crate) fn read(state: &mut State, name: String, bytes: &[u8]) -> Vec<Effect> {
    match document_reader::read(bytes) {
        Ok(_) => vec![Effect::Then(Box::new(ImportEvent::FileRead { name, bytes: bytes.to_vec() }.into()))],
        Err(Refusal::Newer(_)) => link_refused(state, ShareLinkFault::Newer),
        Err(_) => link_refused(state, ShareLinkFault::Damaged),
    }
}

pub(crate) fn link_refused(state: &mut State, fault: ShareLinkFault) -> Vec<Effect> {
    refused(state, String::new(), Refused::Link(fault))
}
