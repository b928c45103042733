//! The open document as a file, read back before it is handed over.

use crate::shell::context::Context;
use crate::shell::state::State;
use formats::document_reader::DigestStatus;
use formats::{assessment_file, document_reader, result};
use scoring::assessment::Assessment;
use scoring::json::Json;

/// The open document as a file.
pub(crate) fn file_to_hand_over(state: &mut State, context: &Context) -> Json {
    let document = state.document.info_mut();
    // A document that was never saved (memory only, or nothing typed) still says when it was handed over.
    if document.saved.is_empty() {
        document.saved.clone_from(&context.now);
        document.revision += 1;
    }
    assessment_file::write(
        state.document.assessment(),
        result::of(state.document.set(), state.document.card()),
    )
}

/// Whether a file's text is whole and holds exactly this document.
pub(crate) fn reads_back(text: &str, document: &Assessment) -> bool {
    document_reader::read_text(text)
        .is_ok_and(|back| back.digest_status == DigestStatus::Intact && holds(&back.assessment, document))
}

/// Whether a document that was read back holds all that the one on the page does; answers never begun are not written.
pub(crate) fn holds(back: &Assessment, page: &Assessment) -> bool {
    let mut page = page.clone();
    page.answers.retain(|_, answer| !answer.is_blank());
    *back == page
}
