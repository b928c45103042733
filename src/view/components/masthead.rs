//! What is always in sight: the product, the pages, the score, where the data is.

use yew::prelude::*;

use super::scoreboard::Scoreboard;
use super::tools::Tools;
use super::topbar::TopBar;

/// The top of every page.
#[component]
pub fn Masthead() -> Html {
    html! {
        <div class="masthead">
            <TopBar/>
            <div class="masthead__body sheet-width">
                <Scoreboard/>
                <Tools/>
            </div>
        </div>
    }
}
