//! Does what links ask for: compressing, decompressing, copying. Each answers with what came of it.

use std::rc::Rc;
use tu_cham::features::sharing::event::ShareEvent;

use formats::document_reader::MOST_BYTES;
use i18n::{Key, Words};
use platform::{clipboard, compress as streams};
use tu_cham::shell::event::AppEvent;
use tu_cham::shell::store::Store;
use wasm_bindgen_futures::spawn_local;

pub fn compress(store: Option<Rc<Store>>, text: String) {
    let Some(store) = store else { return };
    spawn_local(async move {
        store.dispatch(AppEvent::Share(ShareEvent::Made(streams::deflate(text.as_bytes()).await)));
    });
}

pub fn decompress(store: Option<Rc<Store>>, bytes: Vec<u8>) {
    let Some(store) = store else { return };
    spawn_local(async move {
        let most = usize::try_from(MOST_BYTES).unwrap_or(usize::MAX);
        let decompressed = streams::inflate(&bytes, most).await;
        let name = Words(store.read(|state| state.frame.language)).get(Key::LinkName).to_owned();
        store.dispatch(match decompressed {
            Some(bytes) => AppEvent::Share(ShareEvent::Read { name, bytes }),
            None => AppEvent::Share(ShareEvent::Unreadable),
        });
    });
}

pub fn copy(store: Option<Rc<Store>>, field: &str) {
    let Some(store) = store else { return };
    clipboard::copy_field(&["[name=\"", field, "\"]"].concat(), move |copied| {
        store.dispatch(AppEvent::Share(ShareEvent::Copied(copied)));
    });
}
