//! Whether a file on the disk may be overwritten: what others wrote there is never replaced without asking.

use super::document_reader::DigestStatus;
use super::{digest, document_reader};

/// A document's text on its way into a file.
#[derive(Debug, Clone, Copy)]
pub struct PendingWrite<'a> {
    /// UUID of the document.
    pub id: &'a str,
    /// Its revision.
    pub revision: u32,
    /// The whole text of the file.
    pub text: &'a str,
}

/// Whether the file may be overwritten.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OverwriteCheck {
    /// The file is blank, or this program wrote it before: it may be overwritten.
    Allowed,
    /// It already holds what is to be written: nothing is left to do.
    AlreadyWritten,
    /// Others wrote something else there.
    Conflict(Conflict),
}

/// What others wrote into a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Conflict {
    /// The same document, changed elsewhere.
    Changed {
        /// The revision that the file has.
        revision: u32,
        /// When it was saved, ISO 8601; blank if the file doesn't say.
        saved: String,
    },
    /// Another document.
    Document {
        /// Name of its unit.
        unit: String,
        /// Its year.
        year: u16,
    },
    /// No file of this program, or a damaged one.
    NotOurs,
}

/// Checks what a file holds before `pending` is written to it.
///
/// `marks` are the [digests](digest::of_bytes) of what this program may have left there, separated by blanks; none at
/// the first time. `accepted` is the digest of what the user agreed to write over, if anything.
pub fn overwrite_check(
    found: &[u8],
    pending: PendingWrite<'_>,
    marks: &str,
    accepted: &str,
) -> OverwriteCheck {
    if found == pending.text.as_bytes() {
        return OverwriteCheck::AlreadyWritten;
    }
    let digest = digest::of_bytes(found);
    if found.trim_ascii().is_empty() || digest == accepted {
        return OverwriteCheck::Allowed;
    }
    let Ok(found_document) = document_reader::read(found) else {
        return OverwriteCheck::Conflict(Conflict::NotOurs);
    };
    let document = found_document.assessment.document;
    if document.id != pending.id {
        let (unit, year) = (found_document.assessment.unit.name, found_document.assessment.year);
        return OverwriteCheck::Conflict(Conflict::Document { unit, year });
    }
    let known = match marks {
        "" => found_document.digest_status == DigestStatus::Intact,
        marks => marks.split(' ').any(|mark| mark == digest),
    };
    // A window with an older state would find its own earlier file here: the revision must be higher.
    if known && document.revision < pending.revision {
        return OverwriteCheck::Allowed;
    }
    OverwriteCheck::Conflict(Conflict::Changed { revision: document.revision, saved: document.saved })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment_file;
    use scoring::assessment::Assessment;
    use scoring::json::Json;

    fn file(id: &str, revision: u32, place: &str) -> String {
        let mut assessment = Assessment::default();
        id.clone_into(&mut assessment.document.id);
        assessment.document.revision = revision;
        place.clone_into(&mut assessment.unit.place);
        assessment_file::write(&assessment, Json::default()).to_pretty()
    }

    #[test]
    fn only_what_is_blank_or_our_own_and_older_is_written_over_unasked() {
        let text = file("a", 5, "");
        let pending = PendingWrite { id: "a", revision: 5, text: &text };
        let look = |found: &str, marks: &str, accepted: &str| {
            overwrite_check(found.as_bytes(), pending, marks, accepted)
        };
        let digest = |text: &str| digest::of_bytes(text.as_bytes());
        let changed =
            |revision| OverwriteCheck::Conflict(Conflict::Changed { revision, saved: String::new() });
        let older = file("a", 4, "");
        let ours = ["x ", &digest(&older)].concat();
        let edited = older.replace("\"place\": \"\"", "\"place\": \"Huế\"");
        assert_ne!(edited, older);

        assert_eq!(look("", "", ""), OverwriteCheck::Allowed);
        assert_eq!(look(" \r\n", &ours, ""), OverwriteCheck::Allowed);
        assert_eq!(look(&text, "x", ""), OverwriteCheck::AlreadyWritten);
        assert_eq!(look(&older, "", ""), OverwriteCheck::Allowed, "an older export of it, at the first time");
        assert_eq!(look(&older, &ours, ""), OverwriteCheck::Allowed);
        assert_eq!(look(&older, "x", ""), changed(4), "not what was left there");
        assert_eq!(look(&edited, "", ""), changed(4), "edited by hand");
        assert_eq!(look(&edited, "", &digest(&edited)), OverwriteCheck::Allowed, "and that may go");
        for revision in [5, 6] {
            let newer = file("a", revision, "Huế");
            assert_eq!(look(&newer, "", ""), changed(revision));
            assert_eq!(look(&newer, &digest(&newer), ""), changed(revision), "this window fell behind");
        }
        assert_eq!(
            look(&file("b", 1, ""), "", ""),
            OverwriteCheck::Conflict(Conflict::Document { unit: String::new(), year: 0 })
        );
        assert_eq!(look("Kính gửi", "", ""), OverwriteCheck::Conflict(Conflict::NotOurs));
        assert_eq!(
            look(older.get(..40).unwrap_or_default(), &ours, ""),
            OverwriteCheck::Conflict(Conflict::NotOurs)
        );
    }
}
