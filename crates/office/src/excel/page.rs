//! A sheet as it is filled: rows counted from 1 as people do, text that stays text, and how a page looks and prints.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Formula, Worksheet, XlsxError};

use crate::text::{fitted, plain};
use i18n::exports::{ExportKey, export_text};
use scoring::invisible_chars::show_invisible;

/// What every writing comes to.
pub(super) type Written = Result<(), XlsxError>;

/// A line of text, and the most that a row can be, in points.
const LINE: u32 = 14;
const MOST_HEIGHT: u32 = 409;

/// How a sheet is set up.
pub(super) struct Setup<'a> {
    pub(super) name: ExportKey,
    /// Characters wide, a column each.
    pub(super) widths: &'a [u8],
    /// The row of the headings, which stays in sight and is printed on every page; 0 for none.
    pub(super) head: u32,
    /// How many columns stay in sight.
    pub(super) fixed: u16,
    pub(super) landscape: bool,
}

/// A sheet that is being filled.
pub(super) struct Page {
    pub(super) sheet: Worksheet,
    /// Whether texts are now written into a table, where they wrap.
    pub(super) table: bool,
    widths: Vec<u8>,
    /// How many lines a row needs, where it is more than one.
    lines: BTreeMap<u32, usize>,
}

impl Page {
    pub(super) fn new(setup: &Setup<'_>) -> Result<Self, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(export_text(setup.name))?;
        for (column, width) in (0..).zip(setup.widths) {
            sheet.set_column_width(column, *width)?;
        }
        // A formula whose value is blank text would otherwise be cached as 0.
        sheet.set_formula_result_default("");
        // A4, as wide as the page, as long as it gets.
        sheet.set_paper_size(9).set_print_fit_to_pages(1, 0).set_footer("&CTrang &P/&N");
        if setup.landscape {
            sheet.set_landscape();
        }
        if let Some(head) = setup.head.checked_sub(1) {
            sheet.set_freeze_panes(setup.head, setup.fixed)?;
            sheet.set_repeat_rows(head, head)?;
        }
        Ok(Self { sheet, table: false, widths: setup.widths.to_vec(), lines: BTreeMap::new() })
    }

    /// The sheet, of which so many columns are printed. Programs that open it do not all measure wrapped text.
    pub(super) fn done(mut self, columns: u16, last: u32) -> Result<Worksheet, XlsxError> {
        self.sheet.set_print_area(0, 0, last.saturating_sub(1), columns.saturating_sub(1))?;
        for (row, lines) in self.lines {
            let height = u32::try_from(lines).map_or(MOST_HEIGHT, |lines| lines.saturating_mul(LINE));
            self.sheet.set_row_height(row.saturating_sub(1), height.min(MOST_HEIGHT))?;
        }
        Ok(self.sheet)
    }

    /// Makes a row high enough for a text; words break, so a line is not quite full.
    fn fit_row_height(&mut self, row: u32, column: u16, text: &str) {
        let width = self.widths.get(usize::from(column)).copied().unwrap_or(10);
        let width = usize::from(width.max(2)) - 1;
        let lines: usize = text.lines().map(|line| line.chars().count().div_ceil(width).max(1)).sum();
        if self.table && lines > 1 {
            let known = self.lines.entry(row).or_default();
            *known = lines.max(*known);
        }
    }

    /// Text, whatever it begins with; a blank cell where there is none.
    pub(super) fn text(&mut self, row: u32, column: u16, text: &str, format: &Format) -> Written {
        if text.is_empty() {
            self.sheet.write_blank(row.saturating_sub(1), column, format)?;
        } else {
            self.fit_row_height(row, column, text);
            self.sheet.write_string_with_format(row.saturating_sub(1), column, cell_text(text), format)?;
        }
        Ok(())
    }

    /// Text over so many columns from the first, as high as it needs to be.
    pub(super) fn paragraph(&mut self, row: u32, columns: u16, text: &str, format: &Format) -> Written {
        let width: usize = self.widths.iter().take(columns.into()).map(|width| usize::from(*width)).sum();
        self.lines.insert(row, text.chars().count().div_ceil(width.max(1)));
        let (row, last) = (row.saturating_sub(1), columns.saturating_sub(1));
        let format = format.clone().set_text_wrap();
        self.sheet.merge_range(row, 0, row, last, &cell_text(text), &format)?;
        Ok(())
    }

