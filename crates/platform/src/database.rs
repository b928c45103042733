//! The database of this program in the browser: `IndexedDB`, written to the disk before it is called saved.
//!
//! Database `tu-cham`, version 3. Browsers may give all `file://` pages one store, so what isn't in our shape is left
//! alone. Version 1 had the drafts alone, version 2 no sets; an upgrade adds what is missing and touches nothing else.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{
    Event, IdbDatabase, IdbObjectStore, IdbObjectStoreParameters, IdbOpenDbRequest, IdbRequest,
    IdbTransaction,
};

pub use super::problem::StorageProblem;
use super::problem::text_at;

const NAME: &str = "tu-cham";
const VERSION: u32 = 3;

/// The drafts: a record a document, by its UUID.
pub(super) const DRAFTS: &str = "drafts";
/// Kept versions of documents, by a key of their own.
pub(super) const VERSIONS: &str = "versions";
/// Files that documents are written to, by the document's UUID.
pub(super) const FILES: &str = "files";
/// Sets of targets that drafts were made with, by their SHA-256.
pub(super) const SETS: &str = "sets";

/// Every store with the property that its records are found by.
const STORES: [(&str, &str); 4] = [(DRAFTS, "id"), (VERSIONS, "key"), (FILES, "id"), (SETS, "key")];

/// The database; copies share one connection.
#[derive(Debug, Clone)]
pub struct Database {
    connection: Rc<RefCell<IdbDatabase>>,
}

impl Database {
    /// Opens the database, and makes it if there is none.
    ///
    /// # Errors
    /// [`StorageProblem::Blocked`] where the browser keeps nothing, such as in some private windows;
    /// [`StorageProblem::Newer`] if a later version of the program made the database.
    pub async fn open() -> Result<Self, StorageProblem> {
        Ok(Self { connection: Rc::new(RefCell::new(connect().await?)) })
    }

    /// Begins a transaction over stores, to read or with `write` to change them. A connection that was closed from
    /// outside is opened once more.
    pub(super) async fn begin(&self, stores: &[&str], write: bool) -> Result<IdbTransaction, StorageProblem> {
        let begun = begin(&self.connection.borrow(), stores, write);
        let transaction = match begun {
            Err(thrown) if text_at(&thrown, "name").as_deref() == Some("InvalidStateError") => {
                let connection = connect().await?;
                self.connection.replace(connection.clone());
                begin(&connection, stores, write)
            }
            begun => begun,
        };
        transaction.map_err(problem)
    }
}

pub(super) fn problem(thrown: JsValue) -> StorageProblem {
    StorageProblem::of(&thrown)
}

/// A store of a transaction.
pub(super) fn store(transaction: &IdbTransaction, name: &str) -> Result<IdbObjectStore, StorageProblem> {
    transaction.object_store(name).map_err(problem)
}

pub(super) fn set(object: &JsValue, field: &str, value: &JsValue) -> Result<bool, JsValue> {
    Reflect::set(object, &field.into(), value)
}

pub(super) fn present(object: &JsValue, field: &str) -> Option<JsValue> {
    Reflect::get(object, &field.into()).ok().filter(|value| !value.is_undefined())
}

async fn connect() -> Result<IdbDatabase, StorageProblem> {
    let window = web_sys::window().ok_or(StorageProblem::Blocked)?;
    let factory = window.indexed_db().map_err(problem)?.ok_or(StorageProblem::Blocked)?;
    let request = factory.open_with_u32(NAME, VERSION).map_err(problem)?;
    let upgrade = Closure::<dyn FnMut(Event)>::new(create_stores);
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

/// A failure in here shows as a database without a store, and each transaction then fails with the browser's words.
fn create_stores(event: Event) {
    let database = event
        .target()
        .and_then(|request| request.unchecked_into::<IdbOpenDbRequest>().result().ok())
        .map(JsCast::unchecked_into::<IdbDatabase>);
    let Some(database) = database else { return };
    let there = database.object_store_names();
    for (name, key_path) in STORES {
        if !there.contains(name) {
            let parameters = IdbObjectStoreParameters::new();
            parameters.set_key_path(&key_path.into());
            let _ = database.create_object_store_with_optional_parameters(name, &parameters);
        }
    }
}

/// Begins a transaction that is complete only when the disk has it: browsers call a write complete earlier otherwise.
fn begin(database: &IdbDatabase, stores: &[&str], write: bool) -> Result<IdbTransaction, JsValue> {
    let options = Object::new().into();
    set(&options, "durability", &"strict".into())?;
    // web-sys knows the third argument only behind its flag for unstable interfaces.
    let method: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
    let names: Array = stores.iter().map(|name| JsValue::from(*name)).collect();
    let mode = if write { "readwrite" } else { "readonly" };
    Ok(method.call3(database, &names, &mode.into(), &options)?.unchecked_into())
}

/// Waits for a request's result. The transaction is still open afterwards, until something else is waited for.
pub(super) async fn done(request: &IdbRequest) -> Result<JsValue, StorageProblem> {
    let answered = promise(|resolve, reject| {
        request.set_onsuccess(Some(resolve));
        request.set_onerror(Some(reject));
    });
    answered.await.map_err(problem)?;
    request.result().map_err(problem)
}

/// Waits until a transaction is on the disk.
pub(super) async fn complete(transaction: &IdbTransaction) -> Result<(), StorageProblem> {
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
