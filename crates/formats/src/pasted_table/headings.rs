//! What the heading of a column says that the column holds.

use super::ColumnMeaning;
use scoring::folded::words;
use scoring::target_set::Target;

/// Headings of columns that number the rows.
const NUMBERS: [&str; 8] = ["stt", "tt", "so tt", "so thu tu", "thu tu", "no", "nr", "row"];
/// Headings of columns that name targets by their ids.
const IDS: [&str; 9] =
    ["ma", "ma chi tieu", "ma so", "ma ct", "ky hieu", "id", "target id", "code", "target code"];
/// Headings of columns that name targets by their names.
const NAMES: [&str; 10] = [
    "chi tieu",
    "ten chi tieu",
    "noi dung",
    "noi dung chi tieu",
    "ten",
    "tieu chi",
    "target",
    "target name",
    "name",
    "indicator",
];
/// Headings of columns of no figures, and beginnings of such headings.
const OTHERS: [&str; 24] = [
    "ty le",
    "ti le",
    "phan tram",
    "percent",
    "value",
    "ghi chu",
    "note",
    "ly do",
    "reason",
    "diem",
    "points",
    "max points",
    "don vi",
    "dvt",
    "unit",
    "level",
    "nam truoc",
    "year",
    "goal",
    "muc tieu",
    "tai lieu",
    "can cu",
    "trang thai",
    "state",
];
/// Headings of the first, second and third figure of a target, and beginnings of such headings.
const FIGURES: [&[&str]; 3] = [
    &[
        "so da",
        "so luong da",
        "da",
        "so thuc hien",
        "thuc hien",
        "so dat",
        "dat",
        "so hoan thanh",
        "hoan thanh",
        "so dung han",
        "ket qua thuc hien",
        "gia tri",
        "tu so",
        "done",
    ],
    &["tong", "so tong", "so phai", "phai", "mau so", "so duoc giao", "duoc giao", "ke hoach", "total"],
    &["so duoc tru", "duoc tru", "loai tru", "so loai tru", "tru", "dac thu", "excluded"],
];

/// What a heading says; `None` where it says nothing that is known. `target` is one whose own words for its figures may
/// stand there.
pub(super) fn meaning(heading: &str, target: Option<&Target>) -> Option<ColumnMeaning> {
    let said = words(heading);
    if said.is_empty() {
        return if heading.contains('%') { Some(ColumnMeaning::Nothing) } else { None };
    }
    let labels = target.map(|target| target.measure.fields()).unwrap_or_default();
    let own = labels.iter().position(|field| {
        let is_said = |text: &str| words(text) == said;
        field.label.is_some_and(|label| is_said(&label.vi) || is_said(&label.en))
    });
    if let Some(place) = own {
        return Some(ColumnMeaning::Figure(place));
    }
    let is_one_of = |list: &[&str]| list.contains(&said.as_str());
    let begins = |list: &[&str]| {
        list.iter().any(|known| {
            said.strip_prefix(known).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        })
    };
    if said == "entered" {
        return Some(ColumnMeaning::Entered);
    }
    if is_one_of(&NUMBERS) {
        return Some(ColumnMeaning::Number);
    }
    if is_one_of(&IDS) {
        return Some(ColumnMeaning::Id);
    }
    if is_one_of(&NAMES) {
        return Some(ColumnMeaning::Name);
    }
    // A result is what was worked out of figures.
    let padded = [" ", &said, " "].concat();
    let is_share = [" ty le ", " ti le ", " phan tram "].iter().any(|share| padded.contains(share));
    if said == "ket qua" || heading.contains('%') || begins(&OTHERS) || is_share {
        return Some(ColumnMeaning::Nothing);
    }
    // "Tổng số hồ sơ đã giải quyết" is a total of what was done.
    if said.starts_with("tong") && DONE.iter().any(|done| padded.contains(done)) {
        return Some(ColumnMeaning::Figure(0));
    }
    let known = FIGURES.iter().position(|list| begins(list));
    let contains = |list: &[&str]| list.iter().any(|part| padded.contains(part));
    let within = || match (contains(&ALL), contains(&DONE) || padded.contains(" duoc ")) {
        (true, false) => Some(1),
        (false, true) => Some(0),
        (true, true) | (false, false) => None,
    };
    known.or_else(within).map(ColumnMeaning::Figure)
}

/// Words within a heading that say of a number that it is of all.
const ALL: [&str; 6] =
    [" trong danh muc ", " tiep nhan ", " phai ", " duoc giao ", " cua don vi ", " in the list "];

/// Words in a heading that say of a total that it is one of what was done.
const DONE: [&str; 5] = [" da ", " dung han ", " hoan thanh ", " dat ", " done "];

/// Words that say no more than a period.
const PERIOD: [&str; 16] = [
    "nam", "ca", "nay", "year", "quy", "quarter", "thang", "month", "dau", "cuoi", "ky", "i", "ii", "iii",
    "iv", "so lieu",
];

/// Whether a heading names a period and nothing else: "Năm 2022", "Quý III", "Cả năm", "2023".
pub(super) fn is_period(heading: &str) -> bool {
    let said = words(heading);
    let is_number = |word: &str| word.chars().all(|c| c.is_ascii_digit());
    let is_named = |word: &str| PERIOD.contains(&word) || word.parse().is_ok_and(is_year);
    said.split(' ').all(|word| is_named(word) || is_number(word)) && said.split(' ').any(is_named)
}

/// Whether a heading is of another year than the one assessed, or of a part of it.
pub(super) fn is_of_another_time(heading: &str, year: u16) -> bool {
    let said = words(heading);
    let padded = [" ", &said, " "].concat();
    let is_part = [" nam truoc ", " ky truoc ", " cung ky ", " quy ", " thang ", " last year ", " quarter "]
        .iter()
        .any(|part| padded.contains(part));
    let years: Vec<u16> = said
        .split(' ')
        .filter_map(|word| word.parse().ok())
        .filter(|year| is_year(u32::from(*year)))
        .collect();
    is_part || !years.is_empty() && !years.contains(&year)
}

/// Whether a whole number may be a year.
pub(super) fn is_year(number: u32) -> bool {
    (1990..=2100).contains(&number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_with_and_without_marks_in_both_languages() {
        for (heading, known) in [
            ("STT", Some(ColumnMeaning::Number)),
            ("Số TT", Some(ColumnMeaning::Number)),
            ("Mã chỉ tiêu", Some(ColumnMeaning::Id)),
            ("target_id", Some(ColumnMeaning::Id)),
            ("NỘI DUNG", Some(ColumnMeaning::Name)),
            ("Đã số hóa\n(kết quả)", Some(ColumnMeaning::Figure(0))),
            ("Số đã làm", Some(ColumnMeaning::Figure(0))),
            ("so da lam", Some(ColumnMeaning::Figure(0))),
            ("done", Some(ColumnMeaning::Figure(0))),
            ("Tổng\nsố", Some(ColumnMeaning::Figure(1))),
            ("Total", Some(ColumnMeaning::Figure(1))),
            ("Số được trừ", Some(ColumnMeaning::Figure(2))),
            ("Tỷ lệ (%)", Some(ColumnMeaning::Nothing)),
            ("Đạt tỷ lệ", Some(ColumnMeaning::Nothing)),
            ("%", Some(ColumnMeaning::Nothing)),
            ("Điểm tối đa", Some(ColumnMeaning::Nothing)),
            ("Năm 2023", None),
            ("Danh mục", None),
            ("", None),
        ] {
            assert_eq!(meaning(heading, None), known, "{heading}");
        }
    }
}
