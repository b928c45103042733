//! Small choices kept between visits: theme, language, the last document. Losing them loses no work.

use gloo::events::EventListener;
use js_sys::Reflect;

use super::local;
use super::local::PREFIX;
use super::storage::StorageProblem;

/// The stored choice; `None` if none was made or the browser can't read it.
pub fn get(name: &str) -> Option<String> {
    local::get(&key(name))
}

/// Stores a choice under `tu-cham.<name>`; `None` forgets it.
///
/// Names must not begin with `flush.`, which is where [`unload_backup`](super::unload_backup) keeps its texts.
///
/// # Errors
/// What the browser refuses; the choice then holds for this visit only.
pub fn set(name: &str, value: Option<&str>) -> Result<(), StorageProblem> {
    local::set(&key(name), value)
}

/// Calls with what another window stored under a name; blank where it forgot it.
pub fn on_set(name: &'static str, callback: impl Fn(String) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "storage", move |event| {
        let of = |what: &str| Reflect::get(event, &what.into()).ok().and_then(|value| value.as_string());
        if of("key").as_deref() == Some(&key(name)) {
            callback(of("newValue").unwrap_or_default());
        }
    }))
}

fn key(name: &str) -> String {
    [PREFIX, name].concat()
}
