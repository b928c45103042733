//! Search without diacritics: "so hoa" finds "Số hóa".

use scoring::folded::fold;
use scoring::target_set::Target;

/// Whether folded words stand in what a target says of itself, in either language.
pub(crate) fn is_found(target: &Target, words: &str) -> bool {
    let fields = target.measure.fields();
    let labels = fields.iter().filter_map(|field| field.label);
    let texts =
        std::iter::once(&target.name).chain(labels).flat_map(|text| [text.vi.as_str(), text.en.as_str()]);
    let quote = target.quote.iter().map(|quote| quote.part.as_ref().unwrap_or(&quote.text).as_str());
    std::iter::once(&*target.id).chain(texts).chain(quote).any(|text| fold(text).contains(words))
}
