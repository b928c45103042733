//! What a cell holds, as the unit would have typed it.

use calamine::{DataRef, ExcelDateTime};

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    /// A text.
    Text(String),
    /// A number, as it would be typed: "12,5".
    Number(String),
    /// A number shown as a percentage: "48,235" of 0.48235.
    Percent(String),
    /// A day, ISO 8601.
    Day(String),
    /// Yes or no.
    Flag(bool),
    /// An error of a formula: "#DIV/0!".
    Error(String),
}

impl Value {
    /// What a cell holds, given how it shows numbers; `None` for a blank one.
    pub(super) fn of(cell: &DataRef<'_>, format: &str) -> Option<Self> {
        Some(match cell {
            DataRef::Empty => return None,
            DataRef::Int(number) => Self::Number(number.to_string()),
            DataRef::Float(number) if format.contains('%') => Self::Percent(typed(*number, 2)?),
            DataRef::Float(number) => Self::Number(typed(*number, 0)?),
            DataRef::String(text) => Self::Text(text.trim().to_owned()),
            DataRef::SharedString(text) => Self::Text(text.trim().to_owned()),
            DataRef::Bool(flag) => Self::Flag(*flag),
            DataRef::DateTime(datetime) => Self::Day(day(datetime)),
            DataRef::DateTimeIso(text) => Self::Day(text.get(..10).unwrap_or(text).to_owned()),
            DataRef::DurationIso(text) => Self::Text(text.clone()),
            DataRef::Error(error) => Self::Error(error.to_string()),
        })
        .filter(|value| *value != Self::Text(String::new()))
    }

    /// As it would be typed or read.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Text(text) | Self::Number(text) | Self::Error(text) => text.clone(),
            Self::Percent(text) => [text, "%"].concat(),
            Self::Day(iso) => i18n::numbers::day(iso),
            Self::Flag(true) => "TRUE".to_owned(),
            Self::Flag(false) => "FALSE".to_owned(),
        }
    }

    /// Its day, ISO 8601.
    pub(super) fn day(&self) -> Option<String> {
        match self {
            Self::Day(iso) => Some(iso.clone()),
            Self::Text(text) => day_of(text),
            Self::Number(_) | Self::Percent(_) | Self::Flag(_) | Self::Error(_) => None,
        }
    }
}

/// A number as it would be typed, its mark moved `up` places. A workbook counts to fifteen digits: what stands behind them
/// comes of its arithmetic. `None` for what is no number.
fn typed(number: f64, up: i32) -> Option<String> {
    let digits = format!("{number:.14e}");
    let (size, power) = digits.split_once('e')?;
    let power: i32 = power.parse().ok()?;
    let moved: f64 = [size, "e", &(power + up).to_string()].concat().parse().ok()?;
    // A comma, as people here type it. No digits are grouped, so it can be taken for nothing else.
    let text = moved.to_string().replace('.', ",");
    Some(if text == "-0" { "0".to_owned() } else { text })
}

fn day(datetime: &ExcelDateTime) -> String {
    let (year, month, day, ..) = datetime.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}

/// A day typed as text: "05/02/2026", "5-2-2026", "2026-02-05".
fn day_of(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['/', '-', '.']).map(str::trim).collect();
    let [first, month, last] = parts.as_slice() else { return None };
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    let (year, month, day): (u16, u8, u8) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 31,
    };
    let exists = (1900..=9999).contains(&year) && (1..=12).contains(&month) && (1..=days).contains(&day);
    exists.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_cells_become_what_would_be_typed() {
        for (number, up, text) in [
            (1234.0, 0, "1234"),
            (48.235, 0, "48,235"),
            (0.1 + 0.2, 0, "0,3"),
            (0.48235, 2, "48,235"),
            (0.07, 2, "7"),
            (-3.5, 0, "-3,5"),
            (-0.0, 0, "0"),
            (123_456_789_012_345.0, 0, "123456789012345"),
            (1e300, 0, &["1", &"0".repeat(300)].concat()),
        ] {
            assert_eq!(typed(number, up).as_deref(), Some(text));
        }
        assert_eq!(typed(f64::NAN, 0), None);
        assert_eq!(typed(f64::INFINITY, 0), None);
    }

    #[test]
    fn days_typed_as_text_are_understood_or_not() {
        for (text, day) in [
            ("05/02/2026", Some("2026-02-05")),
            ("5-2-2026", Some("2026-02-05")),
            ("2026-02-05", Some("2026-02-05")),
            ("29/02/2024", Some("2024-02-29")),
            ("29/02/2023", None),
            ("31/04/2023", None),
            ("12/2023", None),
            ("ngày 5 tháng 2", None),
        ] {
            assert_eq!(day_of(text).as_deref(), day, "{text}");
        }
    }
}
