//! Files out (downloads) and in (chosen or dropped).

use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, DragEvent, Event, File, HtmlAnchorElement, HtmlInputElement, Url};

use super::number::whole;
use super::problem::words;

/// What the browser said when it refused to hand a file over or to read one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileProblem(pub String);

impl FileProblem {
    fn of(thrown: &JsValue) -> Self {
        Self(words(thrown))
    }
}

/// How long a download's address stays valid, in milliseconds: some browsers fetch it only after the click.
const ADDRESS_LIVES: u32 = 5_000;

/// Hands bytes to the browser as a download of this name. The page never learns whether they reached the disk.
///
/// Everything happens before the call returns, so a call from a click still counts as the user's own.
///
/// # Errors
/// What the browser refuses; nothing was downloaded then.
pub fn download(name: &str, mime: &str, bytes: &[u8]) -> Result<(), FileProblem> {
    offer(name, mime, bytes).map_err(|thrown| FileProblem::of(&thrown))
}

fn offer(name: &str, mime: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::UNDEFINED)?;
    let body = document.body().ok_or(JsValue::UNDEFINED)?;
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let anchor: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    anchor.set_href(&address);
    anchor.set_download(name);
    anchor.set_hidden(true);
    body.append_child(&anchor)?;
    anchor.click();
    anchor.remove();
    Timeout::new(ADDRESS_LIVES, move || {
        // An address that can't be given back costs memory until the page closes, no more.
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Ok(())
}

/// A file's size in bytes, known without reading it: ask before [`read`].
pub fn size(file: &File) -> u64 {
    // A size that is no whole number is taken for too big rather than for small.
    whole(&file.size().into()).and_then(|size| u64::try_from(size).ok()).unwrap_or(u64::MAX)
}

/// Reads the whole file, or what was cut out of one.
///
/// # Errors
/// What the browser says when the file has gone, changed or may not be read.
pub async fn read(file: &Blob) -> Result<Vec<u8>, FileProblem> {
    let buffer = file.array_buffer().await.map_err(|thrown| FileProblem::of(&thrown))?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// The first file chosen in an `<input type="file">`, from its `change` event.
pub fn chosen(event: &Event) -> Option<File> {
    input(event)?.files()?.get(0)
}

/// Empties the `<input type="file">` of a `change` event, so that choosing the same file again is a change again.
pub fn clear_chosen(event: &Event) {
    if let Some(input) = input(event) {
        input.set_value("");
    }
}

/// The files of a `drop` event.
pub fn dropped(event: &DragEvent) -> Vec<File> {
    let list = event.data_transfer().and_then(|carried| carried.files());
    list.map(|list| (0..list.length()).filter_map(|at| list.get(at)).collect()).unwrap_or_default()
}

/// Whether files are dragged, and not text or a part of the page.
pub fn carries_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|carried| carried.types().includes(&"Files".into(), 0))
}

fn input(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}
