//! What a cell holds, as the unit would have typed it.

use calamine::{DataRef, ExcelDateTime};
use scoring::figures::{FigureKind, is_blank, read};

use super::lost_markup::{ERROR, RAISED, STRUCK};

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    /// A text.
    Text(String),
    /// A number, as it would be typed: "12,5".
    Number(String),
    /// A number shown as a percentage: "48,235" of 0.48235.
    Percent(String),
    /// A number whose format shows it in thousands, millions or billions, or names these, and that format.
    Scaled(String, String),
    /// A text with characters that stand higher or lower, or are struck out, each such run behind its sign.
    Drawn(String),
    /// A day, ISO 8601.
    Day(String),
    /// A number shown as a day, and none: before 1901, where programs count days in two ways, after 9999, or with a time.
    NoDay(String),
    /// Yes or no.
    Flag(bool),
    /// An error of a formula: "#DIV/0!".
    Error(String),
    /// A formula whose result is not in the file.
    NoResult,
}

impl Value {
    /// What a cell holds, given how it shows numbers; `None` for a blank one.
    pub(super) fn of(cell: &DataRef<'_>, format: &str) -> Option<Self> {
        Some(match cell {
            DataRef::Empty => return None,
            DataRef::Int(number) if scales(format) => Self::Scaled(number.to_string(), format.to_owned()),
            DataRef::Float(number) if scales(format) => Self::Scaled(typed(*number, 0)?, format.to_owned()),
            DataRef::Int(number) => match percent_sign(format) {
                PercentSign::None => Self::Number(number.to_string()),
                PercentSign::Hundredfold => Self::Percent(number.saturating_mul(100).to_string()),
                PercentSign::Text => Self::Percent(number.to_string()),
            },
            DataRef::Float(number) => match percent_sign(format) {
                PercentSign::None => Self::Number(typed(*number, 0)?),
                PercentSign::Hundredfold => Self::Percent(typed(*number, 2)?),
                PercentSign::Text => Self::Percent(typed(*number, 0)?),
            },
            DataRef::String(text) => Self::of_text(text)?,
            DataRef::SharedString(text) => Self::of_text(text)?,
            DataRef::Bool(flag) => Self::Flag(*flag),
            DataRef::DateTime(datetime) => day(datetime)?,
            DataRef::DateTimeIso(text) => match day_of(text.strip_suffix("T00:00:00").unwrap_or(text)) {
                Some(day) => Self::Day(day),
                None => Self::NoDay(text.clone()),
            },
            DataRef::DurationIso(text) => Self::Text(text.clone()),
            DataRef::Error(error) => Self::Error(error.to_string()),
        })
    }

    /// What a text says; `None` for one that is blank to the eye.
    fn of_text(text: &str) -> Option<Self> {
        let text = text.trim();
        Some(match text.strip_prefix(ERROR) {
            Some(error) => Self::Error(error.to_owned()),
            None if is_blank(text) => return None,
            None if text.contains([RAISED, STRUCK]) => Self::Drawn(text.to_owned()),
            None => Self::Text(text.to_owned()),
        })
    }

