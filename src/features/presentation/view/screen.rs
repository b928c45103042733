//! What is on a screen, whichever it is.

use crate::features::scenario::view::ask::Ask;
use yew::prelude::*;

use crate::features::presentation::screens::Screen;
use crate::features::presentation::view::closing::Closing;
use crate::features::presentation::view::comparison::Comparison;
use crate::features::presentation::view::exercise::ExerciseScreen;
use crate::features::presentation::view::levels::LevelPaths;
use crate::features::presentation::view::not_applicable::LeftOut;
use crate::features::presentation::view::opening::Opening;
use crate::features::presentation::view::target::TargetScreen;
use crate::features::presentation::view::total::Total;
use crate::shell::state::State;
use crate::shell::view::{View, ViewContext};
use i18n::{Key, Words};
use scoring::text::{Language, Text};

/// A screen, read from the state.
#[derive(PartialEq, Eq)]
pub enum ScreenView {
    /// The programme.
    Opening(Opening),
    /// What is asked for over years and levels.
    Paths(LevelPaths),
    /// A target.
    Target(TargetScreen),
    /// What "không phát sinh" does.
    LeftOut(LeftOut),
    /// The total.
    Total(Total),
    /// Years or units side by side.
    Comparison(Comparison),
    /// An exercise.
    Exercise(ExerciseScreen),
    /// The reverse question.
    Reverse,
    /// What to take home.
    Closing(Closing),
}

impl View for ScreenView {
    type Key = Screen;

    fn read(state: &State, screen: &Screen) -> Self {
        match screen {
            Screen::Opening => Self::Opening(Opening::read(state)),
            Screen::Paths => Self::Paths(LevelPaths::read(state)),
            Screen::Target(id) => Self::Target(TargetScreen::read(state, id)),
            Screen::NotApplicable => Self::LeftOut(LeftOut::read(state)),
            Screen::Total => Self::Total(Total::read(state)),
            Screen::Comparison => Self::Comparison(Comparison::read(state)),
            Screen::Exercise(_) => {
                Self::Exercise(ExerciseScreen::read(state, screen.exercise().unwrap_or_default()))
            }
            Screen::Reverse => Self::Reverse,
            Screen::Closing => Self::Closing(Closing::read(state)),
        }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        match self {
            Self::Opening(screen) => screen.draw(ctx.words),
            Self::Paths(screen) => screen.draw(ctx.words),
            Self::Target(screen) => screen.draw(ctx),
            Self::LeftOut(screen) => screen.draw(ctx.words),
            Self::Total(screen) => screen.draw(ctx.words),
            Self::Comparison(screen) => screen.draw(ctx),
            Self::Exercise(screen) => screen.draw(ctx),
            Self::Reverse => html! {
                <>
                    <h1>{ ctx.words.get(Key::ScreenReverse) }</h1>
                    { ctx.view::<Ask>(()) }
                </>
            },
            Self::Closing(screen) => screen.draw(ctx.words),
        }
    }

    fn after_render(&self) {
        if let Self::Comparison(screen) = self {
            screen.after_render();
        }
    }
}

/// What a screen is called.
pub fn screen_name(screen: &Screen, state: &State) -> Text {
    let set = state.document.set();
    let key = match screen {
        Screen::Opening => return set.title.clone(),
        Screen::Target(id) => {
            let name = set.target(id).map(|target| target.name.clone()).unwrap_or_default();
            let named = |name: &str| [id, ". ", name].concat();
            return Text { vi: named(&name.vi), en: named(&name.en) };
        }
        Screen::Exercise(_) => {
            let found = screen.exercise().and_then(|id| state.exercise(id));
            let title = found.map(|(exercise, _)| exercise.title.clone()).unwrap_or_default();
            let named =
                |language| Words(language).fill(Key::ScreenExercise, &[("title", title.get(language))]);
            return Text { vi: named(Language::Vietnamese), en: named(Language::English) };
        }
        Screen::Paths => Key::ScreenPaths,
        Screen::NotApplicable => Key::ScreenNotApplicable,
        Screen::Total => Key::ScreenTotal,
        Screen::Comparison => Key::ScreenComparison,
        Screen::Reverse => Key::ScreenReverse,
        Screen::Closing => Key::ScreenClosing,
    };
    let said = |language| Words(language).get(key).to_owned();
    Text { vi: said(Language::Vietnamese), en: said(Language::English) }
}
