//! The local time of this computer, and timers.

pub use gloo::timers::callback::Interval;
pub use gloo::timers::callback::Timeout;
use js_sys::{Date, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::number::whole;

/// Now, local time with its offset: "2023-12-01T08:00:00+07:00".
pub fn now() -> String {
    let now = Date::new_0();
    let mut text = day(&now);
    text.push('T');
    push_two(&mut text, now.get_hours());
    text.push(':');
    push_two(&mut text, now.get_minutes());
    text.push(':');
    push_two(&mut text, now.get_seconds());
    // JavaScript counts the minutes from local time to UTC, ISO 8601 the other way.
    push_offset(&mut text, -whole(&JsValue::from(now.get_timezone_offset())).unwrap_or(0));
    text
}

/// Calls back once, after so many milliseconds. Dropping what is returned cancels it; `forget()` lets it run.
#[must_use = "dropping the timer cancels it"]
pub fn after(millis: u32, callback: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(millis, callback)
}

/// Waits so many milliseconds.
pub async fn pause(millis: u32) {
    let mut timer = None;
    let passed = Promise::new(&mut |resolve, _| {
        timer = Some(Timeout::new(millis, move || drop(resolve.call0(&JsValue::UNDEFINED))));
    });
    // It can't be refused.
    let _ = JsFuture::from(passed).await;
    drop(timer);
}

/// Calls back every so many milliseconds, until what is returned is dropped.
#[must_use = "dropping the timer stops it"]
pub fn every(millis: u32, callback: impl FnMut() + 'static) -> Interval {
    Interval::new(millis, callback)
}

fn day(date: &Date) -> String {
    let year = date.get_full_year();
    let mut text = String::with_capacity(25);
    push_two(&mut text, year / 100);
    push_two(&mut text, year % 100);
    text.push('-');
    push_two(&mut text, date.get_month() + 1);
    text.push('-');
    push_two(&mut text, date.get_date());
    text
}

fn push_two(text: &mut String, number: u32) {
    if number < 10 {
        text.push('0');
    }
    text.push_str(&number.to_string());
}

/// Writes minutes east of UTC as "+07:00".
fn push_offset(text: &mut String, minutes: i64) {
    text.push(if minutes < 0 { '-' } else { '+' });
    let minutes = u32::try_from(minutes.unsigned_abs()).unwrap_or(0);
    push_two(text, minutes / 60);
    text.push(':');
    push_two(text, minutes % 60);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_are_written_as_iso_8601_has_them() {
        for (minutes, written) in [
            (420, "+07:00"),
            (0, "+00:00"),
            (-210, "-03:30"),
            (345, "+05:45"),
            (-600, "-10:00"),
            (-30, "-00:30"),
        ] {
            let mut text = String::new();
            push_offset(&mut text, minutes);
            assert_eq!(text, written);
        }
    }
}
