//! Workbooks taken apart and put together again: what a hand in Excel would do to a template, and what a hostile one might.

use std::io::Cursor;

pub use crate::packages::package;
pub use crate::packages::parts;
use calamine::{Data, Reader, Xlsx};

/// The first two sheets of a template as parts of its package: figures and documents.
pub const FIGURES: &str = "xl/worksheets/sheet1.xml";
pub const EVIDENCE: &str = "xl/worksheets/sheet2.xml";
pub const HIDDEN: &str = "xl/worksheets/sheet3.xml";

/// A package with one part's text changed.
pub fn changed(bytes: &[u8], part: &str, change: impl FnOnce(&str) -> String) -> Vec<u8> {
    let mut all = parts(bytes);
    let (_, content) = all.iter_mut().find(|(name, _)| name == part).unwrap();
    *content = change(std::str::from_utf8(content).unwrap()).into_bytes();
    package(&all)
}

/// What stands in a cell's element: attributes besides its look, and content.
#[derive(Debug)]
pub enum Cell<'a> {
    Number(&'a str),
    Text(&'a str),
    Flag(bool),
    Error(&'a str),
    /// A formula and the value that was worked out of it.
    Formula(&'a str, &'a str),
    /// A formula that was not worked out yet.
    Waiting(&'a str),
    Blank,
}

/// A package with a cell of a sheet filled, as a hand in Excel would.
pub fn filled(bytes: &[u8], sheet: &str, cell: &str, with: &Cell<'_>) -> Vec<u8> {
    changed(bytes, sheet, |xml| {
        let start = xml.find(&format!("<c r=\"{cell}\"")).unwrap_or_else(|| panic!("no cell {cell}"));
        let tag = start + xml[start..].find('>').unwrap() + 1;
        let end = if xml[..tag].ends_with("/>") { tag } else { tag + xml[tag..].find("</c>").unwrap() + 4 };
        let style = xml[start..tag].split("s=\"").nth(1).map(|rest| rest.split('"').next().unwrap());
        let style = style.map(|style| format!(" s=\"{style}\"")).unwrap_or_default();
        let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
        let (kind, content) = match with {
            Cell::Number(number) => ("", format!("<v>{number}</v>")),
            Cell::Text(text) => (" t=\"inlineStr\"", format!("<is><t>{}</t></is>", escaped(text))),
            Cell::Flag(flag) => (" t=\"b\"", format!("<v>{}</v>", u8::from(*flag))),
            Cell::Error(error) => (" t=\"e\"", format!("<v>{error}</v>")),
            Cell::Formula(formula, value) => ("", format!("<f>{}</f><v>{value}</v>", escaped(formula))),
            Cell::Waiting(formula) => ("", format!("<f>{}</f>", escaped(formula))),
            Cell::Blank => ("", String::new()),
        };
        [&xml[..start], &format!("<c r=\"{cell}\"{style}{kind}>{content}</c>"), &xml[end..]].concat()
    })
}

/// The cells of a sheet, from A1 on.
pub fn cells(bytes: &[u8], sheet: &str) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let range = book.worksheet_range(sheet).unwrap();
    range.rows().map(<[Data]>::to_vec).collect()
}

/// The name of the cell in a column of the row whose hidden first cell says this.
pub fn at(bytes: &[u8], sheet: &str, key: &str, column: char) -> String {
    let row = cells(bytes, sheet).iter().position(|row| row[0] == *key);
    format!("{column}{}", row.unwrap_or_else(|| panic!("no row {key}")) + 1)
}
