//! What a file is by its content, whatever its name: so that the reason why it can't be opened is the true one.

use super::file_text::is_of_old_code_page;
use super::pasted_table::cells::split;
use super::zip_names::names;
use super::{document_reader, shared_copy};

/// The longest lock of an open file, in bytes; they have some hundred.
const MOST_OF_A_LOCK: usize = 1_000;
/// How many lines are looked at to tell a table, and how many characters to tell a page: longer than any letterhead.
const LINES_LOOKED_AT: usize = 20;
const PAGE_LOOKED_AT: usize = 100_000;

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
    /// A spreadsheet written as a web page or as XML, whatever its name says: Excel opens it.
    SheetAsPage,
    /// Text in a code page from before UTF-8: its letters can't be told.
    OldEncoding,
    /// A shortcut to a file or page elsewhere.
    Shortcut,
    /// What Excel, Word or `LibreOffice` put beside a file while it is open.
    Lock,
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
            Self::SheetAsPage => "file-sheet-as-page",
            Self::OldEncoding => "file-old-encoding",
            Self::Shortcut => "file-shortcut",
            Self::Lock => "file-lock",
            Self::Other => "file-other",
        }
    }
}

/// What a file is, by its content, and by its name where that alone can tell.
pub fn of_file(name: &str, bytes: &[u8]) -> FileKind {
    let is_lock = name.starts_with("~$") || name.starts_with(".~lock.");
    if is_lock && bytes.len() <= MOST_OF_A_LOCK { FileKind::Lock } else { kind(bytes) }
}

/// What a file is by its content.
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
    if is_picture(bytes) {
        return FileKind::Picture;
    }
    if begins(b"Rar!") || begins(b"7z\xBC\xAF") || begins(b"\x1F\x8B") {
        return FileKind::Archive;
    }
    if begins(b"{\\rtf") {
        return FileKind::Word;
    }
    if begins(b"L\0\0\0\x01\x14\x02\0") {
        return FileKind::Shortcut;
    }
    match document_reader::text_of(bytes) {
        Ok(text) => of_text(&text),
        Err(_) if is_of_old_code_page(bytes) => {
            let found = of_text(&String::from_utf8_lossy(bytes));
            let needs_letters = matches!(found, FileKind::Table | FileKind::Other);
            if needs_letters { FileKind::OldEncoding } else { found }
        }
        Err(_) => FileKind::Other,
    }
}

