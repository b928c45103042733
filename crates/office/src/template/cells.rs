//! How cells look, and how what is entered already is put into them.

use rust_xlsxwriter::{
    ColNum, DataValidation, DataValidationErrorStyle, Format, FormatAlign, FormatBorder, RowNum, Worksheet,
    XlsxError,
};

use super::layout::FIRST_ROW;
use crate::text::{fitted, plain};
use crate::workbook;
use i18n::exports::{ExportKey, export_text};
use scoring::figures::{FigureKind, read};

/// The most digits that a number in a cell keeps; longer figures stay text.
const MOST_DIGITS: usize = 15;

/// How cells look.
pub(super) struct Styles {
    pub(super) title: Format,
    pub(super) help: Format,
    pub(super) head: Format,
    pub(super) plain: Format,
    /// Where something is typed: a whole number, another number, a text, a day.
    pub(super) whole: Format,
    pub(super) decimal: Format,
    pub(super) text: Format,
    pub(super) day: Format,
}

impl Styles {
    pub(super) fn new() -> Self {
        let base = Format::new().set_font_name("Times New Roman").set_font_size(12);
        let boxed = base.clone().set_border(FormatBorder::Thin).set_text_wrap().set_align(FormatAlign::Top);
        let typed = boxed.clone().set_background_color(0x00FF_F8DC);
        Self {
            title: base.clone().set_bold().set_font_size(14),
            help: base.set_italic(),
            head: boxed.clone().set_bold().set_align(FormatAlign::Center).set_background_color(0x00E3_EAF2),
            whole: typed.clone().set_num_format("#,##0"),
            // As many decimals as were typed.
            decimal: typed.clone(),
            text: typed.clone().set_num_format("@"),
            day: typed.set_num_format("dd/mm/yyyy"),
            plain: boxed.set_indent(1),
        }
    }

    /// The look of a figure's cell.
    pub(super) const fn of(&self, kind: FigureKind) -> &Format {
        if kind.is_whole() { &self.whole } else { &self.decimal }
    }
}

/// A sheet's name, its first lines, the head of its table and how it is printed.
pub(super) fn begin(
    sheet: &mut Worksheet,
    kind: &str,
    (name, title, help): (ExportKey, &str, ExportKey),
    columns: &[(ExportKey, u16)],
    styles: &Styles,
) -> Result<(), XlsxError> {
    let head = FIRST_ROW - 1;
    sheet.set_name(export_text(name))?.set_column_hidden(0)?.write_string(0, 0, kind)?;
    sheet.write_string_with_format(0, 1, title, &styles.title)?;
    sheet.write_string_with_format(1, 1, export_text(help), &styles.help)?;
    for (column, (label, width)) in (1..).zip(columns) {
        sheet.set_column_width(column, f64::from(*width))?;
        sheet.write_string_with_format(head, column, export_text(*label), &styles.head)?;
    }
    sheet.set_row_height(head, 34)?;
    sheet.set_freeze_panes(FIRST_ROW, 0)?.set_repeat_rows(head, head)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.4, 0.4, 0.6, 0.6, 0.3, 0.3).set_footer("&C&P/&N");
    Ok(())
}

/// Puts a typed figure into its cell: as a number where it is one that a cell holds exactly, else as it was typed.
pub(super) fn figure(
    sheet: &mut Worksheet,
    (row, column): (RowNum, ColNum),
    typed: &str,
    kind: FigureKind,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let format = styles.of(kind);
    let understood = read(typed, kind).ok().flatten().map(|figure| figure.exact().to_string());
    let number = understood.filter(|text| text.bytes().filter(u8::is_ascii_digit).count() <= MOST_DIGITS);
    match number.and_then(|text| text.parse::<f64>().ok()) {
        Some(number) => sheet.write_number_with_format(row, column, number, format)?,
        None if typed.trim().is_empty() => sheet.write_blank(row, column, format)?,
        None => sheet.write_string_with_format(row, column, fitted(plain(typed)), format)?,
    };
    Ok(())
}

/// Makes a row as high as the longest of its texts needs in its column: not every program does so by itself.
pub(super) fn high_enough(
    sheet: &mut Worksheet,
    row: RowNum,
    columns: &[(ExportKey, u16)],
    texts: &[(ColNum, &str)],
) -> Result<(), XlsxError> {
    let lines = |(column, text): &(ColNum, &str)| {
        let width =
            columns.get(usize::from(*column).saturating_sub(1)).map_or(40, |(_, width)| usize::from(*width));
        text.lines().map(|line| line.chars().count() / width + 1).sum::<usize>()
    };
    let lines = texts.iter().map(lines).max().unwrap_or(1).clamp(1, 20);
    sheet.set_row_height(row, u32::try_from(lines * 17).unwrap_or(17))?;
    Ok(())
}

/// A text, never a formula; blank cells get their look as well.
pub(super) fn text(
    sheet: &mut Worksheet,
    (row, column): (RowNum, ColNum),
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    if text.is_empty() {
        sheet.write_blank(row, column, format)?;
    } else {
        sheet.write_string_with_format(row, column, fitted(plain(text)), format)?;
    }
    Ok(())
}

/// A day: as a date where it is one.
pub(super) fn day(
    sheet: &mut Worksheet,
    (row, column): (RowNum, ColNum),
    iso: &str,
    styles: &Styles,
) -> Result<(), XlsxError> {
    match workbook::day(iso) {
        Some(date) => {
            sheet.write_datetime_with_format(row, column, &date, &styles.day)?;
            Ok(())
        }
        None => text(sheet, (row, column), iso, &styles.day),
    }
}

/// Refuses what does not fit, with a word on what does.
pub(super) fn explained(rule: DataValidation, what: ExportKey) -> Result<DataValidation, XlsxError> {
    rule.set_error_style(DataValidationErrorStyle::Stop)
        .set_error_title(export_text(ExportKey::TemplateCheckTitle))?
        .set_error_message(export_text(what))
}
