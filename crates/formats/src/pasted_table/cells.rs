//! Splits a text into rows of cells, as spreadsheets put a block on the clipboard and into CSV files.

/// The rows of a text: cells stand between separators, rows between line ends (LF, CR or CRLF). A cell in quotation marks
/// may hold both, and a doubled mark for one; a mark that never closes is a character like others. White space around a
/// cell is left out.
///
/// ```
/// use formats::pasted_table::cells::split;
/// assert_eq!(split("\"Tổng\nsố\"\t4\r\n5", '\t'), [vec!["Tổng\nsố", "4"], vec!["5"]]);
/// ```
pub fn split(text: &str, separator: char) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut cells = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (cell, after) = quoted(rest, separator).unwrap_or_else(|| plain(rest, separator));
        cells.push(cell.trim().to_owned());
        let mut ends_row = true;
        if let Some(next) = after.strip_prefix(separator) {
            rest = next;
            ends_row = false;
            // The last row may end with a separator: a blank cell follows it.
            if rest.is_empty() {
                cells.push(String::new());
                ends_row = true;
            }
        } else {
            rest = after.strip_prefix("\r\n").or_else(|| after.strip_prefix(['\r', '\n'])).unwrap_or(after);
        }
        if ends_row {
            rows.push(std::mem::take(&mut cells));
        }
    }
    rows
}

/// The cell at the beginning of a text, and what follows it.
fn plain(text: &str, separator: char) -> (String, &str) {
    let end = text.find([separator, '\r', '\n']).unwrap_or(text.len());
    let (cell, after) = text.split_at(end);
    (cell.to_owned(), after)
}

/// The quoted cell at the beginning of a text, and what follows it; `None` where there is none that ends.
fn quoted(text: &str, separator: char) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('"')?;
    let mut cell = String::new();
    loop {
        let (before, after) = rest.split_once('"')?;
        cell.push_str(before);
        if let Some(next) = after.strip_prefix('"') {
            cell.push('"');
            rest = next;
        } else {
            let ends = after.is_empty() || after.starts_with([separator, '\r', '\n']);
            return ends.then_some((cell, after));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn rows_end_with_any_line_end_and_the_last_with_none() {
        for text in ["1\t2\n3\t4", "1\t2\r\n3\t4\r\n", "1\t2\r3\t4\r"] {
            assert_eq!(split(text, '\t'), [["1", "2"], ["3", "4"]], "{text:?}");
        }
        assert_eq!(split("", '\t'), Vec::<Vec<String>>::new());
        assert_eq!(split("\n\n7", '\t'), [[""], [""], ["7"]]);
        assert_eq!(split("1\t\n\t2\t", '\t'), [vec!["1", ""], vec!["", "2", ""]]);
    }

    #[test]
    fn quoted_cells_hold_separators_line_ends_and_quotation_marks() {
        assert_eq!(split("\"a\tb\"\t\"c\r\nd\"\n1", '\t'), [vec!["a\tb", "c\r\nd"], vec!["1"]]);
        assert_eq!(split("\"nói \"\"có\"\"\";2", ';'), [["nói \"có\"", "2"]]);
        assert_eq!(split("\"410\n\"\t850", '\t'), [["410", "850"]]);
    }

    #[test]
    fn a_quotation_mark_that_never_closes_or_stands_within_a_cell_is_a_character() {
        assert_eq!(split("\"410\t850\n1", '\t'), [vec!["\"410", "850"], vec!["1"]]);
        assert_eq!(split("\"Một\" cửa\t3", '\t'), [["\"Một\" cửa", "3"]]);
        assert_eq!(split("5\" ống\t3", '\t'), [["5\" ống", "3"]]);
    }
}
