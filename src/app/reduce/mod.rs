//! `reduce`: one action changes the state and may ask for something outside.

mod answers;
mod carried;
mod copies;
mod documents;
mod exercises;
mod explore;
mod files;
mod heading;
mod last_year;
mod links;
mod office;
mod papers;
mod places;
mod samples;
mod saving;
mod sets;
mod show;
mod shown;
mod to_file;
mod versions;
mod what_if;
mod windows;

use super::action::Action;
use super::effect::Effect;
use super::history::StepName;
use super::keeping::Saving;
use super::notice::{Notice, Refused};
use super::own_text::Purpose;
use super::page::Page;
use super::state::State;
use super::versions::Why;
use formats::incoming::Refusal;
use formats::link::LinkFault;
use scoring::assessment::Assessment;

/// What an action may need from outside.
#[derive(Clone)]
pub(super) struct Context {
    /// The local time, ISO 8601 with offset.
    pub now: String,
    /// A fresh UUID.
    pub uuid: fn() -> String,
    /// Composes letters (Unicode NFC).
    pub compose: fn(&str) -> String,
}

/// Takes an action.
pub(super) fn reduce(state: &mut State, action: Action, context: Context) -> Vec<Effect> {
    state.now.clone_from(&context.now);
    if samples::concerns(state, &action) {
        return samples::take(state, action, context);
    }
    if state.is_read_only() && windows::edits(&action) {
        return Vec::new();
    }
    let before = state.cover();
    let open = state.assessment.document.id.clone();
    let mut effects = take(state, action, &context);
    last_year::refresh(state);
    what_if::follow(state);
    if state.page == Page::Explore {
        explore::follow(state);
    }
    if state.page == Page::Show {
        effects.extend(exercises::follow(state));
    }
    effects.extend(show::follow(state));
    if state.assessment.document.id != open && state.saving != Saving::Unavailable {
        effects.push(Effect::Hold(state.assessment.document.id.clone()));
    }
    match (before, state.cover()) {
        (before, now) if before == now => {}
        // What the action itself brought into focus comes after, and wins.
        (_, Some(_)) => effects.insert(0, Effect::Cover),
        (_, None) => effects.insert(0, Effect::Uncover),
    }
    effects
}

