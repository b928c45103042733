//! Files on the disk that the user let this page write to, remembered from visit to visit where the browser can.
//!
//! Object store `files`, key path `id`: a record a document, a plain object with the fields of [`FileHandle`]. Only some
//! browsers offer this, and web-sys knows the interfaces behind its flag for unstable ones alone, so they are called by
//! name.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use super::database::{Database, FILES, StorageProblem, complete, done, present, problem, set, store};
use super::files;
use super::problem::text_at;

const PICKER: &str = "showSaveFilePicker";

/// Why a file could not be picked, read or written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileHandleProblem {
    /// The user closed the picker.
    Cancelled,
    /// The user or the browser does not allow it.
    Denied,
    /// The file is no longer where it was.
    Gone,
    /// The disk is full.
    Full,
    /// It did not read back as it was written.
    Differs,
    /// Anything else, such as a file that another program holds.
    Refused,
}

impl FileHandleProblem {
    fn of(thrown: &JsValue) -> Self {
        match text_at(thrown, "name").as_deref() {
            Some("NotAllowedError" | "SecurityError") => Self::Denied,
            Some("NotFoundError") => Self::Gone,
            Some("QuotaExceededError") => Self::Full,
            _ => Self::Refused,
        }
    }
}

/// A file that a document is written to.
#[derive(Debug, Clone)]
pub struct FileHandle {
    /// The document's UUID.
    pub id: String,
    /// The file's name.
    pub name: String,
    /// What the caller knows of the file's content, in a form that only the caller knows.
    pub marks: String,
    file: JsValue,
}

/// Permission to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permission {
    /// Given.
    Granted,
    /// To be asked for, in a click.
    Prompt,
    /// Refused.
    Denied,
}

/// Whether the browser lets a page write to files that the user picks.
pub fn is_supported() -> bool {
    web_sys::window().and_then(|window| present(&window, PICKER)).is_some_and(|picker| picker.is_function())
}

impl FileHandle {
    /// Lets the user pick a file for a document, beginning with a name. Only in a click.
    ///
    /// # Errors
    /// [`FileHandleProblem::Cancelled`] if the user picked none; what the browser refuses.
    pub async fn pick(id: String, name: &str) -> Result<Self, FileHandleProblem> {
        let file = picked(name).await.map_err(|thrown| match text_at(&thrown, "name").as_deref() {
            Some("AbortError") => FileHandleProblem::Cancelled,
            _ => FileHandleProblem::of(&thrown),
        })?;
        Ok(Self { id, name: text_at(&file, "name").unwrap_or_default(), marks: String::new(), file })
    }

    /// Whether the file may be written. With `ask` the user may be asked: only in a click.
    pub async fn permission(&self, ask: bool) -> Permission {
        let method = if ask { "requestPermission" } else { "queryPermission" };
        if present(&self.file, method).is_none() {
            return Permission::Granted;
        }
        let asked = async { call(&self.file, method, &options("mode", &"readwrite".into())?).await };
        match asked.await.ok().and_then(|answer| answer.as_string()).as_deref() {
            Some("granted") => Permission::Granted,
            Some("denied") => Permission::Denied,
            _ => Permission::Prompt,
        }
    }

    /// The first bytes of the file, at most so many.
    ///
    /// # Errors
    /// [`FileHandleProblem::Gone`] if it is no longer there; what the browser refuses.
    pub async fn read(&self, most: u64) -> Result<Vec<u8>, FileHandleProblem> {
        let file = call(&self.file, "getFile", &JsValue::UNDEFINED).await;
        let file: File = file.map_err(|thrown| FileHandleProblem::of(&thrown))?.unchecked_into();
        let most = i32::try_from(most).unwrap_or(i32::MAX);
        let beginning =
            file.slice_with_i32_and_i32(0, most).map_err(|thrown| FileHandleProblem::of(&thrown))?;
        files::read(&beginning).await.map_err(|_| FileHandleProblem::Refused)
    }

