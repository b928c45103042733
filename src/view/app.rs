//! The frame of every page: masthead, the page itself, notices and dialogs.

use std::rc::Rc;

use yew::prelude::*;

use super::components::{Drafts, DropZone, ImportPreview, Masthead, Notices};
use super::hooks::{use_dispatch, use_part, use_words};
use super::pages::{EntryPage, GuidePage};
use super::words::Key;
use crate::app::{Action, Page, Store};

/// Properties of [`App`].
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The store.
    pub store: Rc<Store>,
    /// Called once the first view of a document accepts input.
    pub on_ready: Callback<()>,
}

/// The whole application.
#[component]
pub fn App(props: &AppProps) -> Html {
    html! {
        <ContextProvider<Rc<Store>> context={Rc::clone(&props.store)}>
            <Frame on_ready={props.on_ready.clone()}/>
        </ContextProvider<Rc<Store>>>
    }
}

#[derive(Properties, PartialEq)]
struct FrameProps {
    on_ready: Callback<()>,
}

#[component]
fn Frame(props: &FrameProps) -> Html {
    let words = use_words();
    let dispatch = use_dispatch();
    let (started, page, over) =
        use_part(|state| (state.started, state.page, state.dialog.is_some() || state.preview.is_some()))
            .unwrap_or_default();
    let on_ready = props.on_ready.clone();
    use_effect_with(started, move |started| {
        if *started {
            on_ready.emit(());
        }
    });
    if !started {
        return html! { <p class="boot">{ words.get(Key::Opening) }</p> };
    }
    html! {
        <div class="frame" onfocusout={dispatch.always(Action::FieldLeft)}>
            // What lies under a dialog can't be reached, by keyboard or otherwise, until it is closed.
            <div class="frame__page" inert={over}>
                <a class="button skip" href="#figures" onclick={skip()}>{ words.get(Key::SkipToFigures) }</a>
                <Masthead/>
                <main id="figures" tabindex="-1">
                    {match page {
                        Page::Entry => html! { <EntryPage key="entry"/> },
                        Page::Guide => html! { <GuidePage key="guide"/> },
                    }}
                </main>
            </div>
            <Notices/>
            <Drafts/>
            <ImportPreview/>
            <DropZone/>
        </div>
    }
}

/// Moves the focus to the figures without changing the address, which names the page.
fn skip() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        super::focus::go_to_first_figure(&event);
    })
}
