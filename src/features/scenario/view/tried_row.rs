//! A target on trial: its figure and its points, linked; whether it is pinned and what its work costs.

use scoring::measured::Measured;
use std::rc::Rc;

use yew::prelude::*;

use crate::features::scenario::event::ScenarioEvent;
use crate::features::scenario::tried_target::TriedTarget as Facts;
use crate::features::scenario::view::slider::{figure_slider, points_slider};
use crate::features::scenario::view::{button, named};
use crate::shell::page::Page;
use crate::shell::state::State;
use crate::shell::view::{PtrEq, RowKey, View, ViewContext};
use crate::ui::focus::{is_checked, value};
use i18n::numbers::{number, points, short_points};
use i18n::sentences::moved_figure;
use i18n::{Key, Words, sentences};
use planning::{Pinned, Trajectory};
use scoring::points::Points;
use scoring::target_set::{Field, Input, Measure, TargetId};

/// The row of a target on trial.
#[derive(PartialEq, Eq)]
pub struct TriedRow {
    trial: Option<PtrEq<Facts>>,
    step: u32,
}

impl View for TriedRow {
    type Key = RowKey;

    fn read(state: &State, RowKey { id, hint: (area, place) }: &RowKey) -> Self {
        let scenario = state.scenario.as_ref();
        let hint = scenario.and_then(|scenario| scenario.trials.get(*area)?.get(*place));
        let found = hint.filter(|trial| trial.id() == id).or_else(|| scenario.and_then(|it| it.trial(id)));
        Self { trial: found.map(|trial| PtrEq(Rc::clone(trial))), step: state.document.set().decimals.step() }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let Some(PtrEq(trial)) = &self.trial else { return html! { <article class="scenario-target"/> } };
        let words = ctx.words;
        let (id, target) = (trial.id(), &trial.real.target);
        let name = [id, "-trial"].concat();
        let goal = sentences::goal(target, trial.real.goal, words);
        html! {
            <article class={classes!("scenario-target", trial.is_moved().then_some("scenario-target--moved"))} data-trial={id.to_string()} aria-labelledby={name.clone()}>
                <h4 class="scenario-target__name" id={name}><span class="row__id">{ id.to_string() }</span>{ " " }{ words.of(&target.name).to_owned() }</h4>
                <p class="scenario-target__goal">{ goal }</p>
                <div class="scenario-target__figure">{ self.figure(trial, ctx) }</div>
                <div class="scenario-target__points">{ self.points(trial, ctx) }</div>
                <div class="scenario-target__options">
                    if trial.trajectory.is_ok() {
                        { options(trial, ctx) }
                    }
                </div>
                <div class="scenario-target__restore">
                    if trial.is_moved() {
                        { button("link", "restore", named(words.get(Key::ScenarioRestore), words.fill(Key::ScenarioRestoreOf, &[("id", id)])),
                            ScenarioEvent::Restored(Some(id.clone())), ctx) }
                    }
                </div>
            </article>
        }
    }
}

impl TriedRow {
    fn figure(&self, trial: &Facts, ctx: &ViewContext) -> Html {
        match &trial.trajectory {
            Ok(trajectory) => moving(trial, trajectory, ctx),
            Err(why) => fixed(trial, *why, ctx.words),
        }
    }

    fn points(&self, trial: &Facts, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        let earned = trial.score.points();
        let shown = earned.map_or_else(|| "–".to_owned(), |earned| points(earned, words.0));
        html! {
            <>
                <p class="scenario-target__earned">
                    <span class="vh">{ words.get(Key::PointsTitle) }{ " " }</span>
                    <b data-out="points" data-value={earned.map(|points| points.to_string()).unwrap_or_default()}>{ shown }</b>
                    { ["/", &short_points(trial.real.target.max_points, words.0)].concat() }
                    <span class="scenario-target__gain">{ gain(trial, words) }</span>
                </p>
                if let Ok(trajectory) = &trial.trajectory {
                    { points_slider(trial, trajectory, self.step, ctx) }
                }
            </>
        }
    }
}

/// "+1,230"; blank where the points are the document's.
fn gain(trial: &Facts, words: Words) -> String {
    let gain = trial.points() - trial.real.points().unwrap_or_default();
    let sign = if gain > Points::ZERO { "+" } else { "" };
    if gain == Points::ZERO { String::new() } else { [sign, &points(gain, words.0)].concat() }
}

/// What moves: a figure with its slider, or the cases of a list.
fn moving(trial: &Facts, trajectory: &Trajectory, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let measure = &trial.real.target.measure;
    let fields = measure.fields();
    let moving = trajectory.figures_at(trajectory.last());
    let moves = |field: &&Field<'_>| moving.iter().any(|(name, _)| name == field.name);
    let listed =
        matches!(measure, Measure::YesNo { .. } | Measure::Checklist { .. } | Measure::Choice { .. });
    html! {
        <>
            for field in fields.iter().filter(|field| listed || moves(field)) {
                { one(field, trial, trajectory, ctx) }
            }
            <p class="scenario-target__value">{ real(trial, words) }</p>
            <div class="scenario-target__problem" aria-live="polite">
                if let Some(problem) = trial.score.problem() {
                    <p>{ sentences::problem(problem, &trial.real.target, &trial.answer, words) }</p>
                }
            </div>
        </>
    }
}

