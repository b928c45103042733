//! The reverse question, "muốn đạt … thì cần gì?", and its answer as work in counts.

use std::rc::Rc;

use yew::prelude::*;

use crate::features::scenario::event::ScenarioEvent;
use crate::features::scenario::plans::PlanNotice;
use crate::features::scenario::state::{QuestionError, SolvedQuestion};
use crate::features::scenario::view::button;
use crate::shell::state::State;
use crate::shell::view::{PtrEq, View, ViewContext};
use crate::ui::focus::is_input_method;
use crate::ui::focus::value;
use i18n::numbers::{number, percent, points};
use i18n::{Key, Words, sentences};
use planning::{Aim, Outcome, Plan, Proof, Step, Unreachable};
use scoring::exact::Exact;
use scoring::scorecard::{Scorecard, shown_index};
use scoring::target_set::Band;

/// The reverse question.
#[derive(PartialEq, Eq)]
pub struct Ask {
    wanted: String,
    aim: Aim,
    /// The bands above the index, the nearest first.
    picks: Vec<Band>,
    unclear: Option<QuestionError>,
    answer: Option<Rc<SolvedQuestion>>,
    outdated: bool,
    /// The index that is answered, and the one that there is, for people and programs.
    shown: Option<Shown>,
    real: Option<PtrEq<Scorecard>>,
    applied: bool,
}

/// Indexes as the set shows them.
#[derive(PartialEq, Eq)]
struct Shown {
    now: String,
    then: String,
    plain: String,
}

impl View for Ask {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        let set = state.document.set();
        let scenario = state.scenario.as_ref();
        let now = scenario.and_then(|scenario| scenario.base.card().totals.index()).unwrap_or(Exact::ZERO);
        let above = |band: &&Band| band.from.exact() > now;
        let answer = scenario.and_then(|scenario| scenario.answer.clone());
        let shown = answer.as_ref().map(|answer| {
            let then = match &answer.outcome {
                Outcome::Already => now,
                Outcome::Plan(plan) => plan.index,
                Outcome::Unreachable(unreachable) => unreachable.best,
            };
            let (now, then) = (shown_index(set, now), shown_index(set, then));
            let said = |index| percent(index, state.frame.language);
            Shown { now: said(&now), then: said(&then), plain: then.to_string() }
        });
        let asked = scenario.and_then(|scenario| scenario.question().ok());
        Self {
            wanted: scenario.map(|scenario| scenario.wanted.clone()).unwrap_or_default(),
            aim: scenario.map(|scenario| scenario.aim).unwrap_or_default(),
            picks: set.bands.iter().rev().filter(above).cloned().collect(),
            unclear: scenario.and_then(|scenario| scenario.unclear.clone()),
            outdated: answer.as_ref().is_some_and(|answer| Some(&answer.question) != asked.as_ref()),
            real: answer.as_ref().and(scenario).map(|scenario| PtrEq(Rc::clone(scenario.base.card()))),
            answer,
            shown,
            applied: scenario.is_some_and(|scenario| scenario.said == Some(PlanNotice::Applied)),
        }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        let typed = ctx.on(|event: &InputEvent| Some(ScenarioEvent::WantedTyped(value(event))));
        let entered = ctx.on(|event: &KeyboardEvent| {
            (event.key() == "Enter" && !is_input_method(event)).then_some(ScenarioEvent::Solved)
        });
        let wrong = matches!(self.unclear, Some(QuestionError::Blank | QuestionError::Wanted));
        let aim = |aim: Aim, word: &'static str, key: Key| {
            html! {
                <label class="choice">
                    <input type="radio" name="aim" value={word} checked={self.aim == aim}
                        onchange={ctx.always::<Event>(ScenarioEvent::AimChosen(aim))}/>
                    { " " }{ words.get(key) }
                </label>
            }
        };
        html! {
            <section class="ask" aria-labelledby="ask-title">
                <h2 id="ask-title">{ words.get(Key::AskTitle) }</h2>
                <div class="ask__form">
                    <div class="field">
                        <label class="field__label" for="wanted-index">{ words.get(Key::AskWanted) }</label>
                        <input class="input" id="wanted-index" name="wanted-index" type="text" inputmode="decimal" autocomplete="off" value={self.wanted.clone()}
                            aria-invalid={wrong.then_some("true")} aria-describedby="ask-unclear" oninput={typed} onkeydown={entered}/>
                    </div>
                    <div class="ask__picks">
                        if !self.picks.is_empty() {
                            <span class="field__label">{ words.get(Key::AskPicks) }</span>
                            <span class="choices">
                                for band in &self.picks {
                                    { pick(band, ctx) }
                                }
                            </span>
                        }
                    </div>
                    <fieldset class="ask__aim" aria-labelledby="aim-title">
                        <span class="field__label" id="aim-title">{ words.get(Key::AskAim) }</span>
                        <span class="choices">
                            { aim(Aim::LeastCost, "cost", Key::AskLeast) }
                            { aim(Aim::FewestTargets, "targets", Key::AskFewest) }
                        </span>
                    </fieldset>
                    { button("button button--primary ask__solve", "solve", html! { { words.get(Key::AskSolve) } }, ScenarioEvent::Solved, ctx) }
                </div>
                <div id="ask-unclear" class="ask__unclear" role="status">
                    if let Some(unclear) = &self.unclear {
                        <p data-problem="">{ sentence(unclear, words) }</p>
                    }
                </div>
                <div class="ask__answer">
                    if let (Some(answer), Some(PtrEq(real)), Some(shown)) = (&self.answer, &self.real, &self.shown) {
                        { self.answer(answer, real, shown, ctx) }
                    }
                </div>
                <p class="field__help">{ words.get(Key::AskHelp) }</p>
            </section>
        }
    }
}

