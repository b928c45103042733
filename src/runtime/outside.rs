//! Does what the state asks for: storage, downloads, preferences, focus.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::{Rc, Weak};

use tu_cham::app::{Action, Effect, Preference, Store, Stored, StoredDraft};
use tu_cham::browser::database::Database;
use tu_cham::browser::storage::{Draft, Drafts, StorageProblem};
use tu_cham::browser::{clock, files, flush, page, preferences};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, File};

/// Names of the preferences in the browser's store.
pub const LANGUAGE: &str = "language";
pub const THEME: &str = "theme";
const LAST_DOCUMENT: &str = "document";

/// How long after a change it is saved at the latest, in milliseconds.
const SAVE_WITHIN: u32 = 350;

/// What is outside the state.
#[derive(Default)]
pub struct Outside {
    store: OnceCell<Weak<Store>>,
    drafts: RefCell<Option<Drafts>>,
    timer: RefCell<Option<clock::Timeout>>,
    /// What had the focus before something lay over the page.
    uncovered: RefCell<Option<Element>>,
    /// Whether the page is being hidden: what is stored now may not be finished, so it is also written in haste.
    hiding: Cell<bool>,
}

impl Outside {
    /// Tells whom to answer to.
    pub fn connect(&self, store: &Rc<Store>) {
        // There is one store in the life of the page.
        let _ = self.store.set(Rc::downgrade(store));
    }

    fn store(&self) -> Option<Rc<Store>> {
        self.store.get().and_then(Weak::upgrade)
    }

    /// Opens the storage and reads what it holds.
    pub async fn open_storage(&self) -> Stored {
        let last = preferences::get(LAST_DOCUMENT).filter(|id| !id.is_empty());
        let Ok(database) = Database::open().await else { return Stored { last, ..Stored::default() } };
        let drafts = Drafts::new(database);
        let Ok(listing) = drafts.list().await else { return Stored { last, ..Stored::default() } };
        self.drafts.replace(Some(drafts));
        let flushed = flush::flushed().into_iter().map(|flushed| StoredDraft {
            id: flushed.id,
            revision: flushed.revision.into(),
            saved: flushed.saved,
            text: flushed.text,
            summary: String::new(),
            removed: None,
        });
        let stored = listing.drafts.into_iter().map(|draft| StoredDraft {
            id: draft.id,
            revision: draft.revision.into(),
            saved: draft.saved,
            text: draft.text,
            summary: draft.summary,
            removed: draft.removed,
        });
        Stored {
            drafts: stored.collect(),
            flushed: flushed.collect(),
            foreign: listing.foreign,
            available: true,
            last,
        }
    }

    /// Does one thing.
    pub fn perform(self: &Rc<Self>, effect: Effect) {
        match effect {
            Effect::SaveSoon => self.save_soon(),
            Effect::Store(draft) => self.put(*draft),
            Effect::Delete(id) => self.delete(id),
            Effect::Download { name, text } => {
                if files::download(&name, "application/json", text.as_bytes()).is_err() {
                    self.answer_later(Action::DownloadFailed);
                }
            }
            Effect::Remember(preference, value) => remember(preference, &value),
            Effect::Focus(name) => show_soon(move || page::focus(&format!("[name=\"{name}\"]"))),
            Effect::Cover => {
                let before = self.uncovered.take().or_else(page::active_element);
                self.uncovered.replace(before);
                show_soon(|| page::focus("[aria-modal]"));
            }
            Effect::Uncover => {
                if let Some(before) = self.uncovered.take() {
                    show_soon(move || page::focus_element(&before));
                }
            }
            Effect::Show(place) => show_soon(move || {
                let place = format!("#muc-{place}");
                page::scroll_into_view(&place) && page::focus(&place)
            }),
        }
    }

    /// An answer that waits until the action that asked is over.
    fn answer_later(&self, action: Action) {
        if let Some(store) = self.store() {
            spawn_local(async move { store.dispatch(action) });
        }
    }

    fn save_soon(self: &Rc<Self>) {
        let outside = Rc::clone(self);
        let mut timer = self.timer.borrow_mut();
        if timer.is_none() {
            *timer = Some(clock::after(SAVE_WITHIN, move || outside.save()));
        }
    }

    fn save(&self) {
        self.timer.replace(None);
        if let Some(store) = self.store() {
            store.dispatch(Action::SaveDue);
        }
    }

    /// The page is going away, perhaps for good.
    pub fn hide(&self) {
        self.hiding.set(true);
        self.save();
        self.hiding.set(false);
    }

    fn put(&self, draft: StoredDraft) {
        let revision = u32::try_from(draft.revision).unwrap_or(u32::MAX);
        if self.hiding.get() {
            // Best effort: the storage is asked as well, and what it has counts if this fails.
            let _ = flush::flush(&draft.id, revision, &draft.saved, &draft.text);
        }
        let (Some(drafts), Some(store)) = (self.drafts.borrow().clone(), self.store()) else { return };
        spawn_local(async move {
            let (id, counted) = (draft.id.clone(), draft.revision);
            let StoredDraft { saved, text, summary, removed, .. } = draft;
            let record = Draft { id: draft.id, revision, saved, text, summary, previous: None, removed };
            let answer = match drafts.put(&record).await {
                Ok(()) => {
                    // What was written in haste is no longer needed; left behind it would be found older.
                    let _ = flush::drop_flushed(&id);
                    Action::Saved { id, revision: counted }
                }
                Err(StorageProblem::Superseded { .. }) => Action::SaveSuperseded,
                Err(_) => Action::SaveFailed,
            };
            store.dispatch(answer);
        });
    }

    fn delete(&self, id: String) {
        let _ = flush::drop_flushed(&id);
        let (Some(drafts), Some(store)) = (self.drafts.borrow().clone(), self.store()) else { return };
        spawn_local(async move {
            if drafts.delete(&id).await.is_err() {
                store.dispatch(Action::DeleteFailed);
            }
        });
    }

    /// Reads a file that was chosen or dropped, unless it is too big to be one of ours.
    pub fn take_file(&self, file: File) {
        let Some(store) = self.store() else { return };
        let name = file.name();
        if files::size(&file) > tu_cham::exchange::incoming::MOST_BYTES {
            store.dispatch(Action::FileTooBig(name));
            return;
        }
        spawn_local(async move {
            store.dispatch(match files::read(&file).await {
                Ok(bytes) => Action::FileRead { name, bytes },
                Err(_) => Action::FileUnreadable(name),
            });
        });
    }
}

fn remember(preference: Preference, value: &str) {
    let name = match preference {
        Preference::Language => LANGUAGE,
        Preference::Theme => THEME,
        Preference::LastDocument => LAST_DOCUMENT,
    };
    // Where the browser keeps nothing the choice holds for this visit.
    let _ = preferences::set(name, (!value.is_empty()).then_some(value));
    match preference {
        Preference::Language => page::set_language(value),
        Preference::Theme => page::set_theme((value != "system").then_some(value)),
        Preference::LastDocument => {}
    }
}

/// Runs after the page has been drawn anew.
fn show_soon(show: impl FnOnce() -> bool + 'static) {
    clock::after(0, move || {
        show();
    })
    .forget();
}
