//! Nhập số liệu: the heading of the document, and every target with its figures.

use yew::prelude::*;

use crate::app::State;
use crate::core::target_set::TargetId;
use crate::view::components::{AreaSection, DocumentForm, Filters};
use crate::view::hooks::{use_part, use_words};
use crate::view::words::Key;

/// The targets to be shown, by area and criterion, each by its place in the set.
type Shown = Vec<(usize, Vec<(usize, Vec<TargetId>)>)>;

fn shown(state: &State) -> Shown {
    let level = state.assessment.unit.level.as_str();
    let areas = state.loaded.set.areas.iter().enumerate().map(|(index, area)| {
        let criteria = area.criteria.iter().enumerate().map(|(index, criterion)| {
            let targets =
                criterion.targets.iter().filter(|target| target.claims(level) && state.is_shown(&target.id));
            (index, targets.map(|target| target.id.clone()).collect::<Vec<_>>())
        });
        (index, criteria.filter(|(_, targets)| !targets.is_empty()).collect::<Vec<_>>())
    });
    areas.filter(|(_, criteria)| !criteria.is_empty()).collect()
}

/// The page where figures are entered.
#[component]
pub fn EntryPage() -> Html {
    let words = use_words();
    let areas = use_part(shown).unwrap_or_default();
    let document = use_part(|state| state.assessment.document.id.clone()).unwrap_or_default();
    let (welcome, notice) =
        use_part(|state| (state.welcome, state.loaded.set.notice.clone())).unwrap_or_default();
    html! {
        <div class="sheet sheet-width">
            <div class="start-slot">
                if welcome {
                    <section class="start" aria-labelledby="start-title">
                        <h1 id="start-title">{ words.get(Key::StartTitle) }</h1>
                        <p class="start__lead">{ words.get(Key::StartLead) }</p>
                        <p class="start__else">
                            <span>{ words.get(Key::StartHaveFile) }</span>{ " " }
                            <label class="link" for="import">{ words.get(Key::OpenFile) }</label>{ " · " }
                            <a href="#/huong-dan">{ words.get(Key::StartGuide) }</a>
                        </p>
                    </section>
                } else {
                    <h1 class="vh">{ words.get(Key::PageEntry) }</h1>
                }
            </div>
            <DocumentForm key={document}/>
            <Filters/>
            <div class="areas">
                if areas.is_empty() {
                    <p class="areas__none" role="status">{ words.get(Key::NothingShown) }</p>
                }
                for (area, criteria) in areas {
                    <AreaSection key={area} {area} {criteria}/>
                }
            </div>
            <footer class="foot">
                { notice.map(|notice| words.of(&notice).to_owned()).unwrap_or_default() }{ " " }
                { words.get(Key::NothingSent) }
            </footer>
        </div>
    }
}
