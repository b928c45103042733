//! Chỉ tiêu: the set as a page to read and to hand out, for any level and year.

use crate::features::reference::view::info::Info;
use crate::features::report::event::ReportEvent;
use yew::prelude::*;

use crate::document::view::heading::list;
use crate::features::reference::event::ReferenceEvent;
use crate::features::reference::view::table::{changes, goal_table};
use crate::features::reference::view::{ReferenceProps, line};
use crate::shell::state::State;
use crate::shell::view::{View, ViewContext};
use crate::ui::focus::{set_list, value};
use crate::ui::icons::{Icon, icon};
use i18n::numbers::short_points;
use i18n::{Key, Words};
use scoring::points::Points;

/// The page.
#[derive(PartialEq, Eq)]
pub struct ReferencePage(Option<ReferenceProps>);

impl View for ReferencePage {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        Self(state.reference.as_ref().map(ReferenceProps::read))
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let Some(facts) = &self.0 else { return html! { <div/> } };
        let words = ctx.words;
        let set = facts.set();
        let year = facts.year.to_string();
        let whose = [("level", facts.level_name(words)), ("year", year)];
        let whose = whose.each_ref().map(|(name, value)| (*name, value.as_str()));
        let notice = set.notice.as_ref().map(|notice| words.of(notice)).unwrap_or_default();
        let message = if facts.shown.is_empty() { words.get(Key::NothingShown) } else { "" };
        html! {
            <div class="sheet sheet-width reference">
                <header class="reference__head">
                    <h1>{ words.get(Key::PageReference) }</h1>
                    { line("reference__set", words.of(&set.title)) }
                    { line("reference__whose", &words.fill(Key::ReferenceLevelYear, &whose)) }
                    { line("reference__lead", words.get(Key::ReferenceLead)) }
                    { line("reference__notice", notice) }
                </header>
                { choices(facts, ctx) }
                { line("reference__count", &[count(facts, words), changes(facts, words)].join(" ")) }
                <p class="reference__none" role="status">{ message }</p>
                <div>
                    if !facts.shown.is_empty() {
                        { goal_table(facts, ctx) }
                    }
                </div>
                <div class="infos">
                    for id in facts.shown.iter() {
                        { ctx.keyed::<Info>(id.to_string(), id.clone()) }
                    }
                </div>
            </div>
        }
    }

    /// A list's choice is set as a property: an option's `selected` no longer does anything once the user has touched
    /// the list.
    fn after_render(&self) {
        if let Some(facts) = &self.0 {
            set_list("info-level", &facts.level);
            set_list("info-year", &facts.year.to_string());
        }
    }
}

/// "9 chỉ tiêu, tối đa 55 điểm.", of all that bind the level; the points of several levels do not add up.
fn count(facts: &ReferenceProps, words: Words) -> String {
    if facts.level.is_empty() {
        return String::new();
    }
    let bound: Vec<_> = facts.set().targets().filter(|target| target.claims(&facts.level)).collect();
    let points: Points = bound.iter().map(|target| target.max_points).sum();
    let points = short_points(points, words.0);
    words.fill(Key::ReferenceCount, &[("n", &bound.len().to_string()), ("points", &points)])
}

/// Level, year, search, and the way to paper.
fn choices(facts: &ReferenceProps, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let set = facts.set();
    let mut levels = vec![(String::new(), words.get(Key::ReferenceAllLevels).to_owned())];
    levels.extend(set.levels.iter().map(|level| (level.id.clone(), words.of(&level.name).to_owned())));
    let years = set.years.iter().map(|year| (year.to_string(), year.to_string())).collect();
    let event = |event| Some(event);
    let level = ctx.on(move |it: &Event| event(ReferenceEvent::LevelChosen(value(it))));
    let year =
        ctx.on(move |it: &Event| value(it).parse().ok().map(ReferenceEvent::YearChosen).and_then(event));
    let searched = ctx.on(move |it: &InputEvent| event(ReferenceEvent::SearchTyped(value(it))));
    html! {
        <div class="reference__choices" role="search" aria-label={words.get(Key::Search)}>
            { list(false, "info-level", words.get(Key::HeadingLevel), levels, level) }
            { list(false, "info-year", words.get(Key::HeadingYear), years, year) }
            <div class="field reference__search">
                <label class="field__label" for="info-search">{ words.get(Key::Search) }</label>
                <input class="input" id="info-search" name="info-search" type="search" autocomplete="off" value={facts.search.clone()}
                    placeholder={words.get(Key::SearchHint)} oninput={searched}/>
            </div>
            <button type="button" class="button" data-action="print" onclick={ctx.always::<MouseEvent>(ReportEvent::PrintPressed)}>
                { words.get(Key::ReferencePrint) }
            </button>
            <button type="button" class="button" data-action="download-set" onclick={ctx.always::<MouseEvent>(ReferenceEvent::DownloadPressed)}>
                { icon(Icon::Download) }{ words.get(Key::ReferenceDownload) }
            </button>
        </div>
    }
}
