//! What is tried on a copy, the reverse question, and the plans that are kept of it.

use crate::document::history::StepName;
use crate::features::scenario::event::ScenarioEvent;
use crate::features::scenario::plans::{MOST_COMPARED, PlanNotice};
use crate::features::scenario::state::{Scenario, SolvedQuestion};
use crate::shell::context::Context;
use crate::shell::edit::change;
use crate::shell::effect::Effect;
use crate::shell::page::Page;
use crate::shell::state::State;
use planning::{BUDGET, Outcome, solve};
use scoring::assessment::KeptPlan;
use scoring::points::Points;
use scoring::scorecard::score;
use scoring::target_set::TargetId;

/// Keeps the trial one on the open document: begun when its page is reached, dropped when another document is opened.
/// Where figures changed underneath, a trial that has moved nothing begins anew and any other is told to be behind.
pub(crate) fn sync(state: &mut State) {
    let of_open = |trial: &Scenario| trial.base.assessment().document.id == state.document.id();
    if !state.scenario.as_ref().is_some_and(of_open) {
        state.scenario = None;
    }
    // The show asks the reverse question as well.
    if state.frame.page != Page::Scenario && !state.presentation.asks_reverse_question() {
        return;
    }
    let State { scenario, document, .. } = state;
    match &mut *scenario {
        Some(trial) if trial.is_of(document.assessment()) => trial.stale = false,
        Some(trial) if trial.is_moved() => trial.stale = true,
        earlier => *scenario = Some(Scenario::begin(document.scored(), earlier.as_ref())),
    }
    if let Some(trial) = scenario {
        trial.sync_plans(document.scored());
    }
}

pub(crate) fn update(state: &mut State, event: ScenarioEvent, context: &Context) -> Vec<Effect> {
    match event {
        ScenarioEvent::PlanKept => kept(state, context),
        ScenarioEvent::PlanRemoved(place) => removed(state, place, context),
        ScenarioEvent::PlanTaken(place) => taken(state, place, context),
        ScenarioEvent::Restored(Some(id)) => {
            // What was pressed is gone with what it took back; the box beside it opens no keyboard on a phone.
            let beside = [&id, ".pin"].concat();
            tries(state, ScenarioEvent::Restored(Some(id)));
            vec![Effect::Focus(beside)]
        }
        tried @ (ScenarioEvent::FigureMoved(..)
        | ScenarioEvent::FigureTyped(..)
        | ScenarioEvent::PointsMoved(..)
        | ScenarioEvent::PointsStepped(..)
        | ScenarioEvent::PointsLeft(_)
        | ScenarioEvent::PinSet(..)
        | ScenarioEvent::WeightTyped(..)
        | ScenarioEvent::Restored(_)
        | ScenarioEvent::BegunAnew
        | ScenarioEvent::WantedTyped(_)
        | ScenarioEvent::WantedPicked(_)
        | ScenarioEvent::AimChosen(_)
        | ScenarioEvent::Solved
        | ScenarioEvent::PlanApplied
        | ScenarioEvent::NameTyped(_)
        | ScenarioEvent::PlanCompared(..)
        | ScenarioEvent::PlanLoaded(_)) => {
            tries(state, tried);
            Vec::new()
        }
    }
}

/// What changes nothing but the trial.
fn tries(state: &mut State, event: ScenarioEvent) {
    let State { scenario: Some(trial), document, .. } = state else { return };
    let set = document.set();
    match event {
        ScenarioEvent::FigureMoved(id, position) => move_to(state, &id, position),
        ScenarioEvent::FigureTyped(id, field, text) => trial.set(&id, vec![(field, text)]),
        ScenarioEvent::PointsMoved(id, thousandths) => {
            let points = Points::from_thousandths(thousandths);
            let trajectory = trial.trial(&id).and_then(|trial| trial.trajectory.as_ref().ok());
            if let Some(position) = trajectory.and_then(|trajectory| trajectory.position_for(points)) {
                move_to(state, &id, position);
            }
            hold(state, &id, Some(points));
        }
        ScenarioEvent::PointsStepped(id, up) => {
            if let Some(position) = next_points(trial, &id, set.decimals.step(), up) {
                move_to(state, &id, position);
            }
        }
        ScenarioEvent::PointsLeft(id) => hold(state, &id, None),
        ScenarioEvent::PinSet(id, on) => trial.change(&id, |trial| trial.pinned = on),
        ScenarioEvent::WeightTyped(id, text) => {
            trial.change(&id, |trial| trial.weight = text);
            trial.compare(document.scored());
        }
        ScenarioEvent::Restored(Some(id)) => trial.restore(&id),
        ScenarioEvent::Restored(None) => trial.turn_to(&|_| Vec::new()),
        ScenarioEvent::BegunAnew => *trial = Scenario::begin(document.scored(), Some(trial)),
        ScenarioEvent::WantedTyped(text) => {
            trial.wanted = text;
            trial.unclear = None;
        }
        ScenarioEvent::WantedPicked(edge) => {
            trial.wanted = edge;
            ask(state);
        }
        ScenarioEvent::AimChosen(aim) => trial.aim = aim,
        ScenarioEvent::Solved => ask(state),
        ScenarioEvent::PlanApplied => apply(state),
        ScenarioEvent::NameTyped(text) => {
            trial.name = text;
            trial.refusal = None;
        }
        ScenarioEvent::PlanCompared(place, on) => {
            trial.compared.retain(|known| *known != place);
            if on && trial.compared.len() < MOST_COMPARED {
                let at = trial.compared.partition_point(|known| *known < place);
                trial.compared.insert(at, place);
            }
            trial.compare(document.scored());
        }
        ScenarioEvent::PlanLoaded(place) => {
            let Some(plan) = document.assessment().plans.get(place) else { return };
            let figures = |(field, text): (&String, &String)| (field.clone(), text.clone());
            trial.turn_to(&|id| plan.figures.get(id).into_iter().flatten().map(figures).collect());
            trial.applied.clone_from(&plan.wanted);
            trial.said = Some(PlanNotice::Loaded(plan.name.clone()));
        }
        ScenarioEvent::PlanKept | ScenarioEvent::PlanRemoved(_) | ScenarioEvent::PlanTaken(_) => {}
    }
}

