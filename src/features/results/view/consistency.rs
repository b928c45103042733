//! Cần xem lại: what is worth a second look before the document is sent. It blocks nothing.

use std::rc::Rc;

use yew::prelude::*;

use crate::features::results::view::work::target_link;
use crate::shell::state::State;
use crate::shell::view::{PtrEq, View, ViewContext};
use i18n::sentences::{finding, finding_title, finding_why};
use i18n::{Key, Words};
use scoring::consistency::{Finding, findings};
use scoring::loaded_set::LoadedSet;

/// What is worth a second look.
#[derive(PartialEq, Eq)]
pub struct Consistency {
    found: Vec<Finding>,
    loaded: PtrEq<LoadedSet>,
    year: u16,
}

impl View for Consistency {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        let last_year = state.results.last_year.as_deref().map(|last| &last.document);
        Self {
            found: findings(state.document.scored(), last_year),
            loaded: PtrEq(Rc::clone(state.document.loaded())),
            year: state.document.assessment().year,
        }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        let lead = if self.found.is_empty() { Key::FindingNone } else { Key::FindingLead };
        html! {
            <section class="block findings" aria-labelledby="look-title">
                <h2 id="look-title">{ words.get(Key::FindingTitle) }</h2>
                <p class="findings__lead">{ words.get(lead) }</p>
                for group in self.found.chunk_by(|a, b| a.kind.as_str() == b.kind.as_str()) {
                    { group_of(group, self, words) }
                }
            </section>
        }
    }
}

/// Findings of one word: what it is and why once, then each.
fn group_of(group: &[Finding], part: &Consistency, words: Words) -> Html {
    let Some(first) = group.first() else { return html! { <div hidden=true/> } };
    let word = first.kind.as_str();
    html! {
        <div class="findings__group" key={word}>
            <h3>{ finding_title(&first.kind, words) }</h3>
            <p class="findings__why">{ finding_why(&first.kind, words) }</p>
            <ul class="findings__list">
                for found in group {
                    { one(found, part, words) }
                }
            </ul>
        </div>
    }
}

fn one(found: &Finding, part: &Consistency, words: Words) -> Html {
    let ids = found.targets.iter().map(|id| &**id).collect::<Vec<_>>().join(" ");
    html! {
        <li class="findings__item" data-finding={found.kind.as_str()} data-targets={ids}>
            <span class="findings__targets">
                for id in &found.targets {
                    { target_link(id) }
                }
            </span>
            { " " }
            <span>{ said(found, part, words) }</span>
        </li>
    }
}

/// The figures; of what has none the target's name.
fn said(found: &Finding, part: &Consistency, words: Words) -> String {
    let set = &part.loaded.0.set;
    let line = finding(found, set, part.year, words);
    let name = || {
        found.targets.first().and_then(|id| set.target(id)).map(|target| words.of(&target.name).to_owned())
    };
    if line.is_empty() { name().unwrap_or_default() } else { line }
}
