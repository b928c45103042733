//! Which window holds a document: Web Locks, one a document, which the browser lets go by itself when a window ends.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::database::set;
use super::local::PREFIX;

/// How a hold is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asking {
    /// Only if no window has it.
    IfFree,
    /// When the windows before this one let it go.
    InTurn,
    /// At once, from whoever has it.
    AtOnce,
}

/// A document held by this window, until this is dropped.
#[derive(Debug)]
pub struct Hold {
    release: Function,
    ended: Promise,
}

impl Drop for Hold {
    fn drop(&mut self) {
        // Resolving a promise of ours can't throw.
        let _ = self.release.call0(&JsValue::NULL);
    }
}

impl Hold {
    /// Ends when the hold does: `true` if another window took it away, `false` if it was let go.
    pub fn taken_away(&self) -> impl Future<Output = bool> + use<> {
        let ended = JsFuture::from(self.ended.clone());
        async move { ended.await.is_err() }
    }
}

/// What asking came to.
#[derive(Debug)]
pub enum Answer {
    /// This window has it.
    Held(Hold),
    /// Another window has it.
    Elsewhere,
    /// This browser can't tell: no Web Locks, as on pages from a network without encryption.
    Unknown,
}

/// Asks for the hold on a document.
pub async fn ask(id: &str, asking: Asking) -> Answer {
    request(id, asking).await.unwrap_or(Answer::Unknown)
}

async fn request(id: &str, asking: Asking) -> Result<Answer, JsValue> {
    let locks = locks()?;
    let options: JsValue = Object::new().into();
    match asking {
        Asking::IfFree => set(&options, "ifAvailable", &true.into())?,
        Asking::AtOnce => set(&options, "steal", &true.into())?,
        Asking::InTurn => false,
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
        Some(true) => Ok(Answer::Held(Hold { release, ended })),
        _ => Ok(Answer::Elsewhere),
    }
}

fn locks() -> Result<JsValue, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let locks = Reflect::get(&window.navigator(), &"locks".into())?;
    if locks.is_object() { Ok(locks) } else { Err(JsValue::NULL) }
}
