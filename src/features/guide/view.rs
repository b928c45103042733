//! Hướng dẫn: the user's guide, the same text as in the repository.

use crate::features::guide::about::About;
use crate::shell::state::State;
use yew::prelude::*;

use crate::shell::view::{View, ViewContext};
use crate::ui::markdown::{draw, headings};
use i18n::Key;
use scoring::text::Language;

const VIETNAMESE: &str = include_str!("../../../docs/huong-dan.md");
const ENGLISH: &str = include_str!("../../../docs/guide.md");

/// The user's guide.
#[derive(PartialEq, Eq)]
pub struct GuidePage;

impl View for GuidePage {
    type Key = ();

    fn read(_: &State, (): &()) -> Self {
        Self
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        let text = match words.0 {
            Language::Vietnamese => VIETNAMESE,
            Language::English => ENGLISH,
        };
        let sections = headings(text);
        let about = sections.len() + 1;
        html! {
            <div class="sheet sheet-width">
                <div class="guide">
                    <nav class="guide__contents" aria-labelledby="guide-contents">
                        <h2 id="guide-contents">{ words.get(Key::GuideContents) }</h2>
                        <ul>
                            for heading in sections {
                                <li key={heading.anchor.as_str()}>
                                    <a href={["#/huong-dan/", &heading.anchor].concat()}>{ heading.text.clone() }</a>
                                </li>
                            }
                            <li key="about">
                                <a href={["#/huong-dan/", &about.to_string()].concat()}>
                                    { about }{ ". " }{ words.get(Key::AboutTitle) }
                                </a>
                            </li>
                        </ul>
                    </nav>
                    <article class="prose">
                        <h1>{ words.get(Key::PageGuide) }</h1>
                        { draw(text) }
                        { ctx.view::<About>(about) }
                    </article>
                </div>
            </div>
        }
    }
}
