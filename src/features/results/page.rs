//! Kết quả: the index, the areas, every target with what is left of its points, and the work that this asks for.

use crate::features::results::view::areas::AreaCharts;
use crate::features::results::view::consistency::Consistency;
use crate::features::results::view::last_year::LastYearLine;
use crate::features::results::view::paths::Paths;
use crate::features::results::view::summary::Summary;
use crate::features::results::view::table::ResultTable;
use crate::features::results::view::work::WorkList;
use yew::prelude::*;

use crate::document::view::caption::DocumentCaption;
use crate::shell::state::State;
use crate::shell::view::{View, ViewContext};
use i18n::Key;
use i18n::numbers::day;

/// The page.
#[derive(PartialEq, Eq)]
pub struct ResultsPage {
    whose: DocumentCaption,
    as_of: String,
}

impl View for ResultsPage {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        Self { whose: DocumentCaption::read(state), as_of: state.document.assessment().period.as_of.clone() }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        let mut whose = self.whose.told(words);
        if !self.as_of.is_empty() {
            whose += ", ";
            whose += &words.fill(Key::AsOf, &[("date", &day(&self.as_of))]);
        }
        html! {
            <div class="sheet sheet-width results">
                <header class="results__head">
                    <h1>{ words.get(Key::PageResults) }</h1>
                    <p>{ whose }</p>
                </header>
                { ctx.view::<LastYearLine>(()) }
                { ctx.view::<Summary>(()) }
                { ctx.view::<WorkList>(()) }
                { ctx.view::<Consistency>(()) }
                { ctx.view::<AreaCharts>(()) }
                { ctx.view::<ResultTable>(()) }
                { ctx.view::<Paths>(()) }
                <footer class="foot">
                    { self.whose.notice(words) }{ " " }
                    { words.get(Key::NothingSent) }
                </footer>
            </div>
        }
    }
}
