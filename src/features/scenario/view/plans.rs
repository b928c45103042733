//! Plans kept by name: kept, put side by side, made the work to do.

use std::rc::Rc;

use yew::prelude::*;

use crate::features::scenario::event::ScenarioEvent;
use crate::features::scenario::plans::{
    MOST_COMPARED, MOST_NAME, MOST_PLANS, PlanColumn, PlanNotice, Refusal as PlanRefusal,
};
use crate::features::scenario::view::{button, named};
use crate::shell::page::Page;
use crate::shell::state::State;
use crate::shell::view::{PtrEq, View, ViewContext};
use crate::ui::focus::{is_checked, is_input_method, value};
use i18n::numbers::{number, percent, points};
use i18n::sentences::moved_figure;
use i18n::{Key, Words, sentences};
use scoring::assessment::KeptPlan;
use scoring::figures::{FigureKind, read};
use scoring::invisible_chars::show_invisible;
use scoring::loaded_set::LoadedSet;
use scoring::scorecard::{Scorecard, TargetScore, shown_index};
use scoring::target_set::TargetSet;

/// The kept plans.
#[derive(PartialEq, Eq)]
pub struct Plans {
    kept: Vec<KeptPlan>,
    compared: Vec<usize>,
    columns: Rc<Vec<PlanColumn>>,
    /// What the document scores, while plans are compared with it.
    real: Option<PtrEq<Scorecard>>,
    name: String,
    refusal: Option<PlanRefusal>,
    said: Option<PlanNotice>,
    loaded: Rc<LoadedSet>,
}

impl View for Plans {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        let scenario = state.scenario.as_ref();
        let columns = scenario.map(|scenario| Rc::clone(&scenario.columns)).unwrap_or_default();
        Self {
            kept: state.document.assessment().plans.clone(),
            compared: scenario.map(|scenario| scenario.compared.clone()).unwrap_or_default(),
            real: (!columns.is_empty()).then(|| PtrEq(Rc::clone(state.document.card()))),
            columns,
            name: scenario.map(|scenario| scenario.name.clone()).unwrap_or_default(),
            refusal: scenario.and_then(|scenario| scenario.refusal.clone()),
            said: scenario.and_then(|scenario| scenario.said.clone()),
            loaded: Rc::clone(state.document.loaded()),
        }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        let typed = ctx.on(|event: &InputEvent| Some(ScenarioEvent::NameTyped(value(event))));
        let entered = ctx.on(|event: &KeyboardEvent| {
            (event.key() == "Enter" && !is_input_method(event)).then_some(ScenarioEvent::PlanKept)
        });
        html! {
            <section class="plans" aria-labelledby="plans-title">
                <h2 id="plans-title">{ words.get(Key::PlansTitle) }</h2>
                <p class="field__help">{ words.get(Key::PlansHelp) }</p>
                <div class="plans__form" hidden={ctx.read_only}>
                    <div class="field">
                        <label class="field__label" for="plan-name">{ words.get(Key::PlanName) }</label>
                        <input class="input" id="plan-name" name="plan-name" type="text" autocomplete="off" maxlength={MOST_NAME.to_string()} value={self.name.clone()}
                            aria-invalid={self.refusal.is_some().then_some("true")} aria-describedby="plan-refusal" oninput={typed} onkeydown={entered}/>
                    </div>
                    { button("button", "keep-plan", html! { { words.get(Key::PlanKeep) } }, ScenarioEvent::PlanKept, ctx) }
                </div>
                <div id="plan-refusal" class="ask__unclear" role="status">
                    if let Some(refusal) = &self.refusal {
                        <p data-problem="">{ why(refusal, self.kept.len(), words) }</p>
                    }
                </div>
                <div class="plans__said" role="status">
                    if let Some(said) = &self.said {
                        { told(said, words) }
                    }
                </div>
                <div class="plans__list">
                    if self.kept.is_empty() {
                        <p>{ words.get(Key::PlansNone) }</p>
                    } else {
                        <ul>
                            for (place, plan) in self.kept.iter().enumerate().take(MOST_PLANS) {
                                { self.entry(place, plan, ctx) }
                            }
                        </ul>
                    }
                </div>
                <div class="plans__compared">
                    if let Some(PtrEq(real)) = &self.real {
                        { table(&self.columns, real, &self.loaded.set, words) }
                    }
                </div>
            </section>
        }
    }
}

impl Plans {
    fn entry(&self, place: usize, plan: &KeptPlan, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        let name = plan_name(&plan.name);
        let on = self.compared.contains(&place);
        let full = self.compared.len() >= MOST_COMPARED;
        let compare =
            ctx.on(move |event: &Event| Some(ScenarioEvent::PlanCompared(place, is_checked(event))));
        let of = |seen: Key, heard: Key| named(words.get(seen), words.fill(heard, &[("name", &name)]));
        let moves = words.fill(Key::PlanMoves, &[("n", &plan.figures.len().to_string())]);
        let wanted = read(&plan.wanted, FigureKind::Percent).ok().flatten().map(|wanted| {
            let wanted = number(&wanted.exact().to_string(), words.0) + "%";
            [" · ", &words.fill(Key::PlanWanted, &[("n", &wanted)])].concat()
        });
        html! {
            <li class="plans__plan" key={place} data-kept={place.to_string()}>
                <label class="choice">
                    <input type="checkbox" name="compare" value={place.to_string()} checked={on} disabled={!on && full}
                        aria-label={words.fill(Key::PlanCompareOf, &[("name", &name)])} onchange={compare}/>
                    { " " }{ words.get(Key::PlanCompare) }
                </label>
                <p class="plans__name"><b>{ name.clone() }</b><span>{ [moves, wanted.unwrap_or_default()].concat() }</span></p>
                <div class="plans__actions">
                    { button("button", "load-plan", of(Key::PlanLoad, Key::PlanLoadOf), ScenarioEvent::PlanLoaded(place), ctx) }
                    if !ctx.read_only {
                        { button("button", "take-plan", of(Key::PlanTake, Key::PlanTakeOf), ScenarioEvent::PlanTaken(place), ctx) }
                        { button("button", "remove-plan", of(Key::PlanRemove, Key::PlanRemoveOf), ScenarioEvent::PlanRemoved(place), ctx) }
                    }
                </div>
            </li>
        }
    }
}

