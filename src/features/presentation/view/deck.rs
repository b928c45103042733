//! The stage: one screen, large, with what turns it, and what only the speaker looks for.

use crate::features::presentation::view::screen::ScreenView;
use crate::shell::frame::event::FrameEvent;
use yew::prelude::*;

use crate::features::presentation::deck::screens;
use crate::features::presentation::event::{PresentationEvent, ShowMark};
use crate::features::presentation::screens::Screen;
use crate::features::presentation::view::button;
use crate::features::presentation::view::screen::screen_name;
use crate::shell::state::State;
use crate::shell::theme::Theme;
use crate::shell::view::{View, ViewContext};
use crate::ui::icons::{Icon, icon};
use i18n::numbers::{percent, time_of_day};
use i18n::{Key, Words};
use scoring::datetime::seconds;
use scoring::exact::Rounded;
use scoring::scorecard::shown_index;
use scoring::target_set::Target;
use scoring::text::Text;

/// The stage; nothing while the show does not run.
#[derive(PartialEq, Eq)]
pub struct DeckView {
    at: Option<Screen>,
    /// Every screen that is shown, with its name.
    list: Vec<(Screen, Text)>,
    place: usize,
    is_blank: bool,
    has_list: bool,
    notes: Option<Notes>,
    dark: bool,
    index: Option<Rounded>,
}

/// What the speaker is told about a screen.
#[derive(PartialEq, Eq)]
enum Notes {
    /// What is said of it always.
    Screen(Key),
    /// How the target is read, and how else it might be.
    Target(Vec<Text>, Key),
}

fn target_notes(target: &Target) -> Notes {
    let readings = target.reading.iter().chain(&target.other_readings).cloned().collect();
    Notes::Target(readings, i18n::sentences::rule(&target.rule))
}

const fn notes_key(screen: &Screen) -> Key {
    match screen {
        Screen::Opening => Key::NotesOpening,
        Screen::Paths => Key::NotesPaths,
        Screen::Target(_) => Key::NotesTarget,
        Screen::NotApplicable => Key::NotesNotApplicable,
        Screen::Total => Key::NotesTotal,
        Screen::Comparison => Key::NotesComparison,
        Screen::Exercise(_) => Key::NotesExercise,
        Screen::Reverse => Key::NotesReverse,
        Screen::Closing => Key::NotesClosing,
    }
}

impl View for DeckView {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        let show = &state.presentation;
        let set = state.document.set();
        let all = if show.is_on() { screens(state) } else { Vec::new() };
        let is_listed = |screen: &Screen| show.takes(screen) || show.at.as_ref() == Some(screen);
        let list: Vec<_> = all
            .into_iter()
            .filter(is_listed)
            .map(|screen| (screen.clone(), screen_name(&screen, state)))
            .collect();
        let place = list.iter().position(|(screen, _)| Some(screen) == show.at.as_ref()).unwrap_or_default();
        let target = |screen: &Screen| set.target(screen.name()).map(|target| target_notes(target));
        let notes = show.at.as_ref().filter(|_| show.has_notes).map(|screen| match screen {
            Screen::Target(_) => target(screen).unwrap_or(Notes::Screen(Key::NotesTarget)),
            screen @ (Screen::Opening
            | Screen::Paths
            | Screen::NotApplicable
            | Screen::Total
            | Screen::Comparison
            | Screen::Exercise(_)
            | Screen::Reverse
            | Screen::Closing) => Notes::Screen(notes_key(screen)),
        });
        Self {
            at: show.at.clone(),
            list,
            place,
            is_blank: show.is_blank,
            has_list: show.has_list,
            notes,
            dark: state.frame.theme == Theme::Dark,
            index: state.document.card().totals.index().map(|index| shown_index(set, index)),
        }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let Some(screen) = &self.at else { return Html::default() };
        let words = ctx.words;
        let began = ctx.on(|event: &PointerEvent| {
            (event.pointer_type() != "mouse")
                .then(|| PresentationEvent::TouchBegan(event.client_x(), event.client_y()))
        });
        let ended = ctx.on(|event: &PointerEvent| {
            (event.pointer_type() != "mouse")
                .then(|| PresentationEvent::TouchEnded(event.client_x(), event.client_y()))
        });
        html! {
            <div class={classes!("deck", self.is_blank.then_some("deck--blank"))}>
                <p class="vh" role="status">{ self.standing(words) }</p>
                <section class="deck__screen" tabindex="0" aria-label={self.standing(words)} data-screen={screen.name().to_owned()} aria-hidden={self.is_blank.then_some("true")}
                    onpointerdown={began} onpointerup={ended}>
                    { ctx.keyed::<ScreenView>(screen.name().to_owned(), screen.clone()) }
                </section>
                { self.speaker(words) }
                if self.has_list {
                    { self.contents(screen, ctx) }
                }
                { self.bar(ctx) }
            </div>
        }
    }
}

