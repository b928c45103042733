//! Imports a filled template: the assessment in it, and the cells that can't be taken. Any bytes may be given.

mod document;
mod sheet;
mod value;

use std::io::Cursor;

use calamine::{Reader, Xlsx};
use zip::ZipArchive;

use super::package::unpacks_to_at_most;
use super::template::layout::{EVIDENCE, FIGURES, MARK_NAMES, MARKS, VERSION};
use document::Filling;
use formats::workbook::{FileSignature, RefusedCell, WorkbookFault, signature};
use scoring::assessment::Assessment;
use scoring::target_set::TargetSet;
use sheet::Sheet;

/// The most bytes that a workbook may have, and unpack to.
const MOST_BYTES: usize = 5_000_000;
const MOST_UNPACKED: u64 = 50_000_000;

/// What a filled template gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// The assessment. It has no UUID: it is a filling of a form, and no later state of a document.
    pub assessment: Assessment,
    /// The cells that could not be taken.
    pub refused: Vec<RefusedCell>,
}

/// The marks of the template, from its hidden sheet.
struct Marks {
    set: String,
    edition: String,
    sha256: String,
    level: String,
    year: u16,
    document: String,
}

/// Reads a filled template. What it has no place for is taken from the document that it was made from, if that is open.
///
/// # Errors
/// Why nothing can be taken.
pub fn read(set: &TargetSet, open: &Assessment, bytes: &[u8]) -> Result<Import, WorkbookFault> {
    let mut sheets = sheets(bytes)?;
    let mut take = |kind: &str| {
        let place = sheets.iter().position(|sheet| sheet.kind() == Some(kind))?;
        Some(sheets.swap_remove(place))
    };
    let marks = take(MARKS).ok_or(WorkbookFault::NotTemplate)?;
    let marks = read_marks(&marks)?;
    let figures = take(FIGURES).ok_or(WorkbookFault::NotTemplate)?;
    let evidence = take(EVIDENCE);
    let known = !marks.document.is_empty() && marks.document == open.document.id;
    let mut filling = Filling::new(set, marks, known.then_some(open));
    filling.figures(&figures);
    filling.evidence(evidence.as_ref());
    Ok(filling.done())
}

fn read_marks(sheet: &Sheet) -> Result<Marks, WorkbookFault> {
    let mark = |name: &str| {
        let row = sheet.rows().iter().find(|row| row.text(0).as_deref() == Some(name));
        row.and_then(|row| row.text(1)).unwrap_or_default()
    };
    let [version, set, edition, sha256, level, year, document] = MARK_NAMES.map(mark);
    if version != VERSION {
        let newer = version.parse::<u32>().is_ok_and(|version| version > 1);
        return Err(if newer { WorkbookFault::Newer } else { WorkbookFault::NotTemplate });
    }
    let year = year.parse().map_err(|_| WorkbookFault::NotTemplate)?;
    Ok(Marks { set, edition, sha256, level, year, document })
}

/// The sheets of a workbook, each with what its cells hold.
fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, WorkbookFault> {
    match signature(bytes) {
        FileSignature::Package => {}
        FileSignature::Compound => return Err(WorkbookFault::OldOrLocked),
        FileSignature::Other => return Err(WorkbookFault::NotXlsx),
    }
    if bytes.len() > MOST_BYTES {
        return Err(WorkbookFault::TooBig);
    }
    let package = ZipArchive::new(Cursor::new(bytes)).map_err(|_| WorkbookFault::Damaged)?;
    let has = |name: &str| package.index_for_name(name).is_some();
    // Documents of other programs, workbooks with macros and binary ones are packages too.
    if !has("xl/workbook.xml") || has("xl/vbaProject.bin") {
        return Err(WorkbookFault::NotXlsx);
    }
    match unpacks_to_at_most(bytes, MOST_UNPACKED) {
        Some(true) => {}
        Some(false) => return Err(WorkbookFault::TooBig),
        None => return Err(WorkbookFault::Damaged),
    }
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|_| WorkbookFault::Damaged)?;
    let names = book.sheet_names();
    // A workbook of many sheets is none of ours, and may name one part many times.
    names.into_iter().take(20).map(|name| Sheet::read(&mut book, name)).collect()
}
