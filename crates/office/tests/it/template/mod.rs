//! The Excel template: what is written into it, what is read from a filled one, and what is refused.

mod filled;
mod refused;
mod written;

use formats::{builtin, document_reader};
use office::import::{Import, read};
use office::template::write;
use scoring::assessment::Assessment;
use scoring::target_set::TargetSet;
use test_support::golden::GOLDEN;
use test_support::workbooks::{Cell, FIGURES, at};

const SHEET: &str = "Số liệu";

fn set() -> TargetSet {
    builtin::load().unwrap().set
}

fn golden() -> Assessment {
    document_reader::read(GOLDEN.as_bytes()).unwrap().assessment
}

fn template() -> Vec<u8> {
    write(&set(), &golden()).unwrap()
}

/// What is read where the template's own document is not open.
fn fill(bytes: &[u8]) -> Import {
    read(&set(), &Assessment::default(), bytes).unwrap()
}

/// The refused cells and why.
fn refused_cells(bytes: &[u8]) -> Vec<(String, String)> {
    fill(bytes).refused.into_iter().map(|cell| (cell.cell, cell.problem)).collect()
}

/// The template of a level that has every kind of cell, with the figure of a key filled.
fn with(key: &str, cell: &Cell<'_>) -> Vec<u8> {
    let mut assessment = golden();
    assessment.unit.level = "department".into();
    let bytes = write(&set(), &assessment).unwrap();
    let place = at(&bytes, SHEET, key, 'E');
    test_support::workbooks::filled(&bytes, FIGURES, &place, cell)
}
