//! Text from the bytes of a file.

/// Text: UTF-8, with or without its mark, or UTF-16 with one, or without where it is plain. Marks before it and NULs
/// behind it, as copying leaves them, are left out.
pub(super) fn decode(bytes: &[u8]) -> Option<String> {
    let text = match bytes {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes)?,
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes)?,
        _ => match unmarked_utf16(bytes) {
            Some(text) => text,
            None => String::from_utf8(bytes.to_vec()).ok()?,
        },
    };
    let bare = text.trim_start_matches('\u{feff}').trim_end_matches('\0');
    Some(if bare.len() == text.len() { text } else { bare.to_owned() })
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    // Half a unit at the end means that the file was cut.
    let units: Result<Vec<u16>, _> = bytes.chunks(2).map(|pair| pair.try_into().map(unit)).collect();
    String::from_utf16(&units.ok()?).ok()
}

/// UTF-16 without its mark: one byte of most pairs is zero, always the same one.
fn unmarked_utf16(bytes: &[u8]) -> Option<String> {
    let last = bytes.iter().rposition(|byte| *byte != 0)?;
    let text = bytes.get(..(last + 1).next_multiple_of(2))?;
    let zeros = |from: usize| text.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let unit = match (zeros(0), zeros(1)) {
        (0, high) if high * 4 > text.len() => u16::from_le_bytes,
        (high, 0) if high * 4 > text.len() => u16::from_be_bytes,
        _ => return None,
    };
    utf16(text, unit).filter(|text| text.chars().all(|c| !c.is_control() || c.is_whitespace()))
}

/// Whether bytes that are no UTF-8 are text all the same, in a code page from before it: no control signs, and mostly
/// the signs that all code pages share.
pub(super) fn is_of_old_code_page(bytes: &[u8]) -> bool {
    let shared = bytes.iter().filter(|byte| byte.is_ascii()).count();
    let no_control =
        bytes.iter().all(|byte| !byte.is_ascii_control() || matches!(byte, b'\t' | b'\r' | b'\n'));
    // UTF-8 that ends within a letter was cut short.
    let is_cut = std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none());
    no_control && shared * 2 > bytes.len() && !is_cut
}
