//! The database of this program in the browser: `IndexedDB`, written to the disk before it is called saved.
//!
//! Database `tu-cham`, version 3. Browsers may give all `file://` pages one store, so what isn't in our shape is left
//! alone. Version 1 had the drafts alone, version 2 no sets; an upgrade adds what is missing and touches nothing else.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::{Array, Error, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{
    Event, IdbDatabase, IdbObjectStore, IdbObjectStoreParameters, IdbOpenDbRequest, IdbRequest,
    IdbTransaction,
};

use super::number::whole;
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

/// How often it is looked for after the browser closed the connection.
const LOOKS: u32 = 5;

/// How long opening, a request and a whole write may take, in milliseconds. The first two make up the time in which a page
/// must be there to type into.
const OPENS_WITHIN: u32 = 4_000;
const ANSWERS_WITHIN: u32 = 4_000;
const WRITES_WITHIN: u32 = 10_000;

/// Every store with the property that its records are found by.
const STORES: [(&str, &str); 4] = [(DRAFTS, "id"), (VERSIONS, "key"), (FILES, "id"), (SETS, "key")];

/// The database; copies share one connection.
#[derive(Debug, Clone)]
pub struct Database {
    shared: Rc<Shared>,
}

#[derive(Debug)]
struct Shared {
    connection: RefCell<IdbDatabase>,
    /// Whether opening it made it: there was none.
    made: bool,
    /// Whom to tell that it was deleted.
    on_deleted: OnceCell<Function>,
    /// Whether it was told of the deletion that the next connection will find.
    told: Cell<bool>,
}

/// A connection, and whether the database was made for it.
struct Opened {
    connection: IdbDatabase,
    made: bool,
}

impl Database {
    /// Opens the database, and makes it if there is none.
    ///
    /// # Errors
    /// [`StorageProblem::Blocked`] where the browser keeps nothing, such as in some private windows;
    /// [`StorageProblem::Newer`] if a later version of the program made the database.
    pub async fn open() -> Result<Self, StorageProblem> {
        let Opened { connection, made } = connect().await?;
        let shared = Shared {
            connection: RefCell::new(connection.clone()),
            made,
            on_deleted: OnceCell::new(),
            told: Cell::new(false),
        };
        let database = Self { shared: Rc::new(shared) };
        database.watch(&connection);
        Ok(database)
    }

    /// Whether there was no database when this one was opened.
    pub fn is_made(&self) -> bool {
        self.shared.made
    }

    /// Calls each time the database was deleted while the page is open: by the user, another page, or the browser. The
    /// next transaction makes it anew, with nothing in it.
    pub fn on_deleted(&self, callback: impl Fn() + 'static) {
        let callback = Closure::<dyn Fn()>::new(callback).into_js_value();
        // One listener for the life of the page.
        let _ = self.shared.on_deleted.set(callback.unchecked_into());
    }

    /// Closes the connection once its transactions are over; the next one opens another.
    pub(super) fn disconnect(&self) {
        self.shared.connection.borrow().close();
    }

    /// Begins a transaction over stores, to read or with `write` to change them. A connection that was closed from
    /// outside is opened once more.
    pub(super) async fn begin(&self, stores: &[&str], write: bool) -> Result<IdbTransaction, StorageProblem> {
        let begun = begin(&self.shared.connection.borrow(), stores, write);
        let transaction = match begun {
            Err(thrown)
                if matches!(
                    text_at(&thrown, "name").as_deref(),
                    Some("InvalidStateError" | "UnknownError")
                ) =>
            {
                let connection = self.connect_again().await?;
                begin(&connection, stores, write)
            }
            begun => begun,
        };
        transaction.map_err(problem)
    }

    /// Opens a connection in the place of one that was closed from outside. A database that had to be made for it was
    /// deleted meanwhile.
    async fn connect_again(&self) -> Result<IdbDatabase, StorageProblem> {
        let Opened { connection, made } = connect().await?;
        self.shared.connection.replace(connection.clone());
        self.watch(&connection);
        if !self.shared.told.take() && made {
            self.tell();
        }
        Ok(connection)
    }

