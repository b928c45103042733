//! An area: its sums, its criteria, their rows.

use crate::features::entry::view::row::Row;
use std::rc::Rc;

use yew::prelude::*;

use crate::shell::state::State;
use crate::shell::view::{PtrEq, RowKey, Shown, View, ViewContext};
use i18n::Key;
use i18n::numbers::{percent, points, short_points};
use scoring::exact::Rounded;
use scoring::loaded_set::LoadedSet;
use scoring::scorecard::{Totals, shown_index};
use scoring::target_set::Criterion;
use scoring::text::Text;

/// An area with its rows. Its sums are a part of their own: a key changes them, and the list of rows need not be looked at.
#[derive(PartialEq, Eq)]
pub struct Area {
    set: PtrEq<LoadedSet>,
    place: usize,
    shown: Shown,
}

impl View for Area {
    type Key = (usize, Shown);

    fn read(state: &State, (place, shown): &(usize, Shown)) -> Self {
        Self { set: PtrEq(Rc::clone(state.document.loaded())), place: *place, shown: Rc::clone(shown) }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let Some(area) = self.set.0.set.areas.get(self.place) else {
            return html! { <section class="area"/> };
        };
        let title = ["area-", &area.id].concat();
        let criteria =
            self.shown.iter().filter_map(|(place, spots)| Some((area.criteria.get(*place)?, spots)));
        html! {
            <section class="area" aria-labelledby={title.clone()}>
                <header class="area__head">
                    <h2 id={title}>{ ctx.words.of(&area.name).to_owned() }</h2>
                    { ctx.view::<AreaSum>(self.place) }
                </header>
                for (Criterion { id, name, .. }, spots) in criteria {
                    { criterion(id, name, spots, ctx) }
                }
            </section>
        }
    }
}

/// The sums of an area; `None` when the unit's level has no target in it.
#[derive(PartialEq, Eq)]
pub struct AreaSum(Option<(Totals, Option<Rounded>)>);

impl View for AreaSum {
    type Key = usize;

    fn read(state: &State, &place: &usize) -> Self {
        let set = state.document.set();
        let area = set.areas.get(place);
        let score =
            area.and_then(|area| state.document.card().areas.iter().find(|score| score.id == area.id));
        Self(score.map(|score| (score.totals, score.totals.index().map(|index| shown_index(set, index)))))
    }

    /// "19,565/20 điểm · 97,825%".
    fn draw(&self, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        let Some((totals, index)) = &self.0 else { return html! { <p class="area__sum"/> } };
        let index =
            index.as_ref().map(|index| [" · ", &percent(index, words.0)].concat()).unwrap_or_default();
        html! {
            <p class="area__sum">
                <b>{ points(totals.points, words.0) }</b>
                { "/" }{ short_points(totals.max, words.0) }{ " " }{ words.get(Key::Points) }{ index }
            </p>
        }
    }
}

fn criterion(id: &str, name: &Text, targets: &[RowKey], ctx: &ViewContext) -> Html {
    let title = ["criterion-", id].concat();
    // A criterion of one target says nothing that its row does not; it is there for those who go by headings.
    let class = if targets.len() > 1 { "criterion__head" } else { "vh" };
    html! {
        <section class="criterion" key={id} aria-labelledby={title.clone()}>
            <h3 {class} id={title}>{ id.to_owned() }{ " · " }{ ctx.words.of(name).to_owned() }</h3>
            for target in targets {
                { ctx.keyed::<Row>(target.id.to_string(), target.clone()) }
            }
        </section>
    }
}
