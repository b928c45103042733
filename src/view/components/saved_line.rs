//! One line that always says where the data is.

use yew::prelude::*;

use crate::app::Saving;
use crate::view::hooks::{use_part, use_words};
use crate::view::numbers::{day, days_between, time_of_day};
use crate::view::words::{Key, Words};

/// Where the document is kept, since when, and how old its last exported file is.
#[component]
pub fn SavedLine() -> Html {
    let words = use_words();
    let (saving, saved, exported, today) = use_part(|state| {
        let today = state.now.get(..10).unwrap_or_default().to_owned();
        (state.saving, state.assessment.document.saved.clone(), state.exported.clone(), today)
    })
    .unwrap_or_default();
    let place = place(saving, &saved, &today, words);
    let problem = matches!(saving, Saving::Failed | Saving::Unavailable | Saving::Superseded);
    let word = match saving {
        Saving::Untouched => "untouched",
        Saving::Pending | Saving::Storing => "pending",
        Saving::Done => "saved",
        Saving::Failed => "failed",
        Saving::Superseded => "superseded",
        Saving::Unavailable => "memory",
    };
    html! {
        <p class={classes!("tools__saved", problem.then_some("tools__saved--problem"))} data-out="saved" data-value={word}>
            { place }{ " · " }{ last_file(&exported, &today, words) }
        </p>
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
