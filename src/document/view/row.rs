//! What a row shows of a target: goal, what was understood, state, points, what is missing.

use crate::features::entry::event::EntryEvent;
use crate::shell::state::State;
use crate::shell::view::{RowKey, ViewContext};
use crate::ui::icons::{Icon, icon};
use i18n::numbers::{points, short_points};
use i18n::{Key, Words, sentences};
use planning::gap;
use scoring::assessment::Answer;
use scoring::measured::ProblemKind;
use scoring::scorecard::{Outcome, TargetScore};
use scoring::target_set::{Source, TargetId};
use scoring::text::Text;
use std::rc::Rc;

use yew::prelude::*;

/// What of a target is drawn in its row.
#[derive(PartialEq, Eq)]
pub struct RowProps {
    /// Its score.
    pub score: Rc<TargetScore>,
    /// What was entered.
    pub answer: Option<Rc<Answer>>,
    /// The document that the set comes from, while the details are open.
    pub source: Option<Source>,
    /// A total that could be taken over, and from where.
    pub offer: Option<(TargetId, String)>,
    /// What was entered the year before, while nothing is now, and that year.
    pub proposal: Option<(Rc<Answer>, u16)>,
    /// The fields that the last paste filled.
    pub filled: Vec<String>,
    /// Name of the level.
    pub level: Rc<Text>,
    /// The year.
    pub year: u16,
    /// Whether it is an example to play with, and no part of the document.
    pub example: bool,
}

impl RowProps {
    /// What was entered, blank when nothing was.
    pub fn answer(&self) -> Answer {
        self.answer.as_deref().cloned().unwrap_or_default()
    }
}

pub(crate) fn row_props(state: &State, RowKey { id, hint }: &RowKey) -> Option<RowProps> {
    let score = state.document.card().target_with_hint(id, *hint)?;
    let filled = state.entry.filled.iter().filter(|(target, _)| target == id).map(|(_, field)| field.clone());
    Some(RowProps {
        score: Rc::clone(score),
        answer: state.document.answer(id).map(Rc::clone),
        source: state.entry.details.contains(id).then(|| state.document.set().source.clone()),
        offer: state.offered_total(&score.target),
        proposal: state
            .proposal(id)
            .map(|answer| (Rc::clone(answer), state.document.assessment().year.saturating_sub(1))),
        filled: filled.collect(),
        level: Rc::clone(state.document.level_name()),
        year: state.document.assessment().year,
        example: false,
    })
}

/// Class of the row, class and drawing of the mark.
pub(crate) const fn look(score: &TargetScore) -> (&'static str, &'static str, Icon) {
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
pub(crate) fn goal(facts: &RowProps, words: Words) -> Html {
    let goal = sentences::goal(&facts.score.target, facts.score.goal, words);
    let level = sentences::within(words.of(&facts.level));
    html! { <b>{ format!("{goal}, {level}, {}", facts.year) }</b> }
}

pub(crate) fn evidence_mark(score: &TargetScore, words: Words) -> Html {
    if !score.lacks_evidence() {
        return Html::default();
    }
    html! { <span class="mark mark--evidence">{ icon(Icon::Evidence) }{ words.get(Key::MissingEvidence) }</span> }
}

pub(crate) fn state(score: &TargetScore, words: Words) -> Html {
    let (_, mark, drawing) = look(score);
    html! {
        <p class="row__state">
            <span class={classes!("mark", mark)} data-out="state" data-value={score.outcome.as_str()}>
                { icon(drawing) }{ sentences::state(score, words) }
            </span>
        </p>
    }
}

/// "8,770/10"; a dash where nothing counts.
pub(crate) fn earned(score: &TargetScore, words: Words) -> Html {
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
pub(crate) fn message(facts: &RowProps, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let target = &facts.score.target;
    let id = [&target.id, "-message"].concat();
    if let Some(problem) = facts.score.problem() {
        let sentence = sentences::problem(problem, target, &facts.answer(), words);
        let not_applicable = ctx.always::<MouseEvent>(EntryEvent::NotApplicableOffered(target.id.clone()));
        return html! {
            <p class="row__message row__message--error" {id}>
                <span>
                    { sentence }{ " " }
                    if problem.kind == ProblemKind::NothingArises {
                        <button type="button" class="link" data-action="mark-na" disabled={ctx.read_only} onclick={not_applicable}>
                            { words.get(Key::MarkNotApplicable) }
                        </button>
                    }
                </span>
            </p>
        };
    }
    let offered = facts.offer.as_ref().map(|(from, total)| {
        let sentence = words.fill(Key::UseTotal, &[("n", total), ("id", from)]);
        let take = ctx.always::<MouseEvent>(EntryEvent::TotalTaken(target.id.clone()));
        html! { <button type="button" class="link" data-action="use-total" disabled={ctx.read_only} onclick={take}>{ sentence }</button> }
    });
    let proposed = facts.proposal.as_ref().map(|(_, year)| {
        let sentence = words.fill(Key::UseLastYear, &[("year", &year.to_string())]);
        let take = ctx.always::<MouseEvent>(EntryEvent::LastYearTaken(Some(target.id.clone())));
        html! { <button type="button" class="link" data-action="use-last-year" disabled={ctx.read_only} onclick={take}>{ sentence }</button> }
    });
    let (class, content) = match (&facts.score.outcome, proposed.or(offered), gap(&facts.score)) {
        (Outcome::Empty | Outcome::Pending, Some(offered), _) => ("", offered),
        (Outcome::NotApplicable, ..) => {
            let reason = facts.answer().not_applicable.unwrap_or_default();
            ("", html! { { words.fill(Key::ReasonIs, &[("reason", reason.trim())]) } })
        }
        (Outcome::Pending, ..) => ("", html! { { words.get(Key::PendingHint) } }),
        (Outcome::Empty, None, _) if target.rule.is_extra() => ("", html! { { words.get(Key::ExtraHint) } }),
        (_, _, Some(gap)) => ("row__message--gap", html! { { sentences::gap(gap, target, words) } }),
        (Outcome::Empty | Outcome::Invalid(_) | Outcome::Scored(_), ..) => ("", Html::default()),
    };
    html! { <p class={classes!("row__message", class)} {id}>{ content }</p> }
}
