//! A target's row: goal, fields, what was understood, state, points, what is missing.

use std::rc::Rc;

use yew::prelude::*;

use super::detail::Detail;
use super::fields::Fields;
use crate::app::{Action, State};
use crate::core::advice::gap;
use crate::core::assessment::Answer;
use crate::core::reached::ProblemKind;
use crate::core::scorecard::{Outcome, TargetScore};
use crate::core::target_set::TargetId;
use crate::core::text::Text;
use crate::view::hooks::{Dispatch, use_dispatch, use_part, use_words};
use crate::view::icons::{Icon, icon};
use crate::view::numbers::{points, short_points};
use crate::view::sentences;
use crate::view::words::{Key, Words};

/// Properties of [`Row`].
#[derive(Properties, PartialEq)]
pub struct RowProps {
    /// The target.
    pub target: TargetId,
}

/// What of a target is drawn in its row.
#[derive(Clone, PartialEq)]
pub struct Part {
    /// Its score.
    pub score: Rc<TargetScore>,
    /// What was entered.
    pub answer: Option<Rc<Answer>>,
    /// Whether its details are open.
    pub open: bool,
    /// A total that could be taken over, and from where.
    pub offer: Option<(TargetId, String)>,
    /// The fields that the last paste filled.
    pub filled: Vec<String>,
    /// Name of the level.
    pub level: Option<Text>,
    /// The year.
    pub year: u16,
}

fn part(state: &State, id: &TargetId) -> Option<Part> {
    let score = state.card.target(id)?;
    let filled = state.filled.iter().filter(|(target, _)| target == id).map(|(_, field)| field.clone());
    Some(Part {
        score: Rc::clone(score),
        answer: state.answer(id).map(Rc::clone),
        open: state.details.contains(id),
        offer: state.offered_total(&score.target),
        filled: filled.collect(),
        level: state.loaded.set.level(&state.assessment.unit.level).map(|level| level.name.clone()),
        year: state.assessment.year,
    })
}

/// A target's row, with its details when they are open.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let words = use_words();
    let dispatch = use_dispatch();
    let id = props.target.clone();
    let found = use_part(move |state| part(state, &id)).flatten();
    let id = &props.target;
    let Some(part) = found else { return html! { <article class="row" data-target={id.to_string()}/> } };
    let name = [id, "-name"].concat();
    let detail = [id, "-detail"].concat();
    let leave = leave_on_escape(&dispatch, id, part.open);
    html! {
        <article class={classes!("row", look(&part.score).0)} data-target={id.to_string()} aria-labelledby={name.clone()}
            onkeydown={leave}>
            <div class="row__main">
                <h4 class="row__name" id={name}>
                    <span class="row__id">{ id.to_string() }</span>{ " " }{ words.of(&part.score.target.name).to_owned() }
                </h4>
                <p class="row__goal">{ goal(&part, words) }{ evidence_mark(&part.score, words) }</p>
                <Fields part={part.clone()}/>
                { state(&part.score, words) }
                <p class="row__value">
                    <span data-out="value" data-value={part.score.value().unwrap_or_default()}>
                        { sentences::value(&part.score, words) }
                    </span>
                </p>
                { earned(&part.score, words) }
                { message(&part, &dispatch, words) }
                <button type="button" class="button opener row__open" data-action="details" id={[id, "-open"].concat()}
                    aria-expanded={part.open.to_string()} aria-controls={detail.clone()} title={words.get(Key::Why)}
                    onclick={dispatch.always(Action::DetailsToggled(id.clone()))}>
                    { icon(Icon::Open) }
                    <span class="vh">{ words.fill(Key::WhyOf, &[("id", id)]) }</span>
                </button>
            </div>
            <div class="detail" id={detail} hidden={!part.open}>
                if part.open {
                    <Detail part={part.clone()}/>
                }
            </div>
        </article>
    }
}

/// Escape closes the details and goes back to the button that opened them.
fn leave_on_escape(dispatch: &Dispatch, id: &TargetId, open: bool) -> Callback<KeyboardEvent> {
    let id = id.clone();
    let opener = [&id, "-open"].concat();
    let dispatch = dispatch.clone();
    Callback::from(move |event: KeyboardEvent| {
        if open && event.key() == "Escape" && !event.is_composing() {
            event.stop_propagation();
            crate::view::focus::go_to(&event, &opener);
            dispatch.send(Action::DetailsToggled(id.clone()));
        }
    })
}

