//! Search without diacritics: "so hoa" finds "Số hóa".

use scoring::target_set::Target;

/// A text as it is searched: lower case, without marks, đ as d.
pub fn fold(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).filter_map(plain).collect()
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

/// Whether folded words stand in what a target says of itself, in either language.
pub(crate) fn is_found(target: &Target, words: &str) -> bool {
    let fields = target.measure.fields();
    let labels = fields.iter().filter_map(|field| field.label);
    let texts =
        std::iter::once(&target.name).chain(labels).flat_map(|text| [text.vi.as_str(), text.en.as_str()]);
    let quote = target.quote.iter().map(|quote| quote.part.as_ref().unwrap_or(&quote.text).as_str());
    std::iter::once(&*target.id).chain(texts).chain(quote).any(|text| fold(text).contains(words))
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
