//! The goals of one target: in a sentence where they are the same everywhere, else as a table of levels and years.

use yew::prelude::*;

use crate::document::view::blocks::{head, row_head, table};
use i18n::sentences::goal;
use i18n::{Key, Words};
use scoring::target_set::{GoalValues, Level, Target, TargetSet};

/// What a target asks for, of whom and when.
pub fn goals(target: &Target, set: &TargetSet, words: Words) -> Html {
    let asked = |level: &str, year| goal(target, target.goal_in_force(level, year), words);
    let first = set.years.first().copied().unwrap_or_default();
    let years = match target.goal.as_ref().map(|goal| &goal.values) {
        None => return html! { { goal(target, None, words) } },
        Some(GoalValues::One(_)) => {
            let everywhere = target.levels.first().map(|level| asked(level, first)).unwrap_or_default();
            return html! { { words.fill(Key::ReferenceEverywhere, &[("goal", &everywhere)]) } };
        }
        Some(GoalValues::ByLevel(_)) => vec![(first, words.get(Key::ReferenceEveryYear).to_owned())],
        Some(GoalValues::ByLevelYear(_)) => set.years.iter().map(|year| (*year, year.to_string())).collect(),
    };
    let heads = std::iter::once(words.get(Key::HeadingLevel).to_owned());
    let heads = heads.chain(years.iter().map(|(_, name)| name.clone())).map(|name| head(name, false));
    let row = |level: &Level| {
        let cell = |(year, _): &(u16, String)| html! { <td>{ asked(&level.id, *year) }</td> };
        html! { <tr>{ row_head(words.of(&level.name).to_owned().into()) }{ years.iter().map(cell).collect::<Html>() }</tr> }
    };
    let rows = set.levels.iter().filter(|level| target.claims(&level.id)).map(row);
    table("goals-of", words.of(&target.name), heads.collect(), rows.collect(), Html::default())
}
