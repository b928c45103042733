//! What a browser would tell the program: the time, fresh ids, composed letters. Each test has its own.

use std::cell::Cell;

use tu_cham::shell::effect::{Effect, Preference};

thread_local! {
    static READINGS: Cell<u32> = const { Cell::new(0) };
    static IDS: Cell<u32> = const { Cell::new(0) };
}

/// The time, from eight in the morning on: each reading is a second later than the last.
pub fn now() -> String {
    let second = 8 * 3600 + READINGS.replace(READINGS.get() + 1);
    let (day, hour) = (2 + second / 86_400, second / 3600 % 24);
    format!("2023-12-{day:02}T{hour:02}:{:02}:{:02}+07:00", second / 60 % 60, second % 60)
}

/// An id that was not given before; the first ends in 1.
pub fn uuid() -> String {
    IDS.set(IDS.get() + 1);
    format!("00000000-0000-4000-8000-{:012}", IDS.get())
}

/// Times and ids begin again, for a test that states them or wants two programs alike to the letter.
pub fn restart() {
    READINGS.set(0);
    IDS.set(0);
}

/// Whether an effect is of the page alone: nothing hears of it, and no test is wrong where it is not looked at.
///
/// Every effect is named, so that one that is added must be thought of here.
pub fn is_of_the_page(effect: &Effect) -> bool {
    match effect {
        Effect::SaveSoon
        | Effect::LeaveAddress(_)
        | Effect::Address { .. }
        | Effect::Remember(
            Preference::Language | Preference::Theme | Preference::LastDocument | Preference::DraftsKept,
            _,
        )
        | Effect::Focus(_)
        | Effect::ModalOpened
        | Effect::ModalClosed
        | Effect::FillScreen(_)
        | Effect::Tick(_)
        | Effect::ScrollTo(_)
        | Effect::Reveal => true,
        Effect::Then(_)
        | Effect::SaveDraft(_)
        | Effect::Reread(_)
        | Effect::Lock(_)
        | Effect::RequestLock(_)
        | Effect::Unlock(_)
        | Effect::ReadMoreSets
        | Effect::ReadExercises
        | Effect::KeepSet(_)
        | Effect::DropSets(_)
        | Effect::Keep(_)
        | Effect::BackUp(_)
        | Effect::ListVersions(_)
        | Effect::Delete(_)
        | Effect::Download { .. }
        | Effect::DownloadFigures(_)
        | Effect::Print
        | Effect::HandOver { .. }
        | Effect::Office(_)
        | Effect::Compress(_)
        | Effect::Decompress(_)
        | Effect::Copy(_)
        | Effect::File(_)
        | Effect::ReadAppSource(_)
        | Effect::Remember(
            Preference::OpenedEmbedded | Preference::Exercises | Preference::ExerciseDraft,
            _,
        ) => false,
    }
}

/// The letters of the tests, composed as a browser composes them.
pub fn compose(text: &str) -> String {
    let pairs = [
        ("a\u{323}\u{302}", "ậ"),
        ("u\u{301}", "ú"),
        ("a\u{303}", "ã"),
        ("a\u{302}\u{323}", "ậ"),
        ("i\u{306}", "ĭ"),
    ];
    pairs.into_iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}
