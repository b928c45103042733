//! Which targets are shown: filters with their counts, and search.

use yew::prelude::*;

use crate::app::{Action, Filter};
use crate::view::focus::value;
use crate::view::hooks::{use_dispatch, use_part, use_words};
use crate::view::words::Key;

const fn name(filter: Filter) -> Key {
    match filter {
        Filter::All => Key::FilterAll,
        Filter::NotEntered => Key::FilterNotEntered,
        Filter::NotMet => Key::FilterNotMet,
        Filter::MissingEvidence => Key::FilterMissingEvidence,
    }
}

/// The filters and the search box.
#[component]
pub fn Filters() -> Html {
    let words = use_words();
    let dispatch = use_dispatch();
    let (chosen, search, counts) = use_part(|state| {
        let count = |filter: Filter| state.card.targets().filter(|score| filter.shows(score)).count();
        (state.filter, state.search.clone(), Filter::ALL.map(|(_, filter)| count(filter)))
    })
    .unwrap_or_default();
    let searched = dispatch.on(|event: InputEvent| Action::SearchTyped(value(&event)));
    html! {
        <div class="filters" role="search" aria-label={words.get(Key::Filters)}>
            <fieldset class="segments">
                <legend class="vh">{ words.get(Key::FilterLegend) }</legend>
                for ((word, filter), count) in Filter::ALL.into_iter().zip(counts) {
                    <label class="segment" key={word}>
                        <input type="radio" name="filter" value={word} checked={filter == chosen}
                            onchange={dispatch.always(Action::FilterChosen(filter))}/>
                        <span>{ words.get(name(filter)) }{ " " }<b>{ count }</b></span>
                    </label>
                }
            </fieldset>
            <div class="filters__search">
                <label class="vh" for="search">{ words.get(Key::Search) }</label>
                <input class="input" id="search" name="search" type="search" autocomplete="off" value={search}
                    placeholder={words.get(Key::SearchHint)} oninput={searched}/>
            </div>
        </div>
    }
}
