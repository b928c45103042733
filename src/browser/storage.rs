//! Drafts on this computer: one `IndexedDB` record a document, written to the disk before it is called saved.
//!
//! Database `tu-cham`, version 1, object store `drafts`, key path `id`. A record is a plain object with the fields of
//! [`Draft`]. Browsers may give all `file://` pages one store, so what isn't in this shape is left alone.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{
    Event, IdbDatabase, IdbObjectStore, IdbObjectStoreParameters, IdbOpenDbRequest, IdbRequest,
    IdbTransaction,
};

pub use super::problem::StorageProblem;
use super::{
    number::whole,
    problem::{text_at, words},
};

const DATABASE: &str = "tu-cham";
const VERSION: u32 = 1;
const STORE: &str = "drafts";

/// A document kept on this computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The document's UUID.
    pub id: String,
    /// Counts the document's changes.
    pub revision: u32,
    /// When this revision was saved, ISO 8601 with offset.
    pub saved: String,
    /// The document's file as text.
    pub text: String,
    /// What a list of drafts shows, in a form that only the caller knows.
    pub summary: String,
    /// The text stored before this one; [`Drafts::put`] sets it by itself.
    pub previous: Option<Previous>,
    /// When the user removed the draft, ISO 8601; it can still be brought back.
    pub removed: Option<String>,
}

/// The text that a draft's present text replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Previous {
    /// Its revision.
    pub revision: u32,
    /// When it was saved, ISO 8601 with offset.
    pub saved: String,
    /// The document's file as text.
    pub text: String,
}

/// All drafts on this computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// The drafts, removed ones as well, in the order of their ids.
    pub drafts: Vec<Draft>,
    /// How many records are not in the shape of a draft. They are left as they are.
    pub foreign: usize,
}

/// The drafts of this computer; copies share one connection.
#[derive(Debug, Clone)]
pub struct Drafts {
    database: Rc<RefCell<IdbDatabase>>,
}

impl Drafts {
    /// Opens the database, and makes it if there is none.
    ///
    /// # Errors
    /// [`StorageProblem::Blocked`] where the browser keeps nothing, such as in some private windows;
    /// [`StorageProblem::Newer`] if a later version of the program made the database.
    pub async fn open() -> Result<Self, StorageProblem> {
        Ok(Self { database: Rc::new(RefCell::new(connect().await?)) })
    }

    /// Lists every draft.
    ///
    /// # Errors
    /// What the browser refuses.
    pub async fn list(&self) -> Result<Listing, StorageProblem> {
        let (_, store) = self.store("readonly").await?;
        let records = done(&store.get_all().map_err(problem)?).await?;
        let records = Array::from(&records);
        let drafts: Vec<Draft> = records.iter().filter_map(|record| Draft::read(&record)).collect();
        let total = usize::try_from(records.length()).unwrap_or(usize::MAX);
        Ok(Listing { foreign: total.saturating_sub(drafts.len()), drafts })
    }

    /// Stores a draft; once this returns, it is on the disk. The text stored before is kept as `previous`, unless it is
    /// the same; `previous` of the draft given is not looked at.
    ///
    /// # Errors
    /// [`StorageProblem::Superseded`] if a higher revision is stored, or another text under the same one, as when two
    /// windows began at one revision; [`StorageProblem::Foreign`] if something else is,
    /// [`StorageProblem::Quota`] if there is no room; what was stored before is then still there.
    pub async fn put(&self, draft: &Draft) -> Result<(), StorageProblem> {
        let (transaction, store) = self.store("readwrite").await?;
        let previous = match stored(&store, &draft.id).await? {
            Some(before) if before.revision == draft.revision && before.text == draft.text => before.previous,
            Some(before) if before.revision >= draft.revision => {
                return Err(StorageProblem::Superseded { stored: before.revision });
            }
            Some(before) => {
                Some(Previous { revision: before.revision, saved: before.saved, text: before.text })
            }
            None => None,
        };
        store.put(&draft.write(previous.as_ref()).map_err(problem)?).map_err(problem)?;
        complete(&transaction).await
    }

    /// Deletes a draft for good; one that isn't there is deleted already.
    ///
    /// # Errors
    /// What the browser refuses; the draft is then still there.
    pub async fn delete(&self, id: &str) -> Result<(), StorageProblem> {
        let (transaction, store) = self.store("readwrite").await?;
        store.delete(&id.into()).map_err(problem)?;
        complete(&transaction).await
    }

    /// The store in a new transaction. A connection that was closed from outside is opened once more.
    async fn store(&self, mode: &str) -> Result<(IdbTransaction, IdbObjectStore), StorageProblem> {
        let begun = begin(&self.database.borrow(), mode);
        let transaction = match begun {
            Err(thrown) if text_at(&thrown, "name").as_deref() == Some("InvalidStateError") => {
                let database = connect().await?;
                self.database.replace(database.clone());
                begin(&database, mode)
            }
            begun => begun,
        };
        let transaction = transaction.map_err(|thrown| StorageProblem::Failed(words(&thrown)))?;
        let store = transaction.object_store(STORE).map_err(problem)?;
        Ok((transaction, store))
    }
}

