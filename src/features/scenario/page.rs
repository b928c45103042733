//! Thử phương án: a copy of the figures to play with, and the reverse question.

use crate::features::scenario::view::ask::Ask;
use crate::features::scenario::view::bar::ScenarioBar;
use crate::features::scenario::view::plans::Plans;
use crate::features::scenario::view::tried_row::TriedRow;
use yew::prelude::*;

use crate::shell::state::State;
use crate::shell::view::{RowKey, View, ViewContext};
use i18n::Key;
use scoring::target_set::TargetId;
use scoring::text::Text;

/// The page: the areas with their targets, by id.
#[derive(PartialEq, Eq)]
pub struct ScenarioPage {
    document: String,
    areas: Vec<(Text, Vec<TargetId>)>,
}

impl View for ScenarioPage {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        let set = state.document.set();
        let Some(scenario) = &state.scenario else {
            return Self { document: String::new(), areas: Vec::new() };
        };
        let name = |id: &str| set.area(id).map(|area| area.name.clone());
        let areas = scenario.base.card().areas.iter().map(|area| {
            let ids = area.targets.iter().map(|score| score.target.id.clone()).collect();
            (name(&area.id).unwrap_or_default(), ids)
        });
        Self { document: scenario.base.assessment().document.id.clone(), areas: areas.collect() }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        let trial = |area: usize, place: usize, id: &TargetId| {
            ctx.keyed::<TriedRow>(id.to_string(), RowKey { id: id.clone(), hint: (area, place) })
        };
        html! {
            <div class="scenario" key={self.document.clone()}>
                <div class="sheet sheet-width">
                    { ctx.view::<ScenarioBar>(()) }
                    <header class="scenario__head">
                        <h1>{ words.get(Key::PageScenario) }</h1>
                        <p>{ words.get(Key::ScenarioLead) }</p>
                    </header>
                    { ctx.view::<Ask>(()) }
                    <section class="scenario-targets" aria-labelledby="trials-title">
                        <h2 id="trials-title">{ words.get(Key::ScenarioTargets) }</h2>
                        <p class="scenario-targets__help">{ words.get(Key::ScenarioTargetsHelp) }</p>
                        for (place, (name, targets)) in self.areas.iter().enumerate() {
                            <section class="scenario-targets__area" key={place}>
                                <h3>{ words.of(name).to_owned() }</h3>
                                for (target, id) in targets.iter().enumerate() {
                                    { trial(place, target, id) }
                                }
                            </section>
                        }
                    </section>
                    { ctx.view::<Plans>(()) }
                </div>
            </div>
        }
    }
}
