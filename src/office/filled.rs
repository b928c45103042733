//! A filled template → what it says, and the cells that can't be taken.

use std::io::Cursor;

use calamine::{Reader, Xlsx};

use crate::core::target_set::TargetSet;

/// Reads a filled template.
///
/// # Errors
/// Why nothing can be read.
pub fn read(_set: &TargetSet, _document: &str, bytes: &[u8]) -> Result<Vec<u8>, String> {
    if super::package::weighs_at_most(bytes, 50_000_000) != Some(true) {
        return Err(String::new());
    }
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let names = book.sheet_names();
    let mut text = String::new();
    for name in names {
        let mut cells = book.worksheet_cells_reader(&name).map_err(|error| error.to_string())?;
        while let Some(cell) = cells.next_cell().map_err(|error| error.to_string())? {
            text.push_str(calamine::DataType::get_string(cell.get_value()).unwrap_or_default());
        }
    }
    Ok(text.into_bytes())
}