    /// A number by its digits, "48.235".
    pub(super) fn number(&mut self, row: u32, column: u16, digits: &str, format: &Format) -> Written {
        match digits.parse::<f64>() {
            Ok(number) => {
                self.sheet.write_number_with_format(row.saturating_sub(1), column, number, format)?;
                Ok(())
            }
            Err(_) => self.text(row, column, digits, format),
        }
    }

    /// A formula with the value that it has here; where there is no formula, the value alone.
    pub(super) fn live(
        &mut self,
        (row, column): (u32, u16),
        formula: Option<&str>,
        value: &Cached,
        format: &Format,
    ) -> Written {
        match (formula, value) {
            (Some(formula), value) => {
                let formula = Formula::new(formula).set_result(value.text());
                self.sheet.write_formula_with_format(row.saturating_sub(1), column, formula, format)?;
                Ok(())
            }
            (None, Cached::Number(digits)) => self.number(row, column, digits, format),
            (None, Cached::Text(text)) => self.text(row, column, text, format),
        }
    }
}

/// The value of a formula.
pub(super) enum Cached {
    Number(String),
    Text(String),
}

impl Cached {
    /// Nothing to be seen.
    pub(super) const NONE: Self = Self::Text(String::new());

    fn text(&self) -> String {
        match self {
            Self::Number(digits) => digits.clone(),
            Self::Text(text) => cell_text(text),
        }
    }
}

/// Text as a cell can hold it; what is not seen is shown.
fn cell_text(text: &str) -> String {
    fitted(show_invisible(&plain(text)))
}

/// The looks of cells.
pub(super) struct Style {
    pub(super) title: Format,
    pub(super) plain: Format,
    pub(super) note: Format,
    pub(super) bold: Format,
    pub(super) head: Format,
    pub(super) grey_head: Format,
    pub(super) group: Format,
    pub(super) text: Format,
    pub(super) centred: Format,
    pub(super) faint: Format,
    pub(super) date: Format,
    pub(super) figure: Format,
    pub(super) points: Format,
    pub(super) bold_points: Format,
    pub(super) bold_text: Format,
    pub(super) grey: Format,
}

impl Style {
    pub(super) fn new() -> Self {
        let plain =
            Format::new().set_font_name("Times New Roman").set_font_size(11).set_align(FormatAlign::Top);
        let framed = plain.clone().set_border(FormatBorder::Thin).set_border_color(0x00A6_A6A6_u32);
        let text = framed.clone().set_text_wrap();
        let head =
            text.clone().set_bold().set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter);
        // A number too wide for its column is made smaller: "###" says nothing.
        let number = |places: &str| framed.clone().set_shrink().set_num_format(["#,##0", places].concat());
        let points = number(".000");
        Self {
            title: plain.clone().set_bold().set_font_size(14),
            note: plain.clone().set_italic(),
            bold: plain.clone().set_bold(),
            grey_head: head.clone().set_font_color(0x0059_5959_u32),
            head: head.set_background_color(0x00DD_E7F0_u32),
            group: framed.clone().set_bold().set_background_color(0x00F2_F2F2_u32),
            centred: text.clone().set_align(FormatAlign::Center),
            faint: framed.clone().set_font_color(0x0059_5959_u32),
            date: text.clone().set_num_format("dd/mm/yyyy").set_align(FormatAlign::Center),
            figure: number(""),
            bold_points: points.clone().set_bold(),
            bold_text: text.clone().set_bold(),
            grey: framed.clone().set_font_color(0x0059_5959_u32).set_num_format("0"),
            points,
            text,
            plain,
        }
    }

    /// A number with so many decimals, and a sign of what it is.
    pub(super) fn decimals(&self, decimals: usize, unit: &str) -> Format {
        let mut format = String::from("#,##0");
        if decimals > 0 {
            format.push('.');
            format += &"0".repeat(decimals);
        }
        if !unit.is_empty() {
            format += &["\"", unit, "\""].concat();
        }
        self.figure.clone().set_num_format(format)
    }
}
