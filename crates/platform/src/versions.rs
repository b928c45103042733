//! Kept versions of documents: states to come back to, a bounded number for each document.
//!
//! Object store `versions`, key path `key`: `<uuid>|<when kept>|<revision>|<why>`, so that those of a document lie together
//! in the order of time.

use js_sys::{Array, Object};
use wasm_bindgen::JsValue;
use web_sys::IdbKeyRange;

use super::database::{Database, StorageProblem, VERSIONS, complete, done, present, problem, set, store};
use super::number::whole;
use super::problem::text_at;

/// The most versions that are kept of one document.
pub const MOST: usize = 24;

/// The most characters that the kept versions of one document have together.
pub const MOST_CHARACTERS: usize = 4_000_000;

/// A state of a document that was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// The document's UUID.
    pub id: String,
    /// When it was kept, ISO 8601 with offset.
    pub at: String,
    /// The revision that it was.
    pub revision: u32,
    /// Why it was kept: a text that only the caller interprets.
    pub why: String,
    /// The document's file as text.
    pub text: String,
}

/// The kept versions on this computer; copies share one connection.
#[derive(Debug, Clone)]
pub struct Versions {
    database: Database,
}

impl Versions {
    /// The versions in a database.
    pub const fn new(database: Database) -> Self {
        Self { database }
    }

    /// The versions of a document, the oldest first. Records in another shape are left alone.
    ///
    /// # Errors
    /// What the browser refuses.
    pub async fn list(&self, id: &str) -> Result<Vec<Version>, StorageProblem> {
        let transaction = self.database.begin(&[VERSIONS], false).await?;
        let records =
            done(&store(&transaction, VERSIONS)?.get_all_with_key(&all_of(id)?).map_err(problem)?).await?;
        Ok(Array::from(&records).iter().filter_map(|record| Version::read(&record)).collect())
    }

    /// Keeps a version, unless the newest one kept has the same text. The oldest make way when there are more than
    /// [`MOST`], or more characters than [`MOST_CHARACTERS`].
    ///
    /// # Errors
    /// [`StorageProblem::Quota`] if the storage is full; what was kept before is then still there.
    pub async fn keep(&self, version: &Version) -> Result<(), StorageProblem> {
        let transaction = self.database.begin(&[VERSIONS], true).await?;
        let versions = store(&transaction, VERSIONS)?;
        let records = done(&versions.get_all_with_key(&all_of(&version.id)?).map_err(problem)?).await?;
        let kept: Vec<Version> =
            Array::from(&records).iter().filter_map(|record| Version::read(&record)).collect();
        if kept.last().is_some_and(|last| last.text == version.text) {
            return Ok(());
        }
        let mut characters = version.text.len();
        for (place, older) in kept.iter().rev().enumerate() {
            characters = characters.saturating_add(older.text.len());
            if place + 1 >= MOST || characters > MOST_CHARACTERS {
                versions.delete(&older.key().into()).map_err(problem)?;
            }
        }
        versions.put(&version.write().map_err(problem)?).map_err(problem)?;
        complete(&transaction).await
    }
}

impl Version {
    fn key(&self) -> String {
        [self.id.as_str(), &self.at, &self.revision.to_string(), &self.why].join("|")
    }

    fn read(record: &JsValue) -> Option<Self> {
        Some(Self {
            id: text_at(record, "id")?,
            at: text_at(record, "at")?,
            revision: u32::try_from(whole(&present(record, "revision")?)?).ok()?,
            why: text_at(record, "why")?,
            text: text_at(record, "text")?,
        })
    }

    fn write(&self) -> Result<JsValue, JsValue> {
        let record = Object::new().into();
        set(&record, "key", &self.key().into())?;
        set(&record, "revision", &self.revision.into())?;
        for (field, text) in [("id", &self.id), ("at", &self.at), ("why", &self.why), ("text", &self.text)] {
            set(&record, field, &text.as_str().into())?;
        }
        Ok(record)
    }
}

/// The keys of all versions of a document. A UUID holds no `|`, and no key goes beyond the last letter there is.
pub(super) fn all_of(id: &str) -> Result<JsValue, StorageProblem> {
    let (from, to) = ([id, "|"].concat(), [id, "|\u{ffff}"].concat());
    IdbKeyRange::bound(&from.into(), &to.into()).map(JsValue::from).map_err(problem)
}
