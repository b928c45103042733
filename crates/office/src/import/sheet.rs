//! The cells of one sheet, by rows.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use calamine::{DataRef, Xlsx};

use super::value::Value;
use crate::template::layout::{EVIDENCE, FIGURES, KEY, MARKS};
use crate::text::fits;
use crate::workbook::column_name;
use formats::workbook::WorkbookFault;
use i18n::exports::{ExportKey, export_text};
use scoring::folded::words;

/// The columns that are looked at: a template has ten, and some may have been put in.
const COLUMNS: u32 = 14;
/// How many rows may have been put above the first one.
const ROWS_ABOVE: u32 = 40;

/// The most rows of a table that is no template.
const MOST_TABLE_ROWS: u32 = 2_000;

/// A sheet.
pub(super) struct Sheet {
    name: String,
    is_hidden: bool,
    rows: Vec<Row>,
}

/// A row of a sheet.
pub(super) struct Row {
    number: u32,
    cells: BTreeMap<u32, Value>,
}

impl Row {
    /// What a cell holds.
    pub(super) fn value(&self, column: u16) -> Option<&Value> {
        self.cells.get(&column.into())
    }

    /// What a cell holds, as text.
    pub(super) fn text(&self, column: u16) -> Option<String> {
        self.value(column).map(Value::text)
    }

    /// What its cells hold, as text.
    pub(super) fn texts(&self) -> impl Iterator<Item = String> {
        self.cells.values().map(Value::text)
    }

    /// Whether one of its cells holds a number, or a formula that may give one.
    pub(super) fn holds_number(&self) -> bool {
        self.cells.values().any(Value::is_number)
    }

    /// The first of these columns that holds anything.
    pub(super) fn first_of(&self, columns: &[u16]) -> Option<u16> {
        columns.iter().copied().find(|column| self.value(*column).is_some())
    }

    /// Whether one of these cells holds anything.
    pub(super) fn holds(&self, columns: &[u16]) -> bool {
        columns.iter().any(|column| self.value(*column).is_some())
    }
}

impl Sheet {
    /// Reads a sheet, cell by cell: the size that it states may be anything. `left` is how many cells that hold anything
    /// may still be read of the workbook.
    pub(super) fn read(
        book: &mut Xlsx<Cursor<&[u8]>>,
        (name, is_hidden): (String, bool),
        left: &mut usize,
    ) -> Result<Self, WorkbookFault> {
        let mut rows: BTreeMap<u32, BTreeMap<u32, Value>> = BTreeMap::new();
        let Ok(mut cells) = book.worksheet_cells_reader(&name) else {
            // A sheet of a chart has no cells.
            return Ok(Self { name, is_hidden, rows: Vec::new() });
        };
        let mut without_value: BTreeSet<(u32, u32)> = BTreeSet::new();
        while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(|_| WorkbookFault::Damaged)? {
            let (number, column) = cell.get_position();
            if *cell.get_value() == DataRef::Empty {
                // Blank, or a formula whose result is missing.
                if column < COLUMNS && without_value.len() < *left {
                    without_value.insert((number, column));
                }
                continue;
            }
            *left = left.checked_sub(1).ok_or(WorkbookFault::TooBig)?;
            if column >= COLUMNS {
                continue;
            }
            let format = cells.styles().get(style).and_then(|style| style.number_format.as_ref());
            let format = format.map_or("", |format| format.format_code.as_str());
            let Some(value) = Value::of(cell.get_value(), format) else { continue };
            if matches!(&value, Value::Text(text) if !fits(text)) {
                return Err(WorkbookFault::TooBig);
            }
            rows.entry(number).or_default().entry(column).or_insert(value);
        }
        drop(cells);
        if let Ok(mut formulas) = book.worksheet_cells_reader(&name) {
            while let Some(cell) = formulas.next_formula().map_err(|_| WorkbookFault::Damaged)? {
                let (number, column) = cell.get_position();
                if !cell.get_value().is_empty() && without_value.contains(&(number, column)) {
                    rows.entry(number).or_default().entry(column).or_insert(Value::NoResult);
                }
            }
        }
        let rows = rows.into_iter().map(|(number, cells)| Row { number, cells }).collect();
        Ok(Self { name, is_hidden, rows })
    }