/// Takes an action of the state that is open.
#[expect(clippy::too_many_lines, reason = "one arm an action, and no action is passed over in silence")]
fn take(state: &mut State, action: Action, context: &Context) -> Vec<Effect> {
    match action {
        Action::FigureTyped { target, field, text } => answers::figure_typed(state, &target, field, text),
        Action::TotalTaken(target) => answers::total_taken(state, &target, context),
        Action::NotApplicableSet(target, on) => answers::not_applicable_set(state, &target, on, context),
        Action::NotApplicableOffered(target) => {
            places::open_details(state, &target);
            answers::not_applicable_set(state, &target, true, context)
        }
        Action::ReasonTyped(target, text) => answers::reason_typed(state, &target, text, context),
        Action::NoteTyped(target, text) => answers::note_typed(state, &target, text, context),
        Action::EvidenceAdded(target) => answers::evidence_added(state, &target, context),
        Action::EvidenceTyped(target, index, field, text) => {
            answers::evidence_typed(state, &target, index, field, text, context)
        }
        Action::EvidenceRemoved(target, index) => answers::evidence_removed(state, &target, index, context),
        Action::HeadingTyped(field, text) => heading::heading_typed(state, field, text, context),
        Action::LevelChosen(level) => heading::level_chosen(state, level, context),
        Action::YearChosen(year) => heading::year_chosen(state, year, context),
        Action::PeriodChosen(kind) => {
            change(state, StepName::Period, context, |document| document.period.kind = kind)
        }
        Action::FieldLeft => answers::field_left(state, context.compose),
        Action::UndoPressed => undo(state, context),
        Action::RedoPressed => redo(state, context),
        Action::Started(stored) => documents::started(state, *stored, context),
        Action::SaveDue => saving::save_due(state, context),
        Action::PageHidden => saving::page_hidden(state, context),
        Action::Saved { id, revision } => saving::saved(state, &id, revision),
        Action::SaveFailed => saving::not_saved(state, Saving::Failed),
        Action::HoldGranted(id, stored) => {
            windows::granted(state, &id, stored.map(|stored| *stored), context)
        }
        Action::SetsRead(texts) => sets::read(state, &texts),
        Action::Exercise(event) => exercises::take(state, event, context),
        Action::File(event) => to_file::take(state, event, context),
        Action::HoldRefused(id) => windows::refused(state, &id, context),
        Action::HoldWanted(id) => windows::wanted(state, &id, context),
        Action::SaveSuperseded(draft) => windows::superseded(state, *draft, context),
        Action::NewerSeen(version) => windows::newer_seen(state, version, context),
        Action::DraftRead(stored) => windows::draft_read(state, *stored, context),
        Action::DetailsToggled(target) => shown::details_toggled(state, target),
        Action::FilterChosen(filter) => shown::filter_chosen(state, filter),
        Action::SearchTyped(words) => shown::search_typed(state, words),
        Action::InvalidAsked => places::first_invalid(state).into_iter().collect(),
        Action::ResultsSorted(column) => shown::results_sorted(state, column),
        Action::ResultsFiltered(standing) => shown::results_filtered(state, standing),
        Action::PageReached(page, place) => shown::page_reached(state, page, place),
        Action::LanguageChosen(language) => shown::language_chosen(state, language),
        Action::ThemeChosen(theme) => shown::theme_chosen(state, theme),
        Action::DialogSet(dialog) => shown::dialog_set(state, dialog),
        Action::SetChosen(sha256) => shown::set_chosen(state, sha256),
        Action::DeleteFailed => shown::noticed(state, Notice::DeleteFailed),
        Action::DownloadFailed => shown::noticed(state, Notice::ExportFailed),
        Action::PrintPressed => vec![Effect::Print],
        Action::NoticeDismissed => saving::notice_dismissed(state).into_iter().collect(),
        Action::RefusalDismissed => shown::refusal_dismissed(state),
        Action::FileHeld(held) => shown::file_held(state, held),
        Action::TablePasted { target, field, text } => {
            answers::table_pasted(state, &target, &field, &text, context)
        }
        Action::NarrativeTyped(field, text) => papers::narrative_typed(state, field, text, context),
        Action::TaskTyped(target, field, text) => papers::task_typed(state, &target, field, text, context),
        Action::CsvPressed => papers::csv_pressed(state, context),
        Action::HomelessRemoved(target) => answers::homeless_removed(state, &target, context),
        Action::DraftChosen(id) => documents::draft_chosen(state, &id, context),
        Action::NewPressed => documents::new_pressed(state, context),
        Action::DuplicatePressed(id) => documents::duplicate_pressed(state, &id, context),
        Action::DraftRemoved(id) => documents::draft_removed(state, &id, context),
        Action::AllRemoved => documents::all_removed(state, context),
        Action::StorageDeleted => saving::storage_deleted(state),
        Action::EditHerePressed => windows::edit_here_pressed(state),
        Action::VersionsAsked => versions::asked(state),
        Action::VersionsListed(kept) => versions::listed(state, &kept),
        Action::VersionRestored(place) => versions::restored(state, place, context),
        Action::RawPressed(id) => documents::raw_pressed(state, &id),
        Action::ExportPressed => files::export_pressed(state, context),
        Action::AllExportPressed => files::all_export_pressed(state, context),
        Action::OfficePressed(file) => office::pressed(state, file, context),
        Action::Office(event) => office::take(state, event, context),
        Action::LinkPressed => links::pressed(state, context),
        Action::LinkMade(compressed) => links::made(state, compressed.as_deref()),
        Action::LinkCopyPressed => links::copy_pressed(state),
        Action::LinkCopied(copied) => links::copied(state, copied),
        Action::LinkReached(address) => links::reached(state, &address),
        Action::LinkRead { name, bytes } => links::read(state, name, &bytes, context),
        Action::LinkUnreadable => links::refused(state, LinkFault::Damaged),
        Action::CopyPressed => copies::asked(state, Purpose::Copy),
        Action::FormPressed => copies::asked(state, Purpose::Form),
        Action::OwnTextRead(purpose, text) => copies::own_text_read(state, purpose, text, context),
        Action::CarriedFound { name, text, opened } => carried::found(state, name, text, opened, context),
        Action::CarriedSetBroken(name) => carried::set_broken(state, name),
        Action::CarriedAsked => carried::asked(state, context),
        Action::FileRead { name, bytes } => files::file_read(state, name, &bytes, context),
        Action::WhatIf(event) => what_if::take(state, event, context),
        Action::Explore(event) => explore::take(state, event),
        Action::Show(event) => show::take(state, event),
        Action::LastYearChosen { name, file } => last_year::file_chosen(state, name, file),
        Action::LastYearClosed => last_year::closed(state),
        Action::ChartSaved { title, text } => files::part_saved(state, &title, "svg", text),
        Action::TableSaved { title, text } => files::part_saved(state, &title, "csv", text),
        Action::FileTooBig(name) => files::refused(state, name, Refused::Content(Refusal::TooBig)),
        Action::FileUnreadable(name) => files::refused(state, name, Refused::Unreadable),
        Action::PreviewLevelChosen(level) => {
            files::preview_changed(state, |document| document.unit.level = level)
        }
        Action::PreviewYearChosen(year) => files::preview_changed(state, |document| document.year = year),
        Action::ImportChosen(choice) => files::import_chosen(state, choice, context),
        // `samples::take` has had them; one that is left while none is open changes nothing.
        Action::SampleReached { .. } | Action::SampleOpened(_) | Action::SampleLeft => Vec::new(),
    }
}

