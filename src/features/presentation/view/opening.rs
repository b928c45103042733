//! The programme on one screen: areas, number of targets, levels.

use yew::prelude::*;

use crate::features::presentation::view::audience_qr::AudienceQr;
use crate::shell::state::State;
use i18n::numbers::{day, short_points};
use i18n::{Key, Words};
use scoring::points::Points;
use scoring::target_set::{Area, Source, TargetSet};
use scoring::text::Text;

/// The programme.
#[derive(PartialEq, Eq)]
pub struct Opening {
    title: Text,
    source: Source,
    notice: Option<Text>,
    years: (u16, u16),
    levels: Vec<LevelColumn>,
    areas: Vec<(Text, Vec<usize>)>,
    audience_qr: AudienceQr,
}

/// A level: its name, its number of targets, what they are worth, and whether it is the document's.
#[derive(PartialEq, Eq)]
struct LevelColumn {
    name: Text,
    targets: usize,
    max: Points,
    own: bool,
}

impl Opening {
    /// Reads it.
    pub fn read(state: &State) -> Self {
        let set: &TargetSet = state.document.set();
        let claimed = |area: &Area, level: &str| {
            let targets = area.criteria.iter().flat_map(|criterion| &criterion.targets);
            targets.filter(|target| target.claims(level)).count()
        };
        let column = |level: &scoring::target_set::Level| LevelColumn {
            name: level.name.clone(),
            targets: set.targets().filter(|target| target.claims(&level.id)).count(),
            max: set
                .targets()
                .filter(|target| target.claims(&level.id))
                .map(|target| target.max_points)
                .sum(),
            own: level.id == state.document.assessment().unit.level,
        };
        let row = |area: &Area| {
            (area.name.clone(), set.levels.iter().map(|level| claimed(area, &level.id)).collect())
        };
        Self {
            title: set.title.clone(),
            source: set.source.clone(),
            notice: set.notice.clone(),
            years: (
                set.years.first().copied().unwrap_or_default(),
                set.years.last().copied().unwrap_or_default(),
            ),
            levels: set.levels.iter().map(column).collect(),
            areas: set.areas.iter().map(row).collect(),
            audience_qr: AudienceQr::read(state),
        }
    }

    pub(crate) fn draw(&self, words: Words) -> Html {
        self.audience_qr.beside(self.screen(words), words)
    }

    fn screen(&self, words: Words) -> Html {
        let own = |column: &LevelColumn| column.own.then_some("own");
        html! {
            <>
                <h1>{ words.of(&self.title).to_owned() }</h1>
                <p class="deck__lead">
                    { self.source.number.clone() }
                    if !self.source.date.is_empty() {
                        { words.fill(Key::SourceOf, &[("date", &day(&self.source.date))]) }
                    }
                    { format!(" · {}–{}", self.years.0, self.years.1) }
                </p>
                <table class="deck__table">
                    <caption class="vh">{ words.get(Key::PresentationTargetsByLevel) }</caption>
                    <thead><tr>
                        <th scope="col">{ words.get(Key::ResultsArea) }</th>
                        for column in &self.levels {
                            <th scope="col" class={classes!("num", own(column))}>{ words.of(&column.name).to_owned() }</th>
                        }
                    </tr></thead>
                    <tbody>
                        for (name, counts) in &self.areas {
                            <tr>
                                <th scope="row">{ words.of(name).to_owned() }</th>
                                for (count, column) in counts.iter().zip(&self.levels) {
                                    <td class={classes!("num", own(column))}>{ if *count == 0 { "–".to_owned() } else { count.to_string() } }</td>
                                }
                            </tr>
                        }
                    </tbody>
                    <tfoot>
                        <tr>
                            <th scope="row">{ words.get(Key::PresentationTargets) }</th>
                            for column in &self.levels {
                                <td class={classes!("num", own(column))}>{ column.targets.to_string() }</td>
                            }
                        </tr>
                        <tr>
                            <th scope="row">{ words.get(Key::PresentationMaximum) }</th>
                            for column in &self.levels {
                                <td class={classes!("num", own(column))}>{ short_points(column.max, words.0) }</td>
                            }
                        </tr>
                    </tfoot>
                </table>
                if let Some(notice) = &self.notice {
                    <p class="deck__notice">{ words.of(notice).to_owned() }</p>
                }
            </>
        }
    }
}
