//! Pieces that the parts of the page share: a block with its title, tables and their cells. Each is drawn in one place, for
//! every element written out costs the module some hundred bytes.

use yew::prelude::*;

use i18n::Words;
use i18n::numbers::{percent, points};
use scoring::exact::Exact;
use scoring::points::Points;
use scoring::scorecard::shown_index;
use scoring::target_set::TargetSet;

/// What stands for a number that there is not.
const NONE: &str = "–";

/// A block of the page under its title.
pub fn block(id: &'static str, title: &'static str, beside: Html, body: Html) -> Html {
    html! {
        <section class={classes!("block", id)} aria-labelledby={[id, "-title"].concat()}>
            <div class="block__head"><h2 id={[id, "-title"].concat()}>{ title }</h2>{ beside }</div>
            { body }
        </section>
    }
}

/// A table with its caption for those who listen.
pub fn table(class: &'static str, caption: &str, heads: Html, body: Html, foot: Html) -> Html {
    html! {
        <table class={classes!("table", class)}>
            <caption class="vh">{ caption.to_owned() }</caption>
            <thead><tr>{ heads }</tr></thead>
            <tbody>{ body }</tbody>
            <tfoot>{ foot }</tfoot>
        </table>
    }
}

/// The head of a column.
pub fn head(text: String, number: bool) -> Html {
    html! { <th scope="col" class={number.then_some("num")}>{ text }</th> }
}

/// The head of a row.
pub fn row_head(text: Html) -> Html {
    html! { <th scope="row">{ text }</th> }
}

/// A number for people and, where it is an output, for programs. A cell says its column where it stands as a card.
pub fn cell(label: &str, out: Option<&'static str>, shown: String, value: Option<String>) -> Html {
    let shown = if shown.is_empty() { NONE.to_owned() } else { shown };
    html! { <td class="num" data-label={label.to_owned()} data-out={out} data-value={value}>{ shown }</td> }
}

/// Points; a dash where there are none to be told.
pub fn points_cell(label: &str, out: &'static str, of: Option<Points>, words: Words) -> Html {
    let (shown, value) = told_points(of, words);
    cell(label, Some(out), shown, Some(value))
}

/// An index; a dash where nothing counts.
pub fn index_cell(
    label: &str,
    out: &'static str,
    index: Option<Exact>,
    set: &TargetSet,
    words: Words,
) -> Html {
    let (shown, value) = told_index(index, set, words);
    cell(label, Some(out), shown, Some(value))
}

/// Points for people and for programs, blank where there are none.
pub fn told_points(of: Option<Points>, words: Words) -> (String, String) {
    of.map(|of| (points(of, words.0), of.to_string())).unwrap_or_default()
}

/// An index likewise.
pub fn told_index(index: Option<Exact>, set: &TargetSet, words: Words) -> (String, String) {
    let shown = index.map(|index| shown_index(set, index));
    shown.map(|shown| (percent(&shown, words.0), shown.to_string())).unwrap_or_default()
}

/// An output of the summary.
pub fn fact(name: &'static str, out: &'static str, (shown, value): (String, String)) -> Html {
    let shown = if shown.is_empty() { NONE.to_owned() } else { shown };
    html! {
        <div>
            <dt>{ name }</dt>
            <dd><b data-out={out} data-value={value}>{ shown }</b></dd>
        </div>
    }
}
