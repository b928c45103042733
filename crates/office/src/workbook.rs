//! What the two workbooks share: names of cells, days, and when they were made.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, XlsxError};

use scoring::assessment::Assessment;

/// The letters of a column counted from 0: "A", "AB".
pub(super) fn column_name(column: u32) -> String {
    let mut letters = String::new();
    let mut left = column + 1;
    while left > 0 {
        let letter = u8::try_from((left - 1) % 26).unwrap_or_default();
        letters.insert(0, char::from(b'A' + letter));
        left = (left - 1) / 26;
    }
    letters
}

/// A day that a cell can hold. Before 1901 programs count days in two ways.
pub(super) fn day(iso: &str) -> Option<ExcelDateTime> {
    let mut parts = iso.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let plain = iso.len() == 10 && iso.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let day = ExcelDateTime::from_ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    day.ok().filter(|_| plain && year >= "1901")
}

/// Made when the document was last saved: no clock is asked, and one document always gives the same bytes.
pub(super) fn properties(assessment: &Assessment) -> Result<DocProperties, XlsxError> {
    let saved = assessment.document.saved.get(..10).and_then(day);
    let made = saved.map_or_else(|| ExcelDateTime::from_ymd(2022, 5, 19), Ok)?;
    Ok(DocProperties::new().set_creation_datetime(&made))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_people_name_them() {
        for (column, name) in
            [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (16_383, "XFD")]
        {
            assert_eq!(column_name(column), name);
        }
    }

    #[test]
    fn a_day_is_a_day_of_the_calendar_and_nothing_else() {
        for (iso, is) in [
            ("2023-12-01", true),
            ("2024-02-29", true),
            ("2023-02-29", false),
            ("1901-01-01", true),
            ("1900-12-31", false),
            ("2023-12-1", false),
            ("01/12/2023", false),
            ("12:30:45.1", false),
            ("+023-12-01", false),
            ("", false),
        ] {
            assert_eq!(day(iso).is_some(), is, "{iso}");
        }
    }
}
