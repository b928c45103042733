//! Messages to the other windows of this program on this computer.

use gloo::events::EventListener;
use js_sys::Reflect;
use web_sys::BroadcastChannel;

const NAME: &str = "tu-cham";

/// The channel to the other windows.
#[derive(Debug)]
pub struct WindowChannel {
    channel: BroadcastChannel,
}

impl WindowChannel {
    /// Opens the channel; `None` where the browser has none.
    pub fn open() -> Option<Self> {
        // Asked first: a constructor that is missing throws past this program.
        let window = web_sys::window()?;
        Reflect::has(&window, &"BroadcastChannel".into()).ok().filter(|has| *has)?;
        Some(Self { channel: BroadcastChannel::new(NAME).ok()? })
    }

    /// Posts a message to every other window; there may be none.
    pub fn post(&self, text: &str) {
        let _ = self.channel.post_message(&text.into());
    }

    /// Calls with the messages of other windows. Any page from disk may post here, so a message is not to be trusted.
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
