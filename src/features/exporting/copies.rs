//! Copies of the application that carry the document or a blank form, and what the application's own text hashes to.

use crate::features::exporting::files::{checked, note_handed_over, sealed};
use crate::shell::app_source::{Fingerprint, Purpose, SourceText};
use crate::shell::context::Context;
use crate::shell::document_file::reads_back;
use crate::shell::effect::Effect;
use crate::shell::notice::Notice;
use crate::shell::open_document::reference;
use crate::shell::state::State;
use formats::app_source::AppSource;
use formats::file_name::file_name;
use formats::{assessment_file, result};
use scoring::assessment::{Assessment, Period, Unit};
use scoring::scorecard::score;

/// Before the unit's name in the name of a form's file.
const FORM: &str = "Phiếu trống";

/// The application's own text comes first: it is outside the state.
pub(crate) fn asked(state: &mut State, purpose: Purpose) -> Vec<Effect> {
    state.frame.dialog = None;
    vec![Effect::ReadAppSource(purpose)]
}

pub(crate) fn own_text_read(
    state: &mut State,
    purpose: Purpose,
    text: SourceText,
    context: &Context,
) -> Vec<Effect> {
    let source = match &text {
        SourceText::Found(text) => AppSource::checked(text),
        SourceText::Lost | SourceText::Unreachable | SourceText::Hosted => None,
    };
    match (purpose, source) {
        (Purpose::Fingerprint, Some(source)) => {
            state.exporting.fingerprint = Fingerprint::Known(source.sha256());
        }
        (Purpose::Fingerprint, None) if text == SourceText::Hosted => {
            state.exporting.fingerprint = Fingerprint::Hosted;
        }
        (Purpose::Fingerprint, None) => state.exporting.fingerprint = Fingerprint::Changed,
        (_, None) if text == SourceText::Unreachable => state.frame.notice = Some(Notice::CopyUnreachable),
        (_, None) => state.frame.notice = Some(Notice::CopyRefused),
        (Purpose::Copy, Some(source)) => return copy(state, &source, context),
        (Purpose::Form, Some(source)) => return form(state, &source, context),
    }
    Vec::new()
}

/// Hands over a copy with the document in it, if it reads back as what is on the page.
fn copy(state: &mut State, source: &AppSource, context: &Context) -> Vec<Effect> {
    let (mut effects, data) = sealed(state, context);
    let copy = data.and_then(|data| {
        let copy = source.copy(&state.document.loaded().text, &data).ok_or(Notice::ExportFailed)?;
        checked(copy, state.document.assessment())
    });
    let text = match copy {
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
        "html",
    );
    let name = state.marked(name);
    state.frame.notice = Some(Notice::CopyExported(name.clone()));
    effects.push(Effect::Download { name, text });
    note_handed_over(state, context);
    effects
}

/// Hands over a copy with a form in it: the heading that the unit needs not type, and no document yet, so that everyone
/// who opens it begins one of their own.
fn form(state: &mut State, source: &AppSource, context: &Context) -> Vec<Effect> {
    let Assessment { unit, year, period, .. } = state.document.assessment();
    let form = Assessment {
        unit: Unit {
            name: unit.name.clone(),
            level: unit.level.clone(),
            superior: unit.superior.clone(),
            place: unit.place.clone(),
            ..Unit::default()
        },
        year: *year,
        period: Period { kind: period.kind, ..Period::default() },
        target_set: reference(state.document.loaded()),
        ..Assessment::default()
    };
    let set = state.document.set();
    let data = assessment_file::write(&form, result::of(set, &score(set, &form))).to_pretty();
    let copy = source.copy(&state.document.loaded().text, &data);
    let Some(text) = copy.filter(|copy| reads_back(copy, &form)) else {
        state.frame.notice = Some(Notice::ExportFailed);
        return Vec::new();
    };
    let name = file_name(&[FORM, " ", &form.unit.name].concat(), form.year, &context.now, "html");
    state.frame.notice = Some(Notice::FormExported(name.clone()));
    vec![Effect::Download { name, text }]
}