/// A name as it can be shown: files may hold one of any length, with any characters.
fn plan_name(name: &str) -> String {
    show_invisible(&name.chars().take(MOST_NAME).collect::<String>())
}

fn why(refusal: &PlanRefusal, kept: usize, words: Words) -> String {
    match refusal {
        PlanRefusal::NoName => words.get(Key::PlanNoName).to_owned(),
        PlanRefusal::LongName => words.fill(Key::PlanLongName, &[("n", &MOST_NAME.to_string())]),
        PlanRefusal::NameTaken => words.get(Key::PlanNameTaken).to_owned(),
        PlanRefusal::NothingMoved => words.get(Key::PlanNothing).to_owned(),
        PlanRefusal::NotUnderstood(id) => words.fill(Key::PlanUnclear, &[("id", id)]),
        PlanRefusal::TooMany => words.fill(Key::PlanTooMany, &[("n", &kept.to_string())]),
    }
}

fn told(said: &PlanNotice, words: Words) -> Html {
    let of =
        |key, name: &str| html! { <p data-said="">{ words.fill(key, &[("name", &plan_name(name))]) }</p> };
    match said {
        // Said where the answer is.
        PlanNotice::Applied => Html::default(),
        PlanNotice::Kept(name) => of(Key::PlanSaidKept, name),
        PlanNotice::Loaded(name) => of(Key::PlanSaidLoaded, name),
        PlanNotice::Removed(name) => of(Key::PlanSaidRemoved, name),
        PlanNotice::Taken(name) => html! {
            <p data-said="">
                { words.fill(Key::PlanSaidTaken, &[("name", &plan_name(name))]) }{ " " }
                <a href={["#", Page::Results.path()].concat()}>{ words.get(Key::PageResults) }</a>{ "." }
            </p>
        },
    }
}

/// The plans beside each other and the real form, a row a target that any of them moves.
fn table(columns: &[PlanColumn], real: &Scorecard, set: &TargetSet, words: Words) -> Html {
    let moved =
        |score: &&Rc<TargetScore>| columns.iter().any(|column| column.targets.contains(&score.target.id));
    let index = |card: &Scorecard| {
        let index = card.totals.index().map(|index| shown_index(set, index));
        let shown = index.as_ref().map_or_else(|| "–".to_owned(), |index| percent(index, words.0));
        (shown, index.map(|index| index.to_string()).unwrap_or_default())
    };
    html! {
        <div class="plans__scroll" tabindex="0" role="region" aria-label={words.get(Key::CompareCaption)}>
            <table class="table plans__table">
                <caption>{ words.get(Key::CompareCaption) }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ words.get(Key::CompareTarget) }</th>
                        <th scope="col">{ words.get(Key::ScenarioReal) }</th>
                        for column in columns {
                            <th scope="col" key={column.place}>{ plan_name(&column.name) }</th>
                        }
                    </tr>
                </thead>
                <tbody>
                    for score in real.targets().filter(moved) {
                        <tr key={score.target.id.to_string()} data-compared={score.target.id.to_string()}>
                            <th scope="row"><span class="row__id">{ score.target.id.to_string() }</span>{ " " }{ words.of(&score.target.name).to_owned() }</th>
                            { cell(score, false, words) }
                            for column in columns {
                                { column.card.target(&score.target.id).map_or_else(Html::default, |then| cell(then, then.outcome != score.outcome, words)) }
                            }
                        </tr>
                    }
                </tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{ words.get(Key::CompareIndex) }</th>
                        <td><b>{ index(real).0 }</b></td>
                        for column in columns {
                            <td key={column.place}><b data-out="kept-index" data-value={index(&column.card).1}>{ index(&column.card).0 }</b></td>
                        }
                    </tr>
                    <tr>
                        <th scope="row">{ words.get(Key::CompareCost) }</th>
                        <td>{ "–" }</td>
                        for column in columns {
                            <td key={column.place}>{ sentences::cost(column.cost, words) }</td>
                        }
                    </tr>
                </tfoot>
            </table>
        </div>
    }
}

/// A figure and what it earns.
fn cell(score: &TargetScore, changed: bool, words: Words) -> Html {
    let figure = moved_figure(score, words);
    let figure = if figure.is_empty() { sentences::state(score, words).to_owned() } else { figure };
    let earned =
        score.points().map(|earned| words.fill(Key::ComparePoints, &[("n", &points(earned, words.0))]));
    html! {
        <td class={changed.then_some("plans__changed")}>
            <span>{ figure }</span>{ " " }<small>{ earned.unwrap_or_default() }</small>
        </td>
    }
}
