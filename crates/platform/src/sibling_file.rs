//! Files in the same folder as a served page. A page from disk may read none.

use wasm_bindgen::JsCast;
use web_sys::Response;

/// The text of a file in the page's folder, such as "./tu-cham.html"; `None` if it does not arrive complete.
pub async fn text(address: &str) -> Option<String> {
    let response = web_sys::window()?.fetch_with_str(address).await.ok()?;
    let response: Response = response.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    response.text().ok()?.await.ok()?.as_string()
}
