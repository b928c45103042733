//! Texts of exported documents (official report, Word, Excel, CSV): always Vietnamese, from `locales/exports.json`.

pub use super::ExportKey;
use super::{EXPORTS, Words, filled, word};
use scoring::assessment::Assessment;
use scoring::text::Language;

/// Exported documents are Vietnamese whatever the language of the page, for that is what offices send.
pub const VIETNAMESE: Words = Words(Language::Vietnamese);

/// A text of an exported document.
pub fn export_text(key: ExportKey) -> &'static str {
    word(&EXPORTS, key as usize)
}

/// A text of an exported document with its placeholders filled in.
pub fn fill_export_text(key: ExportKey, values: &[(&str, &str)]) -> String {
    filled(export_text(key), values)
}

/// The mark on every exported document of a sample; `None` for a unit's own.
pub fn sample_mark(assessment: &Assessment) -> Option<&'static str> {
    assessment.is_sample().then(|| export_text(ExportKey::SampleMark))
}

/// The title of an exported document, with the mark before it where it is a sample's.
pub fn titled(assessment: &Assessment, title: &str) -> String {
    match sample_mark(assessment) {
        Some(mark) => [mark, " · ", title].concat(),
        None => title.to_owned(),
    }
}