/// Class of the row, class and drawing of the mark.
const fn look(score: &TargetScore) -> (&'static str, &'static str, Icon) {
    match (&score.outcome, score.met()) {
        (Outcome::Empty, _) => ("row--empty", "mark--empty", Icon::Empty),
        (Outcome::NotApplicable, _) => ("row--na", "mark--quiet", Icon::NotApplicable),
        (Outcome::Invalid(_), _) => ("row--invalid", "mark--wrong", Icon::Wrong),
        (Outcome::Pending, _) => ("row--pending", "mark--quiet", Icon::Pending),
        (Outcome::Scored(_), Some(false)) => ("row--unmet", "mark--unmet", Icon::Unmet),
        (Outcome::Scored(_), _) => ("row--met", "mark--met", Icon::Met),
    }
}

/// "≥ 55%, cấp xã, 2023".
fn goal(part: &Part, words: Words) -> Html {
    let goal = sentences::goal(&part.score.target, part.score.goal, words);
    let level = part.level.as_ref().map(|level| sentences::within(words.of(level))).unwrap_or_default();
    html! { <b>{ format!("{goal}, {level}, {}", part.year) }</b> }
}

fn evidence_mark(score: &TargetScore, words: Words) -> Html {
    if !score.lacks_evidence() {
        return Html::default();
    }
    html! { <span class="mark mark--evidence">{ icon(Icon::Evidence) }{ words.get(Key::MissingEvidence) }</span> }
}

fn state(score: &TargetScore, words: Words) -> Html {
    let (_, mark, drawing) = look(score);
    html! {
        <p class="row__state">
            <span class={classes!("mark", mark)} data-out="state" data-value={score.outcome.word()}>
                { icon(drawing) }{ sentences::state(score, words) }
            </span>
        </p>
    }
}

/// "8,770/10"; a dash where nothing counts.
fn earned(score: &TargetScore, words: Words) -> Html {
    let earned = score.points();
    let shown = earned.map_or_else(|| "–".to_owned(), |earned| points(earned, words.0));
    let of = ["/", &short_points(score.target.max_points, words.0)].concat();
    html! {
        <p class="row__points">
            <b data-out="points" data-value={earned.map(|points| points.to_string()).unwrap_or_default()}>{ shown }</b>
            { if score.counts() { of } else { String::new() } }
            <span class="vh">{ " " }{ words.get(Key::Points) }</span>
        </p>
    }
}

/// One line under the figures: what is wrong, else what could be taken over, else what is missing.
fn message(part: &Part, dispatch: &Dispatch, words: Words) -> Html {
    let target = &part.score.target;
    let id = [&target.id, "-message"].concat();
    if let Some(problem) = part.score.problem() {
        let blank = Answer::default();
        let sentence = sentences::problem(problem, target, part.answer.as_deref().unwrap_or(&blank), words);
        let not_applicable = dispatch.always(Action::NotApplicableOffered(target.id.clone()));
        return html! {
            <p class="row__message row__message--error" {id}>
                <span>
                    { sentence }{ " " }
                    if problem.kind == ProblemKind::NothingArises {
                        <button type="button" class="link" data-action="mark-na" onclick={not_applicable}>
                            { words.get(Key::MarkNotApplicable) }
                        </button>
                    }
                </span>
            </p>
        };
    }
    let offered = part.offer.as_ref().map(|(from, total)| {
        let sentence = words.fill(Key::UseTotal, &[("n", total), ("id", from)]);
        let take = dispatch.always(Action::TotalTaken(target.id.clone()));
        html! { <button type="button" class="link" data-action="use-total" onclick={take}>{ sentence }</button> }
    });
    let (class, content) = match (&part.score.outcome, offered, gap(&part.score)) {
        (Outcome::Empty, Some(offered), _) => ("", offered),
        (Outcome::NotApplicable, ..) => {
            let reason =
                part.answer.as_ref().and_then(|answer| answer.not_applicable.clone()).unwrap_or_default();
            ("", html! { { words.fill(Key::ReasonIs, &[("reason", reason.trim())]) } })
        }
        (Outcome::Pending, ..) => ("", html! { { words.get(Key::PendingHint) } }),
        (Outcome::Empty, None, _) if target.rule.is_extra() => ("", html! { { words.get(Key::ExtraHint) } }),
        (_, _, Some(gap)) => ("row__message--gap", html! { { sentences::gap(gap, target, words) } }),
        _ => ("", Html::default()),
    };
    html! { <p class={classes!("row__message", class)} {id}>{ content }</p> }
}
