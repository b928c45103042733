//! Characters that have no visible form: they turn the direction of the text after them, or take no width.
//!
//! They are kept in the data as they came. Where text of a file is shown they are made visible, so that a name can't
//! reorder the sentence around it and two names that look the same are the same.

/// What stands for such a character where text is shown.
const SHOWN_AS: char = '\u{fffd}';

/// Whether a character is invisible: controls but tab and line ends, marks and overrides of direction, zero widths,
/// soft hyphens, invisible operators, separators of lines and paragraphs, tags.
pub const fn is_invisible(c: char) -> bool {
    matches!(c,
        '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// Whether a text holds such a character.
pub fn has_invisible(text: &str) -> bool {
    text.chars().any(is_invisible)
}

/// The text as it may be shown: each such character replaced by "�".
pub fn show_invisible(text: &str) -> String {
    text.chars().map(|c| if is_invisible(c) { SHOWN_AS } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_seen_is_found_and_shown() {
        for (text, shown) in [
            ("UBND xã\u{202e}uậM úhP", "UBND xã�uậM úhP"),
            ("Phú\u{200b} Mậu", "Phú� Mậu"),
            ("\u{feff}Phú Mậu", "�Phú Mậu"),
            ("a\u{2066}b\u{2069}c\u{200f}", "a�b�c�"),
            ("12\0", "12�"),
            ("\u{e0041}x\u{ad}", "�x�"),
        ] {
            assert!(has_invisible(text), "{text:?}");
            assert_eq!(show_invisible(text), shown);
        }
    }

    #[test]
    fn letters_marks_spaces_and_line_ends_are_seen() {
        for text in [
            "UBND xã Phú Mậu",
            "Phu\u{301} Ma\u{323}\u{302}u",
            "1\u{a0}234",
            "a\tb\r\nc",
            "مرحبا",
            "👍\u{fe0f}",
        ] {
            assert!(!has_invisible(text), "{text:?}");
            assert_eq!(show_invisible(text), text);
        }
    }
}
