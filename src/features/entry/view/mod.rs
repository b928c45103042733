//! Nhập số liệu: the heading of the document, and every target with its figures.

pub mod area;
pub mod detail;
pub mod evidence;
pub mod filters;
pub mod heading;
pub mod orphaned_answers;
pub mod row;

use crate::features::entry::view::area::Area;
use crate::features::entry::view::filters::Filters;
use crate::features::entry::view::heading::Heading;
use crate::features::entry::view::orphaned_answers::OrphanedAnswer;
use crate::shell::view::PtrEq;
use formats::samples::{Sample, Strength};
use scoring::loaded_set::LoadedSet;
use scoring::target_set::{TargetId, TargetSet};
use std::rc::Rc;

use yew::prelude::*;

use crate::document::view::proposals::Proposals;
use crate::features::importing::embedded::EmbeddedDocument;
use crate::features::importing::view::embedded::embedded;
use crate::features::samples::event::SampleEvent;
use crate::shell::state::State;
use crate::shell::view::{RowKey, Shown, View, ViewContext};
use crate::ui::focus::choose_file;
use i18n::Key;

/// What is shown of each area, by its place in the set.
fn areas(set: &TargetSet, level: &str, shown_ids: Option<&[TargetId]>) -> Vec<(usize, Shown)> {
    let mut shown = Vec::new();
    // The scorecard holds the areas that have a target at the level, and of each those targets, in the set's order.
    let mut scored_area = 0;
    for (place, area) in set.areas.iter().enumerate() {
        let mut scored = 0;
        let mut criteria = Vec::new();
        for (place, criterion) in area.criteria.iter().enumerate() {
            let mut spots = Vec::new();
            for target in criterion.targets.iter().filter(|target| target.claims(level)) {
                if shown_ids.is_none_or(|ids| ids.contains(&target.id)) {
                    spots.push(RowKey { id: target.id.clone(), hint: (scored_area, scored) });
                }
                scored += 1;
            }
            if !spots.is_empty() {
                criteria.push((place, spots));
            }
        }
        scored_area += usize::from(scored > 0);
        if !criteria.is_empty() {
            shown.push((place, Rc::new(criteria)));
        }
    }
    shown
}

/// The page where figures are entered.
#[derive(PartialEq, Eq)]
pub struct EntryPage {
    loaded: PtrEq<LoadedSet>,
    level: String,
    shown: Option<Rc<Vec<TargetId>>>,
    document: String,
    welcome: bool,
    embedded: Option<Rc<EmbeddedDocument>>,
}

impl EntryPage {
    /// A sample of the same level to look at, where the set has one.
    fn sample(&self, ctx: &ViewContext) -> Option<Html> {
        let is_fitting =
            |sample: &Sample| sample.level() == self.level && sample.strength() == Strength::Middling;
        let sample = Sample::all(Sample::YEAR).find(is_fitting)?;
        sample.open(&self.loaded.0)?;
        Some(html! {
            <button type="button" class="button" data-action="open-sample" data-sample={sample.id()}
                onclick={ctx.always::<MouseEvent>(SampleEvent::Opened(sample))}>{ ctx.words.get(Key::StartSample) }</button>
        })
    }
}

impl View for EntryPage {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        Self {
            loaded: PtrEq(Rc::clone(state.document.loaded())),
            level: state.document.assessment().unit.level.clone(),
            shown: state.entry.visible.clone(),
            document: state.document.id().to_owned(),
            welcome: state.entry.welcome,
            embedded: state.importing.embedded.clone(),
        }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        let set = &self.loaded.0.set;
        let areas = areas(set, &self.level, self.shown.as_ref().map(|ids| ids.as_slice()));
        html! {
            <div class="sheet sheet-width">
                <div class="start-slot">
                    if self.welcome {
                        <section class="start" aria-labelledby="start-title">
                            <div>
                                <h1 id="start-title">{ words.of(&set.title).to_owned() }</h1>
                                <p class="start__lead">{ words.get(Key::StartLead) }</p>
                            </div>
                            <ol class="start__steps">
                                for step in [Key::StartHeading, Key::StartFigures, Key::StartFile] {
                                    <li key={words.get(step)}>{ words.get(step) }</li>
                                }
                            </ol>
                            <p class="start__else">
                                { self.sample(ctx) }
                                <span>{ words.get(Key::StartHaveFile) }</span>{ " " }
                                <button type="button" class="link" data-action="open-file"
                                    onclick={Callback::from(|event: MouseEvent| choose_file(&event))}>{ words.get(Key::OpenFile) }</button>{ " " }
                                <a href="#/huong-dan">{ words.get(Key::StartGuide) }</a>
                            </p>
                        </section>
                    } else {
                        <h1 class="vh">{ words.get(Key::PageEntry) }</h1>
                    }
                    if let Some(found) = &self.embedded {
                        { embedded(found, ctx) }
                    }
                </div>
                { ctx.keyed::<Heading>(self.document.clone(), ()) }
                { ctx.view::<Filters>(()) }
                { ctx.view::<Proposals>(()) }
                <div class="areas">
                    if areas.is_empty() {
                        <p class="areas__none" role="status">{ words.get(Key::NothingShown) }</p>
                    }
                    for (area, criteria) in areas {
                        { ctx.keyed::<Area>(area.to_string(), (area, criteria)) }
                    }
                </div>
                { ctx.view::<OrphanedAnswer>(()) }
                <footer class="foot">
                    { set.notice.as_ref().map(|notice| words.of(notice).to_owned()).unwrap_or_default() }{ " " }
                    { words.get(Key::NothingSent) }
                </footer>
            </div>
        }
    }
}
