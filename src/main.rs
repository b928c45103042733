//! Opens the door to the browser and mounts the application.
#![allow(missing_docs, reason = "a binary has no public items")]

use yew::prelude::*;

#[component]
fn App() -> Html {
    use_effect_with((), |()| {
        let root = web_sys::window().and_then(|w| w.document()).and_then(|d| d.document_element());
        if let Some(root) = root {
            // A page that can't take the mark is still usable.
            let _ = root.set_attribute("data-ready", "true");
        }
    });
    html! { <main><h1>{ "Tự chấm" }</h1></main> }
}

fn main() {
    let mount = web_sys::window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id("app"));
    if let Some(mount) = mount {
        yew::Renderer::<App>::with_root(mount).render();
    }
}
