//! An area: its sums, its criteria, their rows.

use std::rc::Rc;

use yew::prelude::*;

use crate::shell::state::State;
use crate::shell::view::{Drawing, Part, Place, Same, Shown, Spot};
use formats::builtin::LoadedSet;
use i18n::Key;
use i18n::numbers::{percent, points, short_points};
use scoring::exact::Rounded;
use scoring::scorecard::{Totals, shown_index};
use scoring::target_set::Criterion;
use scoring::text::Text;

/// An area with its rows. Its sums are a part of their own: a key changes them, and the list of rows need not be looked at.
#[derive(PartialEq)]
pub struct Area {
    set: Same<LoadedSet>,
    place: usize,
    shown: Shown,
}

impl Area {
    /// Reads the area of a place in the set, with the criteria and targets shown of it.
    pub fn read(state: &State, place: usize, shown: &Shown) -> Self {
        Self { set: Same(Rc::clone(&state.loaded)), place, shown: Rc::clone(shown) }
    }
}

impl Part for Area {
    fn draw(&self, page: &Drawing) -> Html {
        let Some(area) = self.set.0.set.areas.get(self.place) else {
            return html! { <section class="area"/> };
        };
        let title = ["area-", &area.id].concat();
        let criteria =
            self.shown.iter().filter_map(|(place, spots)| Some((area.criteria.get(*place)?, spots)));
        html! {
            <section class="area" aria-labelledby={title.clone()}>
                <header class="area__head">
                    <h2 id={title}>{ page.words.of(&area.name).to_owned() }</h2>
                    { page.part(Place::AreaSum(self.place)) }
                </header>
                for (Criterion { id, name, .. }, spots) in criteria {
                    { criterion(id, name, spots, page) }
                }
            </section>
        }
    }
}

/// The sums of an area; `None` when the unit's level has no target in it.
#[derive(PartialEq)]
pub struct AreaSum(Option<(Totals, Option<Rounded>)>);

impl AreaSum {
    /// Reads the sums of the area of a place in the set.
    pub fn read(state: &State, place: usize) -> Self {
        let set = &state.loaded.set;
        let area = set.areas.get(place);
        let score = area.and_then(|area| state.card.areas.iter().find(|score| score.id == area.id));
        Self(score.map(|score| (score.totals, score.totals.index().map(|index| shown_index(set, index)))))
    }
}

impl Part for AreaSum {
    /// "19,565/20 điểm · 97,825%".
    fn draw(&self, page: &Drawing) -> Html {
        let words = page.words;
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

fn criterion(id: &str, name: &Text, targets: &[Spot], page: &Drawing) -> Html {
    let title = ["criterion-", id].concat();
    // A criterion of one target says nothing that its row does not; it is there for those who go by headings.
    let class = if targets.len() > 1 { "criterion__head" } else { "vh" };
    html! {
        <section class="criterion" key={id} aria-labelledby={title.clone()}>
            <h3 {class} id={title}>{ id.to_owned() }{ " · " }{ page.words.of(name).to_owned() }</h3>
            for target in targets {
                { page.keyed(target.id.to_string(), Place::Row(target.clone())) }
            }
        </section>
    }
}
