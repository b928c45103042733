//! Trình chiếu: what is shown to a room, chosen and begun here; and the hand-out.

use crate::features::exercises::view::Exercises;
use crate::features::presentation::view::deck::DeckView;
use crate::features::presentation::view::handout::HandOut;
use crate::features::report::event::ReportEvent;
use crate::features::samples::view::Samples;
use yew::prelude::*;

use crate::document::view::caption::DocumentCaption;
use crate::features::presentation::deck::screens;
use crate::features::presentation::event::PresentationEvent;
use crate::features::presentation::screens::Screen;
use crate::features::presentation::view::screen::screen_name;
use crate::shell::state::State;
use crate::shell::view::{View, ViewContext};
use crate::ui::focus::is_checked;
use i18n::Key;
use scoring::text::Text;

/// The page; the stage alone while the show runs.
#[derive(PartialEq, Eq)]
pub struct PresentationPage {
    runs: bool,
    whose: DocumentCaption,
    screens: Vec<(Screen, Text, bool)>,
}

impl View for PresentationPage {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        let entry = |screen: Screen| {
            let name = screen_name(&screen, state);
            let takes = state.presentation.takes(&screen);
            (screen, name, takes)
        };
        Self {
            runs: state.presentation.is_on(),
            whose: DocumentCaption::read(state),
            screens: screens(state).into_iter().map(entry).collect(),
        }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        if self.runs {
            return ctx.view::<DeckView>(());
        }
        let words = ctx.words;
        let begin = ctx.always::<MouseEvent>(PresentationEvent::Begun(None));
        let is_empty = self.screens.iter().all(|(_, _, takes)| !takes);
        html! {
            <div class="sheet sheet-width presentation">
                <header class="results__head">
                    <h1>{ words.get(Key::PagePresentation) }</h1>
                    <p>{ self.whose.told(words) }</p>
                </header>
                <p class="presentation__lead">{ words.get(Key::PresentationLead) }</p>
                <div class="presentation__begin">
                    <button type="button" class="button button--primary" name="show-begin" data-action="show-begin" disabled={is_empty} onclick={begin}>
                        { words.get(Key::PresentationBegin) }
                    </button>
                    <button type="button" class="button" data-action="print-handout" onclick={ctx.always::<MouseEvent>(ReportEvent::PrintPressed)}>
                        { words.get(Key::PresentationHandout) }
                    </button>
                </div>
                { ctx.view::<Samples>(()) }
                <section class="presentation__screens" aria-labelledby="screens-title">
                    <h2 id="screens-title">{ words.get(Key::PresentationList) }</h2>
                    <ol>
                        for (screen, name, takes) in &self.screens {
                            { entry(screen, words.of(name), *takes, ctx) }
                        }
                    </ol>
                </section>
                { ctx.view::<Exercises>(()) }
                <section class="presentation__keys" aria-labelledby="keys-title">
                    <h2 id="keys-title">{ words.get(Key::PresentationKeys) }</h2>
                    <ul>
                        for key in [Key::PresentationKeysTurn, Key::PresentationKeysBlank, Key::PresentationKeysNotes, Key::PresentationKeysEnd] {
                            <li>{ words.get(key) }</li>
                        }
                    </ul>
                </section>
                <footer class="foot">{ self.whose.notice(words) }</footer>
                { ctx.view::<HandOut>(()) }
            </div>
        }
    }
}

/// A screen of the list: whether it is shown, and the show from there.
fn entry(screen: &Screen, name: &str, takes: bool, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let of = screen.clone();
    let chosen = ctx.on(move |event: &Event| Some(PresentationEvent::Chosen(of.clone(), is_checked(event))));
    let from = ctx.always::<MouseEvent>(PresentationEvent::Begun(Some(screen.clone())));
    html! {
        <li key={screen.name().to_owned()}>
            <label class="check">
                <input type="checkbox" name="screen" value={screen.name().to_owned()} checked={takes} onchange={chosen}/>
                { " " }{ name.to_owned() }
            </label>
            <button type="button" class="link" data-action="show-from" data-value={screen.name().to_owned()} onclick={from}>
                { words.get(Key::PresentationFrom) }<span class="vh">{ ": " }{ name.to_owned() }</span>
            </button>
        </li>
    }
}
