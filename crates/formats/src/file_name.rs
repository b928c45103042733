//! Names of files handed over: Vietnamese letters kept, nothing that a file system refuses.

use scoring::invisible_chars::is_invisible;

/// The longest name, extension included, in characters.
const MOST_CHARACTERS: usize = 120;

/// The name of a document's file: unit, year, date and time.
///
/// ```
/// use formats::file_name::file_name;
/// assert_eq!(
///     file_name("UBND xã Phú Mậu", 2023, "2023-12-01T09:41:07+07:00", "json"),
///     "UBND xã Phú Mậu - 2023 - 2023-12-01 09.41.07.json"
/// );
/// ```
pub fn file_name(unit: &str, year: u16, now: &str, extension: &str) -> String {
    named(unit, &format!(" - {year} - {}.{extension}", compact_time(now)))
}

/// An ISO time as names have it: "2023-12-01 09.41.07".
fn compact_time(now: &str) -> String {
    let second = now.chars().take("2023-12-01T09:41:07".len());
    let plain = |c| match c {
        'T' => ' ',
        ':' => '.',
        c => c,
    };
    second.map(plain).collect()
}

/// The name of the workbook that a unit fills: [`file_name`], with what it is before the unit.
pub fn template_name(unit: &str, year: u16, now: &str) -> String {
    let unit = unit.trim();
    let joined = if unit.is_empty() {
        String::from("Mẫu số liệu")
    } else {
        ["Mẫu số liệu - ", unit].concat()
    };
    file_name(&joined, year, now, "xlsx")
}

/// The name of an archive of so many drafts: how many, the day and time.
pub fn bundle_name(count: usize, now: &str) -> String {
    format!("Tự chấm - {count} bản nháp - {}.zip", compact_time(now))
}

/// The name of a file of exercises: the day and time.
pub fn exercises_name(now: &str) -> String {
    ["bai-tap-", &compact_time(now).replace(' ', "-"), ".json"].concat()
}

/// The name of the file of a set: its id and edition.
pub fn set_name(id: &str, edition: &str) -> String {
    named(id, &[" - ", &*allowed(edition).chars().take(20).collect::<String>(), ".json"].concat())
}

/// The name of a file that a document goes on being written to: unit and year.
pub fn lasting_name(unit: &str, year: u16, extension: &str) -> String {
    named(unit, &format!(" - {year}.{extension}"))
}

/// The name of a file that shows a part of a document: unit, year and what it shows.
pub fn part_name(unit: &str, year: u16, part: &str, extension: &str) -> String {
    named(unit, &format!(" - {year} - {}.{extension}", allowed(part)))
}

/// What of a text may stand in a file's name, with single spaces. A name must look like what it is.
fn allowed(text: &str) -> String {
    let allowed = |c: &char| !c.is_control() && !"\\/:*?\"<>|".contains(*c) && !is_invisible(*c);
    let text: String = text.chars().filter(allowed).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn named(unit: &str, tail: &str) -> String {
    let unit = allowed(unit);
    // A name that begins with a dot is hidden, and one that is blank says nothing.
    let unit = unit.trim_matches(['.', ' ']);
    let unit = if unit.is_empty() { "Tự chấm" } else { unit };
    let most = MOST_CHARACTERS.saturating_sub(tail.chars().count());
    let unit: String = unit.chars().take(most).collect();
    [unit.trim_end(), tail].concat()
}

/// The media type of a file by its name.
pub fn mime(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html",
        Some("docx") => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Some("xlsx") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Some("csv") => "text/csv",
        Some("zip") => "application/zip",
        Some("svg") => "image/svg+xml",
        _ => "application/json",
    }
}

#[cfg(test)]
mod tests {
    use super::{file_name, part_name};

    const NOW: &str = "2023-12-01T09:41:07+07:00";

    #[test]
    fn nothing_that_a_file_system_refuses_gets_in() {
        for (unit, name) in [
            ("Sở Nội vụ: \"A/B\"\\<1>|?*", "Sở Nội vụ AB1"),
            ("..", "Tự chấm"),
            ("  ", "Tự chấm"),
            ("a\u{202e}b\tc\nd", "abcd"),
            (".ẩn.", "ẩn"),
        ] {
            assert_eq!(
                file_name(unit, 2023, NOW, "json"),
                format!("{name} - 2023 - 2023-12-01 09.41.07.json")
            );
        }
    }

    #[test]
    fn a_part_of_a_document_says_which() {
        let name = part_name("UBND xã Phú Mậu", 2023, "TT-3: đường/đi", "svg");
        assert_eq!(name, "UBND xã Phú Mậu - 2023 - TT-3 đườngđi.svg");
    }

    #[test]
    fn a_long_unit_is_cut_and_the_rest_stays() {
        let name = file_name(&"Ủy ban ".repeat(40), 2023, NOW, "json");
        assert_eq!(name.chars().count(), 120);
        assert!(name.ends_with(" - 2023 - 2023-12-01 09.41.07.json"));
    }
}
