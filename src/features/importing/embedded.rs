//! The document that comes in the application's own file, when the page was opened from a copy.

use scoring::assessment::Assessment;

/// How many of the documents opened from copies are remembered, the last ones.
const MOST_REMEMBERED: usize = 20;

/// A document that the file carries. It is offered for as long as the page is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmbeddedDocument {
    /// The file's name.
    pub name: String,
    /// Name of the unit.
    pub unit: String,
    /// The year.
    pub year: u16,
    /// Whether it is a form: nothing is filled in, and whoever opens it begins a document.
    pub form: bool,
    /// The document's file as text.
    pub text: String,
    /// SHA-256 of that text.
    pub sha256: String,
}

impl EmbeddedDocument {
    /// Whether it was opened before on this computer.
    pub fn was_opened(&self, opened: &str) -> bool {
        opened.split(' ').any(|sha256| sha256 == self.sha256)
    }

    /// What to remember now that it was opened.
    pub fn remembered_with(&self, opened: &str) -> String {
        let others = opened.split(' ').filter(|sha256| !sha256.is_empty() && *sha256 != self.sha256);
        let all: Vec<&str> =
            std::iter::once(self.sha256.as_str()).chain(others).take(MOST_REMEMBERED).collect();
        all.join(" ")
    }
}

/// Whether an assessment is a form: no document yet, and nothing answered.
pub fn is_form(assessment: &Assessment) -> bool {
    assessment.document.id.is_empty() && assessment.answers.is_empty()
}
