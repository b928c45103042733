//! Which window may edit a document: Web Locks, one a document, which the browser releases by itself when a window closes.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::database::set;
use super::local::PREFIX;

/// How a lock is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LockRequest {
    /// Only if no window has it.
    IfAvailable,
    /// When the windows before this one have released it.
    Wait,
    /// At once, from whoever has it.
    Steal,
}

/// The lock of a document, held by this window until this is dropped.
#[derive(Debug)]
pub struct DocumentLock {
    release: Function,
    ended: Promise,
}

impl Drop for DocumentLock {
    fn drop(&mut self) {
        // Resolving a promise of ours can't throw.
        let _ = self.release.call0(&JsValue::NULL);
    }
}

impl DocumentLock {
    /// Ends when the lock does: `true` if another window took it away, `false` if it was released.
    pub fn taken_away(&self) -> impl Future<Output = bool> + use<> {
        let ended = JsFuture::from(self.ended.clone());
        async move { ended.await.is_err() }
    }
}

/// The answer to a request.
#[derive(Debug)]
pub enum LockAnswer {
    /// This window has it.
    Granted(DocumentLock),
    /// Another window has it.
    Elsewhere,
    /// This browser can't tell: no Web Locks, as on pages from a network without encryption.
    Unknown,
}

/// Asks for the lock of a document.
pub async fn acquire(id: &str, how: LockRequest) -> LockAnswer {
    request(id, how).await.unwrap_or(LockAnswer::Unknown)
}

async fn request(id: &str, how: LockRequest) -> Result<LockAnswer, JsValue> {
    let locks = locks()?;
    let options: JsValue = Object::new().into();
    match how {
        LockRequest::IfAvailable => set(&options, "ifAvailable", &true.into())?,
        LockRequest::Steal => set(&options, "steal", &true.into())?,
        LockRequest::Wait => false,
    };
    let (mut release, mut answer) = (JsValue::NULL, JsValue::NULL);
    let held = Promise::new(&mut |resolve, _| release = resolve.into());
    let answered = Promise::new(&mut |resolve, _| answer = resolve.into());
    let (release, answer): (Function, Function) = (release.dyn_into()?, answer.dyn_into()?);
    let granted = Closure::once_into_js(move |lock: JsValue| {
        // The browser keeps the lock as long as what is returned here is pending.
        let _ = answer.call1(&JsValue::NULL, &(!lock.is_null()).into());
        if lock.is_null() { JsValue::UNDEFINED } else { held.into() }
    });
    let method: Function = Reflect::get(&locks, &"request".into())?.dyn_into()?;
    let name = [PREFIX, "document.", id].concat();
    let ended: Promise = method.call3(&locks, &name.into(), &options, &granted)?.dyn_into()?;
    // A request that the browser refuses outright never calls back.
    let first = Promise::race(&js_sys::Array::of2(&answered, &ended));
    match JsFuture::from(first).await?.as_bool() {
        Some(true) => Ok(LockAnswer::Granted(DocumentLock { release, ended })),
        _ => Ok(LockAnswer::Elsewhere),
    }
}

fn locks() -> Result<JsValue, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let locks = Reflect::get(&window.navigator(), &"locks".into())?;
    if locks.is_object() { Ok(locks) } else { Err(JsValue::NULL) }
}
