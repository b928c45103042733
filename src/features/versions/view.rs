//! The kept versions of the open document.

use crate::features::versions::event::VersionEvent;
use crate::shell::frame::event::FrameEvent;
use std::rc::Rc;

use yew::prelude::*;

use crate::document::versions::{VersionEntry, VersionReason};
use crate::document::view::differences::differences;
use crate::shell::dialog::Dialog;
use crate::shell::state::State;
use crate::shell::view::{View, ViewContext};
use crate::ui::dialog::Modal;
use i18n::numbers::{day, points, time_of_day};
use i18n::{Key, Words};
use scoring::loaded_set::LoadedSet;
use scoring::target_set::TargetSet;

/// The list of versions.
#[derive(PartialEq, Eq)]
pub struct Versions {
    shown: bool,
    entries: Option<Rc<Vec<VersionEntry>>>,
    loaded: Rc<LoadedSet>,
}

impl View for Versions {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        let shown = state.frame.dialog == Some(Dialog::Versions);
        let entries = state.versions.listed.clone().filter(|_| shown);
        Self { shown, entries, loaded: Rc::clone(state.document.loaded()) }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        html! {
            <div class="dialog-slot">
                if self.shown {
                    { list(self.entries.as_deref().map(Vec::as_slice), &self.loaded.set, ctx) }
                }
            </div>
        }
    }
}

fn list(versions: Option<&[VersionEntry]>, set: &TargetSet, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let leave = ctx.always::<MouseEvent>(FrameEvent::DialogSet(None));
    let close = ctx.dialog_closer();
    let foot = html! {
        <button type="button" class="button push" data-action="close" onclick={leave}>{ words.get(Key::Close) }</button>
    };
    let body = html! {
        <>
            <p>{ words.get(Key::VersionsHelp) }</p>
            {match versions {
                None => html! { <p role="status">{ words.get(Key::Opening) }</p> },
                Some([]) => html! { <p role="status">{ words.get(Key::VersionsNone) }</p> },
                Some(versions) => html! {
                    <ul class="drafts">
                        for (place, version) in versions.iter().enumerate() {
                            { item(place, version, set, ctx) }
                        }
                    </ul>
                },
            }}
        </>
    };
    let title = words.get(Key::VersionsTitle).to_owned();
    Modal { key: "versions", close, title, body, foot, ..Modal::default() }.draw()
}

fn item(place: usize, version: &VersionEntry, set: &TargetSet, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let when = [time_of_day(&version.at), " ", &day(&version.at)].concat();
    let count = version.differences.len();
    let sides = [words.get(Key::VersionHere), words.get(Key::VersionThere)];
    let same = version.document.is_some() && count == 0;
    html! {
        <li class="draft version" key={place} data-version={place.to_string()}>
            <div>
                <p class="draft__name">{ when }</p>
                <p class="draft__meta">{ [words.get(why(version.why)), " · ", &holds(version, words)].concat() }</p>
            </div>
            <div class="draft__actions">
                if !same && version.document.is_some() {
                    <button type="button" class="button" data-action="restore" disabled={ctx.read_only}
                        onclick={ctx.always::<MouseEvent>(VersionEvent::Restored(place))}>{ words.get(Key::Restore) }</button>
                }
            </div>
            if count > 0 {
                <details class="version__more">
                    <summary>{ words.fill(Key::VersionDiffers, &[("n", &count.to_string())]) }</summary>
                    { differences(&version.differences, set, words.get(Key::VersionCaption), sides, words) }
                </details>
            } else {
                <p class="draft__meta version__more">
                    { words.get(if same { Key::VersionSame } else { Key::VersionUnreadable }) }
                </p>
            }
        </li>
    }
}

/// "8,770/55 điểm · 3/9 chỉ tiêu đã nhập".
fn holds(version: &VersionEntry, words: Words) -> String {
    let Some(totals) = version.card.as_ref().map(|card| card.totals) else { return String::new() };
    let entered = format!("{}/{}", totals.answered(), totals.targets);
    let (earned, most) = (points(totals.points, words.0), points(totals.max, words.0));
    words.fill(Key::FactResultIs, &[("points", &earned), ("max", &most), ("entered", &entered)])
}

const fn why(why: VersionReason) -> Key {
    match why {
        VersionReason::Opened => Key::WhyOpened,
        VersionReason::Imported => Key::WhyImported,
        VersionReason::Hour => Key::WhyHour,
        VersionReason::Paste => Key::WhyPaste,
        VersionReason::Replace => Key::WhyReplace,
        VersionReason::Heading => Key::WhyHeading,
        VersionReason::Restore => Key::WhyRestore,
        VersionReason::OtherWindow => Key::WhyOtherWindow,
    }
}
