//! The annex: a table on landscape pages, its head repeated on each.

use docx_rs::{
    Docx, Paragraph, Run, Table, TableCell, TableCellMargins, TableLayoutType, TableRow, VAlignType,
    WidthType,
};

use super::styles::TextStyle;
use super::{LANDSCAPE, line};
use crate::text::plain;
use i18n::exports::export_text;
use report::{Annex, COLUMNS, Row, RowKind};

/// How many rows make the head of the table.
const HEAD_ROWS: usize = 2;

/// Adds the annex.
pub(super) fn add(docx: Docx, annex: &Annex) -> Docx {
    docx.add_paragraph(line(TextStyle::ANNEX_TITLE, annex.head))
        .add_paragraph(line(TextStyle::ANNEX_TITLE, &annex.title))
        .add_paragraph(line(TextStyle::ANNEX_OF, &annex.belongs_to))
        .add_paragraph(line(TextStyle::RULE, ""))
        .add_table(table(annex))
}

fn table(annex: &Annex) -> Table {
    let widths = COLUMNS.map(|column| LANDSCAPE * usize::from(column.width) / 100);
    let cell = |width: usize| TableCell::new().width(width, WidthType::Dxa);
    let titles = COLUMNS.iter().zip(widths).map(|(column, width)| {
        cell(width)
            .vertical_align(VAlignType::Center)
            .add_paragraph(line(TextStyle::CELL_HEAD, export_text(column.title)))
    });
    let numbers = (1..).zip(widths).map(|(number, width): (usize, usize)| {
        cell(width).add_paragraph(line(TextStyle::CELL_NUMBER, &["(", &number.to_string(), ")"].concat()))
    });
    let head = [titles.collect(), numbers.collect()];
    // The names of areas and criteria stay with what they are of, and the total with the last of what it sums.
    let next = annex.rows.iter().skip(1).map(Some).chain([None]);
    let rows = annex.rows.iter().zip(next).map(|(row, next)| {
        let heads = matches!(row.kind, RowKind::Area | RowKind::Criterion);
        cells(row, &widths, heads || next.is_some_and(|next| next.kind == RowKind::Total))
    });
    let rows = head.into_iter().chain(rows).map(|cells| TableRow::new(cells).cant_split());
    Table::new(rows.collect())
        .set_grid(widths.to_vec())
        .width(LANDSCAPE, WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
        .margins(TableCellMargins::new().margin(40, 70, 40, 70))
}

fn cells(row: &Row, widths: &[usize], with_next: bool) -> Vec<TableCell> {
    let cell = |(place, ((lines, column), width)): (usize, ((&Vec<String>, report::Column), &usize))| {
        let look = match place {
            0 => TextStyle::CELL_CENTER,
            _ if column.is_points => TextStyle::CELL_POINTS,
            _ => TextStyle::CELL,
        };
        let cell = TableCell::new().width(*width, WidthType::Dxa);
        // A cell holds at least one paragraph.
        let blank = [String::new()];
        let lines = if lines.is_empty() { &blank[..] } else { lines };
        lines.iter().fold(cell, |cell, text| {
            let paragraph = in_row(row.kind, look, text);
            cell.add_paragraph(if with_next { paragraph.keep_next(true) } else { paragraph })
        })
    };
    row.cells.iter().zip(COLUMNS).zip(widths).enumerate().map(cell).collect()
}

fn in_row(kind: RowKind, look: TextStyle, text: &str) -> Paragraph {
    let run = Run::new().add_text(plain(text));
    let run = match kind {
        RowKind::Area | RowKind::Total => run.bold(),
        RowKind::Criterion => run.italic(),
        RowKind::Target => run,
    };
    Paragraph::new().style(look.id).add_run(run)
}

/// The document with the head rows of its last table marked to be repeated, for which the crate has no call.
pub(super) fn with_repeated_heads(document: &[u8]) -> Vec<u8> {
    let document = String::from_utf8_lossy(document);
    let Some((before, table)) = document.rfind("<w:tbl>").map(|at| document.split_at(at)) else {
        return document.into_owned().into_bytes();
    };
    let marked = table.replacen("<w:cantSplit />", "<w:cantSplit /><w:tblHeader />", HEAD_ROWS);
    [before, &marked].concat().into_bytes()
}
