//! Where things stand in the sheet "Số liệu", which formulas of all sheets point at.

use crate::workbook::column_name;

pub(super) const ID: u16 = 0;
pub(super) const NAME: u16 = 1;
pub(super) const LABEL: u16 = 2;
pub(super) const FIGURE: u16 = 3;
pub(super) const GOAL: u16 = 4;
pub(super) const NOT_APPLICABLE: u16 = 5;
pub(super) const REASON: u16 = 6;
pub(super) const STATE: u16 = 7;
pub(super) const VALUE: u16 = 8;
pub(super) const MET: u16 = 9;
pub(super) const MAX: u16 = 10;
pub(super) const POINTS: u16 = 11;
pub(super) const RULE: u16 = 12;
pub(super) const NOTE: u16 = 13;
// In grey, not printed: the whole numbers that the points are made of.
pub(super) const THOUSANDTHS: u16 = 14;
pub(super) const COUNTED: u16 = 15;
pub(super) const ANSWERED: u16 = 16;
pub(super) const INTEGER: u16 = 17;
pub(super) const SHARE: u16 = 18;

/// A cell by its column, from 0, and its row as people count it, from 1.
pub(super) fn cell(column: u16, row: u32) -> String {
    column_name(column.into()) + &row.to_string()
}

/// Some rows of a column.
pub(super) fn range(column: u16, first: u32, last: u32) -> String {
    [cell(column, first), ":".to_owned(), cell(column, last)].concat()
}
