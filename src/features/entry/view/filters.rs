//! Which targets are shown: filters with their counts, and search.

use crate::features::entry::event::EntryEvent;
use crate::shell::view::PtrEq;
use scoring::scorecard::Scorecard;
use std::rc::Rc;
use yew::prelude::*;

use crate::document::filter::Filter;
use crate::shell::state::State;
use crate::shell::view::{View, ViewContext};
use crate::ui::focus::value;
use i18n::Key;

const fn name(filter: Filter) -> Key {
    match filter {
        Filter::All => Key::FilterAll,
        Filter::NotEntered => Key::FilterNotEntered,
        Filter::Invalid => Key::FilterInvalid,
        Filter::NotMet => Key::FilterNotMet,
        Filter::MissingEvidence => Key::FilterMissingEvidence,
    }
}

/// The filters and the search box.
#[derive(PartialEq, Eq)]
pub struct Filters {
    chosen: Filter,
    search: String,
    card: PtrEq<Scorecard>,
}

impl View for Filters {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        Self {
            chosen: state.entry.filter,
            search: state.entry.search.clone(),
            card: PtrEq(Rc::clone(state.document.card())),
        }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        let count = |filter: Filter| self.card.0.targets().filter(|score| filter.shows(score)).count();
        let searched = ctx.on(|event: &InputEvent| Some(EntryEvent::SearchTyped(value(event))));
        html! {
            <div class="filters" role="search" aria-label={words.get(Key::Filters)}>
                <fieldset class="segments">
                    <legend class="vh">{ words.get(Key::FilterLegend) }</legend>
                    // Most documents have nothing that is wrong.
                    for (word, filter) in Filter::ALL.into_iter().filter(|(_, filter)| {
                        *filter != Filter::Invalid || *filter == self.chosen || count(*filter) > 0
                    }) {
                        <label class="segment" key={word}>
                            <input type="radio" name="filter" value={word} checked={filter == self.chosen}
                                onchange={ctx.always::<Event>(EntryEvent::FilterChosen(filter))}/>
                            <span>{ words.get(name(filter)) }{ " " }<b>{ count(filter) }</b></span>
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
