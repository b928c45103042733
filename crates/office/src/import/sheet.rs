//! The cells of one sheet, by rows.

use std::io::Cursor;

use calamine::Xlsx;

use super::value::Value;
use crate::template::layout::KEY;
use crate::text::fits;
use crate::workbook::column_name;
use formats::workbook::WorkbookFault;

/// The most cells of a sheet that are read, and the columns that are looked at: a template has some hundreds in ten.
const MOST_CELLS: usize = 50_000;
const COLUMNS: u32 = 12;

/// A sheet.
pub(super) struct Sheet {
    name: String,
    rows: Vec<Row>,
}

/// A row of a sheet.
pub(super) struct Row {
    number: u32,
    cells: Vec<(u32, Value)>,
}

impl Row {
    /// What a cell holds.
    pub(super) fn value(&self, column: u16) -> Option<&Value> {
        self.cells.iter().find(|(at, _)| *at == u32::from(column)).map(|(_, value)| value)
    }

    /// What a cell holds, as text.
    pub(super) fn text(&self, column: u16) -> Option<String> {
        self.value(column).map(Value::text)
    }

    /// Whether one of these cells holds anything.
    pub(super) fn holds(&self, columns: &[u16]) -> bool {
        columns.iter().any(|column| self.value(*column).is_some())
    }
}

impl Sheet {
    /// Reads a sheet, cell by cell: the size that it states may be anything.
    pub(super) fn read(book: &mut Xlsx<Cursor<&[u8]>>, name: String) -> Result<Self, WorkbookFault> {
        let mut rows: Vec<Row> = Vec::new();
        let mut count = 0;
        let Ok(mut cells) = book.worksheet_cells_reader(&name) else {
            // A sheet of a chart has no cells.
            return Ok(Self { name, rows });
        };
        while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(|_| WorkbookFault::Damaged)? {
            count += 1;
            if count > MOST_CELLS {
                return Err(WorkbookFault::TooBig);
            }
            let (number, column) = cell.get_position();
            if column >= COLUMNS {
                continue;
            }
            let format = cells.styles().get(style).and_then(|style| style.number_format.as_ref());
            let format = format.map_or("", |format| format.format_code.as_str());
            let Some(value) = Value::of(cell.get_value(), format) else { continue };
            if matches!(&value, Value::Text(text) if !fits(text)) {
                return Err(WorkbookFault::TooBig);
            }
            if rows.last().is_none_or(|row| row.number != number) {
                rows.push(Row { number, cells: Vec::new() });
            }
            if let Some(row) = rows.last_mut() {
                row.cells.push((column, value));
            }
        }
        Ok(Self { name, rows })
    }

    /// The kind of sheet, from its first cell.
    pub(super) fn kind(&self) -> Option<&str> {
        match self.rows.first().filter(|row| row.number == 0)?.value(KEY)? {
            Value::Text(kind) => Some(kind),
            Value::Number(_) | Value::Percent(_) | Value::Day(_) | Value::Flag(_) | Value::Error(_) => None,
        }
    }

    /// Its rows that hold anything.
    pub(super) fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Where a cell stands: "Số liệu!E14".
    pub(super) fn place(&self, row: &Row, column: u16) -> String {
        [&self.name, "!", &column_name(column.into()), &(row.number + 1).to_string()].concat()
    }
}
