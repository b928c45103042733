//! The frame of every page: masthead, the page itself, notices and dialogs.

pub mod event;
pub mod masthead;
pub mod notices;
pub mod saved_line;
pub mod score;
pub mod state;
pub mod tools;
pub mod topbar;

use crate::features::drafts::view::Drafts;
use crate::features::entry::event::EntryEvent;
use crate::features::entry::view::EntryPage;
use crate::features::exporting::send::Send;
use crate::features::guide::view::GuidePage;
use crate::features::importing::view::drop_zone::DropZone;
use crate::features::importing::view::preview::PreviewDialog;
use crate::features::importing::view::set_faults::SetFaultsDialog;
use crate::features::linked_file::view::FileChanged;
use crate::features::pasting::view::PastedTableDialog;
use crate::features::presentation::page::PresentationPage;
use crate::features::reference::page::ReferencePage;
use crate::features::report::page::ReportPage;
use crate::features::results::page::ResultsPage;
use crate::features::samples::view::{SampleStrip, sample_mark};
use crate::features::scenario::page::ScenarioPage;
use crate::features::sharing::view::LinkDialog;
use crate::features::versions::view::Versions;
use crate::features::windows::view::OtherWindow;
use crate::shell::frame::notices::Notices;
use crate::shell::page::Page;
use yew::prelude::*;

use crate::shell::frame::masthead::masthead;
use crate::shell::state::State;
use crate::shell::view::{View, ViewContext};
use i18n::Key;

/// Which page is shown, and whether something lies over it.
#[derive(PartialEq, Eq)]
pub struct Frame {
    page: Page,
    covered: bool,
    sample: bool,
    /// Whether a show runs: it has the window to itself.
    shows: bool,
}

impl View for Frame {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        Self {
            page: state.frame.page,
            covered: state.cover().is_some(),
            sample: state.document.assessment().is_sample(),
            shows: state.presentation.is_on(),
        }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let shown = match self.page {
            Page::Entry => ctx.keyed::<EntryPage>("entry".to_owned(), ()),
            Page::Results => ctx.keyed::<ResultsPage>("results".to_owned(), ()),
            Page::Scenario => ctx.keyed::<ScenarioPage>("scenario".to_owned(), ()),
            Page::Report => ctx.keyed::<ReportPage>("report".to_owned(), ()),
            Page::Presentation => ctx.keyed::<PresentationPage>("show".to_owned(), ()),
            Page::Reference => ctx.keyed::<ReferencePage>("explore".to_owned(), ()),
            Page::Guide => ctx.keyed::<GuidePage>("guide".to_owned(), ()),
        };
        // What is printed of the report is the paper alone, and of the set what is handed out.
        let printed = match self.page {
            Page::Report => "frame frame--paper",
            Page::Reference => "frame frame--handout",
            Page::Entry | Page::Results | Page::Scenario | Page::Presentation | Page::Guide => "frame",
        };
        html! {
            <div class={classes!(printed, self.shows.then_some("frame--show"))} data-strip={self.sample.then_some("")} data-readonly={ctx.read_only.then_some("true")} onfocusout={ctx.always::<FocusEvent>(EntryEvent::FieldLeft)}>
                // What lies under a dialog can't be reached, by keyboard or otherwise, until it is closed.
                <div class="frame__page" inert={self.covered}>
                    <a class="button skip" href="#figures" onclick={skip()}>{ ctx.words.get(Key::SkipToFigures) }</a>
                    if !self.shows {
                        { masthead(ctx) }
                    }
                    { ctx.view::<OtherWindow>(()) }
                    <main id="figures" tabindex="-1">{ shown }</main>
                    if self.sample {
                        { sample_mark() }
                    }
                </div>
                <div class="frame__foot">
                    { ctx.view::<Notices>(()) }
                    if self.sample {
                        <div inert={self.covered}>{ ctx.view::<SampleStrip>(()) }</div>
                    }
                </div>
                { ctx.view::<Drafts>(()) }
                { ctx.view::<Versions>(()) }
                { ctx.view::<LinkDialog>(()) }
                { ctx.view::<FileChanged>(()) }
                { ctx.view::<Send>(()) }
                { ctx.view::<PreviewDialog>(()) }
                { ctx.view::<SetFaultsDialog>(()) }
                { ctx.view::<PastedTableDialog>(()) }
                { ctx.view::<DropZone>(()) }
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
