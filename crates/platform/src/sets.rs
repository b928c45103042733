//! Sets of targets on this computer: each once, by the SHA-256 that documents name it by.
//!
//! Object store `sets`, key path `key`. A record is a plain object with `key` and `text`, the set's file. What a record holds
//! is never replaced: where something else stands under a set's key, the set is put beside it under the next one.

use js_sys::{Array, Object};
use wasm_bindgen::JsValue;
use web_sys::{IdbKeyRange, IdbTransaction};

use super::database::{Database, SETS, StorageProblem, complete, done, problem, set, store};
use super::problem::text_at;

/// How many damaged records of one set are left beside it at the most.
const MOST_DAMAGED: u32 = 8;

/// A set to be kept.
#[derive(Clone, Copy)]
#[allow(missing_debug_implementations, reason = "it holds a function")]
pub struct KeptSet<'a> {
    /// SHA-256 of its canonical JSON.
    pub sha256: &'a str,
    /// Its file as text.
    pub text: &'a str,
    /// Whether another text is this set as well.
    pub is_whole: &'a dyn Fn(&str) -> bool,
}

/// The sets on this computer; copies share one connection.
#[derive(Debug, Clone)]
pub struct Sets {
    database: Database,
}

impl Sets {
    /// The sets in a database.
    pub const fn new(database: Database) -> Self {
        Self { database }
    }

    /// The text of every record; whoever reads them finds out which are whole.
    ///
    /// # Errors
    /// What the browser refuses.
    pub async fn list(&self) -> Result<Vec<String>, StorageProblem> {
        let transaction = self.database.begin(&[SETS], false).await?;
        let records = done(&store(&transaction, SETS)?.get_all().map_err(problem)?).await?;
        Ok(Array::from(&records).iter().filter_map(|record| text_at(&record, "text")).collect())
    }

    /// Keeps a set; once this returns, it is on the disk.
    ///
    /// # Errors
    /// What the browser refuses.
    pub async fn keep(&self, kept: KeptSet<'_>) -> Result<(), StorageProblem> {
        let transaction = self.database.begin(&[SETS], true).await?;
        keep_in(&transaction, kept).await?;
        complete(&transaction).await
    }

    /// Deletes a set for good.
    ///
    /// # Errors
    /// What the browser refuses.
    pub async fn delete(&self, sha256: &str) -> Result<(), StorageProblem> {
        let transaction = self.database.begin(&[SETS], true).await?;
        let (from, to) = (sha256, [sha256, "|\u{ffff}"].concat());
        let keys = IdbKeyRange::bound(&from.into(), &to.into()).map(JsValue::from).map_err(problem)?;
        store(&transaction, SETS)?.delete(&keys).map_err(problem)?;
        complete(&transaction).await
    }
}

/// Puts a set there within a transaction, unless it is there.
pub(super) async fn keep_in(transaction: &IdbTransaction, kept: KeptSet<'_>) -> Result<(), StorageProblem> {
    let sets = store(transaction, SETS)?;
    for place in 0..=MOST_DAMAGED {
        let key =
            if place == 0 { kept.sha256.to_owned() } else { [kept.sha256, "|", &place.to_string()].concat() };
        let record = done(&sets.get(&key.as_str().into()).map_err(problem)?).await?;
        if record.is_undefined() {
            let record = Object::new().into();
            set(&record, "key", &key.into()).map_err(problem)?;
            set(&record, "text", &kept.text.into()).map_err(problem)?;
            sets.put(&record).map_err(problem)?;
            return Ok(());
        }
        if text_at(&record, "text").is_some_and(|text| text == kept.text || (kept.is_whole)(&text)) {
            return Ok(());
        }
    }
    Err(StorageProblem::Foreign)
}
