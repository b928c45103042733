//! Small drawings beside words; every one has its word.

use yew::prelude::*;

/// A drawing, named for what it stands beside.
#[allow(missing_docs, reason = "each is named for the word that it stands beside")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    Met,
    Unmet,
    Empty,
    Wrong,
    NotApplicable,
    Pending,
    Evidence,
    Open,
    Undo,
    Redo,
    Upload,
    Download,
    Code,
    Copy,
    Send,
    Info,
    Close,
    Light,
    Dark,
    System,
    Trial,
    Back,
    Forward,
}

/// Draws one; it is hidden from assistive tools, which read the word beside it.
pub fn icon(icon: Icon) -> Html {
    let path = match icon {
        Icon::Met => html! { <path d="M3 8.5l3.5 3.5L13 4.5"/> },
        Icon::Unmet => html! {
            <><circle cx="8" cy="8" r="5.5"/><path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" stroke="none"/></>
        },
        Icon::Empty => html! { <circle cx="8" cy="8" r="5.5"/> },
        Icon::Wrong => html! { <path d="M8 2.5v7M8 13v.2"/> },
        Icon::NotApplicable => html! { <path d="M3 8h10"/> },
        Icon::Pending => html! { <><circle cx="8" cy="8" r="5.5"/><path d="M8 4.8V8l2.2 1.6"/></> },
        Icon::Evidence => html! { <path d="M4 2h5.5L12 4.5V14H4zM6.5 9h3"/> },
        Icon::Open => html! { <path d="M3.5 6L8 10.5 12.5 6"/> },
        Icon::Undo => html! { <path d="M6 3L2.5 6.5 6 10M3 6.5h6a4 4 0 0 1 0 8H6"/> },
        Icon::Redo => html! { <path d="M10 3l3.5 3.5L10 10M13 6.5H7a4 4 0 0 0 0 8h3"/> },
        Icon::Upload => html! { <path d="M8 10V2M4.8 5L8 1.8 11.2 5M3 13.5h10"/> },
        Icon::Download => html! { <path d="M8 2v8M4.8 7L8 10.2 11.2 7M3 13.5h10"/> },
        Icon::Code => {
            html! { <path d="M2.5 2.5h4v4h-4zM9.5 2.5h4v4h-4zM2.5 9.5h4v4h-4zM9.5 9.5v1.5M13.5 9.5v1M9.5 13.5h1M13.5 13.3v.4"/> }
        }
        Icon::Copy => html! { <path d="M5.5 5.5V2H14v8.5h-3.5M2 5.5h8.5V14H2zM6.3 7.5v4M4.3 9.7l2 2 2-2"/> },
        Icon::Send => html! { <path d="M2 8l12-5.5L10 14l-2.5-4.5z"/> },
        Icon::Info => html! { <><circle cx="8" cy="8" r="6"/><path d="M8 7.3v3.7M8 4.8v.1"/></> },
        Icon::Close => html! { <path d="M3.5 3.5l9 9M12.5 3.5l-9 9"/> },
        Icon::Light => html! {
            <>
                <circle cx="8" cy="8" r="2.8"/>
                <path d="M8 1.5v1.3M8 13.2v1.3M1.5 8h1.3M13.2 8h1.3M3.4 3.4l.9.9M11.7 11.7l.9.9M3.4 12.6l.9-.9M11.7 4.3l.9-.9"/>
            </>
        },
        Icon::Dark => html! { <path d="M13 9.5A5.5 5.5 0 0 1 6.5 3 5.5 5.5 0 1 0 13 9.5z"/> },
        Icon::Trial => html! { <path d="M6 2h4M7 2v4L3 13.5h10L9 6V2M5 10h6"/> },
        Icon::Back => html! { <path d="M10 3L5 8l5 5"/> },
        Icon::Forward => html! { <path d="M6 3l5 5-5 5"/> },
        Icon::System => html! { <path d="M2 3h12v8H2zM6 14h4M8 11v3"/> },
    };
    html! { <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">{ path }</svg> }
}