/// Changes the document as one step of undo. Nothing is noted when nothing changes; before a great change a version is
/// kept.
fn change(
    state: &mut State,
    step: StepName,
    context: &Context,
    apply: impl FnOnce(&mut Assessment),
) -> Vec<Effect> {
    let before = state.assessment.clone();
    apply(&mut state.assessment);
    if state.assessment == before {
        return Vec::new();
    }
    let kept = Why::before(&step)
        .and_then(|why| versions::keep_state(&state.loaded.set, &before, why, &context.now));
    state.history.note(step, &before);
    let mut effects = changed(state);
    effects.extend(kept);
    effects
}

/// What follows every change of the document.
fn changed(state: &mut State) -> Vec<Effect> {
    state.rescore();
    edited(state)
}

/// Notes that the open document holds work that is in no file.
fn note_unfiled(state: &mut State) {
    if !state.unfiled.contains(&state.assessment.document.id) {
        state.unfiled.push(state.assessment.document.id.clone());
    }
}

/// What follows every change of the document once it is scored.
fn edited(state: &mut State) -> Vec<Effect> {
    if !state.filled.is_empty() {
        state.filled = std::rc::Rc::default();
    }
    note_unfiled(state);
    let mut effects = vec![Effect::SaveSoon];
    if state.saving == Saving::Unavailable {
        let id = state.assessment.document.id.clone();
        effects.extend(to_file::went_on(state, &id));
    } else {
        state.saving = Saving::Pending;
    }
    effects
}

fn undo(state: &mut State, context: &Context) -> Vec<Effect> {
    let now = state.assessment.clone();
    let Some(step) = state.history.undo(&now) else { return Vec::new() };
    let mut effects = turn_to(state, step.document, context);
    if let StepName::RemoveDraft(id) = &step.name {
        effects.extend(documents::set_removed(state, id, None));
    }
    if let Some(other) = step.other {
        effects.extend(documents::put_back(state, other));
    }
    state.notice = Some(Notice::Undone(step.name));
    effects
}

fn redo(state: &mut State, context: &Context) -> Vec<Effect> {
    let now = state.assessment.clone();
    let Some(step) = state.history.redo(&now) else { return Vec::new() };
    let mut effects = turn_to(state, step.document, context);
    if let StepName::RemoveDraft(id) = &step.name {
        let removed = Some(state.now.clone());
        effects.extend(documents::set_removed(state, id, removed));
    }
    state.notice = Some(Notice::Redone(step.name));
    effects
}

/// Turns to an earlier or later state of the document, or to another document.
///
/// The revision counts on: a state that comes back is saved as a new revision, never under an old number.
fn turn_to(state: &mut State, mut document: Assessment, context: &Context) -> Vec<Effect> {
    let mut effects = Vec::new();
    let same = document.document.id == state.assessment.document.id;
    if same {
        document.document.revision = state.assessment.document.revision;
        document.document.saved.clone_from(&state.assessment.document.saved);
        if document == state.assessment {
            return Vec::new();
        }
        state.assessment = document;
    } else {
        if let Some(kept) = state.drafts.iter().find(|draft| draft.id == document.document.id) {
            document.document.revision = document.document.revision.max(kept.revision);
        }
        effects.extend(saving::save_due(state, context));
        documents::show_document(state, document);
    }
    effects.extend(changed(state));
    state.choose_shown();
    effects
}
