//! What "không phát sinh" does to the score: the document as it is, with a target at 0 ÷ 0, and with that target left out.

use std::rc::Rc;

use yew::prelude::*;

use crate::shell::state::State;
use i18n::numbers::{percent, points};
use i18n::{Key, Words};
use scoring::assessment::{Answer, Assessment};
use scoring::exact::Rounded;
use scoring::points::Points;
use scoring::scorecard::{Scorecard, score, shown_index};
use scoring::target_set::{Measure, NotApplicable, Target, TargetSet};

/// The same document three times.
#[derive(PartialEq, Eq)]
pub struct LeftOut {
    /// The target that it is shown with; `None` where the level has none that can be left out.
    target: Option<Rc<Target>>,
    cases: Vec<Case>,
    step: usize,
}

#[derive(PartialEq, Eq)]
struct Case {
    title: Key,
    points: Points,
    max: Points,
    index: Option<Rounded>,
    why: Key,
}

impl LeftOut {
    /// Reads it.
    pub fn read(state: &State) -> Self {
        let set = state.document.set();
        let can = |target: &&Rc<Target>| {
            matches!(target.measure, Measure::Ratio { .. })
                && target.not_applicable == NotApplicable::LeaveOut
        };
        let target = state.document.card().targets().map(|score| &score.target).find(can).cloned();
        let mut cases = Vec::new();
        if let Some(target) = &target {
            let with = |answer: Answer| {
                let mut copy: Assessment = state.document.assessment().clone();
                copy.answers.insert(target.id.to_string(), Rc::new(answer));
                score(set, &copy)
            };
            let zero = |field: &str| (field.to_owned(), "0".to_owned());
            let nothing = Answer { figures: [zero("done"), zero("total")].into(), ..Answer::default() };
            let left_out = Answer { not_applicable: Some("–".to_owned()), ..nothing.clone() };
            cases = vec![
                case(Key::LeftOutNow, Key::LeftOutNowWhy, state.document.card(), set),
                case(Key::LeftOutZero, Key::LeftOutZeroWhy, &with(nothing), set),
                case(Key::LeftOutDone, Key::LeftOutDoneWhy, &with(left_out), set),
            ];
        }
        Self { target, cases, step: state.presentation.step }
    }

    pub(crate) fn draw(&self, words: Words) -> Html {
        let id = self.target.as_ref().map(|target| target.id.to_string()).unwrap_or_default();
        let row = |case: &Case| {
            html! {
                <tr class="deck__added">
                    <th scope="row"><b>{ words.fill(case.title, &[("id", &id)]) }</b><br/>{ words.get(case.why) }</th>
                    <td class="num">{ points(case.points, words.0) }</td>
                    <td class="num">{ points(case.max, words.0) }</td>
                    <td class="num">{ case.index.as_ref().map_or_else(|| "–".to_owned(), |index| percent(index, words.0)) }</td>
                </tr>
            }
        };
        html! {
            <>
                <h1>{ words.get(Key::ScreenNotApplicable) }</h1>
                <p class="deck__lead">{ words.get(Key::LeftOutLead) }</p>
                if let Some(target) = &self.target {
                    <table class="deck__table" data-left-out={id.clone()}>
                        <caption>{ [&id, ". ", words.of(&target.name)].concat() }</caption>
                        <thead><tr>
                            <td></td>
                            <th scope="col" class="num">{ words.get(Key::PointsTitle) }</th>
                            <th scope="col" class="num">{ words.get(Key::ResultsMax) }</th>
                            <th scope="col" class="num">{ words.get(Key::ResultsIndex) }</th>
                        </tr></thead>
                        <tbody>{ self.cases.iter().take(self.step + 1).map(row).collect::<Html>() }</tbody>
                    </table>
                }
            </>
        }
    }
}

fn case(title: Key, why: Key, card: &Scorecard, set: &TargetSet) -> Case {
    let index = card.totals.index().map(|index| shown_index(set, index));
    Case { title, points: card.totals.points, max: card.totals.max, index, why }
}
