//! Compressing and decompressing by the browser's own DEFLATE (RFC 1951, without a header).

use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStreamDefaultReader, ReadableWritablePair};

/// The bytes compressed; `None` where the browser is too old to do it.
pub async fn deflate(bytes: &[u8]) -> Option<Vec<u8>> {
    through("CompressionStream", bytes, usize::MAX).await.ok()
}

/// The bytes decompressed; `None` if they are cut, damaged, followed by others, or grow beyond `most` bytes.
pub async fn inflate(bytes: &[u8], most: usize) -> Option<Vec<u8>> {
    through("DecompressionStream", bytes, most).await.ok()
}

/// Sends bytes through a stream of the browser's, made by its name.
async fn through(transformer: &str, bytes: &[u8], most: usize) -> Result<Vec<u8>, JsValue> {
    // By name: the bindings call these streams unstable and leave them out.
    let constructor: Function = Reflect::get(&js_sys::global(), &transformer.into())?.dyn_into()?;
    let pair = Reflect::construct(&constructor, &Array::of1(&"deflate-raw".into()))?;
    let source = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes)))?.stream();
    let stream = source.pipe_through(pair.unchecked_ref::<ReadableWritablePair>());
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let mut result = Vec::new();
    loop {
        let read = JsFuture::from(reader.read()).await?;
        if Reflect::get(&read, &"done".into())?.is_truthy() {
            return Ok(result);
        }
        let piece: Uint8Array = Reflect::get(&read, &"value".into())?.dyn_into()?;
        result.extend(piece.to_vec());
        if result.len() > most {
            // The rest is not needed; whether it could be cancelled makes no difference.
            let _ = reader.cancel();
            return Err(JsValue::NULL);
        }
    }
}
