//! Imports a filled template: the assessment in it, and the cells that can't be taken. Any bytes may be given.

mod document;
pub(crate) mod lost_markup;
mod sheet;
mod value;

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{Reader, SheetVisible, Xlsx};

use super::package::{is_plain_workbook, readable_workbook, unpacks_to_at_most};
use super::template::layout::{EVIDENCE, FIGURES, MARK_NAMES, MARKS, VERSION};
use super::template::{evidence, figures};
use document::Filling;
use formats::workbook::{FileSignature, RefusedCell, WorkbookFault, signature};
use i18n::exports::{ExportKey, export_text};
use scoring::assessment::Assessment;
use scoring::folded::words;
use scoring::loaded_set::LoadedSet;
use scoring::target_set::TargetSet;
use sheet::{Row, Sheet};

/// The most bytes that a workbook may have, and unpack to.
const MOST_BYTES: usize = 5_000_000;
const MOST_UNPACKED: u64 = 50_000_000;
/// The most sheets that are looked at, and the most cells that hold anything in all of them: a template has some hundreds.
const MOST_SHEETS: usize = 50;
const MOST_CELLS: usize = 60_000;

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

impl Marks {
    /// The set that they name, where it is another than this: its id, its edition and the beginning of its digest.
    fn other_set(&self, loaded: &LoadedSet) -> Option<String> {
        let set = &loaded.set;
        let same = |said: &str, known: &str| said.is_empty() || said.eq_ignore_ascii_case(known);
        let is_same = same(&self.sha256, &loaded.sha256)
            && (!self.sha256.is_empty() || same(&self.set, &set.id) && same(&self.edition, &set.edition));
        if is_same {
            return None;
        }
        let part = |text: &str, most: usize| text.chars().take(most).collect::<String>();
        let mut named = ["“", &part(&self.set, 64), "” ", &part(&self.edition, 32)].concat();
        if !self.sha256.is_empty() {
            named.extend([" (SHA-256 ", &part(&self.sha256, 8), "…)"]);
        }
        Some(named)
    }
}

/// Reads a filled template. What it has no place for is taken from the document that it was made from, if that is open.
///
/// # Errors
/// Why nothing can be taken.
pub fn read(set: &TargetSet, open: &Assessment, bytes: &[u8]) -> Result<Import, WorkbookFault> {
    read_where(set, open, bytes, |_| Ok(()))
}

/// Reads a filled template as [`read`] does, by the set that it was made for: by another one its figures would be lost, or
/// given other meanings.
///
/// # Errors
/// Why nothing can be taken; [`WorkbookFault::OtherSet`] names the set that is needed.
pub fn read_by(loaded: &LoadedSet, open: &Assessment, bytes: &[u8]) -> Result<Import, WorkbookFault> {
    read_where(&loaded.set, open, bytes, |marks| match marks.other_set(loaded) {
        Some(other) => Err(WorkbookFault::OtherSet(other)),
        None => Ok(()),
    })
}

fn read_where(
    set: &TargetSet,
    open: &Assessment,
    bytes: &[u8],
    check: impl FnOnce(&Marks) -> Result<(), WorkbookFault>,
) -> Result<Import, WorkbookFault> {
    let mut sheets = sheets(bytes)?;
    let ours = sheets.iter().any(|sheet| sheet.kind().is_some());
    let marks = only(&mut sheets, MARKS)?;
    let marks = read_marks(&marks.ok_or(if ours {
        WorkbookFault::MarksMissing
    } else {
        WorkbookFault::NotTemplate
    })?)?;
    check(&marks)?;
    let figures = only(&mut sheets, FIGURES)?.ok_or(WorkbookFault::FiguresMissing)?;
    let evidence = only(&mut sheets, EVIDENCE)?;
    figures.check_columns(&figures::COLUMNS)?;
    if let Some(evidence) = &evidence {
        evidence.check_columns(&evidence::COLUMNS)?;
    }
    let known = !marks.document.is_empty() && marks.document == open.document.id;
    let mut filling = Filling::new(set, marks, known.then_some(open));
    filling.figures(&figures);
    filling.evidence(evidence.as_ref());
    Ok(filling.done())
}

