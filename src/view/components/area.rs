//! An area: its sums, its criteria, their rows.

use yew::prelude::*;

use super::row::Row;
use crate::core::scorecard::{Totals, shown_index};
use crate::core::target_set::TargetId;
use crate::core::text::Text;
use crate::view::hooks::{use_part, use_words};
use crate::view::numbers::{percent, points, short_points};
use crate::view::words::{Key, Words};

/// Properties of [`AreaSection`].
#[derive(Properties, PartialEq)]
pub struct AreaSectionProps {
    /// Its place in the set.
    pub area: usize,
    /// The criteria shown, by their place in the area, and the targets shown of each.
    pub criteria: Vec<(usize, Vec<TargetId>)>,
}

/// What of an area is drawn here.
#[derive(Clone, PartialEq)]
struct Part {
    id: String,
    name: Text,
    totals: Totals,
    index: Option<crate::core::exact::Rounded>,
    criteria: Vec<(String, Text)>,
}

/// An area of the set.
#[component]
pub fn AreaSection(props: &AreaSectionProps) -> Html {
    let words = use_words();
    let place = props.area;
    let part = use_part(move |state| {
        let area = state.loaded.set.areas.get(place)?;
        let totals = state.card.areas.iter().find(|score| score.id == area.id)?.totals;
        Some(Part {
            id: area.id.clone(),
            name: area.name.clone(),
            totals,
            index: totals.index().map(|index| shown_index(&state.loaded.set, index)),
            criteria: area
                .criteria
                .iter()
                .map(|criterion| (criterion.id.clone(), criterion.name.clone()))
                .collect(),
        })
    })
    .flatten();
    let Some(part) = part else { return html! { <section class="area"/> } };
    let title = ["area-", &part.id].concat();
    html! {
        <section class="area" aria-labelledby={title.clone()}>
            <header class="area__head">
                <h2 id={title}>{ words.of(&part.name).to_owned() }</h2>
                <p class="area__sum">{ sum(&part, words) }</p>
            </header>
            for (place, targets) in &props.criteria {
                { criterion(part.criteria.get(*place), targets, words) }
            }
        </section>
    }
}

/// "19,565/20 điểm · 97,825%".
fn sum(part: &Part, words: Words) -> Html {
    let index =
        part.index.as_ref().map(|index| [" · ", &percent(index, words.0)].concat()).unwrap_or_default();
    html! {
        <>
            <b>{ points(part.totals.points, words.0) }</b>
            { "/" }{ short_points(part.totals.max, words.0) }{ " " }{ words.get(Key::Points) }{ index }
        </>
    }
}

fn criterion(criterion: Option<&(String, Text)>, targets: &[TargetId], words: Words) -> Html {
    let Some((id, name)) = criterion else { return Html::default() };
    let title = ["criterion-", id].concat();
    // A criterion of one target says nothing that its row does not; it is there for those who go by headings.
    let class = if targets.len() > 1 { "criterion__head" } else { "vh" };
    html! {
        <section class="criterion" key={id.as_str()} aria-labelledby={title.clone()}>
            <h3 {class} id={title}>{ id }{ " · " }{ words.of(name).to_owned() }</h3>
            for target in targets {
                <Row key={target.to_string()} target={target.clone()}/>
            }
        </section>
    }
}
