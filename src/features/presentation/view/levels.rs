//! What is asked for, level by level and year by year: the targets of an area on a page; then each target whose goal rises,
//! as a table and as lines.

use std::rc::Rc;

use yew::prelude::*;

use crate::document::view::chart::drawn;
use crate::features::presentation::paths::{PathPage, path_pages};
use crate::shell::state::State;
use crate::shell::view::PtrEq;
use crate::ui::charts::path::{Path, path};
use i18n::sentences::goal;
use i18n::{Key, Words};
use scoring::loaded_set::LoadedSet;
use scoring::scorecard::{Outcome, Scorecard, TargetScore};
use scoring::target_set::{Area, Level, Target, TargetSet};

/// Between the goal of the first year and that of the last.
const ARROW: &str = "\u{a0}→ ";

/// A page of it.
#[derive(PartialEq, Eq)]
pub struct LevelPaths {
    set: PtrEq<LoadedSet>,
    card: PtrEq<Scorecard>,
    level: String,
    year: u16,
    step: usize,
}

impl LevelPaths {
    /// Reads it.
    pub fn read(state: &State) -> Self {
        Self {
            set: PtrEq(Rc::clone(state.document.loaded())),
            card: PtrEq(Rc::clone(state.document.card())),
            level: state.document.assessment().unit.level.clone(),
            year: state.document.assessment().year,
            step: state.presentation.step,
        }
    }

    fn set(&self) -> &TargetSet {
        &self.set.0.set
    }

    pub(crate) fn draw(&self, words: Words) -> Html {
        match path_pages(self.set()).into_iter().nth(self.step) {
            Some(PathPage::Rows(area, targets)) => self.rows(area, &targets, words),
            Some(PathPage::Course(target)) => self.course(target, words),
            Some(PathPage::Lines(target)) => self.lines(target, words),
            None => html! { <h1>{ words.get(Key::ScreenPaths) }</h1> },
        }
    }

    /// Targets of an area: a row each, a column a level.
    fn rows(&self, area: &Area, targets: &[&Rc<Target>], words: Words) -> Html {
        let set = self.set();
        let (first, last) = (set.years.first(), set.years.last());
        let ends = [first, last].map(|year| year.copied().unwrap_or_default());
        let name = words.fill(Key::PresentationLevelsOf, &[("area", words.of(&area.name))]);
        let years = ends.map(|year| year.to_string());
        let [from, to] = &years;
        let asked = |target: &Target, level: &Level| over_years(target, level, ends, words).contains(ARROW);
        let rises = targets.iter().any(|target| set.levels.iter().any(|level| asked(target, level)));
        html! {
            <>
                <h1>{ name.clone() }</h1>
                <table class="deck__table deck__table--levels">
                    <caption class="vh">{ name }</caption>
                    <thead><tr>
                        <th scope="col">{ words.get(Key::ResultsTarget) }</th>
                        for level in &set.levels {
                            <th scope="col" class={classes!(self.own(level))}>{ words.of(&level.name).to_owned() }</th>
                        }
                    </tr></thead>
                    <tbody>
                        for target in targets {
                            <tr key={&*target.id}>
                                <th scope="row"><b>{ target.id.to_string() }</b>{ " " }{ words.of(&target.name).to_owned() }</th>
                                for level in &set.levels {
                                    <td class={classes!(self.own(level))}>{ over_years(target, level, ends, words) }</td>
                                }
                            </tr>
                        }
                    </tbody>
                </table>
                if rises {
                    <p class="deck__lead">{ words.fill(Key::PresentationLevelsYears, &[("first", from), ("last", to)]) }</p>
                }
            </>
        }
    }