    /// Puts a text in the place of what the file holds, and reads it back. Until it is wholly written the file holds what
    /// it held before.
    ///
    /// # Errors
    /// [`FileHandleProblem::Differs`] if it did not read back the same, [`FileHandleProblem::Full`] if the disk is full; what
    /// the browser refuses.
    pub async fn write(&self, text: &str) -> Result<(), FileHandleProblem> {
        self.put(text).await.map_err(|thrown| FileHandleProblem::of(&thrown))?;
        // One byte more than was written would be read as well.
        let back = self.read(u64::try_from(text.len()).map_or(u64::MAX, |length| length + 1)).await?;
        if back == text.as_bytes() { Ok(()) } else { Err(FileHandleProblem::Differs) }
    }

    async fn put(&self, text: &str) -> Result<(), JsValue> {
        let stream = call(&self.file, "createWritable", &JsValue::UNDEFINED).await?;
        let written = async {
            call(&stream, "write", &text.into()).await?;
            call(&stream, "close", &JsValue::UNDEFINED).await
        };
        if let Err(thrown) = written.await {
            // What was written so far is dropped; the file stays as it was.
            let _ = call(&stream, "abort", &JsValue::UNDEFINED).await;
            return Err(thrown);
        }
        Ok(())
    }

    /// Whether both stand for one and the same pick of a file.
    pub fn is(&self, other: &Self) -> bool {
        self.file == other.file
    }
}

/// The files remembered on this computer; copies share one connection.
#[derive(Debug, Clone)]
pub struct FileHandles {
    database: Database,
}

impl FileHandles {
    /// The files in a database.
    pub const fn new(database: Database) -> Self {
        Self { database }
    }

    /// Every file. Records in another shape are left alone.
    ///
    /// # Errors
    /// What the browser refuses.
    pub async fn list(&self) -> Result<Vec<FileHandle>, StorageProblem> {
        let transaction = self.database.begin(&[FILES], false).await?;
        let records = done(&store(&transaction, FILES)?.get_all().map_err(problem)?).await?;
        Ok(Array::from(&records).iter().filter_map(|record| FileHandle::of(&record)).collect())
    }

    /// Remembers a document's file in the place of another.
    ///
    /// # Errors
    /// [`StorageProblem::Failed`] if the browser can't keep what it gave; what else it refuses.
    pub async fn put(&self, handle: &FileHandle) -> Result<(), StorageProblem> {
        let transaction = self.database.begin(&[FILES], true).await?;
        let record = handle.record().map_err(problem)?;
        store(&transaction, FILES)?.put(&record).map_err(problem)?;
        complete(&transaction).await
    }

    /// Forgets a document's file; one that isn't remembered is forgotten already.
    ///
    /// # Errors
    /// What the browser refuses.
    pub async fn forget(&self, id: &str) -> Result<(), StorageProblem> {
        let transaction = self.database.begin(&[FILES], true).await?;
        store(&transaction, FILES)?.delete(&id.into()).map_err(problem)?;
        complete(&transaction).await
    }
}

impl FileHandle {
    fn of(record: &JsValue) -> Option<Self> {
        Some(Self {
            id: text_at(record, "id")?,
            name: text_at(record, "name")?,
            marks: text_at(record, "marks")?,
            file: present(record, "handle")?,
        })
    }

    fn record(&self) -> Result<JsValue, JsValue> {
        let record = Object::new().into();
        for (field, text) in [("id", &self.id), ("name", &self.name), ("marks", &self.marks)] {
            set(&record, field, &text.as_str().into())?;
        }
        set(&record, "handle", &self.file)?;
        Ok(record)
    }
}

async fn picked(name: &str) -> Result<JsValue, JsValue> {
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    let kind = options("accept", &options("application/json", &Array::of1(&".json".into()))?)?;
    let asked = options("suggestedName", &name.into())?;
    set(&asked, "types", &Array::of1(&kind))?;
    call(&window, PICKER, &asked).await
}

fn options(field: &str, value: &JsValue) -> Result<JsValue, JsValue> {
    let options = Object::new().into();
    set(&options, field, value)?;
    Ok(options)
}

/// Calls a method that gives a promise, and waits for what it promises.
async fn call(object: &JsValue, method: &str, argument: &JsValue) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(object, &method.into())?.dyn_into()?;
    JsFuture::from(Promise::resolve(&method.call1(object, argument)?)).await
}
