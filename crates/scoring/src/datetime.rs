//! Dates and times as files write them (ISO 8601), as numbers that can be compared.

/// The number of a day in the proleptic Gregorian calendar, counted from 1 March of year 0; `None` for what is no date, and
/// for a day that the calendar does not have, such as 2023-02-30.
pub fn day_number(iso: &str) -> Option<i64> {
    let (year, month, day) = (number(iso, 0, 4)?, number(iso, 5, 7)?, number(iso, 8, 10)?);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return None,
    };
    if iso.get(4..5) != Some("-") || iso.get(7..8) != Some("-") || !(1..=days).contains(&day) {
        return None;
    }
    // Years begin in March, so that the leap day is the last.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    Some(365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day)
}

/// The seconds of a time, the same for one instant in every time zone: "2023-12-01T08:00:00+07:00",
/// "2023-12-01T01:00:00Z". `None` for what is no date with a time.
pub fn seconds(iso: &str) -> Option<i64> {
    let clock = |at: usize| Some(60 * number(iso, at, at + 2)? + number(iso, at + 3, at + 5)?);
    let rest = iso.get(19..)?;
    // Fractions of a second stand before the offset, and don't count.
    let offset = rest.find(['+', '-', 'Z']).map(|at| at + 19)?;
    let minutes = match iso.get(offset..=offset)? {
        "+" => clock(offset + 1)?,
        "-" => -clock(offset + 1)?,
        _ => 0,
    };
    Some(86_400 * day_number(iso)? + 60 * (clock(11)? - minutes) + number(iso, 17, 19)?)
}

fn number(iso: &str, from: usize, to: usize) -> Option<i64> {
    // A sign would be read as a part of the number.
    let digits = iso.get(from..to)?;
    if digits.bytes().all(|byte| byte.is_ascii_digit()) { digits.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_instant_is_the_same_in_every_time_zone() {
        let noon = seconds("2023-12-01T12:00:00+07:00");
        assert!(noon.is_some());
        for same in [
            "2023-12-01T05:00:00Z",
            "2023-12-01T05:00:00.250Z",
            "2023-11-30T23:30:00-05:30",
            "2023-12-01T05:00:00+00:00",
        ] {
            assert_eq!(seconds(same), noon, "{same}");
        }
        let before = [
            "2023-12-01T11:59:59+07:00",
            "2023-12-01T12:30:00+08:00",
            "2023-11-30T23:00:00+07:00",
            "2022-12-31T23:59:59-11:00",
        ];
        for earlier in before {
            assert!(seconds(earlier).is_some() && seconds(earlier) < noon, "{earlier}");
        }
    }

    #[test]
    fn what_is_no_time_has_no_seconds() {
        for text in [
            "",
            "2023-12-01",
            "2023-12-01T12:00:00",
            "hôm qua",
            "2023-12-01T12:00:00+",
            "ngày 1 tháng 12 năm 2023 lúc 8 giờ+07:00",
        ] {
            assert_eq!(seconds(text), None, "{text:?}");
        }
    }
}