fn is_picture(bytes: &[u8]) -> bool {
    let signs: [&[u8]; 6] = [b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8", b"BM", b"II*\0", b"MM\0*"];
    let containers: [&[u8]; 6] = [b"ftyphei", b"ftyphev", b"ftypmif1", b"ftypmsf1", b"ftypavif", b"ftypavis"];
    let inside = bytes.get(4..).unwrap_or_default();
    signs.into_iter().any(|sign| bytes.starts_with(sign)) && !is_text(bytes)
        || containers.into_iter().any(|sign| inside.starts_with(sign))
        || bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP")
}

fn is_text(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok() && !bytes.contains(&0)
}

/// What a zip archive is by the names of its own files, not of those in an archive that it holds.
fn package(bytes: &[u8]) -> FileKind {
    let found = names(bytes);
    let holds = |is: fn(&str) -> bool| found.names.iter().any(|name| is(name));
    if holds(|name| name.starts_with("word/document")) {
        FileKind::Word
    } else if holds(|name| name == "content.xml")
        && holds(|name| name == "mimetype" || name.starts_with("META-INF/"))
        || bytes.get(30..).is_some_and(|rest| rest.starts_with(b"mimetypeapplication/vnd.oasis.opendocument"))
    {
        FileKind::OpenDocument
    } else if holds(|name| name.contains(".iwa")) {
        FileKind::Apple
    } else if holds(|name| {
        let begins = |with: &str| name.starts_with(with);
        begins("xl/") || begins("[Content_Types].xml") || begins("_rels/") || begins("docProps/")
    }) || !found.is_whole && found.names.is_empty()
    {
        // One that is cut short before its first name is most likely a workbook: its reader says so.
        FileKind::Workbook
    } else {
        FileKind::Zip
    }
}

/// What a text is.
fn of_text(text: &str) -> FileKind {
    let begin = text.trim_start();
    if begin.starts_with('<') {
        return of_page(begin);
    }
    // Windows may write other sections before that of the address.
    let is_shortcut = |line: &str| line.trim().eq_ignore_ascii_case("[InternetShortcut]");
    if begin.starts_with('[') && first_lines(begin).any(is_shortcut) {
        return FileKind::Shortcut;
    }
    if is_table(text) { FileKind::Table } else { FileKind::Other }
}

/// What a page or other text in tags is.
fn of_page(text: &str) -> FileKind {
    let head: String = text.chars().take(PAGE_LOOKED_AT).map(|c| c.to_ascii_lowercase()).collect();
    let holds = |word: &str| head.contains(word);
    // A copy of the application is read as one, whatever else stands in it.
    if shared_copy::read(text).is_some() {
        FileKind::Other
    } else if holds("urn:schemas-microsoft-com:office:spreadsheet")
        || holds("urn:schemas-microsoft-com:office:excel")
        || holds("application/vnd.oasis.opendocument.spreadsheet")
    {
        FileKind::SheetAsPage
    } else if holds("urn:schemas-microsoft-com:office:word") || holds("schemas.microsoft.com/office/word/") {
        FileKind::Word
    } else if holds("application/vnd.oasis.opendocument.") {
        FileKind::OpenDocument
    } else if first_element(&head).starts_with("<svg") {
        FileKind::Picture
    } else if holds("<table") && !holds("<script") {
        // A page of a site runs something; a table that was exported does not.
        FileKind::SheetAsPage
    } else {
        FileKind::Other
    }
}

/// A page from its first element on, without what is said before it of the page itself.
fn first_element(page: &str) -> &str {
    let mut rest = page;
    loop {
        let ends = [("<?", "?>"), ("<!--", "-->"), ("<!", ">")];
        let end = ends.into_iter().find(|(begin, _)| rest.starts_with(begin)).map(|(_, end)| end);
        match end.and_then(|end| rest.split_once(end)) {
            Some((_, after)) => rest = after.trim_start(),
            None => return rest,
        }
    }
}

/// Whether a text is a table: neither JSON nor a letter with commas.
fn is_table(text: &str) -> bool {
    if text.trim_start().starts_with(['{', '[']) || document_reader::names_ours(text) {
        return false;
    }
    let says_so = text.get(..4).is_some_and(|begin| begin.eq_ignore_ascii_case("sep="));
    says_so || has_rows(text, separator(text))
}

/// The first lines that are not blank.
fn first_lines(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', '\r']).filter(|line| !line.trim().is_empty()).take(LINES_LOOKED_AT)
}

/// Whether this separator makes rows of a text: of most of its first lines, or of two in a row under a letterhead.
fn has_rows(text: &str, separator: char) -> bool {
    let counts: Vec<_> = first_lines(text).map(|line| cells_of(line, separator)).collect();
    // A comma in each of two lines of a letter makes two cells of both.
    let least = if separator == ',' { 3 } else { 2 };
    counts.iter().flatten().count() * 2 > counts.len()
        || counts.windows(2).any(|two| matches!(two, [Some(a), Some(b)] if a == b && *a >= least))
}

/// How many cells a line has as a row of a table; `None` where it reads like one of a letter: with one cell that is
/// not blank, or with spaces behind its commas and few numbers.
fn cells_of(line: &str, separator: char) -> Option<usize> {
    let rows = split(line, separator);
    let cells = rows.first()?;
    let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
    let numbers = cells.iter().filter(|cell| is_number(cell)).count();
    let is_spaced = matches!(separator, ',' | ';') && is_spaced(line, separator);
    (filled > 1 && (!is_spaced || numbers * 2 >= filled)).then_some(cells.len())
}

/// Whether a space follows a separator outside of quotation marks.
fn is_spaced(line: &str, separator: char) -> bool {
    let spaced = format!("{separator} ");
    line.split('"').step_by(2).any(|outside| outside.contains(&spaced))
}

fn is_number(cell: &str) -> bool {
    cell.contains(|c: char| c.is_ascii_digit())
        && cell
            .chars()
            .all(|c| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | ',' | '%' | '-' | '+'))
}

