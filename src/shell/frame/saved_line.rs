//! One line that always says where the data is.

use crate::features::exporting::event::ExportEvent;
use crate::features::versions::event::VersionEvent;
use yew::prelude::*;

use crate::document::saving::{Saving, StorageScope};
use crate::features::linked_file::view::{File, draw_file};
use crate::shell::state::State;
use crate::shell::view::{View, ViewContext};
use i18n::numbers::{day, days_between, time_of_day};
use i18n::{Key, Words};

/// Where the document is kept, since when, and how old its last exported file is.
#[derive(PartialEq, Eq)]
pub struct SavedLine {
    saving: Saving,
    saved: String,
    exported: String,
    handed_over: String,
    file: File,
    today: String,
    keeping: StorageScope,
    foreign: usize,
    sample: bool,
}

impl View for SavedLine {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        Self {
            saving: state.document.saving,
            saved: state.document.assessment().document.saved.clone(),
            exported: state.exporting.exported.clone(),
            handed_over: state.exporting.handed_over.clone(),
            file: File::read(state),
            today: state.now.get(..10).unwrap_or_default().to_owned(),
            keeping: state.drafts.storage_scope,
            foreign: state.drafts.foreign,
            sample: state.document.assessment().is_sample(),
        }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        if self.sample {
            return html! { <p class="tools__saved" data-out="saved" data-value="sample">{ words.get(Key::SavedSample) }</p> };
        }
        let problem = matches!(self.saving, Saving::Failed | Saving::Unavailable | Saving::Superseded);
        let class = classes!("tools__saved", problem.then_some("tools__saved--problem"));
        html! {
            <p {class} data-out="saved" data-value={word(self.saving)}>
                { self.place(words) }{ " · " }
                { draw_file(&self.file, || self.last_file(words), ctx) }
                if !self.handed_over.is_empty() && !self.file.is_linked() {
                    { " · " }
                    <button type="button" class="link" data-action="file-there"
                        onclick={ctx.always::<MouseEvent>(ExportEvent::Confirmed)}>{ words.get(Key::FileThere) }</button>
                }
                if self.foreign > 0 {
                    { " · " }{ words.fill(Key::DraftsForeign, &[("n", &self.foreign.to_string())]) }
                }
                if !matches!(self.saving, Saving::Untouched | Saving::Unavailable) {
                    { " · " }
                    <button type="button" class="link" data-action="versions" aria-haspopup="dialog"
                        onclick={ctx.always::<MouseEvent>(VersionEvent::Asked)}>{ words.get(Key::Versions) }</button>
                }
            </p>
        }
    }
}

/// A stable word for scripts.
const fn word(saving: Saving) -> &'static str {
    match saving {
        Saving::Untouched => "untouched",
        Saving::Pending | Saving::Storing => "pending",
        Saving::Done => "saved",
        Saving::Failed => "failed",
        Saving::Superseded => "superseded",
        Saving::Unavailable => "memory",
    }
}

impl SavedLine {
    fn place(&self, words: Words) -> String {
        let said = match self.saving {
            Saving::Untouched => words.get(Key::SavedUntouched).to_owned(),
            Saving::Pending | Saving::Storing => words.get(Key::SavedPending).to_owned(),
            Saving::Done | Saving::Superseded if self.saved.starts_with(&self.today) => {
                words.fill(Key::SavedAt, &[("time", time_of_day(&self.saved))])
            }
            Saving::Done | Saving::Superseded => {
                words.fill(Key::SavedOn, &[("time", time_of_day(&self.saved)), ("date", &day(&self.saved))])
            }
            Saving::Failed => words.get(Key::SavedFailed).to_owned(),
            Saving::Unavailable if self.keeping == StorageScope::Newer => {
                words.get(Key::SavedNewer).to_owned()
            }
            Saving::Unavailable if self.keeping == StorageScope::Silent => {
                words.get(Key::SavedSilent).to_owned()
            }
            Saving::Unavailable if self.keeping == StorageScope::Held => words.get(Key::SavedHeld).to_owned(),
            Saving::Unavailable => words.get(Key::SavedUnavailable).to_owned(),
        };
        let kept = matches!(self.saving, Saving::Untouched | Saving::Done);
        if kept && self.keeping == StorageScope::ByPath {
            [&said, " ", words.get(Key::SavedByPath)].concat()
        } else {
            said
        }
    }

    /// "tệp xuất gần nhất: 3 ngày trước".
    fn last_file(&self, words: Words) -> String {
        if !self.handed_over.is_empty() {
            return words.fill(Key::FileHandedOver, &[("time", time_of_day(&self.handed_over))]);
        }
        let exported = &self.exported;
        match days_between(exported, &self.today) {
            None => words.get(Key::FileNever).to_owned(),
            Some(days) if days <= 0 => words.fill(Key::FileToday, &[("time", time_of_day(exported))]),
            Some(1) => words.get(Key::FileYesterday).to_owned(),
            Some(days) => words.fill(Key::FileDaysAgo, &[("n", &days.to_string())]),
        }
    }
}
