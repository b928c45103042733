//! The module of Word and Excel, which plain script of the page loads when it is first asked for.

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::problem::words;

/// Why a task failed, with the browser's own message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OfficeProblem {
    /// The module could not be loaded: it did not arrive, is damaged, or may not run here.
    Missing(String),
    /// It failed during the task. The next task begins with a fresh module.
    Broken(String),
    /// It reports that it can't do it.
    Refused(String),
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = tuChamOffice, js_name = run)]
    fn ask(task: &str, set: &str, document: &str, bytes: Uint8Array) -> Result<Promise, JsValue>;
}

/// Has a task done, by its name, with the texts of a set and a document and the bytes of a file.
///
/// # Errors
/// [`OfficeProblem`]; the program goes on, and the task may be asked for again.
pub async fn run(task: &str, set: &str, document: &str, bytes: &[u8]) -> Result<Vec<u8>, OfficeProblem> {
    // A copy: the script reads it after it has waited, and a slice would be a view that ends when this module's memory grows.
    let asked = match ask(task, set, document, Uint8Array::from(bytes)) {
        Ok(promise) => JsFuture::from(promise).await,
        Err(thrown) => Err(thrown),
    };
    match asked {
        Ok(made) => Ok(made.dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec()).unwrap_or_default()),
        Err(thrown) => {
            let said = words(&thrown);
            let (kind, rest) = said.split_once(' ').unwrap_or(("missing", &said));
            Err(match kind {
                "refused" => OfficeProblem::Refused(rest.to_owned()),
                "broken" => OfficeProblem::Broken(rest.to_owned()),
                _ => OfficeProblem::Missing(rest.to_owned()),
            })
        }
    }
}
