//! What opens the same sample on the room's `audience_qr`: a code and its address; from disk, a word about paper in its place. For
//! figures of the user's own there is neither, for they would leave with it.

use yew::prelude::*;

use crate::shell::state::State;
use crate::ui::qr::draw_code;
use formats::qr::Qr;
use i18n::{Key, Words};

/// What the `audience_qr` are offered.
#[derive(PartialEq, Eq)]
pub enum AudienceQr {
    /// A code, which fills the screen in the last step, and the address that it stands for.
    Code {
        /// The address.
        link: String,
        /// Its code.
        code: Qr,
        /// Whether it fills the screen.
        whole: bool,
    },
    /// The page was opened from disk.
    Paper,
    /// No sample is open.
    Nothing,
}

impl AudienceQr {
    /// Reads it.
    pub fn read(state: &State) -> Self {
        match state.sample_link() {
            None if state.frame.site.is_empty() && state.document.assessment().is_sample() => Self::Paper,
            None => Self::Nothing,
            Some(link) => match Qr::of(&link) {
                Some(code) => Self::Code { link, code, whole: state.presentation.step > 0 },
                None => Self::Nothing,
            },
        }
    }

    /// Puts it beside a screen, or in the place of it.
    pub fn beside(&self, screen: Html, words: Words) -> Html {
        match self {
            Self::Nothing => screen,
            Self::Paper => {
                html! { <>{ screen }<p class="deck__lead">{ words.get(Key::PresentationAudienceQrPaper) }</p></> }
            }
            Self::Code { link, code, whole } => {
                let drawn =
                    draw_code(code, "show-code", "deck__code", words.get(Key::PresentationAudienceQr));
                html! {
                    <div class={classes!("deck__phones", whole.then_some("deck__phones--whole"))}>
                        if *whole {
                            <h1>{ words.get(Key::PresentationAudienceQr) }</h1>
                        } else {
                            <div class="deck__told">{ screen }</div>
                        }
                        <figure key="code">
                            { drawn }
                            <figcaption>
                                if !whole {
                                    { words.get(Key::PresentationAudienceQr) }<br/>
                                }
                                <span class="deck__address">{ link.clone() }</span>
                            </figcaption>
                        </figure>
                    </div>
                }
            }
        }
    }
}