    /// As it would be typed or read.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Text(text) | Self::Number(text) | Self::NoDay(text) | Self::Error(text) => text.clone(),
            Self::NoResult => String::new(),
            Self::Percent(text) => [text, "%"].concat(),
            Self::Scaled(number, format) => [number, " (", format, ")"].concat(),
            Self::Drawn(text) => text.replace([RAISED, STRUCK], "").trim().to_owned(),
            Self::Day(iso) => i18n::numbers::day(iso),
            Self::Flag(true) => "TRUE".to_owned(),
            Self::Flag(false) => "FALSE".to_owned(),
        }
    }

    /// As it stands in a table that is read as text, where nothing may be taken for a figure that it is not.
    pub(super) fn table_text(&self) -> String {
        match self {
            Self::Number(number) => not_grouped(number),
            Self::Percent(number) => [&not_grouped(number), "%"].concat(),
            Self::Drawn(text) => text.replace(RAISED, "^").replace(STRUCK, "~").trim().to_owned(),
            // As errors of formulas are, which no figure is read from.
            Self::NoResult => "#CHƯA TÍNH!".to_owned(),
            Self::Text(_)
            | Self::Scaled(..)
            | Self::Day(_)
            | Self::NoDay(_)
            | Self::Flag(_)
            | Self::Error(_) => self.text(),
        }
    }

    /// Whether it is a number, or a text that reads as one, or would be one.
    pub(super) fn is_number(&self) -> bool {
        match self {
            Self::Number(_) | Self::Percent(_) | Self::Scaled(..) | Self::NoResult => true,
            Self::Text(text) => read(text, FigureKind::Percent).is_ok_and(|figure| figure.is_some()),
            Self::Drawn(_) | Self::Day(_) | Self::NoDay(_) | Self::Flag(_) | Self::Error(_) => false,
        }
    }

    /// Its day, ISO 8601.
    pub(super) fn day(&self) -> Option<String> {
        match self {
            Self::Day(iso) => Some(iso.clone()),
            Self::Text(text) => day_of(text),
            Self::Number(_)
            | Self::Percent(_)
            | Self::Scaled(..)
            | Self::Drawn(_)
            | Self::NoDay(_)
            | Self::Flag(_)
            | Self::Error(_)
            | Self::NoResult => None,
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

/// A number that is not whole, so that it can't be read as grouped digits: "1,234" is "1,2340".
fn not_grouped(number: &str) -> String {
    let is_ambiguous = number.split_once(',').is_some_and(|(_, decimals)| decimals.len() == 3);
    [number, if is_ambiguous { "0" } else { "" }].concat()
}

/// Words of so many, composed and decomposed, and typed without marks.
const SCALES: [&str; 26] = [
    "nghìn",
    "nghi\u{300}n",
    "nghin",
    "ngàn",
    "nga\u{300}n",
    "triệu",
    "trie\u{323}u\u{302}",
    "trie\u{323}\u{302}u",
    "trieu",
    "tr",
    "trđ",
    "tỷ",
    "ty\u{309}",
    "tỉ",
    "ti\u{309}",
    "ty",
    "thousand",
    "thousands",
    "million",
    "millions",
    "mil",
    "mln",
    "billion",
    "billions",
    "bn",
    "tỷđ",
];

/// Whether a format shows a number in thousands, millions or billions: by commas behind its digits, each a thousand, or by a
/// word of its own, of which nobody knows whether it is a part of the number.
fn scales(format: &str) -> bool {
    let mut chars = format.chars().peekable();
    let mut words = String::new();
    let mut quoted = false;
    // Digits stand before, and the commas behind them.
    let mut commas = None;
    while let Some(c) = chars.next() {
        match c {
            '"' => quoted = !quoted,
            _ if quoted => words.push(c),
            '\\' => words.extend(chars.next()),
            // A space as wide as a character, and one that fills up.
            '_' | '*' => drop(chars.next()),
            '[' => {
                let within: String = chars.by_ref().take_while(|c| *c != ']').collect();
                // A currency: `[$triệu đồng-42A]`.
                words.extend(within.strip_prefix('$').map(|text| [" ", text, " "].concat()));
            }
            '0' | '#' | '?' => {
                commas = Some(0);
                continue;
            }
            ',' if commas.is_some() => {
                commas = commas.map(|count| count + 1);
                if !matches!(chars.peek(), Some('0' | '#' | '?' | ',')) {
                    return true;
                }
                continue;
            }
            _ => words.push(c),
        }
        commas = None;
    }
    let words = words.to_lowercase();
    let words: Vec<&str> = words
        .split(|c: char| !(c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c)))
        .filter(|word| !word.is_empty())
        .collect();
    let before = std::iter::once("").chain(words.iter().copied());
    // "công ty" is a company.
    before
        .zip(&words)
        .any(|(before, word)| SCALES.contains(word) && !matches!(before, "công" | "cong" | "co\u{302}ng"))
}

/// How a format of numbers shows a percent sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PercentSign {
    /// Not at all.
    None,
    /// After a hundred times the number: `0.0%`.
    Hundredfold,
    /// After the number itself, as a text: `0.0"%"`, `0\\%`.
    Text,
}

