//! Hướng dẫn: the user's guide, the same text as in the repository.

use yew::prelude::*;

use crate::shell::view::{Drawing, Part, Place};
use crate::ui::markdown::{draw, headings};
use i18n::Key;
use scoring::text::Language;

const VIETNAMESE: &str = include_str!("../../../docs/huong-dan.md");
const ENGLISH: &str = include_str!("../../../docs/guide.md");

/// The user's guide.
#[derive(PartialEq)]
pub struct Guide;

impl Part for Guide {
    fn draw(&self, page: &Drawing) -> Html {
        let words = page.words;
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
                        { page.part(Place::About(about)) }
                    </article>
                </div>
            </div>
        }
    }
}
