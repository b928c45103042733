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
    if said == "ket qua" || heading.contains('%') || begins(&OTHERS) {
        return Some(ColumnMeaning::Nothing);
    }
    FIGURES.iter().position(|list| begins(list)).map(ColumnMeaning::Figure)
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