/// How a format shows a percent sign with a number from zero up: by its first section.
fn percent_sign(format: &str) -> PercentSign {
    let mut sign = PercentSign::None;
    let mut chars = format.chars();
    let mut quoted = false;
    while let Some(c) = chars.next() {
        match c {
            '"' => quoted = !quoted,
            // One character as it is, a space as wide as one, and one that fills up.
            '\\' | '_' | '*' if !quoted => {
                let is_text = chars.next() == Some('%') && c == '\\' && sign == PercentSign::None;
                sign = if is_text { PercentSign::Text } else { sign };
            }
            ';' if !quoted => break,
            '%' if quoted && sign == PercentSign::None => sign = PercentSign::Text,
            '%' if !quoted => sign = PercentSign::Hundredfold,
            _ => {}
        }
    }
    sign
}

/// The day of a number that is shown as one.
fn day(datetime: &ExcelDateTime) -> Option<Value> {
    let number = typed(datetime.as_f64(), 0)?;
    let (year, month, day, hours, minutes, seconds, millis) = datetime.to_ymd_hms_milli();
    let whole = (hours, minutes, seconds, millis) == (0, 0, 0, 0) && !number.contains(',');
    // What is beyond the calendar of workbooks comes as its last day.
    let last = (year, month, day) == (9999, 12, 31) && !matches!(number.as_str(), "2958465" | "2957003");
    Some(if whole && !last && year > 1900 && !number.starts_with('-') {
        Value::Day(format!("{year:04}-{month:02}-{day:02}"))
    } else {
        Value::NoDay(number)
    })
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
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
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
    fn a_percent_sign_multiplies_or_is_a_text() {
        for (format, sign) in [
            ("General", PercentSign::None),
            ("0.00%", PercentSign::Hundredfold),
            ("#,##0.0\\ %", PercentSign::Hundredfold),
            ("0.00\"%\"", PercentSign::Text),
            ("0\\%", PercentSign::Text),
            ("0\" %\"", PercentSign::Text),
            ("0\"%\"%", PercentSign::Hundredfold),
            ("0_%", PercentSign::None),
            ("0;0%", PercentSign::None),
        ] {
            assert_eq!(percent_sign(format), sign, "{format}");
        }
    }

    #[test]
    fn formats_that_scale_are_known_and_units_are_none() {
        for (format, does) in [
            ("General", false),
            ("#,##0", false),
            ("#,##0.00", false),
            ("_(* #,##0_);_(* (#,##0);_(* \"-\"??_);_(@_)", false),
            ("#,##0\\ \"₫\"", false),
            ("#,##0\" hồ sơ\"", false),
            ("#,##0\" công ty\"", false),
            ("dd/mm/yyyy", false),
            ("[$-42A]#,##0", false),
            ("#,##0,", true),
            ("0.0,,\"M\"", true),
            ("#,##0,.0", true),
            ("[>=1000000]0.0,,;0", true),
            ("#,##0\" triệu đồng\"", true),
            ("#,##0\" TỶ\"", true),
            ("#,##0\\ \\t\\ỷ", true),
            ("0\" ngàn\"", true),
            ("0 \"million\"", true),
            ("#,##0\\ [$triệu đồng-42A]", true),
        ] {
            assert_eq!(scales(format), does, "{format}");
        }
    }

    #[test]
    fn numbers_shown_as_days_are_days_of_the_calendar_or_none() {
        let shown = |number: f64| {
            let datetime = ExcelDateTime::new(number, calamine::ExcelDateTimeType::DateTime, false);
            Value::of(&DataRef::DateTime(datetime), "dd/mm/yyyy").unwrap()
        };
        for (number, day) in [(45_292.0, "2024-01-01"), (367.0, "1901-01-01"), (2_958_465.0, "9999-12-31")] {
            assert_eq!(shown(number), Value::Day(day.to_owned()), "{number}");
        }
        for number in [-5.0, 0.0, 1.0, 59.0, 60.0, 61.0, 366.0, 2_958_466.0, 1e9, 45_292.5, 0.25] {
            assert!(matches!(shown(number), Value::NoDay(_)), "{number}");
        }
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
