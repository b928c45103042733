//! The frame of every page: masthead, the page itself, notices and dialogs.

pub mod masthead;
pub mod notices;
pub mod score;
pub mod tools;
pub mod topbar;

use crate::shell;
use yew::prelude::*;

use crate::shell::event::Action;
use crate::shell::frame::masthead::masthead;
use crate::shell::state::State;
use crate::shell::view::{Drawing, Part, Place};
use i18n::Key;

/// Which page is shown, and whether something lies over it.
#[derive(PartialEq)]
pub struct Frame {
    page: shell::page::Page,
    covered: bool,
    sample: bool,
    /// Whether a show runs: it has the window to itself.
    shows: bool,
}

impl Frame {
    /// Reads it.
    pub fn read(state: &State) -> Self {
        Self {
            page: state.page,
            covered: state.cover().is_some(),
            sample: state.assessment.is_sample(),
            shows: state.show.is_on(),
        }
    }
}

impl Part for Frame {
    fn draw(&self, page: &Drawing) -> Html {
        let shown = match self.page {
            shell::page::Page::Entry => page.keyed("entry".to_owned(), Place::Entry),
            shell::page::Page::Results => page.keyed("results".to_owned(), Place::Results),
            shell::page::Page::WhatIf => page.keyed("what-if".to_owned(), Place::WhatIf),
            shell::page::Page::Report => page.keyed("report".to_owned(), Place::Report),
            shell::page::Page::Show => page.keyed("show".to_owned(), Place::Show),
            shell::page::Page::Explore => page.keyed("explore".to_owned(), Place::Explore),
            shell::page::Page::Guide => page.keyed("guide".to_owned(), Place::Guide),
        };
        // What is printed of the report is the paper alone, and of the set what is handed out.
        let printed = match self.page {
            shell::page::Page::Report => "frame frame--paper",
            shell::page::Page::Explore => "frame frame--handout",
            _ => "frame",
        };
        html! {
            <div class={classes!(printed, self.shows.then_some("frame--show"))} data-strip={self.sample.then_some("")} data-readonly={page.read_only.then_some("true")} onfocusout={page.always::<FocusEvent>(Action::FieldLeft)}>
                // What lies under a dialog can't be reached, by keyboard or otherwise, until it is closed.
                <div class="frame__page" inert={self.covered}>
                    <a class="button skip" href="#figures" onclick={skip()}>{ page.words.get(Key::SkipToFigures) }</a>
                    if !self.shows {
                        { masthead(page) }
                    }
                    { page.part(Place::OtherWindow) }
                    <main id="figures" tabindex="-1">{ shown }</main>
                    if self.sample {
                        { page.part(Place::SampleStrip) }
                    }
                </div>
                { page.part(Place::Notices) }
                { page.part(Place::Drafts) }
                { page.part(Place::Versions) }
                { page.part(Place::Link) }
                { page.part(Place::FileChanged) }
                { page.part(Place::Send) }
                { page.part(Place::Preview) }
                { page.part(Place::DropZone) }
            </div>
        }
    }
}

/// Moves the focus to the figures without changing the address, which names the page.
fn skip() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        crate::ui::focus::go_to_first_figure(&event);
    })
}
