//! Share links, a document in an address: `#/mo/tc1.` and the file as raw DEFLATE (RFC 1951) in base64url (RFC 4648) without padding.
//!
//! The file is the JSON file without its white space, digest and all. What stands behind `#` stays in the browser: no
//! server is sent it. Compressing and decompressing is the browser's; here is what surrounds it.

use scoring::json::Json;

/// The longest link that is handed out, in characters, the address of the page included.
///
/// Browsers take far longer addresses, but people send links: Telegram cuts messages at 4,096 characters, the least of the
/// programs looked at, and a link that was cut opens nothing. The rest is left for a few words beside it.
pub const MOST_CHARACTERS: usize = 4_000;

/// The longest link that is read, in characters. DEFLATE can grow a thousandfold, so this bounds what a hostile link can
/// make of itself in memory to some tens of megabytes before it is stopped.
const MOST_READ: usize = 64_000;

/// How an address with a document begins.
const BEGINNING: &str = "#/mo/";
/// The form of what follows, so that a later one can be told apart.
const TAG: &str = "tc1.";

/// An empty block of DEFLATE that is not the last; what follows it is untouched.
const EMPTY_BLOCK: [u8; 5] = [0, 0, 0, 0xFF, 0xFF];

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Why a share link can't be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShareLinkFault {
    /// Cut, changed on its way, or never one of ours.
    Damaged,
    /// Made by a newer version of the product.
    Newer,
}

impl ShareLinkFault {
    /// A stable text for the page's `data-problem`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Damaged => "link-damaged",
            Self::Newer => "link-newer",
        }
    }
}

/// The text to be compressed: the file without the white space between its values.
pub fn text(file: &Json) -> String {
    let (mut inside, mut escaped) = (false, false);
    let keep = |c: &char| {
        let kept = inside || !c.is_ascii_whitespace();
        match c {
            '"' if !escaped => inside = !inside,
            '\\' => escaped = !escaped,
            _ => {}
        }
        if *c != '\\' {
            escaped = false;
        }
        kept
    };
    file.to_pretty().chars().filter(keep).collect()
}

/// The part of the address from `#` on that carries what was compressed.
///
/// ```
/// use formats::share_link;
/// assert_eq!(share_link::write(&[0xCB, 0xC8, 0x04, 0x00]), "#/mo/tc1.y8gEAA");
/// ```
pub fn write(compressed: &[u8]) -> String {
    let link = [BEGINNING, TAG, &encode(compressed)].concat();
    // Programs that find links in a text leave a mark at the end out of them. Five bytes more at the front move the end:
    // then the last character holds fewer bits and is a letter or digit.
    if link.ends_with(['-', '_']) {
        let moved = [EMPTY_BLOCK.as_slice(), compressed].concat();
        return [BEGINNING, TAG, &encode(&moved)].concat();
    }
    link
}

/// Whether an address, from `#` on, is to open a document.
pub fn is_share_link(address: &str) -> bool {
    address.starts_with(BEGINNING)
}

/// What was compressed, from the part of the address from `#` on.
///
/// # Errors
/// Why it can't be the end of a share link. What decompresses is still to be read as a file.
pub fn read(address: &str) -> Result<Vec<u8>, ShareLinkFault> {
    if address.len() > MOST_READ {
        return Err(ShareLinkFault::Damaged);
    }
    let carried = address.strip_prefix(BEGINNING).ok_or(ShareLinkFault::Damaged)?;
    match carried.strip_prefix(TAG) {
        // A full stop or a bracket after the link, which the program that found it took for a part of it.
        Some(data) => decode(data.trim_end_matches(|c| !is_digit(c))).ok_or(ShareLinkFault::Damaged),
        None if is_newer(carried) => Err(ShareLinkFault::Newer),
        None => Err(ShareLinkFault::Damaged),
    }
}

/// Whether it has the tag of a later form: `tc2.`, `tc17.`.
fn is_newer(carried: &str) -> bool {
    let number = carried.strip_prefix("tc").and_then(|rest| rest.split_once('.')).map(|(number, _)| number);
    number.and_then(|number| number.parse::<u16>().ok()).is_some_and(|number| number > 1)
}

const fn is_digit(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_')
}

fn encode(bytes: &[u8]) -> String {
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let bits = three.iter().fold(0_usize, |bits, byte| bits << 8 | usize::from(*byte))
            << (8 * (3 - three.len()));
        // A byte needs two characters, two need three, three need four.
        for place in 0..=three.len() {
            let digit = bits >> (18 - 6 * place) & 63;
            text.extend(ALPHABET.get(digit).map(|c| char::from(*c)));
        }
    }
    text
}

