//! Which targets are shown: filters with their counts, and search.

use yew::prelude::*;

use crate::document::filter::Filter;
use crate::shell::event::Action;
use crate::shell::state::State;
use crate::shell::view::{View, ViewContext};
use crate::ui::focus::value;
use i18n::Key;

const fn name(filter: Filter) -> Key {
    match filter {
        Filter::All => Key::FilterAll,
        Filter::NotEntered => Key::FilterNotEntered,
        Filter::NotMet => Key::FilterNotMet,
        Filter::MissingEvidence => Key::FilterMissingEvidence,
    }
}

/// The filters and the search box.
#[derive(PartialEq)]
pub struct Filters {
    chosen: Filter,
    search: String,
    counts: [usize; Filter::ALL.len()],
}

impl View for Filters {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        let count = |filter: Filter| state.card.targets().filter(|score| filter.shows(score)).count();
        Self {
            chosen: state.filter,
            search: state.search.clone(),
            counts: Filter::ALL.map(|(_, filter)| count(filter)),
        }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        let searched = ctx.on(|event: &InputEvent| Some(Action::SearchTyped(value(event))));
        html! {
            <div class="filters" role="search" aria-label={words.get(Key::Filters)}>
                <fieldset class="segments">
                    <legend class="vh">{ words.get(Key::FilterLegend) }</legend>
                    for ((word, filter), count) in Filter::ALL.into_iter().zip(self.counts) {
                        <label class="segment" key={word}>
                            <input type="radio" name="filter" value={word} checked={filter == self.chosen}
                                onchange={ctx.always::<Event>(Action::FilterChosen(filter))}/>
                            <span>{ words.get(name(filter)) }{ " " }<b>{ count }</b></span>
                        </label>
                    }
                </fieldset>
                <div class="filters__search">
                    <label class="vh" for="search">{ words.get(Key::Search) }</label>
                    <input class="input" id="search" name="search" type="search" autocomplete="off" value={self.search.clone()}
                        placeholder={words.get(Key::SearchHint)} oninput={searched}/>
                </div>
            </div>
        }
    }
}