/// Moves a target's figure to a position of its course; back where it was, it is the text that was typed.
fn move_to(state: &mut State, id: &TargetId, position: u128) {
    let State { scenario: Some(scenario), document: _, .. } = state else { return };
    let Some(trial) = scenario.trial(id) else { return };
    let Ok(trajectory) = &trial.trajectory else { return };
    let position = position.min(trajectory.last());
    if trial.position() == Some(position) {
        return;
    }
    if position == trajectory.now() && trial.real.why().is_some() {
        scenario.restore(id);
    } else {
        let figures = trajectory.figures_at(position);
        scenario.set(id, figures);
    }
}

/// Where the next points above those now begin, or the last position with fewer.
fn next_points(scenario: &Scenario, id: &TargetId, step: u32, up: bool) -> Option<u128> {
    let trial = scenario.trial(id)?;
    let trajectory = trial.trajectory.as_ref().ok()?;
    if up {
        return trajectory.position_for(trial.points() + Points::from_thousandths(step.into()));
    }
    let fewer = trajectory.position_for(trial.points())?.checked_sub(1)?;
    // The least that earns as much as that: work that adds nothing is not wanted.
    trajectory.position_for(trajectory.points_at(fewer))
}

/// Notes where the hand holds the slider of points; it stands where the points are once it is let go.
fn hold(state: &mut State, id: &TargetId, points: Option<Points>) {
    let Some(scenario) = &mut state.scenario else { return };
    if scenario.trial(id).is_some_and(|trial| trial.held != points) {
        scenario.change(id, |trial| trial.held = points);
    }
}

/// Asks the reverse question of the document's figures.
fn ask(state: &mut State) {
    let State { scenario: Some(scenario), document, .. } = state else { return };
    let question = match scenario.question() {
        Ok(question) => question,
        Err(unclear) => {
            scenario.unclear = Some(unclear);
            scenario.answer = None;
            return;
        }
    };
    let outcome = solve(document.set(), scenario.base.assessment(), scenario.base.card(), &question, BUDGET);
    let after = if let Outcome::Plan(plan) = &outcome {
        Some(plan.applied(scenario.base.assessment()))
    } else {
        None
    };
    let card = after.map(|after| score(document.set(), &after));
    scenario.unclear = None;
    let entered = scenario.base.assessment().answers.clone();
    scenario.answer = Some(SolvedQuestion { question, outcome, card, entered }.into());
}

/// Puts the answer into the sliders.
fn apply(state: &mut State) {
    let State { scenario: Some(scenario), document: _, .. } = state else { return };
    let Some(answer) = scenario.answer.clone() else { return };
    let Outcome::Plan(plan) = &answer.outcome else { return };
    scenario.turn_to(&|id| {
        let step = plan.steps.iter().find(|step| &*step.target == id);
        step.map(|step| step.figures.clone()).unwrap_or_default()
    });
    scenario.applied = answer.question.wanted.to_string();
    scenario.said = Some(PlanNotice::Applied);
}

/// Keeps the trial as a plan.
fn kept(state: &mut State, context: &Context) -> Vec<Effect> {
    let Some(scenario) = &mut state.scenario else { return Vec::new() };
    let plan = match scenario.plan(&(context.compose)(&scenario.name), &state.document.assessment().plans) {
        Ok(plan) => plan,
        Err(refusal) => {
            scenario.refusal = Some(refusal);
            return Vec::new();
        }
    };
    scenario.name.clear();
    scenario.refusal = None;
    said(state, PlanNotice::Kept(plan.name.clone()));
    change(state, StepName::PlanKept, context, |document| document.plans.push(plan))
}

fn removed(state: &mut State, place: usize, context: &Context) -> Vec<Effect> {
    let Some(plan) = plan_at(state, place) else { return Vec::new() };
    said(state, PlanNotice::Removed(plan.name));
    let mut effects = change(state, StepName::PlanRemoved, context, |document| {
        document.plans.remove(place);
    });
    // The next plan's button comes under the hand; after the last there is none.
    if place == state.document.assessment().plans.len() {
        let left = if place == 0 { "plan-name" } else { "compare" };
        effects.push(Effect::Focus(left.to_owned()));
    }
    effects
}

/// Makes a plan's figures the work to do: how far each of its targets is to go. Who does it and by when stays.
fn taken(state: &mut State, place: usize, context: &Context) -> Vec<Effect> {
    let Some(plan) = plan_at(state, place) else { return Vec::new() };
    said(state, PlanNotice::Taken(plan.name));
    change(state, StepName::PlanTaken, context, |document| {
        document.work.values_mut().for_each(|task| task.figures.clear());
        for (target, figures) in plan.figures {
            document.work.entry(target).or_default().figures = figures;
        }
        document.work.retain(|_, task| !task.is_blank());
    })
}

fn plan_at(state: &State, place: usize) -> Option<KeptPlan> {
    state.document.assessment().plans.get(place).cloned()
}

fn said(state: &mut State, said: PlanNotice) {
    if let Some(scenario) = &mut state.scenario {
        scenario.said = Some(said);
    }
}
