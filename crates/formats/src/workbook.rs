//! What the import of a filled workbook gives: the document in it, and the cells that could not be taken. The module of
//! Word and Excel writes it, the page reads it.

use super::document_reader;
use super::document_reader::{ReadDocument, Refusal};
use super::json_writer::ObjectWriter;
use scoring::json::Json;

/// A cell that could not be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedCell {
    /// Where it stands: "Số liệu!C14".
    pub cell: String,
    /// What is wrong with it, one of [`PROBLEMS`].
    pub problem: String,
    /// What it holds.
    pub text: String,
}

/// What can be wrong with a cell.
pub const PROBLEMS: [&str; 23] = [
    "not-number",
    "negative",
    "fraction",
    "percent",
    "too-long",
    "error",
    "not-yes-no",
    "not-option",
    "not-date",
    "not-period",
    "unknown-target",
    "no-target",
    "sheet-missing",
    "twice",
    "other-row",
    "no-key",
    "no-result",
    "not-mark",
    "not-reason",
    "not-first-row",
    "maybe-percent",
    "drawn",
    "scaled",
];

/// Why nothing of a workbook could be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WorkbookFault {
    /// Of the old kind (.xls), or locked by a password: both look the same from outside.
    OldOrLocked,
    /// No workbook of the .xlsx kind.
    NotXlsx,
    /// Damaged, or cut short.
    Damaged,
    /// Far too big when it is unpacked.
    TooBig,
    /// A workbook, but not made from the template.
    NotTemplate,
    /// Made from the template of a newer version.
    Newer,
    /// The hidden sheet that says what the template was made for is gone.
    MarksMissing,
    /// The sheet of figures is gone.
    FiguresMissing,
    /// Several sheets are of one kind: their names.
    SeveralSheets(String),
    /// Columns are no longer where the template has them: their letters and headings there.
    ColumnsMoved(String),
    /// Made for another target set than the one it is read by: its id, edition and digest.
    OtherSet(String),
    /// No template, and several of its sheets hold figures of targets: their names.
    SeveralTables(String),
}

impl WorkbookFault {
    /// Its text for files and scripts.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::OldOrLocked => "workbook-old-or-locked",
            Self::NotXlsx => "workbook-not-xlsx",
            Self::Damaged => "workbook-damaged",
            Self::TooBig => "workbook-too-big",
            Self::NotTemplate => "workbook-not-template",
            Self::Newer => "workbook-newer",
            Self::MarksMissing => "workbook-marks-missing",
            Self::FiguresMissing => "workbook-figures-missing",
            Self::SeveralSheets(_) => "workbook-several-sheets",
            Self::ColumnsMoved(_) => "workbook-columns-moved",
            Self::OtherSet(_) => "workbook-other-set",
            Self::SeveralTables(_) => "workbook-several-tables",
        }
    }

    /// What of the workbook it is about; blank where the fault says it all.
    pub fn detail(&self) -> &str {
        match self {
            Self::SeveralSheets(detail)
            | Self::ColumnsMoved(detail)
            | Self::OtherSet(detail)
            | Self::SeveralTables(detail) => detail,
            Self::OldOrLocked
            | Self::NotXlsx
            | Self::Damaged
            | Self::TooBig
            | Self::NotTemplate
            | Self::Newer
            | Self::MarksMissing
            | Self::FiguresMissing => "",
        }
    }

    /// The fault of a text for files, with what it is about; `None` for any other text.
    pub fn of(word: &str, detail: &str) -> Option<Self> {
        let detail = detail.to_owned();
        Some(match word {
            "workbook-old-or-locked" => Self::OldOrLocked,
            "workbook-not-xlsx" => Self::NotXlsx,
            "workbook-damaged" => Self::Damaged,
            "workbook-too-big" => Self::TooBig,
            "workbook-not-template" => Self::NotTemplate,
            "workbook-newer" => Self::Newer,
            "workbook-marks-missing" => Self::MarksMissing,
            "workbook-figures-missing" => Self::FiguresMissing,
            "workbook-several-sheets" => Self::SeveralSheets(detail),
            "workbook-columns-moved" => Self::ColumnsMoved(detail),
            "workbook-other-set" => Self::OtherSet(detail),
            "workbook-several-tables" => Self::SeveralTables(detail),
            _ => return None,
        })
    }
}

/// Why the result of an import can't be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnusableImport {
    /// By the workbook.
    Workbook(WorkbookFault),
    /// By the document in it.
    Document(Refusal),
}

/// What a file looks like from its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileSignature {
    /// A zip archive, as every .xlsx is.
    Package,
    /// What .xls files and locked workbooks are.
    Compound,
    /// Something else.
    Other,
}

/// What a file looks like.
pub fn signature(bytes: &[u8]) -> FileSignature {
    match bytes {
        [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => FileSignature::Package,
        [0xD0, 0xCF, 0x11, 0xE0, ..] => FileSignature::Compound,
        _ => FileSignature::Other,
    }
}

/// What a workbook holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WorkbookContent {
    /// A filled template: the document in it, and the cells that could not be taken.
    Document(Box<ReadDocument>, Vec<RefusedCell>),
    /// Another workbook, with a table that names targets: its rows.
    Table(Vec<Vec<String>>),
}

