//! A date, and beside it the day as Vietnam writes it.

use yew::prelude::*;

use i18n::numbers::day;

/// A field for a date. The browser shows it in the order of its own language, which may be month first, so the day
/// that was understood stands beside it as "01/12/2023".
pub fn date_figure(
    read_only: bool,
    id: String,
    name: String,
    date: &str,
    typed: Callback<InputEvent>,
) -> Html {
    let read = [&id, "-read"].concat();
    html! {
        <div class="figure figure--date">
            <input class="input" id={id.clone()} {name} type="date" autocomplete="off" value={date.to_owned()} readonly={read_only}
                aria-describedby={read.clone()} oninput={typed}/>
            <output class="figure__read" id={read} for={id}>{ day(date) }</output>
        </div>
    }
}
