//! CSV as Excel reads it here: UTF-8 with its mark, semicolons, decimal commas. Text from anywhere stays text.

/// A table in the making.
pub struct Csv(String);

/// A cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Words, of the product or of anybody.
    Text(&'a str),
    /// A number as files hold it: digits, at most one dot, a minus before a penalty ("1.230", "-0.500"). What is no such
    /// number is written as text.
    Number(&'a str),
}

impl Default for Csv {
    fn default() -> Self {
        Self::new()
    }
}

impl Csv {
    /// An empty table.
    pub fn new() -> Self {
        // Without the mark Excel takes the letters for another alphabet.
        Self("\u{feff}".to_owned())
    }

    /// Adds a row.
    pub fn row(&mut self, cells: &[Cell<'_>]) {
        for (place, cell) in cells.iter().enumerate() {
            if place > 0 {
                self.0.push(';');
            }
            match cell {
                Cell::Number(number) if is_number(number) => self.0 += &number.replace('.', ","),
                Cell::Number(text) | Cell::Text(text) => self.text(text),
            }
        }
        self.0 += "\r\n";
    }

    /// The table as the text of a file.
    pub fn finish(self) -> String {
        self.0
    }

    fn text(&mut self, text: &str) {
        let formula = looks_like_a_formula(text);
        if !formula && !text.contains([';', '"', '\r', '\n', '\t', ',']) {
            self.0 += text;
            return;
        }
        self.0.push('"');
        if formula {
            self.0.push('\'');
        }
        self.0 += &text.replace('"', "\"\"");
        self.0.push('"');
    }
}

/// Whether a spreadsheet might calculate with a text instead of showing it. The full-width signs count where East Asian
/// input methods write them.
fn looks_like_a_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

fn is_number(text: &str) -> bool {
    let size = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = size.split_once('.').unwrap_or((size, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole) && digits(decimals)
}

#[cfg(test)]
mod tests {
    use super::Cell::{Number, Text};
    use super::{Cell, Csv};

    fn row(cells: &[Cell<'_>]) -> String {
        let mut csv = Csv::new();
        csv.row(cells);
        csv.finish()
    }

    #[test]
    fn a_row_is_marked_separated_and_ended_as_excel_expects_it() {
        assert_eq!(row(&[Text("TT-3"), Number("1.230"), Text("")]), "\u{feff}TT-3;1,230;\r\n");
    }

    #[test]
    fn text_never_becomes_a_formula_and_never_leaves_its_cell() {
        for (text, cell) in [
            ("UBND xã Phú Mậu", "UBND xã Phú Mậu"),
            ("=1+1", "\"'=1+1\""),
            ("=cmd|'/C calc'!A0", "\"'=cmd|'/C calc'!A0\""),
            ("+84 234", "\"'+84 234\""),
            ("-1", "\"'-1\""),
            ("@SUM(A1)", "\"'@SUM(A1)\""),
            ("\t=1", "\"'\t=1\""),
            ("\r=1", "\"'\r=1\""),
            ("\n=1", "\"'\n=1\""),
            ("＝1", "\"'＝1\""),
            ("a;b", "\"a;b\""),
            ("a,b", "\"a,b\""),
            ("“a” \"b\"", "\"“a” \"\"b\"\"\""),
            ("hai\ndòng", "\"hai\ndòng\""),
            ("1=1", "1=1"),
        ] {
            assert_eq!(row(&[Text(text)]), format!("\u{feff}{cell}\r\n"), "{text:?}");
        }
    }

    #[test]
    fn a_number_has_a_decimal_comma_and_what_is_none_is_text() {
        for (number, cell) in [
            ("0", "0"),
            ("1234567", "1234567"),
            ("48.235", "48,235"),
            ("-0.500", "-0,500"),
            ("-", "\"'-\""),
            ("-1.2.3", "\"'-1.2.3\""),
            ("=1", "\"'=1\""),
            ("1.", "1."),
            ("", ""),
        ] {
            assert_eq!(row(&[Number(number)]), format!("\u{feff}{cell}\r\n"), "{number:?}");
        }
    }
}
