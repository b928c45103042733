//! Which assessment of the year before is compared with, and how to open another one beside the document.

use crate::features::results::event::ResultsEvent;
use std::rc::Rc;

use yew::prelude::*;

use crate::document::last_year::LastYear;
use crate::shell::state::State;
use crate::shell::view::{PtrEq, View, ViewContext};
use i18n::numbers::day;
use i18n::{Key, Words};
use scoring::invisible_chars::show_invisible;

/// What is compared with.
#[derive(PartialEq, Eq)]
pub struct LastYearLine {
    last: Option<PtrEq<LastYear>>,
    /// Whether its unit bears another name than the one assessed.
    other_unit: bool,
    /// The year before, where it is one of the set's.
    year: Option<u16>,
}

impl View for LastYearLine {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        let unit = &state.document.assessment().unit.name;
        let years = &state.document.set().years;
        let before = state.document.assessment().year.checked_sub(1);
        Self {
            last: state.results.last_year.clone().map(PtrEq),
            other_unit: state.results.last_year.as_ref().is_some_and(|last| !last.is_of(unit)),
            year: before.filter(|before| years.contains(before)),
        }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        let Some(year) = self.year.map(|year| year.to_string()) else {
            return html! { <p class="compared" data-compared="none">{ words.get(Key::LastYearOutside) }</p> };
        };
        let choose = words.fill(Key::LastYearOpen, &[("year", &year)]);
        let last = self.last.as_ref().map(|last| Rc::clone(&last.0));
        let source = match &last {
            None => "none",
            Some(last) if last.file.is_empty() => "draft",
            Some(_) => "file",
        };
        html! {
            <p class="compared" data-compared={source}>
                <span>{ told(last.as_deref(), &year, words) }</span>
                <span>
                    if let Some(last) = last.as_ref().filter(|_| self.other_unit) {
                        <b data-out="other-unit">{ words.fill(Key::LastYearOtherUnit, &[("unit", &unit(last, words))]) }</b>
                    }
                </span>
                if source == "file" {
                    <button type="button" class="button" data-action="close-last-year"
                        onclick={ctx.always::<MouseEvent>(ResultsEvent::LastYearClosed)}>{ words.get(Key::LastYearClose) }</button>
                } else {
                    <label class="button button--file">
                        { choose }
                        // Read by the page's own listener, as the file of a document is.
                        <input type="file" name="last-year" accept=".json,.html,.htm,application/json,text/html"/>
                    </label>
                }
            </p>
        }
    }
}

fn unit(last: &LastYear, words: Words) -> String {
    match last.document.assessment().unit.name.trim() {
        "" => words.get(Key::UnitUnnamed).to_owned(),
        name => show_invisible(name),
    }
}

fn told(last: Option<&LastYear>, year: &str, words: Words) -> String {
    match last {
        None => words.fill(Key::LastYearNone, &[("year", year)]),
        Some(last) if last.file.is_empty() => words.fill(
            Key::LastYearDraft,
            &[("year", year), ("date", &day(&last.document.assessment().document.saved))],
        ),
        Some(last) => words.fill(Key::LastYearFile, &[("year", year), ("name", &show_invisible(&last.file))]),
    }
}
