//! The names of the files that a zip archive holds: its own, not those of an archive that is packed into it.

/// What begins the header of a file, before its content.
const LOCAL: &[u8] = b"PK\x03\x04";
/// What begins a file's entry in the directory at the end.
const CENTRAL: &[u8] = b"PK\x01\x02";
/// What begins the end of the directory.
const END: &[u8] = b"PK\x05\x06";
/// How far from the end of the file its directory's end may begin: it has a comment of up to 65 535 bytes.
const END_REACH: usize = 65_557;

/// The names of an archive's own files.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct ZipNames {
    /// The names, with `/` between folders.
    pub(super) names: Vec<String>,
    /// Whether its end is there. Of one that is cut short, the names are those before the cut.
    pub(super) is_whole: bool,
}

/// The names of an archive.
pub(super) fn names(bytes: &[u8]) -> ZipNames {
    let reach = bytes.len().saturating_sub(END_REACH);
    let end =
        bytes.get(reach..).and_then(|tail| tail.windows(4).rposition(|at| at == END)).map(|at| reach + at);
    let names = end.and_then(|end| of_directory(bytes, end)).unwrap_or_else(|| of_headers(bytes));
    ZipNames { names, is_whole: end.is_some() }
}

/// By the directory, which stands just before its end; `None` where it does not.
fn of_directory(bytes: &[u8], end: usize) -> Option<Vec<String>> {
    let mut at = long(bytes, end + 16)?;
    // The end of an archive that is packed into this one counts from that one's beginning.
    if at.checked_add(long(bytes, end + 12)?) != Some(end) {
        return None;
    }
    let mut names = Vec::new();
    while at < end {
        if !bytes.get(at..)?.starts_with(CENTRAL) {
            return None;
        }
        let name = at + 46..at + 46 + short(bytes, at + 28)?;
        at = name.end + short(bytes, at + 30)? + short(bytes, at + 32)?;
        names.push(said(bytes.get(name)?));
    }
    (!names.is_empty()).then_some(names)
}

/// By the header before each file, as far as they go.
fn of_headers(bytes: &[u8]) -> Vec<String> {
    let mut names = Vec::new();
    let mut at = Some(0);
    while let Some(header) = at {
        at = of_header(bytes, header).map(|(name, next)| {
            names.push(name);
            next
        });
    }
    names
}

/// The name in one header, and where the next header should be.
fn of_header(bytes: &[u8], at: usize) -> Option<(String, usize)> {
    if !bytes.get(at..)?.starts_with(LOCAL) {
        return None;
    }
    let name = at + 30..at + 30 + short(bytes, at + 26)?;
    let content = name.end + short(bytes, at + 28)?;
    let size = long(bytes, at + 18)?;
    let length_follows = short(bytes, at + 6)? & 8 != 0;
    let next = if length_follows && size == 0 {
        // Its length stands behind it: the next header is looked for.
        let rest = bytes.get(content..).unwrap_or_default();
        content + rest.windows(4).position(|at| at == LOCAL).unwrap_or(rest.len())
    } else {
        content.saturating_add(size)
    };
    Some((said(bytes.get(name)?), next))
}

fn said(name: &[u8]) -> String {
    String::from_utf8_lossy(name).replace('\\', "/")
}

fn short(bytes: &[u8], at: usize) -> Option<usize> {
    let two = bytes.get(at..at.checked_add(2)?)?.try_into().ok()?;
    Some(usize::from(u16::from_le_bytes(two)))
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    let four = bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
    usize::try_from(u32::from_le_bytes(four)).ok()
}