fn one(field: &Field<'_>, trial: &Facts, trajectory: &Trajectory, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let measure = &trial.real.target.measure;
    let label = sentences::label(field, measure, words);
    let text = trial.answer.figure(field.name);
    match field.input {
        Input::Figure(_) => {
            let id = [trial.id(), ".try"].concat();
            let of = whole(trial, words);
            let wrong = trial.score.problem().is_some();
            html! {
                <div class="scenario-target__typed">
                    <label class="field__label" for={id.clone()}>{ label.to_owned() }</label>
                    <span class="scenario-target__figures">
                        <input class="input" id={id.clone()} name={id} type="text" inputmode="numeric" autocomplete="off" value={text.to_owned()}
                            aria-invalid={wrong.then_some("true")} oninput={typed(ctx, trial.id(), field.name)}/>
                        <span class="scenario-target__of">{ of }</span>
                        <span class="scenario-target__percent" data-out="value" data-value={trial.score.value().unwrap_or_default()}>{ sentences::value(&trial.score, words) }</span>
                    </span>
                    { figure_slider(trial, trajectory, label, ctx) }
                </div>
            }
        }
        Input::YesNo => {
            let cases = [("yes", words.get(Key::Yes).to_owned()), ("no", words.get(Key::No).to_owned())];
            radios(field, label, text, &cases, trial.id(), ctx)
        }
        Input::Option(options) => {
            let cases: Vec<_> = options
                .iter()
                .map(|option| (option.id.as_str(), words.of(&option.name).to_owned()))
                .collect();
            radios(field, label, text, &cases, trial.id(), ctx)
        }
    }
}

/// "/ 850", where the figure is a part of a whole.
fn whole(trial: &Facts, words: Words) -> String {
    match trial.score.why().map(|why| &why.measured) {
        Some(Measured::Ratio { total, excluded, .. }) => {
            let whole = number(&(total - excluded).to_string(), words.0);
            words.fill(Key::ScenarioOfTotal, &[("n", &whole)])
        }
        Some(
            Measured::Percent(_)
            | Measured::Count(_)
            | Measured::Rank(_)
            | Measured::YesNo(_)
            | Measured::Items { .. }
            | Measured::Choice { .. }
            | Measured::Given(_),
        )
        | None => String::new(),
    }
}

/// "thật: 410 (48,235%)".
fn real(trial: &Facts, words: Words) -> String {
    if trial.real.why().is_none() {
        return words.get(Key::ScenarioRealBlank).to_owned();
    }
    let figure = moved_figure(&trial.real, words);
    let both = if matches!(trial.real.target.measure, Measure::Ratio { .. }) {
        [&figure, " (", &sentences::value(&trial.real, words), ")"].concat()
    } else {
        figure
    };
    words.fill(Key::ScenarioRealIs, &[("value", &both)])
}

fn radios(
    field: &Field<'_>,
    label: &str,
    chosen: &str,
    cases: &[(&str, String)],
    id: &TargetId,
    ctx: &ViewContext,
) -> Html {
    let name = [id, ".try.", field.name].concat();
    let title = [&name, "-label"].concat();
    let case = |(value, text): &(&str, String)| {
        let event = ScenarioEvent::FigureTyped(id.clone(), field.name.to_owned(), (*value).to_owned());
        html! {
            <label class="choice" key={*value}>
                <input type="radio" name={name.clone()} value={(*value).to_owned()} checked={*value == chosen}
                    onchange={ctx.always::<Event>(event)}/>
                { " " }{ text.clone() }
            </label>
        }
    };
    html! {
        <fieldset class="scenario-target__list" key={field.name} aria-labelledby={title.clone()}>
            <span class="field__label" id={title}>{ label.to_owned() }</span>
            <span class="choices">{ for cases.iter().map(case) }</span>
        </fieldset>
    }
}

fn typed(ctx: &ViewContext, id: &TargetId, field: &str) -> Callback<InputEvent> {
    let (id, field) = (id.clone(), field.to_owned());
    ctx.on(move |event: &InputEvent| {
        Some(ScenarioEvent::FigureTyped(id.clone(), field.clone(), value(event)))
    })
}

/// Why a figure can't be moved, and the way to where that can be changed.
fn fixed(trial: &Facts, why: Pinned, words: Words) -> Html {
    let id = trial.id();
    let shown = sentences::value(&trial.score, words);
    html! {
        <p class="scenario-target__fixed">
            if !shown.is_empty() {
                <b>{ shown }{ "." }</b>{ " " }
            }
            { sentences::pinned(why, words) }{ " " }
            <a href={Page::Entry.address_of(id)}>{ words.fill(Key::ScenarioOpenRow, &[("id", id)]) }</a>
        </p>
    }
}

fn options(trial: &Facts, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let (here, same) = (trial.id().clone(), trial.id().clone());
    let pin = ctx.on(move |event: &Event| Some(ScenarioEvent::PinSet(here.clone(), is_checked(event))));
    let weigh =
        ctx.on(move |event: &InputEvent| Some(ScenarioEvent::WeightTyped(same.clone(), value(event))));
    let weight = [trial.id(), ".weight"].concat();
    let of = |key| words.fill(key, &[("id", trial.id())]);
    html! {
        <>
            <label class="choice">
                <input type="checkbox" name={[trial.id(), ".pin"].concat()} checked={trial.pinned} aria-label={of(Key::ScenarioPinOf)} onchange={pin}/>
                { " " }{ words.get(Key::ScenarioPin) }
            </label>
            <label class="scenario-target__weight">
                <span>{ words.get(Key::ScenarioWeight) }</span>
                <input class="input" name={weight} type="text" inputmode="decimal" autocomplete="off" placeholder="1" value={trial.weight.clone()}
                    aria-label={of(Key::ScenarioWeightOf)} aria-invalid={trial.cost().is_none().then_some("true")} oninput={weigh}/>
            </label>
        </>
    }
}
