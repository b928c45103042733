//! Words of the papers that leave the building (report, Word, Excel, CSV): always Vietnamese, from `locales/papers.json`.

pub use super::Paper;
use super::{PAPERS, Words, filled, word};
use scoring::assessment::Assessment;
use scoring::text::Language;

/// Papers speak Vietnamese whatever the page speaks, for that is what offices send.
pub const VIETNAMESE: Words = Words(Language::Vietnamese);

/// A sentence or word of a paper.
pub fn paper(key: Paper) -> &'static str {
    word(&PAPERS, key as usize)
}

/// A sentence of a paper with its places filled in.
pub fn fill_paper(key: Paper, values: &[(&str, &str)]) -> String {
    filled(paper(key), values)
}

/// What stands on every paper of a sample; `None` for a unit's own.
pub fn sample_mark(assessment: &Assessment) -> Option<&'static str> {
    assessment.is_sample().then(|| paper(Paper::SampleMark))
}

/// The title of a paper, with the mark before it where it is a sample's.
pub fn titled(assessment: &Assessment, title: &str) -> String {
    match sample_mark(assessment) {
        Some(mark) => [mark, " · ", title].concat(),
        None => title.to_owned(),
    }
}
