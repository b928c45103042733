//! Which assessment of the year before stands beside the open document.

use std::rc::Rc;

use crate::document::draft::Draft;
use crate::document::last_year::{LastYear, plain};
use crate::shell::effect::Effect;
use crate::shell::notice::Refused;
use crate::shell::open_document::read_text;
use crate::shell::page::Page;
use crate::shell::state::State;
use formats::file_kind::FileKind;
use formats::{document_reader, file_kind};

/// Looks again, on the pages that show it: cheap while nothing that it hangs on has changed, for a draft is read only when
/// it is another one or a newer state of it.
pub(crate) fn refresh(state: &mut State) {
    if !matches!(state.frame.page, Page::Entry | Page::Results | Page::Report) {
        return;
    }
    match &state.results.last_year {
        Some(last) if is_beside(last, state) => return,
        Some(last) if !last.file.is_empty() => drop(closed(state)),
        _ => {}
    }
    let found = draft_of_last_year(state);
    let source = found.map(|draft| (draft.id.clone(), draft.revision));
    if source == state.results.last_year_looked {
        return;
    }
    let earlier = found.and_then(|draft| read_text(&draft.text));
    let last = earlier
        .and_then(|earlier| LastYear::of(earlier, state.document.assessment(), state.document.loaded()).ok());
    state.results.last_year = last.map(Rc::new);
    state.results.last_year_looked = source;
}

/// Whether a file was opened beside the document as it is now.
fn is_beside(last: &LastYear, state: &State) -> bool {
    let (earlier, open) = (last.document.assessment(), state.document.assessment());
    !last.file.is_empty()
        && last.beside == open.document.id
        && earlier.unit.level == open.unit.level
        && earlier.year.checked_add(1) == Some(open.year)
}

/// The newest draft of the unit of the open document, by its name, and of its level, for the year before; for a unit
/// without a name only the draft that this one was made from in this visit.
fn draft_of_last_year(state: &State) -> Option<&Draft> {
    let open = state.document.assessment();
    let unnamed = open.unit.name.trim().is_empty();
    let (made, from) = &state.results.made_from;
    let is_source = |draft: &Draft| *made == open.document.id && *from == draft.id;
    let fits = |draft: &&Draft| {
        draft.year.checked_add(1) == Some(open.year)
            && draft.level == open.unit.level
            && draft.removed.is_none()
            && draft.id != open.document.id
            && (is_source(draft) || !unnamed && plain(&draft.unit) == plain(&open.unit.name))
    };
    // The list has the newest first.
    state.drafts.entries.iter().find(fits)
}

/// A file was chosen to stand beside the document. It is neither opened nor stored.
pub(crate) fn file_chosen(state: &mut State, name: String, file: Result<Vec<u8>, Refused>) -> Vec<Effect> {
    let read = file.and_then(|bytes| match file_kind::of_file(&name, &bytes) {
        FileKind::Other => document_reader::read(&bytes)
            .map_err(|refusal| Refused::Content(document_reader::explained(refusal, &bytes))),
        // None of them has a whole document in it.
        FileKind::Table | FileKind::OldOffice | FileKind::SheetAsPage => {
            Err(Refused::Kind(FileKind::Workbook))
        }
        kind @ (FileKind::Workbook
        | FileKind::Word
        | FileKind::OpenDocument
        | FileKind::Apple
        | FileKind::Zip
        | FileKind::Archive
        | FileKind::Pdf
        | FileKind::Picture
        | FileKind::OldEncoding
        | FileKind::Shortcut
        | FileKind::Lock) => Err(Refused::Kind(kind)),
    });
    let of = |earlier| {
        LastYear::of(earlier, state.document.assessment(), state.document.loaded()).map_err(Refused::LastYear)
    };
    match read.and_then(|received| of(received.assessment)) {
        Ok(last) => {
            let beside = state.document.id().to_owned();
            state.results.last_year = Some(Rc::new(LastYear { file: name, beside, ..last }));
            state.results.last_year_looked = None;
            state.importing.refusal = None;
        }
        Err(why) => state.importing.refusal = Some((name, why)),
    }
    Vec::new()
}

/// The file beside the document was closed: a draft of that year takes its place, where there is one.
pub(crate) fn closed(state: &mut State) -> Vec<Effect> {
    state.results.last_year = None;
    state.results.last_year_looked = None;
    Vec::new()
}
