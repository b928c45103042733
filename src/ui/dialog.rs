//! A dialog over the page. It takes the focus when it opens and gives it back when it closes, see `runtime`.

use yew::prelude::*;

/// What a dialog shows.
#[derive(Default)]
pub struct Modal {
    /// Names it among dialogs.
    pub key: &'static str,
    /// Its title.
    pub title: String,
    /// Whether it asks for a decision.
    pub alert: bool,
    /// What it is a preview of, for scripts: "paste" for a pasted table, blank for a file; `None` for other dialogs.
    pub preview: Option<&'static str>,
    /// The button that closes it, beside the title.
    pub close: Html,
    /// What it says.
    pub body: Html,
    /// Its buttons.
    pub foot: Html,
}

impl Modal {
    /// Draws it.
    pub fn draw(self) -> Html {
        html! {
            <div class="dialog-backdrop" key={self.key}>
                <div class={classes!("panel", self.alert.then_some("panel--small"))} tabindex="-1"
                    role={if self.alert { "alertdialog" } else { "dialog" }} aria-modal="true" aria-labelledby="dialog-title"
                    data-preview={self.preview}>
                    <div class="panel__head"><h2 id="dialog-title">{ self.title }</h2>{ self.close }</div>
                    <div class="panel__body">{ self.body }</div>
                    <div class="panel__foot">{ self.foot }</div>
                </div>
            </div>
        }
    }
}
