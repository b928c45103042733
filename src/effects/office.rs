//! Has Word and Excel files made and read by their own module.

use std::rc::Rc;

use platform::clock;
use platform::office::{OfficeProblem, run};
use tu_cham::features::importing::event::ImportEvent;
use tu_cham::shell::event::AppEvent;
use tu_cham::shell::office::{OfficeEvent, OfficeTask, OfficeTrouble, OfficeWork};
use tu_cham::shell::store::Store;
use wasm_bindgen_futures::spawn_local;

/// How long nothing is said while the module is awaited, in milliseconds: no longer than a blink.
const BLINK: u32 = 200;

pub fn perform(store: Option<Rc<Store>>, task: OfficeTask) {
    let Some(store) = store else { return };
    let waits = Rc::clone(&store);
    let awaited = clock::after(BLINK, move || waits.dispatch(AppEvent::Office(OfficeEvent::Awaited)));
    spawn_local(async move {
        let bytes = if let OfficeWork::Read(bytes) = &task.what { bytes.as_slice() } else { &[] };
        let done = run(task.what.as_str(), &task.set, &task.document, bytes).await;
        drop(awaited);
        let name = task.name;
        store.dispatch(match (done, task.what) {
            (Ok(bytes), OfficeWork::Make(_)) => AppEvent::Office(OfficeEvent::Made { name, bytes }),
            (Ok(bytes), OfficeWork::Bundle(bundled)) => {
                AppEvent::Office(OfficeEvent::BundleMade { name, bytes, bundled })
            }
            (Ok(said), OfficeWork::Read(_)) => AppEvent::Import(ImportEvent::WorkbookRead { name, said }),
            (Err(OfficeProblem::Missing(_)), _) => {
                AppEvent::Office(OfficeEvent::Failed(OfficeTrouble::Missing))
            }
            (Err(_), _) => AppEvent::Office(OfficeEvent::Failed(OfficeTrouble::Broken)),
        });
    });
}
