//! Kết quả: the index, the areas, every target with what is left of its points, and the work that this asks for.

use yew::prelude::*;

use crate::features::results::view::Whose;
use crate::shell::state::State;
use crate::shell::view::{Drawing, Part, Place};
use i18n::Key;
use i18n::numbers::day;

/// The page.
#[derive(PartialEq)]
pub struct Results {
    whose: Whose,
    as_of: String,
}

impl Results {
    /// Reads it.
    pub fn read(state: &State) -> Self {
        Self { whose: Whose::read(state), as_of: state.assessment.period.as_of.clone() }
    }
}

impl Part for Results {
    fn draw(&self, page: &Drawing) -> Html {
        let words = page.words;
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
                { page.part(Place::LastYear) }
                { page.part(Place::Summary) }
                { page.part(Place::Work) }
                { page.part(Place::Consistency) }
                { page.part(Place::AreaCharts) }
                { page.part(Place::ResultTable) }
                { page.part(Place::Paths) }
                <footer class="foot">
                    { self.whose.notice(words) }{ " " }
                    { words.get(Key::NothingSent) }
                </footer>
            </div>
        }
    }
}
