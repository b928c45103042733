//! A text as a QR code: which of its squares are dark.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// The most characters that fit, all of them ASCII: version 40 of the code at its lowest level of correction.
///
/// The lowest level, because a screen has no stains to be mended: the squares are as large as they can be, and size is what
/// a phone in the last row of a class needs.
pub const MOST_CHARACTERS: usize = 2_953;

/// A QR code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qr {
    /// How many squares a side has, 21 to 177, without the quiet zone.
    pub side: usize,
    /// The squares row by row; `true` is dark.
    squares: Vec<bool>,
}

impl Qr {
    /// The code of a text; `None` if it is too long.
    pub fn of(text: &str) -> Option<Self> {
        if text.len() > MOST_CHARACTERS {
            return None;
        }
        let segments = [QrSegment::make_bytes(text.as_bytes())];
        let (least, most) = (Version::MIN, Version::MAX);
        let code =
            QrCode::encode_segments_advanced(&segments, QrCodeEcc::Low, least, most, None, false).ok()?;
        let side = code.size();
        let squares =
            (0..side).flat_map(|y| (0..side).map(move |x| (x, y))).map(|(x, y)| code.get_module(x, y));
        Some(Self { squares: squares.collect(), side: usize::try_from(side).ok()? })
    }

    /// The rows from the top, each from the left.
    pub fn rows(&self) -> impl Iterator<Item = &[bool]> {
        self.squares.chunks(self.side.max(1))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use super::*;

    #[test]
    fn a_code_is_as_small_as_its_text_allows_up_to_the_longest() {
        for (characters, side) in [(1, 21), (17, 21), (18, 25), (MOST_CHARACTERS, 177)] {
            let code = Qr::of(&"a".repeat(characters)).unwrap();
            assert_eq!(code.side, side, "{characters}");
            assert_eq!(code.rows().map(<[bool]>::len).collect::<Vec<_>>(), vec![side; side]);
        }
        assert_eq!(Qr::of(&"a".repeat(MOST_CHARACTERS + 1)), None);
        assert_eq!(Qr::of(&"ệ".repeat(MOST_CHARACTERS / 3 + 1)), None);
    }

    #[test]
    fn its_three_corners_are_the_marks_that_cameras_look_for() {
        let code = Qr::of("https://example.org/").unwrap();
        let rows: Vec<_> = code.rows().collect();
        let ring = [true, false, true, true, true, false, true];
        let middle = rows.get(3).unwrap();
        assert!(middle.starts_with(&ring) && middle.ends_with(&ring));
        assert!(rows.get(code.side - 4).unwrap().starts_with(&ring));
    }
}
