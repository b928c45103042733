//! `reduce`: one action changes the state and may ask for something outside.

use crate::document::history::StepName;
use crate::document::saving::Saving;
use crate::features::entry::{answers, heading, list};
use crate::features::exporting::app_source::Purpose;
use crate::features::exporting::{copies, files, office_files};
use crate::features::importing::{open_embedded, open_file, open_set};
use crate::features::results::last_year;
use crate::features::{
    drafts, exercises, linked_file, presentation, reference, report, results, scenario, sharing, versions,
    windows,
};
use crate::shell::context::Context;
use crate::shell::edit::{change, redo, undo};
use crate::shell::effect::Effect;
use crate::shell::event::Action;
use crate::shell::notice::{Notice, Refused};
use crate::shell::page::Page;
use crate::shell::state::State;
use crate::shell::{display, navigation, open_document, save, workspaces};
use formats::document_reader::Refusal;
use formats::share_link::ShareLinkFault;

/// Takes an action.
pub(crate) fn reduce(state: &mut State, action: Action, context: Context) -> Vec<Effect> {
    state.now.clone_from(&context.now);
    if workspaces::concerns(state, &action) {
        return workspaces::take(state, action, context);
    }
    if state.is_read_only() && action.edits_document() {
        return Vec::new();
    }
    let before = state.cover();
    let open = state.assessment.document.id.clone();
    let mut effects = take(state, action, &context);
    last_year::refresh(state);
    scenario::update::follow(state);
    if state.page == Page::Explore {
        reference::update::follow(state);
    }
    if state.page == Page::Show {
        effects.extend(exercises::update::follow(state));
    }
    effects.extend(presentation::update::follow(state));
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
            navigation::open_details(state, &target);
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
        Action::Started(stored) => open_document::started(state, *stored, context),
        Action::SaveDue => save::save_due(state, context),
        Action::PageHidden => save::page_hidden(state, context),
        Action::Saved { id, revision } => save::saved(state, &id, revision),
        Action::SaveFailed => save::not_saved(state, Saving::Failed),
        Action::HoldGranted(id, stored) => {
            windows::update::granted(state, &id, stored.map(|stored| *stored), context)
        }
        Action::SetsRead(texts) => open_set::read(state, &texts),
        Action::Exercise(event) => exercises::update::take(state, event, context),
        Action::File(event) => linked_file::update::take(state, event, context),
        Action::HoldRefused(id) => windows::update::refused(state, &id, context),
        Action::HoldWanted(id) => windows::update::wanted(state, &id, context),
        Action::SaveSuperseded(draft) => windows::update::superseded(state, *draft, context),
        Action::NewerSeen(version) => windows::update::newer_seen(state, version, context),
        Action::DraftRead(stored) => windows::update::draft_read(state, *stored, context),
        Action::DetailsToggled(target) => list::details_toggled(state, target),
        Action::FilterChosen(filter) => list::filter_chosen(state, filter),
        Action::SearchTyped(words) => list::search_typed(state, words),
        Action::InvalidAsked => navigation::first_invalid(state).into_iter().collect(),
        Action::ResultsSorted(column) => results::update::results_sorted(state, column),
        Action::ResultsFiltered(standing) => results::update::results_filtered(state, standing),
        Action::PageReached(page, place) => display::page_reached(state, page, place),
        Action::LanguageChosen(language) => display::language_chosen(state, language),
        Action::ThemeChosen(theme) => display::theme_chosen(state, theme),
        Action::DialogSet(dialog) => display::dialog_set(state, dialog),
        Action::SetChosen(sha256) => display::set_chosen(state, sha256),
        Action::DeleteFailed => display::noticed(state, Notice::DeleteFailed),
        Action::DownloadFailed => display::noticed(state, Notice::ExportFailed),
        Action::PrintPressed => vec![Effect::Print],
        Action::NoticeDismissed => save::notice_dismissed(state).into_iter().collect(),
        Action::RefusalDismissed => display::refusal_dismissed(state),
        Action::FileHeld(held) => display::file_held(state, held),
        Action::TablePasted { target, field, text } => {
            answers::table_pasted(state, &target, &field, &text, context)
        }
        Action::NarrativeTyped(field, text) => report::update::narrative_typed(state, field, text, context),
        Action::TaskTyped(target, field, text) => {
            report::update::task_typed(state, &target, field, text, context)
        }
        Action::CsvPressed => report::update::csv_pressed(state, context),
        Action::HomelessRemoved(target) => answers::homeless_removed(state, &target, context),
        Action::DraftChosen(id) => drafts::update::draft_chosen(state, &id, context),
        Action::NewPressed => drafts::update::new_pressed(state, context),
        Action::DuplicatePressed(id) => drafts::update::duplicate_pressed(state, &id, context),
        Action::DraftRemoved(id) => drafts::update::draft_removed(state, &id, context),
        Action::AllRemoved => drafts::update::all_removed(state, context),
        Action::StorageDeleted => save::storage_deleted(state),
        Action::EditHerePressed => windows::update::edit_here_pressed(state),
        Action::VersionsAsked => versions::update::asked(state),
        Action::VersionsListed(kept) => versions::update::listed(state, &kept),
        Action::VersionRestored(place) => versions::update::restored(state, place, context),
        Action::RawPressed(id) => drafts::update::raw_pressed(state, &id),
        Action::ExportPressed => files::export_pressed(state, context),
        Action::AllExportPressed => files::all_export_pressed(state, context),
        Action::OfficePressed(file) => office_files::pressed(state, file, context),
        Action::Office(event) => office_files::take(state, event, context),
        Action::LinkPressed => sharing::update::pressed(state, context),
        Action::LinkMade(compressed) => sharing::update::made(state, compressed.as_deref()),
        Action::LinkCopyPressed => sharing::update::copy_pressed(state),
        Action::LinkCopied(copied) => sharing::update::copied(state, copied),
        Action::LinkReached(address) => sharing::update::reached(state, &address),
        Action::LinkRead { name, bytes } => sharing::update::read(state, name, &bytes, context),
        Action::LinkUnreadable => sharing::update::refused(state, ShareLinkFault::Damaged),
        Action::CopyPressed => copies::asked(state, Purpose::Copy),
        Action::FormPressed => copies::asked(state, Purpose::Form),
        Action::OwnTextRead(purpose, text) => copies::own_text_read(state, purpose, text, context),
        Action::CarriedFound { name, text, opened } => {
            open_embedded::found(state, name, text, opened, context)
        }
        Action::CarriedSetBroken(name) => open_embedded::set_broken(state, name),
        Action::CarriedAsked => open_embedded::asked(state, context),
        Action::FileRead { name, bytes } => open_file::file_read(state, name, &bytes, context),
        Action::WhatIf(event) => scenario::update::take(state, event, context),
        Action::Explore(event) => reference::update::take(state, event),
        Action::Show(event) => presentation::update::take(state, event),
        Action::LastYearChosen { name, file } => last_year::file_chosen(state, name, file),
        Action::LastYearClosed => last_year::closed(state),
        Action::ChartSaved { title, text } => files::part_saved(state, &title, "svg", text),
        Action::TableSaved { title, text } => files::part_saved(state, &title, "csv", text),
        Action::FileTooBig(name) => open_file::refused(state, name, Refused::Content(Refusal::TooBig)),
        Action::FileUnreadable(name) => open_file::refused(state, name, Refused::Unreadable),
        Action::PreviewLevelChosen(level) => {
            open_file::preview_changed(state, |document| document.unit.level = level)
        }
        Action::PreviewYearChosen(year) => open_file::preview_changed(state, |document| document.year = year),
        Action::ImportChosen(choice) => open_file::import_chosen(state, choice, context),
        // `workspaces::take` has had them; one that is left while none is open changes nothing.
        Action::SampleReached { .. } | Action::SampleOpened(_) | Action::SampleLeft => Vec::new(),
    }
}
