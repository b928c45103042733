//! The head of the report and its foot: two columns each, without lines.

use docx_rs::{Paragraph, Table, TableCell, TableCellMargins, TableLayoutType, TableRow, WidthType};

use super::styles::{TextStyle, rule};
use super::{PORTRAIT, line};
use report::{Letterhead, Report};

/// The columns of the head: who issues the report, and the nation, which takes one line.
const LEFT: usize = 3_655;
const RIGHT: usize = PORTRAIT - LEFT;

/// Who issues the report under whom, and the nation.
pub(super) fn head(head: &Letterhead) -> Table {
    let superior = (!head.superior.is_empty()).then(|| line(TextStyle::SUPERIOR, &head.superior));
    let issuer = head.issuer.iter().map(|each| line(TextStyle::ISSUER, each));
    let below = [rule(TextStyle::RULE, LEFT, 38), line(TextStyle::NUMBER, &head.number)];
    let left = superior.into_iter().chain(issuer).chain(below);
    let right = [
        line(TextStyle::NATION, head.nation),
        line(TextStyle::MOTTO, head.motto),
        // As long as the words above it.
        rule(TextStyle::RULE, RIGHT, 63),
        line(TextStyle::DATE, &head.place_and_date),
    ];
    columns((LEFT, left), (RIGHT, right))
}

/// Who receives the report, and who signs it.
pub(super) fn foot(report: &Report) -> Table {
    let head = &report.letterhead;
    let recipients = report.recipients.iter().map(|each| line(TextStyle::RECIPIENT, each));
    let left = std::iter::once(line(TextStyle::RECIPIENTS, head.recipients)).chain(recipients);
    let right = head.on_behalf.into_iter().chain([head.signer]).map(|each| line(TextStyle::SIGNATURE, each));
    // Space for a signature and a seal above the name.
    let space = (0..4).map(|_| line(TextStyle::SIGNATURE, ""));
    let half = PORTRAIT / 2;
    columns((half, left), (PORTRAIT - half, right.chain(space)))
}

fn columns(
    left: (usize, impl IntoIterator<Item = Paragraph>),
    right: (usize, impl IntoIterator<Item = Paragraph>),
) -> Table {
    let grid = vec![left.0, right.0];
    let row = TableRow::new(vec![cell(left), cell(right)]).cant_split();
    let margins = TableCellMargins::new().margin(0, 0, 0, 0);
    Table::without_borders(vec![row])
        .set_grid(grid)
        .width(PORTRAIT, WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
        .margins(margins)
}

fn cell((width, lines): (usize, impl IntoIterator<Item = Paragraph>)) -> TableCell {
    let cell = TableCell::new().width(width, WidthType::Dxa);
    lines.into_iter().fold(cell, TableCell::add_paragraph)
}
