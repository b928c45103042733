//! Word to the other windows of this program on this computer.

use gloo_events::EventListener;
use js_sys::Reflect;
use web_sys::BroadcastChannel;

const NAME: &str = "tu-cham";

/// The line to the other windows.
#[derive(Debug)]
pub struct Windows {
    channel: BroadcastChannel,
}

impl Windows {
    /// Opens the line; `None` where the browser has none.
    pub fn open() -> Option<Self> {
        // Asked first: a constructor that is missing throws past this program.
        let window = web_sys::window()?;
        Reflect::has(&window, &"BroadcastChannel".into()).ok().filter(|has| *has)?;
        Some(Self { channel: BroadcastChannel::new(NAME).ok()? })
    }

    /// Says something to every other window. Nobody may be there to hear it.
    pub fn say(&self, text: &str) {
        let _ = self.channel.post_message(&text.into());
    }

    /// Calls with what other windows say. Any page from disk may speak here: what is heard is not to be trusted.
    #[must_use = "dropping the listener removes it"]
    pub fn listen(&self, callback: impl Fn(String) + 'static) -> EventListener {
        EventListener::new(&self.channel, "message", move |event| {
            let text = Reflect::get(event, &"data".into()).ok().and_then(|data| data.as_string());
            if let Some(text) = text {
                callback(text);
            }
        })
    }
}