/// The rows of a table that was found in a workbook, as text.
pub fn write_table(rows: Vec<Vec<String>>) -> String {
    let row = |row: Vec<String>| Json::List(row.into_iter().map(Json::from).collect());
    ObjectWriter::new().with("table", Json::List(rows.into_iter().map(row).collect())).done().to_pretty()
}

/// The result of an import as text.
pub fn write(read: Result<(Json, Vec<RefusedCell>), WorkbookFault>) -> String {
    let json = match read {
        Ok((document, refused)) => {
            let cell = |cell: RefusedCell| {
                ObjectWriter::new()
                    .with("cell", cell.cell)
                    .with("problem", cell.problem)
                    .with("text", cell.text)
                    .done()
            };
            let refused = Json::List(refused.into_iter().map(cell).collect());
            ObjectWriter::new().with("document", document).with("refused", refused).done()
        }
        Err(fault) => ObjectWriter::new().with("fault", fault.as_str()).with("detail", fault.detail()).done(),
    };
    json.to_pretty()
}

/// Reads it: the document as from a file, with the cells that could not be taken, or a table.
///
/// # Errors
/// Why the workbook, or the document in it, can't be used.
pub fn read(bytes: &[u8]) -> Result<WorkbookContent, UnusableImport> {
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    let json = Json::read(text).unwrap_or_default();
    if let Some(Json::List(rows)) = json.get("table") {
        let cells = |row: &Json| match row {
            Json::List(cells) => {
                cells.iter().map(|cell| cell.text().unwrap_or_default().to_owned()).collect()
            }
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) | Json::Object(_) => Vec::new(),
        };
        return Ok(WorkbookContent::Table(rows.iter().map(cells).collect()));
    }
    let Some(document) = json.get("document") else {
        let said = |key| json.get(key).and_then(Json::text).unwrap_or_default();
        let fault = WorkbookFault::of(said("fault"), said("detail"));
        return Err(UnusableImport::Workbook(fault.unwrap_or(WorkbookFault::Damaged)));
    };
    let refused = if let Some(Json::List(cells)) = json.get("refused") { cells.as_slice() } else { &[] };
    let part = |cell: &Json, key| cell.get(key).and_then(Json::text).unwrap_or_default().to_owned();
    let refused = refused.iter().map(|cell| RefusedCell {
        cell: part(cell, "cell"),
        problem: part(cell, "problem"),
        text: part(cell, "text"),
    });
    let refused = refused.collect();
    let document = document_reader::read_json(document).map_err(UnusableImport::Document)?;
    Ok(WorkbookContent::Document(Box::new(document), refused))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use super::*;

    #[test]
    fn every_fault_comes_back_as_it_was_said() {
        for (word, fault) in [
            ("workbook-old-or-locked", WorkbookFault::OldOrLocked),
            ("workbook-not-xlsx", WorkbookFault::NotXlsx),
            ("workbook-damaged", WorkbookFault::Damaged),
            ("workbook-too-big", WorkbookFault::TooBig),
            ("workbook-not-template", WorkbookFault::NotTemplate),
            ("workbook-newer", WorkbookFault::Newer),
            ("workbook-marks-missing", WorkbookFault::MarksMissing),
            ("workbook-figures-missing", WorkbookFault::FiguresMissing),
            ("workbook-several-sheets", WorkbookFault::SeveralSheets("“a”, “b”".into())),
            ("workbook-columns-moved", WorkbookFault::ColumnsMoved("E “Giá trị”".into())),
            ("workbook-other-set", WorkbookFault::OtherSet("“quan-7” 2022".into())),
            ("workbook-several-tables", WorkbookFault::SeveralTables("“a”, “b”".into())),
        ] {
            assert_eq!(fault.as_str(), word);
            assert_eq!(read(write(Err(fault.clone())).as_bytes()), Err(UnusableImport::Workbook(fault)));
        }
        assert_eq!(read(b"\xff"), Err(UnusableImport::Workbook(WorkbookFault::Damaged)));
    }

    #[test]
    fn a_table_comes_back_as_it_was_said() {
        let rows = vec![vec!["Mã".to_owned(), "Giá trị".to_owned()], vec!["TT-3".to_owned(), String::new()]];
        assert_eq!(read(write_table(rows.clone()).as_bytes()), Ok(WorkbookContent::Table(rows)));
    }

    #[test]
    fn cells_come_back_as_they_were_said() {
        let cell =
            RefusedCell { cell: "Số liệu!E14".into(), problem: "negative".into(), text: "-1".into() };
        let document =
            Json::read(r#"{"format":"tu-cham/assessment","version":1,"year":2023,"answers":{}}"#).unwrap();
        let read = read(write(Ok((document, vec![cell.clone()]))).as_bytes()).unwrap();
        let WorkbookContent::Document(received, refused) = read else { unreachable!("no table was written") };
        assert_eq!((received.assessment.year, refused), (2023, vec![cell]));
    }
}