fn pick(band: &Band, ctx: &ViewContext) -> Html {
    let edge = number(&band.from.to_string(), ctx.words.0);
    let word = ctx.words.fill(Key::AskPick, &[("name", ctx.words.of(&band.name)), ("n", &edge)]);
    button("button", "pick-band", html! { { word } }, ScenarioEvent::WantedPicked(edge), ctx)
}

fn sentence(unclear: &QuestionError, words: Words) -> String {
    match unclear {
        QuestionError::Blank => words.get(Key::AskBlank).to_owned(),
        QuestionError::Wanted => words.get(Key::AskUnclear).to_owned(),
        QuestionError::Weight(id) => words.fill(Key::AskWeightUnclear, &[("id", id)]),
    }
}

/// "85%", as it was asked.
fn wanted(answer: &SolvedQuestion, words: Words) -> String {
    number(&answer.question.wanted.to_string(), words.0) + "%"
}

impl Ask {
    fn answer(&self, answer: &SolvedQuestion, real: &Scorecard, shown: &Shown, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        let wanted = wanted(answer, words);
        html! {
            <>
                if self.outdated {
                    <p class="warning" role="status">{ words.get(Key::AskOutdated) }</p>
                }
                {match &answer.outcome {
                    Outcome::Already => html! {
                        <p role="status" data-answer="already">{ words.fill(Key::AskAlready, &[("wanted", &wanted), ("index", &shown.now)]) }</p>
                    },
                    Outcome::Plan(plan) => self.plan(plan, answer, real, shown, ctx),
                    Outcome::Unreachable(unreachable) => held_back(unreachable, &wanted, shown, words),
                }}
            </>
        }
    }

    fn plan(
        &self,
        plan: &Plan,
        answer: &SolvedQuestion,
        real: &Scorecard,
        shown: &Shown,
        ctx: &ViewContext,
    ) -> Html {
        let words = ctx.words;
        let count = plan.steps.len().to_string();
        let found = words.fill(Key::AskFound, &[("wanted", &wanted(answer, words)), ("n", &count)]);
        let cost = words.fill(Key::AskCost, &[("n", &sentences::cost(plan.cost, words))]);
        let proof = match (plan.proof, answer.question.aim) {
            (Proof::Least, Aim::LeastCost) => words.get(Key::AskProven).to_owned(),
            (Proof::Least, Aim::FewestTargets) => words.get(Key::AskProvenFewest).to_owned(),
            (Proof::AtLeast(bound), _) => words.fill(Key::AskBound, &[("n", &sentences::cost(bound, words))]),
        };
        html! {
            <div class="plan" data-answer="plan">
                <p class="plan__found" role="status">
                    { found }{ " " }
                    <b class="plan__index" data-out="plan-index" data-value={shown.plain.clone()}>{ shown.then.clone() }</b>
                </p>
                <ol class="plan__steps">
                    for item in &plan.steps {
                        { step(item, answer, real, words) }
                    }
                </ol>
                <p class="plan__cost"><b data-out="plan-cost" data-value={plan.cost.to_decimals(3).to_string()}>{ cost }</b>{ " " }{ proof }</p>
                { button("button button--primary", "apply-plan", html! { { words.get(Key::AskApply) } }, ScenarioEvent::PlanApplied, ctx) }
                <div class="plan__said" role="status">
                    if self.applied {
                        <p>{ words.get(Key::PlanSaidApplied) }</p>
                    }
                </div>
            </div>
        }
    }
}

/// One target's work: what, why, and what it adds.
fn step(step: &Step, answer: &SolvedQuestion, real: &Scorecard, words: Words) -> Html {
    let after = answer.card.as_ref().and_then(|card| card.target(&step.target));
    let (Some(before), Some(after)) = (real.target(&step.target), after) else { return Html::default() };
    let entered = answer.entered.get(&*step.target).map(Rc::as_ref);
    let gain = words.fill(Key::DoGain, &[("n", &points(step.gain, words.0))]);
    html! {
        <li class="plan__step" data-plan={step.target.to_string()} data-value={sentences::plain_figure(after)}>
            <p class="plan__target"><span class="row__id">{ step.target.to_string() }</span>{ " " }{ words.of(&after.target.name).to_owned() }</p>
            <p class="plan__work"><b>{ sentences::work(before, after, entered, &step.figures, words) }</b></p>
            <p class="plan__why">{ sentences::work_why(after, words) }</p>
            <p class="plan__gain" data-out="plan-gain" data-value={step.gain.to_string()}>{ gain }</p>
        </li>
    }
}

fn held_back(unreachable: &Unreachable, wanted: &str, shown: &Shown, words: Words) -> Html {
    let missing = points(unreachable.missing, words.0);
    let facts = [("wanted", wanted), ("best", &shown.then), ("points", &missing)];
    html! {
        <div class="plan" data-answer="unreachable">
            <p role="status">{ words.fill(Key::AskUnreachable, &facts) }
                <span class="vh" data-out="plan-best" data-value={shown.plain.clone()}/></p>
            if !unreachable.held.is_empty() {
                <p>{ words.get(Key::AskHeldTitle) }</p>
                <ul class="plan__held">
                    for held in &unreachable.held {
                        <li key={held.target.to_string()} data-held={held.target.to_string()}>
                            { words.fill(Key::AskHeld, &[("id", &held.target), ("points", &points(held.points, words.0)), ("why", sentences::held(held.by, words))]) }
                        </li>
                    }
                </ul>
            }
        </div>
    }
}
