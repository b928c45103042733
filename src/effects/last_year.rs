//! Reads a file that is to stand beside the document as the year before.

use std::rc::Rc;
use tu_cham::features::results::event::ResultsEvent;

use formats::document_reader::{MOST_BYTES, Refusal};
use platform::files;
use tu_cham::shell::event::AppEvent;
use tu_cham::shell::notice::Refused;
use tu_cham::shell::store::Store;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;

/// Reads it, unless it is too big to be one of ours.
pub fn read(store: Rc<Store>, file: File) {
    spawn_local(async move {
        let name = file.name();
        let file = match files::size(&file) {
            size if size > MOST_BYTES => Err(Refused::Content(Refusal::TooBig)),
            _ => files::read(&file).await.map_err(|_| Refused::Unreadable),
        };
        store.dispatch(AppEvent::Results(ResultsEvent::LastYearChosen { name, file }));
    });
}