    /// Its name.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Whether it is not shown.
    pub(super) const fn is_hidden(&self) -> bool {
        self.is_hidden
    }

    /// The cell that says what kind of sheet it is, and its text. Rows may have been put above it, and columns before it.
    fn mark(&self) -> Option<(u32, &str)> {
        let above = self.rows.iter().take_while(|row| row.number <= ROWS_ABOVE);
        above.flat_map(|row| &row.cells).find_map(|(column, value)| match value {
            Value::Text(kind) if [MARKS, FIGURES, EVIDENCE].contains(&kind.as_str()) => {
                Some((*column, kind.as_str()))
            }
            Value::Text(_)
            | Value::Number(_)
            | Value::Percent(_)
            | Value::Scaled(..)
            | Value::Drawn(_)
            | Value::Day(_)
            | Value::NoDay(_)
            | Value::Flag(_)
            | Value::NoResult
            | Value::Error(_) => None,
        })
    }

    /// Whether the columns stand where the template has them, by their headings.
    ///
    /// # Errors
    /// The columns that do not.
    pub(super) fn check_columns(&self, columns: &[(ExportKey, u16)]) -> Result<(), WorkbookFault> {
        let headings: Vec<&str> = columns.iter().map(|(heading, _)| export_text(*heading)).collect();
        let stands = |row: &Row, column: u32, heading: &str| {
            let said = row.cells.get(&column).map(Value::text).unwrap_or_default();
            words(&said).starts_with(&words(heading))
        };
        let those = |row: &Row| {
            (1..).zip(&headings).filter(|(column, heading)| stands(row, *column, heading)).count()
        };
        // The row that has the most of the headings, wherever they stand.
        let any = |row: &Row| {
            headings.iter().filter(|heading| (0..COLUMNS).any(|column| stands(row, column, heading))).count()
        };
        let above = self.rows.iter().take_while(|row| row.number <= ROWS_ABOVE);
        let head = above.filter(|row| any(row) > 1).max_by_key(|row| (any(row), those(row)));
        let moved = (1..)
            .zip(&headings)
            .filter(|(column, heading)| !head.is_some_and(|row| stands(row, *column, heading)));
        let mut moved: Vec<String> =
            moved.map(|(column, heading)| [&column_name(column), " “", heading, "”"].concat()).collect();
        if let Some((column, _)) = self.mark().filter(|(column, _)| *column != u32::from(KEY)) {
            moved.insert(0, [&column_name(column), " “tu-cham”"].concat());
        }
        if moved.is_empty() { Ok(()) } else { Err(WorkbookFault::ColumnsMoved(moved.join(", "))) }
    }

    /// The kind of sheet, where it is one of the template's.
    pub(super) fn kind(&self) -> Option<&str> {
        self.mark().map(|(_, kind)| kind)
    }

    /// Its rows that hold anything.
    pub(super) fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Its cells as texts, row by row; rows that hold nothing are left out at the beginning and kept between others.
    pub(super) fn table(&self) -> Vec<Vec<String>> {
        let mut rows: Vec<Vec<String>> = Vec::new();
        let first = self.rows.first().map_or(0, |row| row.number);
        for row in self.rows.iter().take_while(|row| row.number - first < MOST_TABLE_ROWS) {
            rows.resize(usize::try_from(row.number - first).unwrap_or(rows.len()), Vec::new());
            rows.push(
                (0..COLUMNS)
                    .map(|column| row.cells.get(&column).map(Value::table_text).unwrap_or_default())
                    .collect(),
            );
        }
        rows
    }

    /// Where a cell stands: "Số liệu!E14".
    pub(super) fn place(&self, row: &Row, column: u16) -> String {
        [&self.name, "!", &column_name(column.into()), &(row.number + 1).to_string()].concat()
    }
}