    /// A target: a row a level, a column a year.
    fn course(&self, target: &Target, words: Words) -> Html {
        let set = self.set();
        let levels = set.levels.iter().filter(|level| target.claims(&level.id));
        let name = words.get(Key::PresentationLevelYears);
        let cell = |level: &Level, year: u16| {
            let own = (level.id == self.level && year == self.year).then_some("own");
            html! { <td class={classes!("num", own)}>{ goal(target, target.goal_in_force(&level.id, year), words) }</td> }
        };
        html! {
            <>
                { heading(target, words) }
                <p class="deck__lead">{ name }</p>
                <table class="deck__table">
                    <caption class="vh">{ name }</caption>
                    <thead><tr>
                        <th scope="col">{ words.get(Key::HeadingLevel) }</th>
                        for year in &set.years {
                            <th scope="col" class="num">{ year.to_string() }</th>
                        }
                    </tr></thead>
                    <tbody>
                        for level in levels {
                            <tr key={level.id.as_str()} class={classes!(self.own(level))}>
                                <th scope="row">{ words.of(&level.name).to_owned() }</th>
                                { set.years.iter().map(|year| cell(level, *year)).collect::<Html>() }
                            </tr>
                        }
                    </tbody>
                </table>
            </>
        }
    }

    /// A target as lines: one for all levels that are asked for the same. Where the unit stands is on its own level's.
    fn lines(&self, target: &Rc<Target>, words: Words) -> Html {
        let set = self.set();
        let asked = |level: &Level| -> Vec<_> {
            set.years.iter().map(|year| target.goal_in_force(&level.id, *year)).collect()
        };
        let mut groups: Vec<Vec<&Level>> = Vec::new();
        for level in set.levels.iter().filter(|level| target.claims(&level.id)) {
            let same =
                |group: &&mut Vec<&Level>| group.first().is_some_and(|first| asked(first) == asked(level));
            match groups.iter_mut().find(same) {
                Some(group) => group.push(level),
                None => groups.push(vec![level]),
            }
        }
        html! {
            <>
                { heading(target, words) }
                <div class="deck__lines">{ groups.iter().map(|group| self.line(target, group, words)).collect::<Html>() }</div>
            </>
        }
    }

    fn line(&self, target: &Rc<Target>, levels: &[&Level], words: Words) -> Html {
        let own = levels.iter().any(|level| level.id == self.level);
        let names = levels.iter().map(|level| words.of(&level.name)).collect::<Vec<_>>().join("; ");
        let unscored =
            TargetScore { target: Rc::clone(target), goal: None, outcome: Outcome::Empty, documented: false };
        let score = self.card.0.target(&target.id).filter(|_| own).map_or(&unscored, Rc::as_ref);
        let level = levels.first().map(|level| level.id.as_str()).unwrap_or_default();
        // No year is assessed on another level.
        let year = if own { self.year } else { 0 };
        let years = &self.set().years;
        let chart = path(Path { score, years, level, year, last: None }, words).map(|mut chart| {
            chart.name = [&chart.name, "-", level].concat();
            chart
        });
        html! {
            <div class={classes!("deck__line", own.then_some("own"))}>
                <h2>{ names }</h2>
                { chart.as_ref().map(drawn) }
            </div>
        }
    }

    fn own(&self, level: &Level) -> Option<&'static str> {
        (level.id == self.level).then_some("own")
    }
}

fn heading(target: &Target, words: Words) -> Html {
    html! { <h1><span class="deck__id">{ target.id.to_string() }{ "." }</span>{ " " }{ words.of(&target.name).to_owned() }</h1> }
}

/// What is asked of a level: once where it is the same in the first year and the last, else both.
fn over_years(target: &Target, level: &Level, ends: [u16; 2], words: Words) -> String {
    if !target.claims(&level.id) {
        return "–".to_owned();
    }
    let [from, to] = ends.map(|year| {
        let asked = goal(target, target.goal_in_force(&level.id, year), words);
        // A sign stays with its figure; what is told in many words may break anywhere.
        if asked.len() < 16 { asked.replace(' ', "\u{a0}") } else { asked }
    });
    if from == to { from } else { [&from, ARROW, &to].concat() }
}
