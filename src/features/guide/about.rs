//! Which version this is, and whether its text is the published one.

use yew::prelude::*;

use crate::shell::app_source::Fingerprint;
use crate::shell::state::State;
use crate::shell::view::{View, ViewContext};
use i18n::Key;

/// The section about the application, at the end of the guide.
#[derive(PartialEq, Eq)]
pub struct About {
    number: usize,
    fingerprint: Fingerprint,
}

impl View for About {
    type Key = usize;

    fn read(state: &State, &number: &usize) -> Self {
        Self { number, fingerprint: state.exporting.fingerprint.clone() }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        let version = env!("CARGO_PKG_VERSION");
        let number = self.number.to_string();
        let sha256 = if let Fingerprint::Known(sha256) = &self.fingerprint { sha256.as_str() } else { "" };
        let said = match &self.fingerprint {
            Fingerprint::NotAsked | Fingerprint::Awaited => words.get(Key::AboutAwaited),
            Fingerprint::Known(sha256) => sha256,
            Fingerprint::Changed => words.get(Key::AboutChanged),
            Fingerprint::Hosted => words.get(Key::AboutHosted),
        };
        html! {
            <section class="about">
                <h2 id={["muc-", &number].concat()} tabindex="-1">{ number }{ ". " }{ words.get(Key::AboutTitle) }</h2>
                <p>
                    { words.get(Key::AboutVersion) }{ " " }
                    <span data-out="app-version" data-value={version}>{ version }</span>
                </p>
                <p>
                    { words.get(Key::AboutSha256) }{ " " }
                    <code data-out="app-sha256" data-value={sha256.to_owned()}>{ said.to_owned() }</code>
                </p>
                // Shown by the style sheet where the page's own script found that the browser does not keep the page.
                <p class="about__offline" data-out="offline">{ words.get(Key::AboutNotOffline) }</p>
                { crate::ui::markdown::draw(words.get(Key::AboutHelp)) }
            </section>
        }
    }
}
