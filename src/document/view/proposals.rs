//! What the unit entered the year before, seen pale in the fields: how much of it is left, and a way to take all of it over.

use crate::features::entry::event::EntryEvent;
use crate::shell::state::State;
use crate::shell::view::{View, ViewContext};
use i18n::Key;
use yew::prelude::*;

/// How many targets have a proposal, and of which year.
#[derive(PartialEq, Eq)]
pub struct Proposals {
    count: usize,
    year: u16,
}

impl View for Proposals {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        Self { count: state.proposed().len(), year: state.document.assessment().year.saturating_sub(1) }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        if self.count == 0 {
            return html! { <p class="proposals" hidden=true/> };
        }
        let (n, year) = (self.count.to_string(), self.year.to_string());
        let said = ctx.words.fill(Key::Proposals, &[("n", &n), ("year", &year)]);
        html! {
            <p class="proposals" data-out="proposals" data-value={n}>
                <span>{ said }</span>{ " " }
                <button type="button" class="button" data-action="use-all-last-year" disabled={ctx.read_only}
                    onclick={ctx.always::<MouseEvent>(EntryEvent::LastYearTaken(None))}>{ ctx.words.get(Key::UseAllLastYear) }</button>
            </p>
        }
    }
}
