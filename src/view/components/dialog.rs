//! A dialog over the page: it takes the focus, and gives it back when it closes.

use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Properties of [`Modal`].
#[derive(Properties, PartialEq)]
pub struct ModalProps {
    /// Its title.
    pub title: String,
    /// Whether it asks for a decision.
    #[prop_or_default]
    pub alert: bool,
    /// Whether it is the preview of an import.
    #[prop_or_default]
    pub preview: bool,
    /// The button that closes it, beside the title.
    #[prop_or_default]
    pub close: Html,
    /// What it says.
    pub children: Html,
    /// Its buttons.
    pub foot: Html,
}

/// A dialog.
#[component]
pub fn Modal(props: &ModalProps) -> Html {
    let panel = use_node_ref();
    use_effect_with(panel.clone(), |panel| {
        let panel = panel.cast::<HtmlElement>();
        let before =
            panel.as_ref().and_then(|panel| panel.owner_document()).and_then(|page| page.active_element());
        if let Some(panel) = panel {
            // Without the focus the dialog can still be used; it is only not read out at once.
            let _ = panel.focus();
        }
        move || {
            if let Some(before) = before.and_then(|before| before.dyn_into::<HtmlElement>().ok()) {
                let _ = before.focus();
            }
        }
    });
    html! {
        <div class="veil">
            <div class={classes!("panel", props.alert.then_some("panel--small"))} ref={panel} tabindex="-1"
                role={if props.alert { "alertdialog" } else { "dialog" }} aria-modal="true" aria-labelledby="dialog-title"
                data-preview={props.preview.then_some("")}>
                <div class="panel__head"><h2 id="dialog-title">{ &props.title }</h2>{ props.close.clone() }</div>
                <div class="panel__body">{ props.children.clone() }</div>
                <div class="panel__foot">{ props.foot.clone() }</div>
            </div>
        </div>
    }
}
