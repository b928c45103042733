//! Workspaces: the user's own, and a sample in front of it. While a sample is open the own one stands behind it, whole, and
//! comes back as it was.

use crate::document::open::OpenDocument;
use crate::features::drafts::event::DraftEvent;
use crate::features::importing::event::ImportEvent;
use crate::features::results::last_year;
use crate::features::samples::event::SampleEvent;
use crate::features::scenario;
use crate::shell::frame::event::FrameEvent;
use crate::shell::frame::state::FrameState;
use std::rc::Rc;

use crate::document::compose::compose_letters;
use crate::document::event_scope::EventScope;
use crate::document::saving::Saving;
use crate::features::importing::choice::ImportChoice;
use crate::features::importing::preview::Preview;
use crate::shell::context::Context;
use crate::shell::dialog::Dialog;
use crate::shell::effect::Effect;
use crate::shell::event::AppEvent;
use crate::shell::notice::Notice;
use crate::shell::open_document::reference;
use crate::shell::page::{Address, Page};
use crate::shell::save::save_due;
use crate::shell::scope::may_leave;
use crate::shell::state::State;
use crate::shell::update::update;
use formats::document_reader;
use formats::document_reader::Refusal;
use formats::samples::Sample;
use scoring::assessment::Assessment;

/// Whether an event opens a sample or, while one is open, has to be taken to one of the two workspaces.
const fn concerns(state: &State, event: &AppEvent) -> bool {
    state.behind.is_some()
        || matches!(
            event,
            AppEvent::Sample(SampleEvent::Reached { .. } | SampleEvent::Opened(_))
                | AppEvent::Import(
                    ImportEvent::Chosen(ImportChoice::AsSample) | ImportEvent::EmbeddedFound { .. }
                )
        )
}

/// Takes an event: in the workspace in front, in the user's own, or between them.
pub(crate) fn reduce(state: &mut State, event: AppEvent, context: &Context) -> Vec<Effect> {
    if !concerns(state, &event) {
        return update(state, event, context);
    }
    let (before, covered) = (state.sample(), state.cover().is_some());
    let mut effects = route(state, event, context);
    let now = state.sample();
    if before != now && now.is_some() && before.is_some() {
        // Another year: the address follows.
        effects.push(address(state, None));
    }
    // The two workspaces tell of what lies over their own pages; what is seen is the page in front.
    effects.retain(|effect| !matches!(effect, Effect::ModalOpened | Effect::ModalClosed));
    match (covered, state.cover().is_some()) {
        (false, true) => effects.insert(0, Effect::ModalOpened),
        (true, false) => effects.insert(0, Effect::ModalClosed),
        _ => {}
    }
    effects
}

#[expect(clippy::wildcard_enum_match_arm, reason = "every other event says itself where it belongs: `scope`")]
fn route(state: &mut State, event: AppEvent, context: &Context) -> Vec<Effect> {
    match event {
        AppEvent::Sample(SampleEvent::Reached { id, page, place }) => {
            let mut effects = match Sample::of_id(&id) {
                Some(sample) if state.sample() == Some(sample) => Vec::new(),
                Some(sample) => open(state, sample, context),
                None => unknown(state, id),
            };
            effects.extend(reduce(state, AppEvent::Frame(FrameEvent::PageReached(page, place)), context));
            if state.behind.is_none() {
                effects.push(address(state, None));
            }
            effects
        }
        AppEvent::Sample(SampleEvent::Opened(sample)) => open(state, sample, context),
        AppEvent::Sample(SampleEvent::Left) => leave(state),
        AppEvent::Import(ImportEvent::Chosen(ImportChoice::AsSample)) => import(state, context),
        AppEvent::Import(ImportEvent::EmbeddedFound { name, text, opened }) => {
            match document_reader::read(text.as_bytes()).map(|received| received.assessment) {
                Ok(document) if document.is_sample() => embedded_opened(state, document, context),
                _ => {
                    let event = AppEvent::Import(ImportEvent::EmbeddedFound { name, text, opened });
                    if state.behind.is_some() {
                        on_own(state, event, context)
                    } else {
                        update(state, event, context)
                    }
                }
            }
        }
        // Exercises are of no document, and stay with the page in front.
        AppEvent::Import(ImportEvent::FileRead { name, bytes })
            if document_reader::read(&bytes) == Err(Refusal::Exercises) =>
        {
            within(state, AppEvent::Import(ImportEvent::FileRead { name, bytes }), context)
        }
        // Both the list of drafts here and files that are looked at there may need them.
        AppEvent::Import(ImportEvent::SetsRead(texts)) => {
            let mut effects = on_own(state, AppEvent::Import(ImportEvent::SetsRead(texts.clone())), context);
            effects.extend(within(state, AppEvent::Import(ImportEvent::SetsRead(texts)), context));
            effects
        }
        event => match event.scope() {
            EventScope::InFront => within(state, event, context),
            EventScope::Own => on_own(state, event, context),
            EventScope::OwnShownInFront => shown(state, event, context),
            EventScope::OwnAfterLeaving => leave_for(state, event, context),
            EventScope::Nobody => Vec::new(),
        },
    }
}