/// The rows of a file that is a table.
pub fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
    document_reader::text_of(bytes).map(|text| table(&text)).unwrap_or_default()
}

/// The rows of a table as text: cells stand between tabs, semicolons, upright strokes or commas, whichever makes rows
/// of the first lines, or what a line `sep=;` says.
pub fn table(text: &str) -> Vec<Vec<String>> {
    let text = text.trim_start_matches('\u{feff}');
    let first = text.lines().next().unwrap_or_default();
    if let Some(separator) =
        first.trim().to_lowercase().strip_prefix("sep=").and_then(|rest| rest.chars().next())
    {
        return split(text.split_once('\n').map_or("", |(_, rest)| rest), separator);
    }
    split(text, separator(text))
}

/// What stands between the cells of a table.
fn separator(text: &str) -> char {
    let head: String = first_lines(text).flat_map(|line| [line, "\n"]).collect();
    let lines = head.lines().count();
    let cells = |separator: char| split(&head, separator).iter().map(|cells| cells.len() - 1).sum::<usize>();
    // Commas stand in numbers and sentences, too: one of the others in most lines wins.
    let wins = |separator: &char| cells(*separator) * 2 > lines || has_rows(&head, *separator);
    ['\t', ';', '|'].into_iter().find(wins).unwrap_or(',')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A zip of stored entries, each a name and its content; with its end, or cut short of it.
    fn zip(entries: &[(&str, &[u8])], whole: bool) -> Vec<u8> {
        let short = |length: usize| u16::try_from(length).unwrap_or_default().to_le_bytes();
        let long = |length: usize| u32::try_from(length).unwrap_or_default().to_le_bytes();
        let (mut bytes, mut directory) = (Vec::new(), Vec::new());
        for (name, content) in entries {
            let sizes = [long(content.len()), long(content.len())].concat();
            let at = long(bytes.len());
            bytes.extend([b"PK\x03\x04\x14\0".as_slice(), &[0; 12], &sizes].concat());
            bytes.extend([short(name.len()).as_slice(), &[0; 2], name.as_bytes(), content].concat());
            directory.extend([b"PK\x01\x02\x14\0\x14\0".as_slice(), &[0; 12], &sizes].concat());
            directory.extend([short(name.len()).as_slice(), &[0; 12], &at, name.as_bytes()].concat());
        }
        if whole {
            let (at, count) = (long(bytes.len()), short(entries.len()));
            let size = long(directory.len());
            bytes.extend(directory);
            bytes.extend([b"PK\x05\x06\0\0\0\0".as_slice(), &count, &count, &size, &at, &[0; 2]].concat());
        }
        bytes
    }

    fn utf16(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    fn all_are(kind_of_all: FileKind, files: &[&[u8]]) {
        for bytes in files {
            assert_eq!(kind(bytes), kind_of_all, "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn files_are_known_by_their_content() {
        for (bytes, is) in [
            (&b"%PDF-1.7\n"[..], FileKind::Pdf),
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
    fn a_zip_is_known_by_the_names_of_its_own_files() {
        let book = zip(&[("[Content_Types].xml", b"<a/>"), ("xl/workbook.xml", b"<b/>")], true);
        let text = zip(&[("[Content_Types].xml", b"<a/>"), ("word/document.xml", b"<b/>")], true);
        let mimetype = b"application/vnd.oasis.opendocument.spreadsheet";
        for whole in [true, false] {
            let of = |entries: &[(&str, &[u8])]| kind(&zip(entries, whole));
            for (name, is) in [
                ("xl/workbook.xml", FileKind::Workbook),
                ("xl\\workbook.xml", FileKind::Workbook),
                ("word/document.xml", FileKind::Word),
                ("word/document2.xml", FileKind::Word),
                ("content.xml", FileKind::OpenDocument),
                ("Index/Document.iwa", FileKind::Apple),
            ] {
                let first = if is == FileKind::OpenDocument { "mimetype" } else { "[Content_Types].xml" };
                assert_eq!(of(&[(first, mimetype), (name, b"<a/>")]), is, "{name} {whole}");
            }
            // What is packed into it does not make it one of those.
            assert_eq!(of(&[("bao-cao.xlsx", &book)]), FileKind::Zip, "{whole}");
            assert_eq!(of(&[("giay-moi.docx", &text), ("bao-cao.xlsx", &book)]), FileKind::Zip, "{whole}");
            assert_eq!(of(&[("a.json", b"xl/workbook.xml word/document.xml")]), FileKind::Zip, "{whole}");
        }
        for (bytes, is) in [
            (&b"PK\x03\x04 cut"[..], FileKind::Workbook),
            (b"PK\x03\x04 a.json PK\x05\x06", FileKind::Zip),
            (b"PK\x05\x06", FileKind::Zip),
        ] {
            assert_eq!(kind(bytes), is, "{}", String::from_utf8_lossy(bytes));
        }
        // Cut anywhere it is still something, and nothing breaks.
        for end in 4..book.len() {
            let cut = kind(book.get(..end).unwrap_or_default());
            assert_eq!(cut, FileKind::Workbook, "{end}");
        }
    }

    #[test]
    fn pictures_are_known_whatever_they_are_packed_as() {
        all_are(
            FileKind::Picture,
            &[
                b"\x89PNG\r\n\x1a\n",
                b"\xFF\xD8\xFF\xE0",
                b"RIFF\x10\0\0\0WEBPVP8 ",
                b"\0\0\0\x18ftypheic",
                b"\0\0\0\x18ftypmif1",
                b"\0\0\0\x1cftypmsf1",
                b"\0\0\0\x1cftyphevc",
                b"\0\0\0\x1cftypavif",
                b"\0\0\0\x1cftypavis",
                b"<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0,0\"/></svg>",
                b"\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<!-- drawn -->\n<svg></svg>",
            ],
        );
        // A page with a picture in it is a page.
        all_are(FileKind::Other, &[b"<!DOCTYPE html><html><body><svg></svg></body></html>"]);
    }

    #[test]
    fn a_table_is_one_whatever_its_encoding_and_separator() {
        let wide = "Mã\tĐã làm\tTổng\r\nTT-3\t410\t850\r\n";
        for bytes in [
            [&[0xFF, 0xFE], utf16(wide).as_slice()].concat(),
            utf16(wide),
            [&[0xFE, 0xFF], wide.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<_>>().as_slice()]
                .concat(),
            utf16(&wide.replace('\t', ";")),
            "Mã|Đã làm|Tổng\nTT-3|410|850".into(),
            ["\u{feff}\u{feff}", wide].concat().into(),
        ] {
            assert_eq!(kind(&bytes), FileKind::Table, "{}", String::from_utf8_lossy(&bytes));
            assert_eq!(rows(&bytes), [["Mã", "Đã làm", "Tổng"], ["TT-3", "410", "850"]]);
        }
    }

    #[test]
    fn one_line_and_lines_under_a_letterhead_are_tables() {
        all_are(
            FileKind::Table,
            &[
                b"TT-3,410,850",
                b"TT-3;410",
                b"TT-3, 410, 850\n",
                "ỦY BAN NHÂN DÂN\nXÃ PHÚ MẬU\n\nSố liệu tự chấm, năm 2023\nKính gửi: Sở Nội vụ\nMã,Đã làm,Tổng\nTT-3,410,850"
                    .as_bytes(),
                "XÃ PHÚ MẬU\nBáo cáo\nNăm 2023\nKính gửi: Sở Nội vụ\nMã;Số\nTT-3;410".as_bytes(),
            ],
        );
        assert_eq!(rows(b"A\nB\nC\nD\nE\nTT-3|410\nTT-4|98").last().map(Vec::len), Some(2));
    }

    #[test]
    fn a_letter_with_commas_is_no_table() {
        all_are(
            FileKind::Other,
            &[
                "Kính gửi anh,\nEm gửi anh số liệu, nhờ anh xem giúp, nếu sai thì báo em,\nTrân trọng,\nNguyễn Văn A"
                    .as_bytes(),
                "Kính gửi Sở Nội vụ, Ủy ban nhân dân".as_bytes(),
                "Kính gửi anh, chị,\nHôm nay, xã đã họp, có mặt đủ, và thống nhất, như sau.\nCảm ơn, chào anh."
                    .as_bytes(),
                "Việc cần làm:\n- họp;\n- nộp báo cáo;\n- lưu hồ sơ;".as_bytes(),
            ],
        );
    }

    #[test]
    fn text_of_an_old_code_page_is_told_from_what_is_no_text() {
        all_are(
            FileKind::OldEncoding,
            &[
                b"M\xE3;\xD0\xE3 l\xE0m;T\xF4\xD2ng\r\nTT-3;410;850\r\n",
                b"M\xE3,x\nTT-3,410",
                b"{\"format\": \"tu-cham/assessment\", \"unit\": \"X\xE3\"}",
                b"K\xEDnh g\xF2i UBND x\xE3",
            ],
        );
        all_are(FileKind::Other, &[&[0xFF; 100], b"\x01\xE3abcdef", b"\xE3\0abcdefgh"]);
        // UTF-8 that was cut within a letter is no other code page.
        all_are(FileKind::Other, &[b"{\"unit\": \"X\xC3"]);
    }

    #[test]
    fn a_sheet_written_as_a_page_is_to_be_opened_in_excel() {
        all_are(
            FileKind::SheetAsPage,
            &[
                b"<table border=1><tr><td>TT-3</td><td>410</td></tr></table>",
                b"\r\n<html><head><meta charset=utf-8></head><body><TABLE><tr><td>1</td></tr></TABLE>",
                b"<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><script></script>",
                b"<html><body>T\xF4\xD2ng <table><tr><td>1</td></tr></table>",
                b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
                b"<?xml version=\"1.0\"?><office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">",
            ],
        );
        all_are(
            FileKind::Other,
            &[
                b"<!DOCTYPE html><p>a page</p>",
                b"<!DOCTYPE html><script>1</script><table></table>",
                b"<script id=\"tu-cham-data\">{}</script><table></table>",
            ],
        );
    }

    #[test]
    fn other_texts_and_shortcuts_are_named() {
        all_are(FileKind::Word, &[b"{\\rtf1\\ansi{\\fonttbl}}"]);
        all_are(
            FileKind::Shortcut,
            &[
                b"[InternetShortcut]\r\nURL=https://example.com/\r\n",
                b"[{000214A0-0000-0000-C000-000000000046}]\r\nProp3=19,2\r\n[InternetShortcut]\r\nURL=https://a.vn/",
                b"L\0\0\0\x01\x14\x02\0\0\0"],
        );
    }

    #[test]
    fn the_lock_of_an_open_file_is_known_by_its_name() {
        let lock = [b"\x05Admin".as_slice(), &[b' '; 50]].concat();
        assert_eq!(of_file("~$bao-cao.xlsx", &lock), FileKind::Lock);
        assert_eq!(of_file(".~lock.bao-cao.ods#", b",an,may,27.11.2026 10:00,file;"), FileKind::Lock);
        assert_eq!(of_file("~$bao-cao.csv", &b"TT-3;410\n".repeat(500)), FileKind::Table);
        assert_eq!(of_file("bao-cao.csv", b"TT-3;410\n"), FileKind::Table);
    }

    #[test]
    fn our_file_among_words_is_no_table() {
        for text in [
            "Em gửi anh, tệp:\n{\n\"format\": \"tu-cham/assessment\",\n\"a\": 1,\n\"b\": 2,\n\"c\": 3\n}",
            "```json\n{\n\"format\": \"tu-cham/assessment\",\n\"a\": 1,\n\"b\": 2\n}\n```",
            "> {\n> \"format\": \"tu-cham/target-set\",\n> \"a\": 1,\n> \"b\": 2\n> }",
        ] {
            assert_eq!(kind(text.as_bytes()), FileKind::Other, "{text}");
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
