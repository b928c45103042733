//! One line that always says where the data is.

use yew::prelude::*;

use crate::app::{Saving, State};
use crate::view::live::{Drawing, Part};
use crate::view::numbers::{day, days_between, time_of_day};
use crate::view::words::{Key, Words};

/// Where the document is kept, since when, and how old its last exported file is.
#[derive(PartialEq)]
pub struct SavedLine {
    saving: Saving,
    saved: String,
    exported: String,
    today: String,
}

impl SavedLine {
    /// Reads it.
    pub fn read(state: &State) -> Self {
        Self {
            saving: state.saving,
            saved: state.assessment.document.saved.clone(),
            exported: state.exported.clone(),
            today: state.now.get(..10).unwrap_or_default().to_owned(),
        }
    }
}

impl Part for SavedLine {
    fn draw(&self, page: &Drawing) -> Html {
        let words = page.words;
        let problem = matches!(self.saving, Saving::Failed | Saving::Unavailable | Saving::Superseded);
        let class = classes!("tools__saved", problem.then_some("tools__saved--problem"));
        html! {
            <p {class} data-out="saved" data-value={word(self.saving)}>
                { place(self.saving, &self.saved, &self.today, words) }{ " · " }
                { last_file(&self.exported, &self.today, words) }
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

fn place(saving: Saving, saved: &str, today: &str, words: Words) -> String {
    match saving {
        Saving::Untouched => words.get(Key::SavedUntouched).to_owned(),
        Saving::Pending | Saving::Storing => words.get(Key::SavedPending).to_owned(),
        Saving::Done if saved.starts_with(today) => words.fill(Key::SavedAt, &[("time", time_of_day(saved))]),
        Saving::Done => words.fill(Key::SavedOn, &[("time", time_of_day(saved)), ("date", &day(saved))]),
        Saving::Failed => words.get(Key::SavedFailed).to_owned(),
        Saving::Superseded => words.get(Key::SavedSuperseded).to_owned(),
        Saving::Unavailable => words.get(Key::SavedUnavailable).to_owned(),
    }
}

/// "tệp xuất gần nhất: 3 ngày trước".
fn last_file(exported: &str, today: &str, words: Words) -> String {
    match days_between(exported, today) {
        None => words.get(Key::FileNever).to_owned(),
        Some(days) if days <= 0 => words.fill(Key::FileToday, &[("time", time_of_day(exported))]),
        Some(1) => words.get(Key::FileYesterday).to_owned(),
        Some(days) => words.fill(Key::FileDaysAgo, &[("n", &days.to_string())]),
    }
}