/// The rows of the sheet that holds figures of targets, for a workbook that is no template: the report that this product
/// makes, or a table of one's own. Hidden sheets are not read. `None` where no sheet holds any, or nothing can be read.
///
/// # Errors
/// Several sheets hold figures: which of them counts can't be known.
pub fn table(set: &TargetSet, bytes: &[u8]) -> Result<Option<Vec<Vec<String>>>, WorkbookFault> {
    let Ok(mut sheets) = sheets(bytes) else { return Ok(None) };
    sheets.retain(|sheet| !sheet.is_hidden());
    // The other sheets of this product's own report speak of the same targets.
    let ours =
        [ExportKey::ExcelSummary, ExportKey::ExcelFigures, ExportKey::ExcelEvidence, ExportKey::ExcelWork];
    if ours.iter().all(|name| sheets.iter().any(|sheet| sheet.name() == export_text(*name))) {
        sheets.retain(|sheet| sheet.name() == export_text(ExportKey::ExcelFigures));
    }
    let ids: BTreeSet<String> = set.targets().map(|target| target.id.to_lowercase()).collect();
    let names: BTreeSet<String> = set
        .targets()
        .flat_map(|target| [words(&target.name.vi), words(&target.name.en)])
        .filter(|name| !name.is_empty())
        .collect();
    let is_id = |text: &str| ids.contains(&text.trim().trim_end_matches(['.', ':', ')']).to_lowercase());
    let names_target = |row: &Row| row.texts().any(|text| is_id(&text) || names.contains(&words(&text)));
    let holds_figures =
        |sheet: &&Sheet| sheet.rows().iter().any(|row| row.holds_number() && names_target(row));
    let holds_numbers = |sheet: &&Sheet| sheet.rows().iter().any(Row::holds_number);
    let mut found: Vec<&Sheet> = sheets.iter().filter(holds_figures).collect();
    if found.is_empty() {
        // Targets may be count in other words, or their figures be missing.
        found = sheets.iter().filter(holds_numbers).collect();
    }
    if found.is_empty() {
        let count = |sheet: &&Sheet| sheet.rows().iter().filter(|row| names_target(row)).count();
        found = sheets.iter().filter(|sheet| count(sheet) > 0).max_by_key(count).into_iter().collect();
    }
    if found.len() > 1 {
        let names: Vec<String> = found.iter().map(|sheet| ["“", sheet.name(), "”"].concat()).collect();
        return Err(WorkbookFault::SeveralTables(names.join(", ")));
    }
    Ok(found.first().map(|sheet| sheet.table()))
}

/// The sheet of a kind. Which of several counts can't be known.
fn only(sheets: &mut Vec<Sheet>, kind: &str) -> Result<Option<Sheet>, WorkbookFault> {
    let is_kind = |sheet: &&Sheet| sheet.kind() == Some(kind);
    let names: Vec<String> =
        sheets.iter().filter(is_kind).map(|sheet| ["“", sheet.name(), "”"].concat()).collect();
    if names.len() > 1 {
        return Err(WorkbookFault::SeveralSheets(names.join(", ")));
    }
    let place = sheets.iter().position(|sheet| sheet.kind() == Some(kind));
    Ok(place.map(|place| sheets.swap_remove(place)))
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
    match unpacks_to_at_most(bytes, MOST_UNPACKED) {
        Some(true) => {}
        Some(false) => return Err(WorkbookFault::TooBig),
        None => return Err(WorkbookFault::Damaged),
    }
    let bytes = &*readable_workbook(bytes).ok_or(WorkbookFault::Damaged)?;
    // Documents of other programs, workbooks with macros and binary ones are packages too.
    if !is_plain_workbook(bytes) {
        return Err(WorkbookFault::NotXlsx);
    }
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|_| WorkbookFault::Damaged)?;
    let names: Vec<(String, bool)> = book
        .sheets_metadata()
        .iter()
        .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
        .collect();
    if names.len() > MOST_SHEETS {
        return Err(WorkbookFault::TooBig);
    }
    // A workbook may name one part many times.
    let mut left = MOST_CELLS;
    names.into_iter().map(|name| Sheet::read(&mut book, name, &mut left)).collect()
}
