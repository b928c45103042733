//! Numbers, dates and times as people of a language write them.

use scoring::datetime::day_number;
use scoring::exact::Rounded;
use scoring::points::Points;
use scoring::text::Language;

/// A number of a file ("-1234.500") as people write it: "−1.234,500" or "−1,234.500".
pub fn number(text: &str, language: Language) -> String {
    let (decimal, group) = match language {
        Language::Vietnamese => (',', '.'),
        Language::English => ('.', ','),
    };
    let (sign, size) = text.strip_prefix('-').map_or(("", text), |size| ("−", size));
    let (whole, decimals) = size.split_once('.').unwrap_or((size, ""));
    let mut shown = String::from(sign);
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            shown.push(group);
        }
        shown.push(digit);
    }
    if !decimals.is_empty() {
        shown.push(decimal);
        shown += decimals;
    }
    shown
}

/// Points with their three decimals.
pub fn points(points: Points, language: Language) -> String {
    number(&points.to_string(), language)
}

/// Points as short as they can be said exactly: "10", "0,25".
pub fn short_points(points: Points, language: Language) -> String {
    let text = points.to_string();
    number(text.trim_end_matches('0').trim_end_matches('.'), language)
}

/// A percentage with its sign.
pub fn percent(rounded: &Rounded, language: Language) -> String {
    number(&rounded.to_string(), language) + "%"
}

/// The day of an ISO date or time: "01/12/2023"; as it is when it is no date.
pub fn day(iso: &str) -> String {
    let date = iso.get(..10).unwrap_or(iso);
    let mut parts = date.splitn(3, '-');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(year), Some(month), Some(day)) => [day, "/", month, "/", year].concat(),
        _ => iso.to_owned(),
    }
}

/// The time of day of an ISO time: "09:41".
pub fn time_of_day(iso: &str) -> &str {
    iso.get(11..16).unwrap_or_default()
}

/// Whole days of the calendar from one ISO time to another; `None` where one is no date.
pub fn days_between(from: &str, to: &str) -> Option<i64> {
    Some(day_number(to)? - day_number(from)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, Vietnamese};

    #[test]
    fn numbers_are_written_as_people_of_the_language_do() {
        for (text, language, shown) in [
            ("8.770", Vietnamese, "8,770"),
            ("8.770", English, "8.770"),
            ("1234567", Vietnamese, "1.234.567"),
            ("123456.5", English, "123,456.5"),
            ("-0.500", Vietnamese, "−0,500"),
            ("100", Vietnamese, "100"),
        ] {
            assert_eq!(number(text, language), shown);
        }
    }

    #[test]
    fn points_are_said_short_where_nothing_is_lost() {
        assert_eq!(short_points(Points::from_thousandths(10_000), Vietnamese), "10");
        assert_eq!(short_points(Points::from_thousandths(250), Vietnamese), "0,25");
    }

    #[test]
    fn days_are_counted_by_the_calendar() {
        for (from, to, days) in [
            ("2023-12-01T23:59:00+07:00", "2023-12-02T00:01:00+07:00", 1),
            ("2023-12-31", "2024-01-01", 1),
            ("2024-02-28", "2024-03-01", 2),
            ("2023-02-28", "2023-03-01", 1),
            ("2022-12-01", "2023-12-01", 365),
        ] {
            assert_eq!(days_between(from, to), Some(days), "{from} to {to}");
        }
        assert_eq!(days_between("", "2023-12-01"), None);
    }
}