    /// Makes way for pages that want to upgrade or delete the database, and looks what has become of it when the browser
    /// closes the connection, as it does when the user clears its data. The connection before this one tells nothing.
    fn watch(&self, connection: &IdbDatabase) {
        let (database, closing) = (self.clone(), connection.clone());
        let close = Closure::<dyn FnMut(Event)>::once_into_js(move |change: Event| {
            closing.close();
            let deletes = present(&change, "newVersion").is_some_and(|version| version.is_null());
            if deletes && database.is_current(&closing) && !database.shared.told.replace(true) {
                database.tell();
            }
        });
        connection.set_onversionchange(Some(close.unchecked_ref()));
        let (database, closed) = (self.clone(), connection.clone());
        let look = Closure::once_into_js(move || {
            if database.is_current(&closed) {
                spawn_local(async move {
                    // Chromium ends what is asked of it while it still clears. Where it can't be opened at all, the next
                    // transaction tries again.
                    for _ in 0..LOOKS {
                        if database.connect_again().await.is_ok() {
                            break;
                        }
                    }
                });
            }
        });
        connection.set_onclose(Some(look.unchecked_ref()));
    }

    fn is_current(&self, connection: &IdbDatabase) -> bool {
        *self.shared.connection.borrow() == *connection
    }

    fn tell(&self) {
        if let Some(callback) = self.shared.on_deleted.get() {
            // It throws only where the program broke, which says so by itself.
            let _ = callback.call0(&JsValue::UNDEFINED);
        }
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

async fn connect() -> Result<Opened, StorageProblem> {
    let window = web_sys::window().ok_or(StorageProblem::Blocked)?;
    let factory = window.indexed_db().map_err(problem)?.ok_or(StorageProblem::Blocked)?;
    let request = factory.open_with_u32(NAME, VERSION).map_err(problem)?;
    let made = Rc::new(Cell::new(false));
    let upgraded = Rc::clone(&made);
    let upgrade = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        upgraded.set(present(&event, "oldVersion").and_then(|version| whole(&version)) == Some(0));
        create_stores(&event);
    });
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    let opened = promise(|resolve, reject| {
        request.set_onsuccess(Some(resolve));
        request.set_onerror(Some(reject));
        request.set_onblocked(Some(reject));
    });
    if let Err(thrown) = within(OPENS_WITHIN, &opened).await {
        // A connection that comes late is not wanted any more, and would keep others from upgrading.
        let late = request.clone();
        let close = Closure::once_into_js(move || {
            if let Ok(connection) = late.result() {
                connection.unchecked_into::<IdbDatabase>().close();
            }
        });
        request.set_onsuccess(Some(close.unchecked_ref()));
        return Err(problem(thrown));
    }
    let connection: IdbDatabase = request.result().map_err(problem)?.unchecked_into();
    Ok(Opened { connection, made: made.get() })
}

/// A failure in here shows as a database without a store, and each transaction then fails with the browser's words.
fn create_stores(event: &Event) {
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
    if let Err(thrown) = within(ANSWERS_WITHIN, &answered).await {
        // One that goes on would keep others waiting.
        if let Some(transaction) = request.transaction() {
            let _ = transaction.abort();
        }
        return Err(problem(thrown));
    }
    request.result().map_err(problem)
}

/// Waits until a transaction is on the disk.
pub(super) async fn complete(transaction: &IdbTransaction) -> Result<(), StorageProblem> {
    let ended = promise(|resolve, reject| {
        transaction.set_oncomplete(Some(resolve));
        transaction.set_onabort(Some(reject));
    });
    within(WRITES_WITHIN, &ended).await.map(|_| ()).map_err(|thrown| {
        let _ = transaction.abort();
        problem(thrown)
    })
}

/// Waits for a promise, but no longer than so many milliseconds: some browsers never answer where their store is damaged
/// or held by another program.
async fn within(millis: u32, promise: &Promise) -> Result<JsValue, JsValue> {
    let mut timer = None;
    let late = Promise::new(&mut |_, reject| {
        timer = Some(Timeout::new(millis, move || {
            let error = Error::new("the browser's storage does not answer");
            error.set_name("TimeoutError");
            let _ = reject.call1(&JsValue::UNDEFINED, &error);
        }));
    });
    let answer = Promise::race(&Array::of2(promise, &late)).await;
    drop(timer);
    answer
}

/// A promise whose two ends are used as event handlers, so that no closure has to outlive the event.
fn promise(attach: impl Fn(&Function, &Function)) -> Promise {
    Promise::new(&mut |resolve, reject| attach(&resolve, &reject))
}
