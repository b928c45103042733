//! Does what the state asks for: storage, downloads, preferences, focus.

use crate::effects::notices::NoticeWatch;
use crate::effects::{links, office, sets};
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::{Rc, Weak};
use tu_cham::document::event::DocumentEvent;
use tu_cham::document::saving::StorageScope;
use tu_cham::features::exporting::event::ExportEvent;
use tu_cham::features::importing::event::ImportEvent;
use tu_cham::features::versions::event::VersionEvent;
use tu_cham::features::windows::event::WindowEvent;
use tu_cham::shell::frame::event::FrameEvent;

use crate::effects::presentation::Ticking;
use crate::effects::windows::Windows;
use formats::app_source::{PARTS_BLOCK, assemble};
use formats::document_reader::MOST_BYTES;
use formats::file_name;
use platform::database::Database;
use platform::sets::Sets;
use platform::storage::{DraftRecord, Drafts, StorageProblem};
use platform::versions::{Version, Versions};
use platform::{clock, files, page, preferences, rescue, screen, sibling_file, unload_backup};
use report::figures_csv;
use tu_cham::document::draft::{Draft, Remembered, Stored};
use tu_cham::document::versions::{KeptVersion, VersionReason};
use tu_cham::features::exercises::event::ExerciseEvent;
use tu_cham::features::windows::state::WindowMessage;
use tu_cham::shell::app_source::{Purpose, SourceText};
use tu_cham::shell::effect::{Effect, Preference};
use tu_cham::shell::event::AppEvent;
use tu_cham::shell::store::Store;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, File};

use crate::effects::linked_file::ToFile;

/// Names of the preferences in the browser's store.
pub const LANGUAGE: &str = "language";
pub const THEME: &str = "theme";
const LAST_DOCUMENT: &str = "document";
/// When that was noted.
const LAST_AT: &str = "document-at";
const DRAFTS_KEPT: &str = "drafts";
const PERSISTENCE: &str = "persistence";
pub const OPENED_EMBEDDED: &str = "opened";
pub const EXERCISES: &str = "exercises";
const EXERCISE_DRAFT: &str = "exercise-draft";

/// The single file, where it lies on a site: beside the page.
const SINGLE_FILE: &str = "./tu-cham.html";

/// How long the text of the whole file is left alone after it was asked for in passing, in milliseconds: the page is
/// drawn first.
const DRAWN_WITHIN: u32 = 100;

/// How long after a change it is saved at the latest, in milliseconds.
const SAVE_WITHIN: u32 = 350;

/// How long after a writing failed it is tried again, in milliseconds.
const RETRY_AFTER: u32 = 5_000;

/// What is outside the state.
#[derive(Default)]
pub struct EffectRunner {
    store: OnceCell<Weak<Store>>,
    drafts: RefCell<Option<Drafts>>,
    versions: RefCell<Option<Versions>>,
    pub(crate) sets: RefCell<Option<Sets>>,
    /// What the other windows have to do with it.
    pub(crate) windows: Windows,
    timer: RefCell<Option<clock::Timeout>>,
    /// Until a writing that failed is tried again.
    retry: RefCell<Option<clock::Timeout>>,
    /// Whether the page is being hidden, perhaps for good.
    hiding: Cell<bool>,
    /// The document that this window stored last, and its text.
    stored_last: RefCell<(String, String)>,
    to_file: Rc<ToFile>,
    ticking: Ticking,
    /// When notices leave, and where the focus goes then.
    pub(crate) notices: Rc<NoticeWatch>,
    /// What had the focus before something lay over the page.
    uncovered: RefCell<Option<Element>>,
}

impl EffectRunner {
    /// Tells whom to answer to.
    pub fn connect(&self, store: &Rc<Store>) {
        // There is one store in the life of the page.
        let _ = self.store.set(Rc::downgrade(store));
        self.notices.watch(store);
    }

    fn store(&self) -> Option<Rc<Store>> {
        self.store.get().and_then(Weak::upgrade)
    }

