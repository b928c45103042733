//! One event changes the state of a workspace, and may ask for something outside.

use std::collections::VecDeque;

use crate::document::saving::Saving;
use crate::document::versions::VersionReason;
use crate::features::entry::event::EntryEvent;
use crate::features::exporting::office_files;
use crate::features::report::event::ReportEvent;
use crate::features::results::last_year;
use crate::features::samples::event::SampleEvent;
use crate::features::windows::state::DocumentLock;
use crate::features::{
    drafts, entry, exercises, exporting, importing, linked_file, pasting, presentation, reference, report,
    results, scenario, sharing, versions, windows,
};
use crate::shell::context::Context;
use crate::shell::effect::Effect;
use crate::shell::event::AppEvent;
use crate::shell::keep_version::keep;
use crate::shell::notice::Notice;
use crate::shell::page::Page;
use crate::shell::state::State;
use crate::shell::{document_update, frame_update};

/// Takes an event of one workspace, and what its features leave to each other.
pub(crate) fn update(state: &mut State, event: AppEvent, context: &Context) -> Vec<Effect> {
    state.now.clone_from(&context.now);
    let before = state.cover();
    let open = state.document.id().to_owned();
    let mut effects = Vec::new();
    let mut next = VecDeque::from([event]);
    while let Some(event) = next.pop_front() {
        if state.is_read_only() && event.edits_document() {
            effects.extend(put_aside_late(state, event, context));
            continue;
        }
        for effect in take(state, event, context) {
            if let Effect::Then(event) = effect { next.push_back(*event) } else { effects.push(effect) }
        }
    }
    last_year::refresh(state);
    scenario::update::sync(state);
    if state.frame.page == Page::Reference {
        reference::update::sync(state);
    }
    if state.frame.page == Page::Presentation {
        effects.extend(exercises::update::sync(state));
    }
    effects.extend(presentation::update::sync(state));
    if state.document.id() != open && state.document.saving != Saving::Unavailable {
        effects.push(Effect::Lock(state.document.id().to_owned()));
    }
    match (before, state.cover()) {
        (before, now) if before == now => {}
        // What the event itself brought into focus comes after, and wins.
        (_, Some(_)) => effects.insert(0, Effect::ModalOpened),
        (_, None) => effects.insert(0, Effect::ModalClosed),
    }
    effects
}

/// What was typed after this window let the document go, and before its fields were drawn as read only: it is no edit any
/// more, and is kept as a version.
fn put_aside_late(state: &mut State, event: AppEvent, context: &Context) -> Option<Effect> {
    let is_typed = matches!(
        event,
        AppEvent::Entry(
            EntryEvent::FigureTyped { .. }
                | EntryEvent::ReasonTyped(..)
                | EntryEvent::NoteTyped(..)
                | EntryEvent::EvidenceTyped(..)
                | EntryEvent::HeadingTyped(..)
        ) | AppEvent::Report(ReportEvent::NarrativeTyped(..) | ReportEvent::TaskTyped(..))
    );
    let was_let_go = matches!(state.windows.lock, DocumentLock::Elsewhere | DocumentLock::Asked);
    if !is_typed || !was_let_go {
        return None;
    }
    let mut typed = state.clone();
    take(&mut typed, event, context);
    if typed.document.assessment() == state.document.assessment() {
        return None;
    }
    let kept = keep(&typed, VersionReason::OtherWindow, context);
    if kept.is_some() {
        state.frame.notice = Some(Notice::PutAside);
    }
    kept
}

/// Takes an event of the workspace that is in front: each feature its own.
fn take(state: &mut State, event: AppEvent, context: &Context) -> Vec<Effect> {
    match event {
        AppEvent::Document(event) => document_update::update(state, event, context),
        AppEvent::Frame(event) => frame_update::update(state, event),
        AppEvent::Entry(event) => entry::update::update(state, event, context),
        AppEvent::Paste(event) => pasting::update::update(state, event),
        AppEvent::Report(event) => report::update::update(state, event, context),
        AppEvent::Results(event) => results::update::update(state, event),
        AppEvent::Scenario(event) => scenario::update::update(state, event, context),
        AppEvent::Presentation(event) => presentation::update::update(state, event),
        AppEvent::Exercise(event) => exercises::update::update(state, event, context),
        AppEvent::Reference(event) => reference::update::update(state, event),
        AppEvent::Draft(event) => drafts::update::update(state, event, context),
        AppEvent::Version(event) => versions::update::update(state, event, context),
        AppEvent::Window(event) => windows::update::update(state, event, context),
        AppEvent::LinkedFile(event) => linked_file::update::update(state, event, context),
        AppEvent::Import(event) => importing::update::update(state, event, context),
        AppEvent::Export(event) => exporting::update::update(state, event, context),
        AppEvent::Office(event) => office_files::update(state, event, context),
        AppEvent::Share(event) => sharing::update::update(state, event, context),
        // `workspaces::reduce` has had it; one that is left while no sample is open changes nothing.
        AppEvent::Sample(SampleEvent::Reached { .. } | SampleEvent::Opened(_) | SampleEvent::Left) => {
            Vec::new()
        }
    }
}
