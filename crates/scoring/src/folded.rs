//! Texts compared without diacritics and case: "so hoa" finds "Số hóa".

use crate::invisible_chars::is_invisible;

/// A text as it is searched: lower case, without marks, đ as d.
///
/// ```
/// assert_eq!(scoring::folded::fold("Số hóa"), "so hoa");
/// ```
pub fn fold(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).filter_map(plain).collect()
}

/// The words of a text and nothing between them: folded, without characters that nobody sees, with one space for all that is neither letter nor digit.
///
/// ```
/// assert_eq!(scoring::folded::words("Tổng\nsố (TTHC):"), "tong so tthc");
/// ```
pub fn words(text: &str) -> String {
    // A line that is broken inside a cell comes as one of these; nobody sees it, and it parts words.
    let breaks =
        text.chars().map(|c| if matches!(c, '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}') { ' ' } else { c });
    let seen: String = breaks.filter(|c| !is_invisible(*c)).collect();
    let folded = fold(&seen);
    let parts = folded.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ")
}

/// The plain letter of a Vietnamese one; `None` for a combining mark.
const fn plain(c: char) -> Option<char> {
    Some(match c {
        '\u{300}'..='\u{36f}' => return None,
        'à' | 'á' | 'ả' | 'ã' | 'ạ' | 'ă' | 'ằ' | 'ắ' | 'ẳ' | 'ẵ' | 'ặ' | 'â' | 'ầ' | 'ấ' | 'ẩ' | 'ẫ'
        | 'ậ' => 'a',
        'è' | 'é' | 'ẻ' | 'ẽ' | 'ẹ' | 'ê' | 'ề' | 'ế' | 'ể' | 'ễ' | 'ệ' => 'e',
        'ì' | 'í' | 'ỉ' | 'ĩ' | 'ị' => 'i',
        'ò' | 'ó' | 'ỏ' | 'õ' | 'ọ' | 'ô' | 'ồ' | 'ố' | 'ổ' | 'ỗ' | 'ộ' | 'ơ' | 'ờ' | 'ớ' | 'ở' | 'ỡ'
        | 'ợ' => 'o',
        'ù' | 'ú' | 'ủ' | 'ũ' | 'ụ' | 'ư' | 'ừ' | 'ứ' | 'ử' | 'ữ' | 'ự' => 'u',
        'ỳ' | 'ý' | 'ỷ' | 'ỹ' | 'ỵ' => 'y',
        'đ' => 'd',
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn marks_case_and_composition_do_not_matter() {
        for (text, folded) in [
            ("Số hóa kết quả", "so hoa ket qua"),
            ("SO\u{302}\u{301} HO\u{301}A", "so hoa"),
            ("Đồng bộ, Cổng Dịch vụ", "dong bo, cong dich vu"),
            ("TT-4a", "tt-4a"),
            ("Quyền lực ưu đãi", "quyen luc uu dai"),
        ] {
            assert_eq!(fold(text), folded);
        }
    }
}
