//! Files that are handed to the user.

use crate::document::draft::Draft;
use crate::document::saving::Saving;
use crate::shell::context::Context;
use crate::shell::document_file::{file_to_hand_over, reads_back};
use crate::shell::effect::Effect;
use crate::shell::notice::Notice;
use crate::shell::office::{Bundled, OfficeTask, OfficeWork};
use crate::shell::state::State;
use formats::document_reader;
use formats::document_reader::{DigestStatus, is_readable_size};
use formats::file_name::{bundle_name, file_name, part_name};
use scoring::assessment::Assessment;
use scoring::json::Json;
use std::rc::Rc;

/// Hands the document over as a JSON file.
pub(crate) fn export_pressed(state: &mut State, context: &Context) -> Vec<Effect> {
    state.frame.dialog = None;
    let (mut effects, text) = sealed(state, context);
    let text = match text {
        Ok(text) => text,
        Err(notice) => {
            state.frame.notice = Some(notice);
            return effects;
        }
    };
    let name = file_name(
        &state.document.assessment().unit.name,
        state.document.assessment().year,
        &context.now,
        "json",
    );
    let name = state.marked(name);
    state.frame.notice = Some(Notice::Exported(name.clone()));
    effects.push(Effect::Download { name, text });
    note_handed_over(state, context);
    effects
}

/// Hands over a part of what is shown: a chart as a picture, a table.
pub(crate) fn part_saved(state: &State, title: &str, extension: &str, text: String) -> Vec<Effect> {
    let Assessment { unit, year, .. } = state.document.assessment();
    vec![Effect::Download { name: state.marked(part_name(&unit.name, *year, title, extension)), text }]
}

/// The document's file as text, once it is read back and found to hold exactly what is on the page; else what to say.
pub(crate) fn sealed(state: &mut State, context: &Context) -> (Vec<Effect>, Result<String, Notice>) {
    let effects = crate::shell::save::save_due(state, context);
    let text = file_to_hand_over(state, context).to_pretty();
    let checked = checked(text, state.document.assessment());
    (effects, checked)
}

/// A file's text that opens again as exactly this document; else what to say.
pub(crate) fn checked(text: String, document: &Assessment) -> Result<String, Notice> {
    if !reads_back(&text, document) {
        return Err(Notice::ExportFailed);
    }
    if is_readable_size(&text) { Ok(text) } else { Err(Notice::ExportTooBig) }
}

/// Notes when the open document was handed to the browser. Leaving the page is no longer held back; in a file it is only
/// once the user has found that.
pub(crate) fn note_handed_over(state: &mut State, context: &Context) {
    if !state.document.assessment().is_sample() {
        state.exporting.handed_over.clone_from(&context.now);
    }
    state.drafts.unfiled.retain(|id| *id != state.document.id());
}

/// The user has found the file that the open document was handed over in: that counts, and the list of drafts says so.
/// The stored text stays as it is.
pub(crate) fn confirmed(state: &mut State) -> Vec<Effect> {
    let at = std::mem::take(&mut state.exporting.handed_over);
    if at.is_empty() {
        return Vec::new();
    }
    state.frame.notice = None;
    state.exporting.exported.clone_from(&at);
    if !matches!(state.document.saving, Saving::Done | Saving::Storing) {
        // It is written with what is to be saved next.
        return Vec::new();
    }
    let drafts = Rc::make_mut(&mut state.drafts.entries);
    let Some(draft) = drafts.iter_mut().find(|draft| draft.id == state.document.id()) else {
        return Vec::new();
    };
    draft.exported = at;
    vec![Effect::SaveDraft(Box::new(draft.clone()))]
}

/// Hands over every draft of this computer, each read back first: several in one archive, for of several files the browser
/// may let only one through. Whether it came is for the user to say, and only then the drafts count as filed.
pub(crate) fn all_export_pressed(state: &mut State, context: &Context) -> Vec<Effect> {
    let mut effects = crate::shell::save::save_due(state, context);
    let (mut files, mut too_big) = (Vec::new(), false);
    for draft in state.drafts.entries.iter().filter(|draft| draft.removed.is_none()) {
        if !is_readable_size(&draft.text) {
            too_big = true;
        } else if is_intact(draft) {
            // Two drafts of one unit and year would bear one name; the order tells them apart.
            let place = files.len() + 1;
            let unit = if place == 1 { draft.unit.clone() } else { format!("{} ({place})", draft.unit) };
            files.push((file_name(&unit, draft.year, &context.now, "json"), draft.text.clone()));
        }
    }
    // An archive without one of them would pass for all.
    if too_big {
        state.frame.notice = Some(Notice::ExportTooBig);
        return effects;
    }
    let (count, at) = (files.len(), context.now.clone());
    if count > 1 {
        effects.push(bundle(files, at.clone()));
    } else if let Some((name, text)) = files.pop() {
        effects.push(Effect::Download { name, text });
    }
    if count <= 1 {
        state.frame.notice = Some(Notice::AllExported(count, at));
    }
    effects
}

/// Has files put into one archive.
fn bundle(files: Vec<(String, String)>, at: String) -> Effect {
    let name = bundle_name(files.len(), &at);
    let what = OfficeWork::Bundle(Bundled { count: files.len(), at });
    let pair = |(name, text)| Json::List(vec![Json::Text(name), Json::Text(text)]);
    let document = Json::List(files.into_iter().map(pair).collect()).to_pretty();
    Effect::Office(Box::new(OfficeTask { what, name, set: "".into(), document }))
}

/// Notes that every draft that could be handed over at a time was found in its file by the user.
pub(crate) fn all_confirmed(state: &mut State, at: &str) -> Vec<Effect> {
    let mut effects = Vec::new();
    state.frame.notice = None;
    for draft in Rc::make_mut(&mut state.drafts.entries) {
        // What was saved later is in none of those files.
        let handed_over = draft.removed.is_none() && draft.saved.as_str() <= at;
        if handed_over && is_readable_size(&draft.text) && is_intact(draft) {
            at.clone_into(&mut draft.exported);
            if draft.id == *state.document.id() {
                at.clone_into(&mut state.exporting.exported);
                state.exporting.handed_over.clear();
            }
            state.drafts.unfiled.retain(|id| *id != draft.id);
            effects.push(Effect::SaveDraft(Box::new(draft.clone())));
        }
    }
    effects
}

/// Whether the text of a draft reads back as it was written.
fn is_intact(draft: &Draft) -> bool {
    document_reader::read_text(&draft.text).is_ok_and(|back| back.digest_status == DigestStatus::Intact)
}
