//! Không còn trong bộ chỉ tiêu: what of the document has no place in the set. It is kept, and can be taken out.

use crate::document::orphaned_answers;
use crate::features::entry::event::EntryEvent;
use std::rc::Rc;

use yew::prelude::*;

use crate::document::view::differences::excerpt;
use crate::shell::state::State;
use crate::shell::view::{View, ViewContext};
use i18n::{Key, Words};
use scoring::assessment::Answer;

/// The most entries that are drawn.
const MOST_ENTRIES: usize = 100;

/// The most figures that are drawn of an entry.
const MOST_FIGURES: usize = 30;

/// What has no place.
#[derive(PartialEq, Eq)]
pub struct OrphanedAnswer(Rc<Vec<orphaned_answers::OrphanedAnswer>>);

impl View for OrphanedAnswer {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        Self(Rc::clone(state.document.orphaned()))
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        if self.0.is_empty() {
            return html! { <section hidden=true/> };
        }
        list(&self.0, ctx)
    }
}

fn list(entries: &[orphaned_answers::OrphanedAnswer], ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let more = entries.len().saturating_sub(MOST_ENTRIES);
    html! {
        <section class="area orphaned-answers" aria-labelledby="orphaned-title">
            <header class="area__head"><h2 id="orphaned-title">{ words.get(Key::OrphanedTitle) }</h2></header>
            <p class="orphaned-answers__lead">{ words.get(Key::OrphanedLead) }</p>
            <ul>
                for entry in entries.iter().take(MOST_ENTRIES) {
                    { draw_entry(entry, ctx) }
                }
            </ul>
            if more > 0 {
                <p class="orphaned-answers__lead">{ words.fill(Key::OrphanedMore, &[("n", &more.to_string())]) }</p>
            }
        </section>
    }
}

fn draw_entry(entry: &orphaned_answers::OrphanedAnswer, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let shown = excerpt(&entry.id, "");
    let remove = words.fill(Key::OrphanedRemove, &[("id", &shown)]);
    html! {
        <li class="orphaned-answers__entry" key={&*entry.id} data-homeless={entry.id.to_string()}>
            <h3>
                <bdi>{ shown }</bdi>
                if entry.answer.is_none() {
                    { " · " }{ words.get(Key::OrphanedFields) }
                }
            </h3>
            <dl class="pairs">
                for (name, text) in facts(entry, words) {
                    <dt><bdi>{ name }</bdi></dt><dd><bdi>{ text }</bdi></dd>
                }
            </dl>
            <button type="button" class="button button--danger" data-action="remove-homeless" disabled={ctx.read_only}
                onclick={ctx.always::<MouseEvent>(EntryEvent::OrphanedAnswersRemoved(entry.id.clone()))}>
                <bdi>{ remove }</bdi>
            </button>
        </li>
    }
}

/// What stands there: figures by field as typed, then reason, note, and how much else.
fn facts(entry: &orphaned_answers::OrphanedAnswer, words: Words) -> Vec<(String, String)> {
    let figures = entry.figures.iter().take(MOST_FIGURES);
    let mut facts: Vec<_> = figures.map(|(field, text)| (excerpt(field, ""), excerpt(text, ""))).collect();
    let more = entry.figures.len().saturating_sub(MOST_FIGURES);
    if more > 0 {
        facts.push(("…".to_owned(), words.fill(Key::OrphanedMore, &[("n", &more.to_string())])));
    }
    let Some(Answer { note, evidence, not_applicable, rest, .. }) = entry.answer.as_deref() else {
        return facts;
    };
    let mut put = |key, text: String| facts.push((words.get(key).to_owned(), text));
    match not_applicable.as_deref() {
        Some("") => put(Key::StateNotApplicable, words.get(Key::DifferenceReasonOwed).to_owned()),
        Some(reason) => put(Key::StateNotApplicable, excerpt(reason, "")),
        None => {}
    }
    if !note.is_empty() {
        put(Key::DifferenceNote, excerpt(note, ""));
    }
    if !evidence.is_empty() {
        put(Key::EvidenceTitle, evidence.len().to_string());
    }
    if !rest.is_empty() {
        put(Key::OrphanedOther, rest.len().to_string());
    }
    facts
}