    /// Opens the storage and reads what it holds.
    pub async fn open_storage(&self) -> Stored {
        let last = preferences::get(LAST_DOCUMENT).filter(|id| !id.is_empty());
        let database = match Database::open().await {
            Ok(database) => database,
            Err(problem) => {
                return unavailable(last, &problem);
            }
        };
        let remembered = if preferences::get(DRAFTS_KEPT).is_some() {
            Remembered::Drafts
        } else if database.is_made() {
            Remembered::NoStorage
        } else {
            Remembered::Nothing
        };
        let (store, to_file) = (self.store.get().cloned(), Rc::clone(&self.to_file));
        database.on_deleted(move || {
            to_file.remember_again();
            if let Some(store) = store.as_ref().and_then(Weak::upgrade) {
                store.dispatch(AppEvent::Document(DocumentEvent::StorageDeleted));
            }
        });
        let files = self.to_file.open(database.clone()).await;
        let drafts = Drafts::new(database.clone());
        let listing = match drafts.list().await {
            Ok(listing) => listing,
            Err(problem) => return unavailable(last, &problem),
        };
        self.drafts.replace(Some(drafts));
        self.versions.replace(Some(Versions::new(database.clone())));
        self.sets.replace(Some(Sets::new(database)));
        let backups = unload_backup::list().into_iter().map(|backup| Draft {
            id: backup.id,
            revision: backup.revision,
            saved: backup.saved,
            text: backup.text,
            ..Draft::default()
        });
        let stored = listing.drafts.into_iter().map(of_record);
        Stored {
            drafts: stored.collect(),
            backups: backups.collect(),
            sets: listing.sets,
            files,
            foreign: listing.foreign,
            available: true,
            scope: StorageScope::Together,
            last,
            last_at: preferences::get(LAST_AT).unwrap_or_default(),
            remembered,
        }
    }

    /// Does one thing.
    pub fn perform(self: &Rc<Self>, effect: Effect) {
        match effect {
            // The update takes it itself; one that comes here is taken all the same.
            Effect::Then(event) => self.answer_later(*event),
            Effect::SaveSoon => self.save_soon(),
            Effect::SaveDraft(draft) => self.put(*draft),
            Effect::BackUp(draft) => {
                // The storage is asked as well, and what it has counts if this fails.
                let failed =
                    unload_backup::write(&draft.id, draft.revision, &draft.saved, &draft.text).is_err();
                if failed && self.hiding.get() {
                    self.answer_later(AppEvent::Document(DocumentEvent::BackUpFailed));
                }
            }
            Effect::Delete(id) => self.delete(id),
            Effect::Reread(id) => self.reread(id),
            Effect::Lock(id) => self.hold(id),
            Effect::RequestLock(id) => self.ask_for(id),
            Effect::Unlock(id) => self.let_go(id),
            Effect::ReadMoreSets => sets::read_more(self),
            Effect::ReadExercises => {
                let kept = |name| preferences::get(name).unwrap_or_default();
                let read = ExerciseEvent::Read(kept(EXERCISES), kept(EXERCISE_DRAFT));
                self.answer_later(AppEvent::Exercise(read));
            }
            Effect::KeepSet(set) => sets::keep(self, set),
            Effect::DropSets(all) => sets::drop_all(self, all),
            Effect::Keep(kept) => self.keep(*kept),
            Effect::ListVersions(id) => self.list_versions(id),
            Effect::Download { name, text } => self.hand_over(&name, text.as_bytes()),
            Effect::HandOver { name, bytes } => self.hand_over(&name, &bytes),
            Effect::Office(task) => office::perform(self.store(), *task),
            Effect::DownloadFigures(name) => self.download_figures(&name),
            Effect::Print => page::print(),
            Effect::Compress(text) => links::compress(self.store(), text),
            Effect::Decompress(bytes) => links::decompress(self.store(), bytes),
            Effect::Copy(field) => links::copy(self.store(), field),
            Effect::LeaveAddress(to) => page::replace_address(&["#", to.path()].concat()),
            Effect::Address { path, sample } => {
                page::mark("data-sample", (!sample.is_empty()).then_some(&sample));
                page::replace_address(&path);
            }
            Effect::File(task) => {
                if let Some(store) = self.store() {
                    self.to_file.perform(task, store);
                }
            }
            Effect::ReadAppSource(purpose) => self.read_own_text(purpose),
            Effect::Remember(preference, value) => remember(preference, &value),
            Effect::Focus(name) => show_soon(move || page::focus(&format!("[name=\"{name}\"]"))),
            Effect::ModalOpened => {
                let before = self.uncovered.take().or_else(page::active_element);
                self.uncovered.replace(before);
                show_soon(|| page::focus("[aria-modal]"));
            }
            Effect::ModalClosed => {
                if let Some(before) = self.uncovered.take() {
                    show_soon(move || page::focus_element(&before));
                }
            }
            Effect::FillScreen(on) => screen::fill(on),
            Effect::Tick(on) => self.ticking.set(on, self.store()),
            Effect::Reveal => show_soon(|| page::reveal("[data-screen] h1", "[data-screen] .deck__added")),
            Effect::ScrollTo(place) => show_soon(move || {
                // An id of a target may hold a dot, which would begin a class after `#`.
                let place = ["[id=\"muc-", &place, "\"]"].concat();
                page::scroll_into_view(&place) && page::focus(&place)
            }),
        }
    }

