//! What is asked for over the years, at the unit's level, on the hand-out; and where the unit stands in its year.

use std::rc::Rc;

use yew::prelude::*;

use crate::shell::state::State;
use crate::shell::view::PtrEq;
use i18n::sentences::{goal, value, within};
use i18n::{Key, Words};
use scoring::loaded_set::LoadedSet;
use scoring::scorecard::Scorecard;
use scoring::text::Text;

/// The goals of every target, year by year.
#[derive(PartialEq, Eq)]
pub struct GoalPaths {
    set: PtrEq<LoadedSet>,
    card: PtrEq<Scorecard>,
    level: String,
    level_name: Rc<Text>,
    year: u16,
}

impl GoalPaths {
    /// Reads them.
    pub fn read(state: &State) -> Self {
        Self {
            set: PtrEq(Rc::clone(state.document.loaded())),
            card: PtrEq(Rc::clone(state.document.card())),
            level: state.document.assessment().unit.level.clone(),
            level_name: Rc::clone(state.document.level_name()),
            year: state.document.assessment().year,
        }
    }

    pub(crate) fn draw(&self, words: Words) -> Html {
        let years = &self.set.0.set.years;
        let own = |year: &u16| (*year == self.year).then_some("own");
        html! {
            <>
                <h1>{ words.fill(Key::PresentationPathsOf, &[("level", &within(words.of(&self.level_name)))]) }</h1>
                <table class="deck__table deck__table--dense">
                    <caption class="vh">{ words.get(Key::ScreenPaths) }</caption>
                    <thead><tr>
                        <th scope="col">{ words.get(Key::ResultsTarget) }</th>
                        for year in years {
                            <th scope="col" class={classes!("num", own(year))}>{ year.to_string() }</th>
                        }
                        <th scope="col" class="num">{ words.get(Key::ResultsValue) }</th>
                    </tr></thead>
                    <tbody>
                        for score in self.card.0.targets() {
                            <tr key={&*score.target.id}>
                                <th scope="row"><b>{ score.target.id.to_string() }</b>{ " " }{ words.of(&score.target.name).to_owned() }</th>
                                for year in years {
                                    <td class={classes!("num", own(year))}>
                                        { goal(&score.target, score.target.goal_in_force(&self.level, *year), words) }
                                    </td>
                                }
                                <td class="num">{ value(score, words) }</td>
                            </tr>
                        }
                    </tbody>
                </table>
            </>
        }
    }
}