impl Draft {
    fn read(record: &JsValue) -> Option<Self> {
        let Previous { revision, saved, text } = Previous::read(record)?;
        let previous = match present(record, "previous") {
            Some(previous) => Some(Previous::read(&previous)?),
            None => None,
        };
        let removed = match present(record, "removed") {
            Some(removed) => Some(removed.as_string()?),
            None => None,
        };
        let id = text_at(record, "id")?;
        let summary = text_at(record, "summary")?;
        Some(Self { id, revision, saved, text, summary, previous, removed })
    }

    fn write(&self, previous: Option<&Previous>) -> Result<JsValue, JsValue> {
        let record = write_text(self.revision, &self.saved, &self.text)?;
        set(&record, "id", &self.id.as_str().into())?;
        set(&record, "summary", &self.summary.as_str().into())?;
        if let Some(previous) = previous {
            set(&record, "previous", &write_text(previous.revision, &previous.saved, &previous.text)?)?;
        }
        if let Some(removed) = &self.removed {
            set(&record, "removed", &removed.as_str().into())?;
        }
        Ok(record)
    }
}

impl Previous {
    fn read(record: &JsValue) -> Option<Self> {
        let revision = u32::try_from(whole(&present(record, "revision")?)?).ok()?;
        Some(Self { revision, saved: text_at(record, "saved")?, text: text_at(record, "text")? })
    }
}

fn write_text(revision: u32, saved: &str, text: &str) -> Result<JsValue, JsValue> {
    let object = Object::new().into();
    set(&object, "revision", &revision.into())?;
    set(&object, "saved", &saved.into())?;
    set(&object, "text", &text.into())?;
    Ok(object)
}

fn set(object: &JsValue, field: &str, value: &JsValue) -> Result<bool, JsValue> {
    Reflect::set(object, &field.into(), value)
}

fn present(object: &JsValue, field: &str) -> Option<JsValue> {
    Reflect::get(object, &field.into()).ok().filter(|value| !value.is_undefined())
}

fn problem(thrown: JsValue) -> StorageProblem {
    StorageProblem::of(&thrown)
}

async fn connect() -> Result<IdbDatabase, StorageProblem> {
    let window = web_sys::window().ok_or(StorageProblem::Blocked)?;
    let factory = window.indexed_db().map_err(problem)?.ok_or(StorageProblem::Blocked)?;
    let request = factory.open_with_u32(DATABASE, VERSION).map_err(problem)?;
    // Version 1 is the first, so an upgrade always begins with nothing.
    let upgrade = Closure::<dyn FnMut(Event)>::new(create_store);
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    let opened = promise(|resolve, reject| {
        request.set_onsuccess(Some(resolve));
        request.set_onerror(Some(reject));
        request.set_onblocked(Some(reject));
    });
    opened.await.map_err(problem)?;
    let database: IdbDatabase = request.result().map_err(problem)?.unchecked_into();
    let closing = database.clone();
    // Another page wants to upgrade or delete the database: make way, the next call connects again.
    let make_way = Closure::once_into_js(move || closing.close());
    database.set_onversionchange(Some(make_way.unchecked_ref()));
    Ok(database)
}

/// A failure in here shows as a database without the store, and each transaction then fails with the browser's words.
fn create_store(event: Event) {
    let database = event
        .target()
        .and_then(|request| request.unchecked_into::<IdbOpenDbRequest>().result().ok())
        .map(JsCast::unchecked_into::<IdbDatabase>);
    if let Some(database) = database {
        let parameters = IdbObjectStoreParameters::new();
        parameters.set_key_path(&"id".into());
        let _ = database.create_object_store_with_optional_parameters(STORE, &parameters);
    }
}

/// Begins a transaction that is complete only when the disk has it: browsers call a write complete earlier otherwise.
fn begin(database: &IdbDatabase, mode: &str) -> Result<IdbTransaction, JsValue> {
    let options = Object::new().into();
    set(&options, "durability", &"strict".into())?;
    // web-sys knows the third argument only behind its flag for unstable interfaces.
    let method: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
    Ok(method.call3(database, &STORE.into(), &mode.into(), &options)?.unchecked_into())
}

async fn stored(store: &IdbObjectStore, id: &str) -> Result<Option<Draft>, StorageProblem> {
    let record = done(&store.get(&id.into()).map_err(problem)?).await?;
    if record.is_undefined() {
        return Ok(None);
    }
    Draft::read(&record).map(Some).ok_or(StorageProblem::Foreign)
}

/// Waits for a request's result. The transaction is still open afterwards, until something else is waited for.
async fn done(request: &IdbRequest) -> Result<JsValue, StorageProblem> {
    let answered = promise(|resolve, reject| {
        request.set_onsuccess(Some(resolve));
        request.set_onerror(Some(reject));
    });
    answered.await.map_err(problem)?;
    request.result().map_err(problem)
}

async fn complete(transaction: &IdbTransaction) -> Result<(), StorageProblem> {
    let ended = promise(|resolve, reject| {
        transaction.set_oncomplete(Some(resolve));
        transaction.set_onabort(Some(reject));
    });
    ended.await.map_err(problem)?;
    Ok(())
}

/// A promise whose two ends are used as event handlers, so that no closure has to outlive the event.
fn promise(attach: impl Fn(&Function, &Function)) -> Promise {
    Promise::new(&mut |resolve, reject| attach(&resolve, &reject))
}