/// Takes an event of the sample. Of what it asks for, only what keeps nothing leaves.
fn within(state: &mut State, event: AppEvent, context: &Context) -> Vec<Effect> {
    let reached = if let AppEvent::Frame(FrameEvent::PageReached(_, place)) = &event {
        Some(place.clone())
    } else {
        None
    };
    let own = state.behind.take();
    let mut effects = update(state, event, context);
    state.behind = own;
    let leaves = effects.iter().any(|effect| matches!(effect, Effect::LeaveAddress(_)));
    effects.retain(may_leave);
    if leaves || reached.is_some() {
        effects.push(address(state, reached.flatten().as_deref()));
    }
    effects
}

/// Takes an event that belongs to the user's own workspace. What it would bring into view is not on this page.
fn on_own(state: &mut State, event: AppEvent, context: &Context) -> Vec<Effect> {
    let Some(own) = &mut state.behind else { return Vec::new() };
    let mut effects = update(own, event, context);
    effects.retain(|effect| !matches!(effect, Effect::Focus(_) | Effect::ScrollTo(_)));
    effects
}

/// A file from outside: the user's own workspace looks at it, for it is compared with that; the one in front shows it.
fn shown(state: &mut State, event: AppEvent, context: &Context) -> Vec<Effect> {
    let Some(own) = &mut state.behind else { return Vec::new() };
    let (page, notice) = (own.frame.page, own.frame.notice.take());
    own.frame.address = std::mem::take(&mut state.frame.address);
    let mut effects = on_own(state, event, context);
    let Some(own) = &mut state.behind else { return effects };
    own.frame.page = page;
    state.frame.address = std::mem::take(&mut own.frame.address);
    state.importing.preview = own.importing.preview.take();
    state.importing.set_preview = own.importing.set_preview.take();
    state.pasting = own.pasting.take();
    state.importing.refusal = own.importing.refusal.take();
    if let Some(said) = std::mem::replace(&mut own.frame.notice, notice) {
        state.frame.notice = Some(said);
    }
    state.importing.file_held = false;
    state.exporting.office_awaited = false;
    state.frame.dialog = own.frame.dialog.take_if(|dialog| matches!(dialog, Dialog::SetFaults(_)));
    if let Some(place) = effects.iter().position(|effect| matches!(effect, Effect::LeaveAddress(_))) {
        effects.remove(place);
        effects.push(address(state, None));
    }
    effects
}

/// What can only be done with the user's own: the sample is left first.
fn leave_for(state: &mut State, event: AppEvent, context: &Context) -> Vec<Effect> {
    let (preview, set_preview) = (state.importing.preview.take(), state.importing.set_preview.take());
    let table = state.pasting.take();
    if matches!(event, AppEvent::Import(ImportEvent::Chosen(_))) && set_preview.is_none() {
        let ready = |preview: &Rc<Preview>| !preview.document.assessment().is_sample() && preview.is_ready();
        if !preview.as_ref().is_some_and(ready) {
            state.importing.preview = preview;
            return Vec::new();
        }
    }
    let link = std::mem::take(&mut state.frame.address);
    // The list of sets was seen over the sample: what it showed as chosen is.
    let shown = if state.drafts.chosen_set.is_empty() {
        &state.document.loaded().sha256
    } else {
        &state.drafts.chosen_set
    };
    let chosen_set = matches!(event, AppEvent::Draft(DraftEvent::NewPressed)).then(|| shown.clone());
    let mut effects = leave(state);
    state.drafts.chosen_set = chosen_set.unwrap_or_default();
    (state.importing.preview, state.importing.set_preview) = (preview, set_preview);
    state.pasting = table;
    if link == Address::Link {
        (state.frame.address, state.frame.page) = (link, Page::default());
    }
    effects.extend(update(state, event, context));
    effects
}

