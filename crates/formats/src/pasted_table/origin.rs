//! What a table says of itself: the unit and year that it is of, and whether it is a sample's.

use scoring::figures::is_blank;
use scoring::folded::words;

/// In how many rows from the top a table says what it is.
const HEAD_ROWS: usize = 12;

/// What a table says that it is of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origin {
    /// The first year that it names; `None` where it names none.
    pub year: Option<u16>,
    /// The first unit that it names; blank where it names none.
    pub unit: String,
    /// Whether it is marked as a sample's: no real figures.
    pub is_sample: bool,
}

/// Reads it from cells that follow "Đơn vị" and "Năm", in their row or under them, as in our CSV and our Excel report.
pub fn origin(block: &[Vec<String>]) -> Origin {
    let head = block.get(..block.len().min(HEAD_ROWS)).unwrap_or_default();
    let is_sample = head.iter().flatten().any(|cell| words(cell).contains("du lieu mau"));
    let year = after(block, head, &["nam", "year"], |cell| cell.trim().parse().ok());
    let unit = after(block, head, &["don vi", "unit"], |cell| {
        let is_heading = ["cap", "level", "nam", "year"].contains(&words(cell).as_str());
        (!is_heading).then(|| cell.trim().to_owned())
    });
    Origin { year, unit: unit.unwrap_or_default(), is_sample }
}

/// The first thing of a kind that stands beside or under a heading.
fn after<T>(
    block: &[Vec<String>],
    head: &[Vec<String>],
    headings: &[&str],
    read: impl Fn(&String) -> Option<T>,
) -> Option<T> {
    for (at, cells) in head.iter().enumerate() {
        let Some(place) = cells.iter().position(|cell| headings.contains(&words(cell).as_str())) else {
            continue;
        };
        let beside = cells.get(place + 1..).unwrap_or_default().iter().find(|cell| !is_blank(cell));
        let rows = block.get(at + 1..).unwrap_or_default();
        let under = rows.iter().filter_map(|cells| cells.get(place)).find(|cell| !is_blank(cell));
        if let Some(found) = beside.and_then(&read).or_else(|| under.and_then(&read)) {
            return Some(found);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pasted_table::cells::split;

    #[test]
    fn unit_and_year_stand_beside_their_words_or_under_them() {
        for text in [
            "unit;level;year;target_id;done\nUBND xã A;commune;2022;TT-3;1",
            "Đơn vị;UBND xã A\nNăm;2022\nMã;Giá trị\nTT-3;1",
            "PHIẾU\nĐơn vị:;UBND xã A;Cấp xã\n;\nNăm:;;2022",
        ] {
            let origin = origin(&split(text, ';'));
            assert_eq!(
                (origin.unit.as_str(), origin.year, origin.is_sample),
                ("UBND xã A", Some(2022), false),
                "{text}"
            );
        }
        assert!(origin(&split("DỮ LIỆU MẪU – KHÔNG PHẢI SỐ LIỆU THẬT\nunit;year", ';')).is_sample);
        assert_eq!(origin(&split("Mã;Đã làm\nTT-3;410", ';')), Origin::default());
        assert_eq!(origin(&split("Mã;Đơn vị tính\nTT-3;hồ sơ", ';')), Origin::default());
    }
}