impl DeckView {
    /// "Màn hình 3/15: TT-3. …"
    fn standing(&self, words: Words) -> String {
        let place = format!("{}/{}", self.place + 1, self.list.len());
        let name = self.list.get(self.place).map(|(_, name)| words.of(name)).unwrap_or_default();
        words.fill(Key::PresentationStanding, &[("place", &place), ("name", name)])
    }

    fn speaker(&self, words: Words) -> Html {
        let Some(notes) = &self.notes else { return Html::default() };
        let lines: Vec<String> = match notes {
            Notes::Screen(key) => vec![words.get(*key).to_owned()],
            Notes::Target(readings, rule) => readings
                .iter()
                .enumerate()
                .map(|(place, text)| {
                    let kind = words.get(if place == 0 { Key::ReadingTaken } else { Key::ReadingOther });
                    [kind, " ", words.of(text)].concat()
                })
                .chain([words.get(*rule).to_owned()])
                .collect(),
        };
        html! {
            <aside class="deck__notes" aria-label={words.get(Key::PresentationNotes)}>
                for line in lines {
                    <p>{ line }</p>
                }
            </aside>
        }
    }

    fn contents(&self, at: &Screen, ctx: &ViewContext) -> Html {
        let entry = |(screen, name): &(Screen, Text)| {
            let go = ctx.always::<MouseEvent>(PresentationEvent::Reached(screen.clone()));
            html! {
                <li key={screen.name().to_owned()}>
                    <button type="button" class="link" data-action="show-go" data-value={screen.name().to_owned()}
                        aria-current={(screen == at).then_some("true")} onclick={go}>{ ctx.words.of(name).to_owned() }</button>
                </li>
            }
        };
        html! {
            <nav class="deck__list" aria-label={ctx.words.get(Key::PresentationList)}>
                <ol>{ self.list.iter().map(entry).collect::<Html>() }</ol>
            </nav>
        }
    }

    fn bar(&self, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        let plain = |action, key, event| {
            button("button deck__button", action, html! { { words.get(key) } }, event, ctx)
        };
        let (theme, room) = if self.dark {
            (Theme::Light, Key::PresentationBrightRoom)
        } else {
            (Theme::Dark, Key::PresentationDarkRoom)
        };
        let shown = self.index.as_ref().map_or_else(|| "–".to_owned(), |index| percent(index, words.0));
        let value = self.index.as_ref().map(ToString::to_string).unwrap_or_default();
        // An exercise is of another unit: the open document's index would be taken for its answer.
        let is_own = !matches!(self.at, Some(Screen::Exercise(_)));
        html! {
            <footer class="deck__bar">
                <div class="deck__turn">
                    { button("button", "show-back", html! { <>{ icon(Icon::Back) }<span class="vh">{ words.get(Key::PresentationBack) }</span></> }, PresentationEvent::WentBack, ctx) }
                    <span class="deck__place">{ format!("{}/{}", self.place + 1, self.list.len()) }</span>
                    { button("button button--primary", "show-next", html! { <>{ words.get(Key::PresentationNext) }{ icon(Icon::Forward) }</> }, PresentationEvent::WentOn, ctx) }
                </div>
                if is_own {
                    <p class="deck__index">
                        { words.get(Key::Earned) }{ " " }<b data-out="index" data-value={value}>{ shown }</b>
                    </p>
                }
                { ctx.view::<Clock>(()) }
                // Where the window is narrow the tools are folded away. What is ticked is the browser's to remember.
                <input type="checkbox" class="deck__more" id="show-more" name="show-more"/>
                <label class="button deck__button deck__more-label" for="show-more">{ words.get(Key::PresentationMore) }</label>
                <div class="deck__tools">
                    { plain("show-list", Key::PresentationList, PresentationEvent::Marked(ShowMark::List)) }
                    { plain("show-notes", Key::PresentationNotes, PresentationEvent::Marked(ShowMark::Notes)) }
                    { plain("show-blank", Key::PresentationBlank, PresentationEvent::Blanked) }
                    <button type="button" class="button deck__button" name="show-room" data-action="show-room"
                        onclick={ctx.always::<MouseEvent>(FrameEvent::ThemeChosen(theme))}>{ words.get(room) }</button>
                    { plain("show-end", Key::PresentationEnd, PresentationEvent::Ended) }
                </div>
            </footer>
        }
    }
}

/// The time of day, and how long the show has run.
#[derive(PartialEq, Eq)]
pub struct Clock {
    now: String,
    minutes: i64,
}

impl View for Clock {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        let passed =
            seconds(&state.now).zip(seconds(&state.presentation.since)).map(|(now, since)| now - since);
        Self { now: time_of_day(&state.now).to_owned(), minutes: passed.unwrap_or_default() / 60 }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let ran = ctx.words.fill(Key::PresentationMinutes, &[("n", &self.minutes.to_string())]);
        html! { <p class="deck__clock"><b>{ self.now.clone() }</b>{ " · " }{ ran }</p> }
    }
}