fn unknown(state: &mut State, id: String) -> Vec<Effect> {
    state.frame.notice = Some(Notice::SampleUnknown(id));
    Vec::new()
}

/// Opens a sample of the table.
fn open(state: &mut State, sample: Sample, context: &Context) -> Vec<Effect> {
    match sample.open(state.sample_set()) {
        Some(document) => show(state, document, context),
        None => unknown(state, sample.id()),
    }
}

/// Opens a previewed sample, with what was typed into it.
fn import(state: &mut State, context: &Context) -> Vec<Effect> {
    let Some(preview) =
        state.importing.preview.clone().filter(|preview| preview.is_sample(state.sample_set()))
    else {
        return Vec::new();
    };
    let link = std::mem::take(&mut state.frame.address);
    let mut effects = show_read(state, preview.document.assessment().clone(), context);
    if link == Address::Link {
        state.frame.page = Page::default();
        effects.push(address(state, None));
    }
    effects
}

/// The page's own file carries a sample: it is opened as that, unless another one was asked for. Nothing is at stake.
fn embedded_opened(state: &mut State, document: Assessment, context: &Context) -> Vec<Effect> {
    match (Sample::of(&document), state.sample()) {
        (Some(carried), Some(open)) if carried != open => Vec::new(),
        (Some(carried), _) if carried.open(state.sample_set()).is_some() => {
            show_read(state, document, context)
        }
        _ => unknown(state, document.unit.name),
    }
}

/// Shows a sample that was read. What a file says of itself may have been changed by hand: year, UUID and set are those
/// of the sample that it is.
fn show_read(state: &mut State, mut document: Assessment, context: &Context) -> Vec<Effect> {
    let Some(sample) = Sample::of(&document) else { return Vec::new() };
    compose_letters(&mut document, context.compose);
    sample.mark(&mut document);
    document.target_set = reference(state.sample_set());
    show(state, document, context)
}

/// Puts a sample on the page. The user's own workspace is saved and put behind it, unless it is there already.
fn show(state: &mut State, document: Assessment, context: &Context) -> Vec<Effect> {
    let mut effects = Vec::new();
    if state.behind.is_none() {
        (state.importing.preview, state.importing.set_preview, state.frame.dialog) = (None, None, None);
        effects = save_due(state, context);
        state.document.history.close();
    }
    let mut sample = State {
        document: OpenDocument::new(Rc::clone(state.sample_set()), document),
        sets: state.sets.clone(),
        exercises: state.exercises.clone(),
        now: state.now.clone(),
        ..State::new(Rc::clone(state.sample_set()))
    };
    sample.document.saving = Saving::Unavailable;
    sample.frame =
        FrameState { notice: None, dialog: None, address: Address::default(), ..state.frame.clone() };
    sample.exporting.fingerprint = state.exporting.fingerprint.clone();
    let own = state.behind.take();
    let before = std::mem::replace(state, sample);
    state.behind = Some(own.unwrap_or_else(|| Box::new(before)));
    scenario::update::sync(state);
    effects.push(address(state, None));
    effects
}

/// Back to what was open, where it was.
fn leave(state: &mut State) -> Vec<Effect> {
    let Some(own) = state.behind.take() else { return Vec::new() };
    let sample = std::mem::replace(state, *own);
    state.frame.language = sample.frame.language;
    state.frame.theme = sample.frame.theme;
    state.exercises = sample.exercises;
    state.exporting.fingerprint = sample.exporting.fingerprint;
    state.now = sample.now;
    state.sets.join(sample.sets);
    last_year::refresh(state);
    scenario::update::sync(state);
    vec![address(state, None)]
}

/// The address of a place on the page shown, with the sample that is open.
fn address(state: &State, place: Option<&str>) -> Effect {
    let sample = state.behind.as_ref().and_then(|_| state.sample()).map(Sample::id);
    let path = match place {
        Some(place) => state.frame.page.address_of(place),
        None => ["#", state.frame.page.path()].concat(),
    };
    let path = match &sample {
        Some(id) => [&path, Page::SAMPLE, id].concat(),
        None => path,
    };
    Effect::Address { path, sample: sample.unwrap_or_default() }
}