    fn hand_over(&self, name: &str, bytes: &[u8]) {
        if files::download(name, file_name::mime(name), bytes).is_err() {
            self.answer_later(AppEvent::Frame(FrameEvent::DownloadFailed));
        }
    }

    fn download_figures(&self, name: &str) {
        let Some(store) = self.store() else { return };
        let table = store.read(|state| figures_csv::figures_csv(state.document.scored()));
        self.hand_over(name, table.as_bytes());
    }

    /// Says what something that was asked for came to.
    pub(crate) fn answer(&self, event: AppEvent) {
        if let Some(store) = self.store() {
            store.dispatch(event);
        }
    }

    /// What the storage has of a document.
    pub(crate) async fn stored(&self, id: &str) -> Option<Draft> {
        let drafts = self.drafts.borrow().clone()?;
        drafts.get(id).await.ok().flatten().map(of_record)
    }

    /// Reads a draft that another window saved.
    pub(crate) fn reread(self: &Rc<Self>, id: String) {
        let runner = Rc::clone(self);
        spawn_local(async move {
            if let Some(stored) = runner.stored(&id).await {
                sets::tell(&runner).await;
                runner.answer(AppEvent::Window(WindowEvent::DraftRead(Box::new(stored))));
            }
        });
    }

    /// Keeps a version. One that can't be kept loses nothing of the document itself.
    fn keep(&self, kept: KeptVersion) {
        let Some(versions) = self.versions.borrow().clone() else { return };
        let (revision, put_aside) = (kept.revision, kept.why == VersionReason::OtherWindow);
        let why = kept.why.as_str().to_owned();
        let version = Version { id: kept.id, at: kept.at, revision, why, text: kept.text };
        spawn_local(async move {
            if versions.keep(&version).await.is_ok() && put_aside {
                // Found in what was written in haste, it would take the place of the other window's state.
                let _ = unload_backup::drop_up_to(&version.id, revision);
            }
        });
    }

    fn list_versions(self: &Rc<Self>, id: String) {
        let versions = self.versions.borrow().clone();
        let runner = Rc::clone(self);
        spawn_local(async move {
            let listed = match versions {
                Some(versions) => versions.list(&id).await.unwrap_or_default(),
                None => Vec::new(),
            };
            let kept = |version: Version| KeptVersion {
                id: version.id,
                at: version.at,
                revision: version.revision,
                why: VersionReason::of_word(&version.why),
                text: version.text,
            };
            runner.answer(AppEvent::Version(VersionEvent::Listed(listed.into_iter().map(kept).collect())));
        });
    }

    /// An answer that waits until the event that asked is over.
    fn answer_later(&self, event: AppEvent) {
        if let Some(store) = self.store() {
            spawn_local(async move { store.dispatch(event) });
        }
    }

