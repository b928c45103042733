//! The product's name, the pages, language and theme.

use crate::shell::frame::event::FrameEvent;
use crate::shell::page::Page;
use yew::prelude::*;

use crate::shell::state::State;
use crate::shell::theme::Theme;
use crate::shell::view::{View, ViewContext};
use crate::ui::icons::{Icon, icon};
use i18n::Key;
use scoring::text::Language;

const fn page_name(page: Page) -> Key {
    match page {
        Page::Entry => Key::PageEntry,
        Page::Results => Key::PageResults,
        Page::Scenario => Key::PageScenario,
        Page::Report => Key::PageReport,
        Page::Presentation => Key::PagePresentation,
        Page::Reference => Key::PageReference,
        Page::Guide => Key::PageGuide,
    }
}

const fn theme_name(theme: Theme) -> (Key, Icon) {
    match theme {
        Theme::Light => (Key::ThemeLight, Icon::Light),
        Theme::Dark => (Key::ThemeDark, Icon::Dark),
        Theme::System => (Key::ThemeSystem, Icon::System),
    }
}

/// A page that is turned to begins at its top, wherever the one before had been scrolled to.
fn to_top() -> Callback<MouseEvent> {
    Callback::from(|_| crate::ui::focus::to_top())
}

/// Each language by its own name, so that it is found by those who read no other.
const LANGUAGES: [(Language, &str, &str); 2] =
    [(Language::Vietnamese, "VI", "Tiếng Việt"), (Language::English, "EN", "English")];

/// The bar at the very top.
#[derive(PartialEq, Eq)]
pub struct TopBar {
    page: Page,
    language: Language,
    theme: Theme,
    menu_open: bool,
    /// What stands behind the address of every page.
    sample: Option<formats::samples::Sample>,
}

impl View for TopBar {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        Self {
            page: state.frame.page,
            language: state.frame.language,
            theme: state.frame.theme,
            menu_open: state.frame.menu_open,
            sample: state.sample(),
        }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        html! {
            <header class={classes!("topbar", self.menu_open.then_some("topbar--open"))}>
                <div class="topbar__in sheet-width">
                    <p class="brand">{ "Tự chấm" }</p>
                    // Only where the window is too narrow for all of it.
                    <button type="button" class="button topbar__menu" data-action="menu" aria-expanded={self.menu_open.to_string()}
                        onclick={ctx.always::<MouseEvent>(FrameEvent::MenuPressed)}>
                        <span>{ words.get(page_name(self.page)) }</span>{ icon(Icon::Open) }<span class="vh">{ " – " }{ words.get(Key::Menu) }</span>
                    </button>
                    <nav class="nav" aria-label={words.get(Key::Pages)}>
                        <ul>
                            for item in Page::MENU {
                                <li key={item.path()}>
                                    <a href={address(item, self.sample)} aria-current={(item == self.page).then_some("page")} onclick={to_top()}>
                                        { words.get(page_name(item)) }
                                    </a>
                                </li>
                            }
                        </ul>
                    </nav>
                    <div class="topbar__choices">
                        <fieldset class="segments">
                            <legend class="vh"><span lang="vi">{ "Ngôn ngữ" }</span>{ " / " }<span lang="en">{ "Language" }</span></legend>
                            for (choice, short, name) in LANGUAGES {
                                <label class="segment" title={name} key={short}>
                                    <input type="radio" name="lang" value={choice.code()} checked={choice == self.language}
                                        aria-label={name} onchange={ctx.always::<Event>(FrameEvent::LanguageChosen(choice))}/>
                                    <span aria-hidden="true">{ short }</span>
                                </label>
                            }
                        </fieldset>
                        <fieldset class="segments">
                            <legend class="vh">{ words.get(Key::Theme) }</legend>
                            for (word, choice) in Theme::ALL {
                                <label class="segment" title={words.get(theme_name(choice).0)} key={word}>
                                    <input type="radio" name="theme" value={word} checked={choice == self.theme}
                                        onchange={ctx.always::<Event>(FrameEvent::ThemeChosen(choice))}/>
                                    <span>{ icon(theme_name(choice).1) }<span class="vh">{ words.get(theme_name(choice).0) }</span></span>
                                </label>
                            }
                        </fieldset>
                    </div>
                </div>
            </header>
        }
    }
}

/// The address of a page, with the sample that is open: a link opened in another window opens that as well.
fn address(page: Page, sample: Option<formats::samples::Sample>) -> String {
    let path = ["#", page.path()].concat();
    match sample {
        Some(sample) => [&path, Page::SAMPLE, &sample.id()].concat(),
        None => path,
    }
}
