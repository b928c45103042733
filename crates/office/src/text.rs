//! Text as the parts of Office files can hold it.

use i18n::exports::{ExportKey, export_text};

/// The most that a cell of a workbook holds, in UTF-16 units.
const MOST: usize = 32_767;

/// Text that XML may hold: lines end one way, and the two characters that no part may have, and that nothing else takes out,
/// are "�".
pub(super) fn plain(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

/// Whether a cell can hold a text.
pub(super) fn fits(text: &str) -> bool {
    // No text has more units than bytes.
    text.len() <= MOST || text.encode_utf16().count() <= MOST
}

/// Text as a cell can hold it: what is too long is cut and says so.
pub(super) fn fitted(text: String) -> String {
    if fits(&text) {
        return text;
    }
    let mark = export_text(ExportKey::ExcelCut);
    let mut remaining = MOST - mark.encode_utf16().count();
    let mut cut = String::new();
    for letter in text.chars() {
        match remaining.checked_sub(letter.len_utf16()) {
            Some(left) => remaining = left,
            None => break,
        }
        cut.push(letter);
    }
    cut + mark
}