    /// The text of the page's own file. From disk it comes before this returns, so that a download belongs to its click;
    /// a site's page asks its site for the file.
    fn read_own_text(&self, purpose: Purpose) {
        let Some(store) = self.store() else { return };
        let from_page = page::embedded(PARTS_BLOCK);
        if from_page.is_none() && !page::is_from_disk() {
            if purpose == Purpose::Fingerprint {
                return self
                    .answer_later(AppEvent::Export(ExportEvent::SourceRead(purpose, SourceText::Hosted)));
            }
            return spawn_local(async move {
                let text =
                    sibling_file::text(SINGLE_FILE).await.map_or(SourceText::Unreachable, SourceText::Found);
                store.dispatch(AppEvent::Export(ExportEvent::SourceRead(purpose, text)));
            });
        }
        let read = move || {
            let text = from_page.and_then(|parts| assemble(&parts, page::part));
            store.dispatch(AppEvent::Export(ExportEvent::SourceRead(
                purpose,
                text.map_or(SourceText::Lost, SourceText::Found),
            )));
        };
        match purpose {
            Purpose::Copy | Purpose::Form => read(),
            Purpose::Fingerprint => {
                clock::after(DRAWN_WITHIN, read).forget();
            }
        }
    }

    fn save_soon(self: &Rc<Self>) {
        let runner = Rc::clone(self);
        let mut timer = self.timer.borrow_mut();
        if timer.is_none() {
            *timer = Some(clock::after(SAVE_WITHIN, move || runner.save()));
        }
    }

    fn save(&self) {
        self.timer.replace(None);
        self.answer(AppEvent::Document(DocumentEvent::SaveDue));
    }

    /// The page is going away, perhaps for good.
    pub fn hide(&self) {
        self.timer.replace(None);
        self.hiding.set(true);
        self.answer(AppEvent::Document(DocumentEvent::PageHidden));
        self.hiding.set(false);
    }

    fn put(self: &Rc<Self>, draft: Draft) {
        let revision = draft.revision;
        rescue::snapshot(&draft.id, revision, &draft.saved, &draft.text);
        let Some(drafts) = self.drafts.borrow().clone() else { return };
        let (runner, is_ours) = (Rc::clone(self), self.holds(&draft.id));
        spawn_local(async move {
            if draft.removed.is_some() && !is_ours && runner.is_held_elsewhere(&draft.id).await {
                return runner.answer(AppEvent::Window(WindowEvent::RemovalRefused(draft.id)));
            }
            let record = DraftRecord {
                id: draft.id.clone(),
                revision,
                saved: draft.saved.clone(),
                text: draft.text.clone(),
                summary: draft.summary(),
                previous: None,
                removed: draft.removed.clone(),
            };
            let set = &draft.set;
            let is_whole = |text: &str| sets::is_whole(&set.sha256, text);
            let with = sets::to_keep(set, &is_whole);
            let may_replace = |revision: u32, text: &str| {
                let (id, own) = &*runner.stored_last.borrow();
                draft.may_replace(revision, text, (*id == draft.id).then_some(own))
            };
            let (id, counted) = (draft.id.clone(), draft.revision);
            let answer = match drafts.put(&record, with, may_replace).await {
                Ok(()) => {
                    ask_to_persist();
                    runner.stored_last.replace((draft.id, draft.text));
                    // What was written in haste is no longer needed; left behind it would be found older.
                    let _ = unload_backup::drop_up_to(&id, revision);
                    runner.tell(&WindowMessage::Saved(id.clone()));
                    AppEvent::Document(DocumentEvent::Saved { id, revision: counted })
                }
                Err(StorageProblem::Superseded { .. }) => {
                    AppEvent::Window(WindowEvent::SaveSuperseded(Box::new(draft)))
                }
                Err(_) => {
                    // A connection that was lost is opened anew by the next writing.
                    drafts.disconnect();
                    let again = Rc::clone(&runner);
                    runner.retry.replace(Some(clock::after(RETRY_AFTER, move || again.save())));
                    AppEvent::Document(DocumentEvent::SaveFailed)
                }
            };
            runner.answer(answer);
        });
    }

