//! The sets of targets in the storage.

use std::rc::Rc;
use tu_cham::features::importing::event::ImportEvent;

use formats::set_file;
use formats::share_link::decode;
use formats::shared_copy::MORE_SETS_BLOCK;
use platform::sets::KeptSet;
use platform::{compress, page};
use tu_cham::document::sets::StoredSet;
use tu_cham::shell::event::AppEvent;
use wasm_bindgen_futures::spawn_local;

use crate::effects::runner::EffectRunner;

/// Whether a text is the set of this SHA-256.
pub fn is_whole(sha256: &str, text: &str) -> bool {
    set_file::read_text(text).is_ok_and(|loaded| loaded.sha256 == sha256)
}

/// The set as the storage takes it; `None` for the module's own and for one that the storage has.
#[inline]
pub fn to_keep<'a>(set: &'a StoredSet, is_whole: &'a dyn Fn(&str) -> bool) -> Option<KeptSet<'a>> {
    (!set.text.is_empty()).then_some(KeptSet { sha256: &set.sha256, text: &set.text, is_whole })
}

/// Reads the sets that lie in the page.
pub fn read_more(runner: &Rc<EffectRunner>) {
    let packed = page::embedded(MORE_SETS_BLOCK).and_then(|text| decode(text.trim()));
    let (Some(packed), runner) = (packed, Rc::clone(runner)) else { return };
    spawn_local(async move {
        let text = compress::inflate(&packed, set_file::MOST_BYTES).await;
        let text = text.and_then(|bytes| String::from_utf8(bytes).ok());
        runner.answer(AppEvent::Import(ImportEvent::SetsRead(text.into_iter().collect())));
    });
}

/// Keeps a set. One that finds no room now goes with the first draft that is made with it.
pub fn keep(runner: &Rc<EffectRunner>, set: StoredSet) {
    let Some(sets) = runner.sets.borrow().clone() else { return };
    spawn_local(async move {
        let is_whole = |text: &str| is_whole(&set.sha256, text);
        if let Some(kept) = to_keep(&set, &is_whole) {
            let _ = sets.keep(kept).await;
        }
    });
}

/// Deletes sets for good. One that stays does no harm.
pub fn drop_all(runner: &Rc<EffectRunner>, all: Vec<String>) {
    let Some(sets) = runner.sets.borrow().clone() else { return };
    spawn_local(async move {
        for sha256 in all {
            let _ = sets.delete(&sha256).await;
        }
    });
}

/// Says which sets the storage has now: another window may have put one there.
pub async fn tell(runner: &Rc<EffectRunner>) {
    let Some(sets) = runner.sets.borrow().clone() else { return };
    let texts = sets.list().await.unwrap_or_default();
    if !texts.is_empty() {
        runner.answer(AppEvent::Import(ImportEvent::SetsRead(texts)));
    }
}