/// The bytes of a text in base64url. Strictly: all bytes have one encoding, so that what was cut is found.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    for four in text.as_bytes().chunks(4) {
        let mut bits = 0_u32;
        for c in four {
            bits = bits << 6 | value(*c)?;
        }
        let (count, spare) = match four.len() {
            4 => (3, 0),
            3 => (2, 2),
            2 => (1, 4),
            _ => return None,
        };
        if bits & ((1 << spare) - 1) != 0 {
            return None;
        }
        let [_, whole @ ..] = (bits >> spare << (8 * (3 - count))).to_be_bytes();
        bytes.extend(whole.iter().take(count));
    }
    Some(bytes)
}

fn value(c: u8) -> Option<u32> {
    let value = match c {
        b'A'..=b'Z' => c - b'A',
        b'a'..=b'z' => c - b'a' + 26,
        b'0'..=b'9' => c - b'0' + 52,
        b'-' => 62,
        b'_' => 63,
        _ => return None,
    };
    Some(value.into())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use super::*;

    #[test]
    fn bytes_are_encoded_as_the_standard_says() {
        // RFC 4648, section 10, without the padding.
        for (bytes, encoded) in [
            ("", ""),
            ("f", "Zg"),
            ("fo", "Zm8"),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg"),
            ("fooba", "Zm9vYmE"),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(encode(bytes.as_bytes()), encoded);
            assert_eq!(decode(encoded).unwrap(), bytes.as_bytes());
        }
        assert_eq!(encode(&[0xFB, 0xFF, 0xBF]), "-_-_");
        assert_eq!(decode("-_-_").unwrap(), [0xFB, 0xFF, 0xBF]);
    }

    #[test]
    fn only_white_space_between_values_is_left_out() {
        for text in [r#"{"a b":[1," \"  \\ ",{"\\":"\\\" "}],"c":"\n \t "}"#, "{}", "[]", r#"" ""#] {
            assert_eq!(super::text(&Json::read(text).unwrap()), text);
        }
    }

    #[test]
    fn a_link_ends_in_a_letter_or_digit_and_is_read_all_the_same() {
        for last in 0..=u8::MAX {
            let link = write(&[1, 2, last]);
            assert!(link.ends_with(|c: char| c.is_ascii_alphanumeric()), "{link}");
            assert!(read(&link).unwrap().ends_with(&[1, 2, last]), "{link}");
        }
    }

    #[test]
    fn what_is_no_link_of_ours_is_told_from_a_newer_one() {
        let long = ["#/mo/tc1.", &"A".repeat(MOST_READ)].concat();
        for (address, read_as) in [
            ("#/mo/tc1.Zm9v", Ok(b"foo".to_vec())),
            // What a text around a link leaves at its end.
            ("#/mo/tc1.Zm9v.", Ok(b"foo".to_vec())),
            ("#/mo/tc1.Zm9v)%20", Err(ShareLinkFault::Damaged)),
            ("#/mo/tc1.Zm9v).", Ok(b"foo".to_vec())),
            ("#/mo/tc1.Zm9v=", Ok(b"foo".to_vec())),
            ("#/mo/tc2.Zm9v", Err(ShareLinkFault::Newer)),
            ("#/mo/tc12.{}", Err(ShareLinkFault::Newer)),
            ("#/mo/tc0.Zm9v", Err(ShareLinkFault::Damaged)),
            ("#/mo/tc99999999999.Zm9v", Err(ShareLinkFault::Damaged)),
            ("#/mo/tc.Zm9v", Err(ShareLinkFault::Damaged)),
            ("#/mo/", Err(ShareLinkFault::Damaged)),
            ("#/mo/tc1", Err(ShareLinkFault::Damaged)),
            ("#/mo/xyz1.Zm9v", Err(ShareLinkFault::Damaged)),
            ("#/mo/tc1.Zm9", Err(ShareLinkFault::Damaged)),
            ("#/mo/tc1.Zm9vY", Err(ShareLinkFault::Damaged)),
            ("#/mo/tc1.Zm 9v", Err(ShareLinkFault::Damaged)),
            ("#/mo/tc1.Zm+v", Err(ShareLinkFault::Damaged)),
            ("#/mo/tc1.Zm%39v", Err(ShareLinkFault::Damaged)),
            ("#/mo/tc1.Zệ9v", Err(ShareLinkFault::Damaged)),
            ("#/mo/tc1.<script>", Err(ShareLinkFault::Damaged)),
            (&long, Err(ShareLinkFault::Damaged)),
            ("#/nhap-lieu", Err(ShareLinkFault::Damaged)),
            ("", Err(ShareLinkFault::Damaged)),
        ] {
            assert_eq!(read(address), read_as, "{address}");
        }
    }
}