    fn delete(self: &Rc<Self>, id: String) {
        // What this window holds is let go only after this: it goes at once, as the page may be left next.
        let (runner, is_ours) = (Rc::clone(self), self.holds(&id));
        spawn_local(async move {
            if !is_ours && runner.is_held_elsewhere(&id).await {
                return runner.answer(AppEvent::Window(WindowEvent::RemovalRefused(id)));
            }
            let _ = unload_backup::remove(&id);
            runner.to_file.drop_open(&id);
            let Some(drafts) = runner.drafts.borrow().clone() else { return };
            if drafts.delete(&id).await.is_err() {
                runner.answer(AppEvent::Document(DocumentEvent::DeleteFailed));
            }
        });
    }

    /// Reads a file that was chosen or dropped, unless it is too big to be one of ours.
    pub fn take_file(&self, file: File) {
        let Some(store) = self.store() else { return };
        let name = file.name();
        if files::size(&file) > MOST_BYTES {
            store.dispatch(AppEvent::Import(ImportEvent::FileTooBig(name)));
            return;
        }
        spawn_local(async move {
            store.dispatch(match files::read(&file).await {
                Ok(bytes) => AppEvent::Import(ImportEvent::FileRead { name, bytes }),
                Err(_) => AppEvent::Import(ImportEvent::FileUnreadable(name)),
            });
        });
    }
}

/// What is found where the storage can't be read.
fn unavailable(last: Option<String>, problem: &StorageProblem) -> Stored {
    let scope = match problem {
        StorageProblem::Silent => StorageScope::Silent,
        StorageProblem::Held => StorageScope::Held,
        StorageProblem::Newer => StorageScope::Newer,
        StorageProblem::Blocked
        | StorageProblem::Quota
        | StorageProblem::Superseded { .. }
        | StorageProblem::Foreign
        | StorageProblem::Failed(_) => StorageScope::Together,
    };
    Stored { last, scope, ..Stored::default() }
}

/// A draft as the storage has it.
fn of_record(record: DraftRecord) -> Draft {
    let draft = Draft {
        id: record.id,
        revision: record.revision,
        saved: record.saved,
        confirmed: record.text.clone(),
        text: record.text,
        previous: record.previous.map(|previous| previous.text).unwrap_or_default(),
        removed: record.removed,
        ..Draft::default()
    };
    draft.with_summary(&record.summary)
}

fn remember(preference: Preference, value: &str) {
    let name = match preference {
        Preference::Language => LANGUAGE,
        Preference::Theme => THEME,
        Preference::LastDocument => LAST_DOCUMENT,
        Preference::DraftsKept => DRAFTS_KEPT,
        Preference::OpenedEmbedded => OPENED_EMBEDDED,
        Preference::Exercises => EXERCISES,
        Preference::ExerciseDraft => EXERCISE_DRAFT,
    };
    // Where the browser keeps nothing the choice holds for this visit.
    let _ = preferences::set(name, (!value.is_empty()).then_some(value));
    match preference {
        Preference::LastDocument => drop(preferences::set(LAST_AT, Some(&clock::now()))),
        Preference::Language => page::set_language(value),
        Preference::Theme => page::set_theme((value != "system").then_some(value)),
        Preference::DraftsKept
        | Preference::OpenedEmbedded
        | Preference::Exercises
        | Preference::ExerciseDraft => {}
    }
}

/// Asks the browser, once, not to clear what it keeps of this page by itself: Firefox asks the user.
fn ask_to_persist() {
    if preferences::get(PERSISTENCE).is_none() && preferences::set(PERSISTENCE, Some("asked")).is_ok() {
        page::persist_storage();
    }
}

/// Runs after the page has been drawn anew.
fn show_soon(show: impl FnOnce() -> bool + 'static) {
    clock::after(0, move || {
        show();
    })
    .forget();
}
