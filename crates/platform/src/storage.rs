//! Drafts on this computer: one record a document.
//!
//! Object store `drafts`, key path `id`. A record is a plain object with the fields of [`DraftRecord`].

use js_sys::{Array, Object};
use wasm_bindgen::JsValue;
use web_sys::IdbObjectStore;

use super::database::{
    DRAFTS, Database, FILES, SETS, VERSIONS, complete, done, present, problem, set, store,
};
use super::number::whole;
pub use super::problem::StorageProblem;
use super::problem::text_at;
use super::sets::{KeptSet, keep_in};
use super::versions::all_of;

/// A document kept on this computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRecord {
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
    pub drafts: Vec<DraftRecord>,
    /// How many records are not in the shape of a draft. They are left as they are.
    pub foreign: usize,
    /// The text of every set beside them; whoever reads them finds out which are whole.
    pub sets: Vec<String>,
}

/// The drafts of this computer; copies share one connection.
#[derive(Debug, Clone)]
pub struct Drafts {
    database: Database,
}

impl Drafts {
    /// The drafts in a database.
    pub const fn new(database: Database) -> Self {
        Self { database }
    }

    /// Closes the connection, which may be lost; the next transaction opens another.
    pub fn disconnect(&self) {
        self.database.disconnect();
    }

    /// Lists every draft.
    ///
    /// # Errors
    /// What the browser refuses.
    pub async fn list(&self) -> Result<Listing, StorageProblem> {
        let transaction = self.database.begin(&[DRAFTS, SETS], false).await?;
        let sets = done(&store(&transaction, SETS)?.get_all().map_err(problem)?).await?;
        let sets = Array::from(&sets).iter().filter_map(|record| text_at(&record, "text")).collect();
        let records = done(&store(&transaction, DRAFTS)?.get_all().map_err(problem)?).await?;
        let records = Array::from(&records);
        let drafts: Vec<DraftRecord> =
            records.iter().filter_map(|record| DraftRecord::read(&record)).collect();
        let total = usize::try_from(records.length()).unwrap_or(usize::MAX);
        Ok(Listing { foreign: total.saturating_sub(drafts.len()), drafts, sets })
    }

    /// The draft of a document; `None` if there is none.
    ///
    /// # Errors
    /// [`StorageProblem::Foreign`] if the record is not in the shape of a draft; what the browser refuses.
    pub async fn get(&self, id: &str) -> Result<Option<DraftRecord>, StorageProblem> {
        let transaction = self.database.begin(&[DRAFTS], false).await?;
        stored(&store(&transaction, DRAFTS)?, id).await
    }

    /// Stores a draft; once this returns, it is on the disk. The text stored before is kept as `previous`, unless it is
    /// the same; `previous` of the draft given is not looked at. The set that it was made `with` is kept beside it: both are
    /// on the disk, or neither.
    ///
    /// # Errors
    /// [`StorageProblem::Superseded`] if `may_replace` refuses, given the revision and text that are stored;
    /// [`StorageProblem::Foreign`] if something else is,
    /// [`StorageProblem::Quota`] if the storage is full; what was stored before is then still there.
    pub async fn put(
        &self,
        draft: &DraftRecord,
        with: Option<KeptSet<'_>>,
        may_replace: impl Fn(u32, &str) -> bool,
    ) -> Result<(), StorageProblem> {
        let stores: &[&str] = if with.is_some() { &[DRAFTS, SETS] } else { &[DRAFTS] };
        let transaction = self.database.begin(stores, true).await?;
        let drafts = store(&transaction, DRAFTS)?;
        let previous = match stored(&drafts, &draft.id).await? {
            Some(before) if before.text == draft.text => before.previous,
            Some(before) if !may_replace(before.revision, &before.text) => {
                return Err(StorageProblem::Superseded { stored: before.revision });
            }
            Some(before) => {
                Some(Previous { revision: before.revision, saved: before.saved, text: before.text })
            }
            None => None,
        };
        if let Some(kept) = with {
            keep_in(&transaction, kept).await?;
        }
        drafts.put(&draft.write(previous.as_ref()).map_err(problem)?).map_err(problem)?;
        complete(&transaction).await
    }

    /// Deletes a draft for good, with its kept versions and the file that it was written to; one that isn't there is
    /// deleted already.
    ///
    /// # Errors
    /// What the browser refuses; everything is then still there.
    pub async fn delete(&self, id: &str) -> Result<(), StorageProblem> {
        let transaction = self.database.begin(&[DRAFTS, VERSIONS, FILES], true).await?;
        for name in [DRAFTS, FILES] {
            store(&transaction, name)?.delete(&id.into()).map_err(problem)?;
        }
        store(&transaction, VERSIONS)?.delete(&all_of(id)?).map_err(problem)?;
        complete(&transaction).await
    }
}

impl DraftRecord {
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

async fn stored(store: &IdbObjectStore, id: &str) -> Result<Option<DraftRecord>, StorageProblem> {
    let record = done(&store.get(&id.into()).map_err(problem)?).await?;
    if record.is_undefined() {
        return Ok(None);
    }
    DraftRecord::read(&record).map(Some).ok_or(StorageProblem::Foreign)
}
