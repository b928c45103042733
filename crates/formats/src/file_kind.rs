//! What a file is by its content, whatever its name: so that the reason why it can't be opened is the true one.

use super::pasted_table::cells::split;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A workbook of the .xlsx kind.
    Workbook,
    /// An old Office file (.xls, .doc), or one that is locked with a password: both look the same from outside.
    OldOffice,
    /// A Word document.
    Word,
    /// A document or spreadsheet of `LibreOffice` (.odt, .ods).
    OpenDocument,
    /// A file of Numbers, Pages or Keynote.
    Apple,
    /// Another zip archive.
    Zip,
    /// Another archive: .rar, .7z, .gz.
    Archive,
    /// A PDF.
    Pdf,
    /// A picture.
    Picture,
    /// A table as text: CSV, or cells with tabs between them.
    Table,
    /// Anything else: JSON, a page, other text, other bytes.
    Other,
}

impl FileKind {
    /// Its text for scripts: `file-pdf`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Workbook => "file-workbook",
            Self::OldOffice => "file-old-office",
            Self::Word => "file-word",
            Self::OpenDocument => "file-open-document",
            Self::Apple => "file-apple",
            Self::Zip => "file-zip",
            Self::Archive => "file-archive",
            Self::Pdf => "file-pdf",
            Self::Picture => "file-picture",
            Self::Table => "file-table",
            Self::Other => "file-other",
        }
    }
}

/// What a file is.
pub fn kind(bytes: &[u8]) -> FileKind {
    let begins = |with: &[u8]| bytes.starts_with(with);
    if begins(b"PK\x03\x04") || begins(b"PK\x05\x06") {
        return package(bytes);
    }
    if begins(b"\xD0\xCF\x11\xE0") {
        return FileKind::OldOffice;
    }
    if begins(b"%PDF") {
        return FileKind::Pdf;
    }
    let pictures: [&[u8]; 6] = [b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8", b"BM", b"II*\0", b"MM\0*"];
    let in_container = |name: &[u8]| bytes.get(4..).is_some_and(|rest| rest.starts_with(name));
    let webp = begins(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    if pictures.into_iter().any(begins) && !is_text(bytes)
        || webp
        || in_container(b"ftyphei")
        || in_container(b"ftypmif1")
    {
        return FileKind::Picture;
    }
    if begins(b"Rar!") || begins(b"7z\xBC\xAF") || begins(b"\x1F\x8B") {
        return FileKind::Archive;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) if is_table(text) => FileKind::Table,
        _ => FileKind::Other,
    }
}

fn is_text(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok() && !bytes.contains(&0)
}

/// What a zip archive holds, by the names of its files, which stand in it as they are.
fn package(bytes: &[u8]) -> FileKind {
    let holds = |name: &[u8]| bytes.windows(name.len()).any(|window| window == name);
    if holds(b"word/document.xml") {
        FileKind::Word
    } else if holds(b"application/vnd.oasis.opendocument") {
        FileKind::OpenDocument
    } else if holds(b".iwa") {
        FileKind::Apple
    } else if holds(b"xl/") || holds(b"xl\\") || holds(b"[Content_Types].xml") || !holds(b"PK\x05\x06") {
        // Without its end it is cut short, most likely from a workbook: its reader says so.
        FileKind::Workbook
    } else {
        FileKind::Zip
    }
}

/// Whether a text is a table: neither JSON nor a page, several cells in most of its first lines.
fn is_table(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with(['{', '[', '<']) {
        return false;
    }
    let rows = table(text);
    let first: Vec<_> = rows.iter().take(20).collect();
    let says_so = text.get(..4).is_some_and(|begin| begin.eq_ignore_ascii_case("sep="));
    says_so || first.len() > 1 && first.iter().filter(|cells| cells.len() > 1).count() * 2 > first.len()
}

/// The rows of a table as text: cells stand between tabs, semicolons or commas, whichever makes the most of them in the
/// first lines, or what a line `sep=;` says.
pub fn table(text: &str) -> Vec<Vec<String>> {
    let text = text.trim_start_matches('\u{feff}');
    let first = text.lines().next().unwrap_or_default();
    if let Some(separator) =
        first.trim().to_lowercase().strip_prefix("sep=").and_then(|rest| rest.chars().next())
    {
        return split(text.split_once('\n').map_or("", |(_, rest)| rest), separator);
    }
    let head: String = text.lines().take(20).flat_map(|line| [line, "\n"]).collect();
    let cells = |separator: char| split(&head, separator).iter().map(|cells| cells.len() - 1).sum::<usize>();
    // Commas stand in numbers and sentences, too: one of the others in most lines wins.
    let lines = head.lines().count();
    let separator = ['\t', ';'].into_iter().find(|separator| cells(*separator) * 2 > lines);
    split(text, separator.unwrap_or(','))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_their_content() {
        for (bytes, is) in [
            (&b"%PDF-1.7\n"[..], FileKind::Pdf),
            (b"\x89PNG\r\n\x1a\n", FileKind::Picture),
            (b"\xFF\xD8\xFF\xE0", FileKind::Picture),
            (b"RIFF\x10\0\0\0WEBPVP8 ", FileKind::Picture),
            (b"\0\0\0\x18ftypheic", FileKind::Picture),
            (b"PK\x03\x04 a.json PK\x05\x06", FileKind::Zip),
            (b"PK\x03\x04 cut", FileKind::Workbook),
            (b"PK\x03\x04 xl/workbook.xml", FileKind::Workbook),
            (b"PK\x03\x04 xl\\workbook.xml", FileKind::Workbook),
            (b"PK\x03\x04 word/document.xml", FileKind::Word),
            (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet", FileKind::OpenDocument),
            (b"PK\x03\x04 Index/Document.iwa", FileKind::Apple),
            (b"\xD0\xCF\x11\xE0", FileKind::OldOffice),
            (b"Rar!\x1A\x07", FileKind::Archive),
            (b"7z\xBC\xAF\x27\x1C", FileKind::Archive),
            (b"TT-3;410;850\r\nTT-4a;98;104\r\n", FileKind::Table),
            (b"\xEF\xBB\xBFM\xC3\xA3,x\nTT-3,410", FileKind::Table),
            (b"sep=;\na;b", FileKind::Table),
            (b"{\"a\": 1,\n\"b\": 2}", FileKind::Other),
            (b"[1,\n2,\n3]", FileKind::Other),
            (b"<html>,\n,</html>", FileKind::Other),
            (b"BM, a note", FileKind::Other),
            (b"one line of words", FileKind::Other),
            (b"\0\xFF\xFE", FileKind::Other),
        ] {
            assert_eq!(kind(bytes), is, "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn the_separator_of_a_table_is_found() {
        for text in [
            "Mã,Đã làm,Tổng\nTT-3,410,850",
            "Mã;Đã làm;Tổng\nTT-3;410;850",
            "Mã\tĐã làm\tTổng\nTT-3\t410\t850",
            "sep=,\nMã,Đã làm,Tổng\nTT-3,410,850",
        ] {
            assert_eq!(table(text), [["Mã", "Đã làm", "Tổng"], ["TT-3", "410", "850"]], "{text:?}");
        }
        assert_eq!(
            table("Mã;Tỷ lệ\nTT-3;48,2\nTT-4;1,5"),
            [["Mã", "Tỷ lệ"], ["TT-3", "48,2"], ["TT-4", "1,5"]]
        );
    }
}
