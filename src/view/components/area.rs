//! An area: its sums, its criteria, their rows.

use yew::prelude::*;

use crate::app::State;
use crate::core::exact::Rounded;
use crate::core::scorecard::{Totals, shown_index};
use crate::core::text::Text;
use crate::view::live::{Page, Part, Place, Spot};
use crate::view::numbers::{percent, points, short_points};
use crate::view::words::{Key, Words};

/// An area of the set; `None` when the unit's level has no target in it.
#[derive(PartialEq)]
pub struct Area(Option<Sums>);

#[derive(PartialEq)]
struct Sums {
    id: String,
    name: Text,
    totals: Totals,
    index: Option<Rounded>,
    criteria: Vec<(String, Text, Vec<Spot>)>,
}

impl Area {
    /// Reads the area of a place in the set, with the criteria and targets shown of it.
    pub fn read(state: &State, place: usize, shown: &[(usize, Vec<Spot>)]) -> Self {
        let set = &state.loaded.set;
        let sums = set.areas.get(place).and_then(|area| {
            let totals = state.card.areas.iter().find(|score| score.id == area.id)?.totals;
            let criteria = shown.iter().filter_map(|(place, targets)| {
                let criterion = area.criteria.get(*place)?;
                Some((criterion.id.clone(), criterion.name.clone(), targets.clone()))
            });
            Some(Sums {
                id: area.id.clone(),
                name: area.name.clone(),
                totals,
                index: totals.index().map(|index| shown_index(set, index)),
                criteria: criteria.collect(),
            })
        });
        Self(sums)
    }
}

impl Part for Area {
    fn draw(&self, page: &Page) -> Html {
        let Some(sums) = &self.0 else { return html! { <section class="area"/> } };
        let title = ["area-", &sums.id].concat();
        html! {
            <section class="area" aria-labelledby={title.clone()}>
                <header class="area__head">
                    <h2 id={title}>{ page.words.of(&sums.name).to_owned() }</h2>
                    <p class="area__sum">{ sum(sums, page.words) }</p>
                </header>
                for (id, name, targets) in &sums.criteria {
                    { criterion(id, name, targets, page) }
                }
            </section>
        }
    }
}

/// "19,565/20 điểm · 97,825%".
fn sum(sums: &Sums, words: Words) -> Html {
    let index =
        sums.index.as_ref().map(|index| [" · ", &percent(index, words.0)].concat()).unwrap_or_default();
    html! {
        <>
            <b>{ points(sums.totals.points, words.0) }</b>
            { "/" }{ short_points(sums.totals.max, words.0) }{ " " }{ words.get(Key::Points) }{ index }
        </>
    }
}

fn criterion(id: &str, name: &Text, targets: &[Spot], page: &Page) -> Html {
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
