//! One target to read: what it asks, what the document says, how its points arise, and an example to play with.

use std::rc::Rc;

use yew::prelude::*;

use crate::document::view::explanation::{quotation, readings};
use crate::features::reference::state::Example;
use crate::features::reference::view::example::example;
use crate::features::reference::view::goals::goals;
use crate::features::reference::view::line;
use crate::shell::page::Page;
use crate::shell::state::State;
use crate::shell::view::{PtrEq, View, ViewContext};
use i18n::numbers::{day, short_points};
use i18n::sentences::{measured_by, points_arise, within};
use i18n::{Key, Words};
use scoring::loaded_set::LoadedSet;
use scoring::target_set::{NotApplicable, Target, TargetId};

/// A target to read; nothing where the page no longer shows it.
#[derive(PartialEq, Eq)]
pub struct Info(Option<TargetProps>);

/// What is drawn of it.
#[derive(PartialEq, Eq)]
pub struct TargetProps {
    /// The set.
    pub loaded: PtrEq<LoadedSet>,
    /// Its example.
    pub example: PtrEq<Example>,
    /// The year.
    pub year: u16,
    /// Whether it stands on the page where figures are entered.
    entered: bool,
}

impl View for Info {
    type Key = TargetId;

    fn read(state: &State, id: &TargetId) -> Self {
        let facts = || {
            let page = state.reference.as_ref()?;
            let example = page.example(id)?;
            Some(TargetProps {
                loaded: PtrEq(Rc::clone(&page.loaded)),
                entered: example.score.target.claims(&state.document.assessment().unit.level),
                example: PtrEq(Rc::clone(example)),
                year: page.year,
            })
        };
        Self(facts())
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let Some(facts) = &self.0 else { return html! { <article class="info"/> } };
        let words = ctx.words;
        let set = &facts.loaded.0.set;
        let target = &facts.example.0.score.target;
        let id = &target.id;
        let name = [id, "-info"].concat();
        let date = words.fill(Key::SourceOf, &[("date", &day(&set.source.date))]);
        let source = [set.source.number.as_str(), &date].concat();
        html! {
            // An id of its own for addresses: `muc-` is where they lead.
            <article class="info" id={["muc-", id].concat()} tabindex="-1" data-target-info={id.to_string()} aria-labelledby={name.clone()}>
                <header class="info__head">
                    { line("info__where", &place(target, facts, words)) }
                    <h2 id={name}><span class="row__id">{ id.to_string() }</span>{ " " }{ words.of(&target.name).to_owned() }</h2>
                </header>
                <div class="info__side">
                    { asked(target, facts, words) }
                    { quotation(target.quote.as_ref(), &source, words) }
                    { readings(target, words) }
                </div>
                <div class="info__side">
                    { example(facts, ctx) }
                    <p class="info__entry">
                        if facts.entered {
                            <a href={Page::Entry.address_of(id)}>{ words.fill(Key::ScenarioOpenRow, &[("id", id)]) }</a>
                        }
                    </p>
                </div>
            </article>
        }
    }
}

/// Area and criterion.
fn place(target: &Target, facts: &TargetProps, words: Words) -> String {
    for area in &facts.loaded.0.set.areas {
        let own = area.criteria.iter().find(|it| it.targets.iter().any(|known| known.id == target.id));
        if let Some(own) = own {
            return [words.of(&area.name), words.of(&own.name)].join(" · ");
        }
    }
    String::new()
}

/// Levels, goals, maximum, measure, rule.
fn asked(target: &Target, facts: &TargetProps, words: Words) -> Html {
    let set = &facts.loaded.0.set;
    let levels = set.levels.iter().filter(|level| target.claims(&level.id));
    let levels: Vec<_> = levels.map(|level| within(words.of(&level.name))).collect();
    let not_applicable = match target.not_applicable {
        _ if target.rule.is_extra() => Key::ReferenceNotApplicableExtra,
        NotApplicable::LeaveOut => Key::ReferenceNotApplicableOut,
        NotApplicable::FullMarks => Key::ReferenceNotApplicableFull,
    };
    let points = points_arise(target, words);
    let fact = |key, value: Html| html! { <div><dt>{ words.get(key) }</dt><dd>{ value }</dd></div> };
    html! {
        <dl class="info__facts">
            { fact(Key::ReferenceLevels, levels.join("; ").into()) }
            { fact(Key::ResultsGoal, goals(target, set, words)) }
            { fact(Key::ReferenceMax, short_points(target.max_points, words.0).into()) }
            { fact(Key::ReferenceMeasure, measured_by(&target.measure, words).into()) }
            { fact(Key::HowPointsArise, points.iter().map(|text| line("", text)).collect()) }
            { fact(Key::ReferenceNotApplicable, words.get(not_applicable).into()) }
        </dl>
    }
}
