//! What is always in sight: the product, the pages, the score, where the data is.

use crate::shell::frame::score::Score;
use crate::shell::frame::tools::Tools;
use crate::shell::frame::topbar::TopBar;
use yew::prelude::*;

use crate::shell::view::ViewContext;

/// The top of every page.
pub fn masthead(ctx: &ViewContext) -> Html {
    html! {
        <div class="masthead">
            { ctx.view::<TopBar>(()) }
            <div class="masthead__body sheet-width">
                { ctx.view::<Score>(()) }
                { ctx.view::<Tools>(()) }
            </div>
        </div>
    }
}
