//! What a file on the disk holds, against what is about to be written to it: nobody's work is written over unasked.

use super::incoming::Seal;
use super::{digest, incoming};

/// A document's text on its way into a file.
#[derive(Debug, Clone, Copy)]
pub struct Outgoing<'a> {
    /// UUID of the document.
    pub id: &'a str,
    /// Its revision.
    pub revision: u64,
    /// The whole text of the file.
    pub text: &'a str,
}

/// What the file holds now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Nothing, or what this program wrote there before: it may be written over.
    Free,
    /// What is to be written, to the letter: nothing is left to do.
    Same,
    /// Something that others put there.
    Other(Other),
}

/// What others put into a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Other {
    /// The same document, changed elsewhere.
    Changed {
        /// The revision that the file has.
        revision: u64,
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

/// Looks at what a file holds before `outgoing` is written to it.
///
/// `marks` are the [digests](digest::of_bytes) of what this program may have left there, separated by blanks; none at
/// the first time. `accepted` is the digest of what the user agreed to write over, if anything.
pub fn standing(found: &[u8], outgoing: Outgoing<'_>, marks: &str, accepted: &str) -> Standing {
    if found == outgoing.text.as_bytes() {
        return Standing::Same;
    }
    let digest = digest::of_bytes(found);
    if found.trim_ascii().is_empty() || digest == accepted {
        return Standing::Free;
    }
    let Ok(there) = incoming::read(found) else { return Standing::Other(Other::NotOurs) };
    let document = there.assessment.document;
    if document.id != outgoing.id {
        let (unit, year) = (there.assessment.unit.name, there.assessment.year);
        return Standing::Other(Other::Document { unit, year });
    }
    let known = match marks {
        "" => there.seal == Seal::Whole,
        marks => marks.split(' ').any(|mark| mark == digest),
    };
    // A window that fell behind would find its own earlier writing here: the counter must have gone on.
    if known && document.revision < outgoing.revision {
        return Standing::Free;
    }
    Standing::Other(Other::Changed { revision: document.revision, saved: document.saved })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment_file;
    use scoring::assessment::Assessment;
    use scoring::json::Json;

    fn file(id: &str, revision: u64, place: &str) -> String {
        let mut assessment = Assessment::default();
        id.clone_into(&mut assessment.document.id);
        assessment.document.revision = revision;
        place.clone_into(&mut assessment.unit.place);
        assessment_file::write(&assessment, Json::default()).to_pretty()
    }

    #[test]
    fn only_what_is_blank_or_our_own_and_older_is_written_over_unasked() {
        let text = file("a", 5, "");
        let outgoing = Outgoing { id: "a", revision: 5, text: &text };
        let look =
            |found: &str, marks: &str, accepted: &str| standing(found.as_bytes(), outgoing, marks, accepted);
        let digest = |text: &str| digest::of_bytes(text.as_bytes());
        let changed = |revision| Standing::Other(Other::Changed { revision, saved: String::new() });
        let older = file("a", 4, "");
        let ours = ["x ", &digest(&older)].concat();
        let edited = older.replace("\"place\": \"\"", "\"place\": \"Huế\"");
        assert_ne!(edited, older);

        assert_eq!(look("", "", ""), Standing::Free);
        assert_eq!(look(" \r\n", &ours, ""), Standing::Free);
        assert_eq!(look(&text, "x", ""), Standing::Same);
        assert_eq!(look(&older, "", ""), Standing::Free, "an older export of it, at the first time");
        assert_eq!(look(&older, &ours, ""), Standing::Free);
        assert_eq!(look(&older, "x", ""), changed(4), "not what was left there");
        assert_eq!(look(&edited, "", ""), changed(4), "edited by hand");
        assert_eq!(look(&edited, "", &digest(&edited)), Standing::Free, "and that may go");
        for revision in [5, 6] {
            let newer = file("a", revision, "Huế");
            assert_eq!(look(&newer, "", ""), changed(revision));
            assert_eq!(look(&newer, &digest(&newer), ""), changed(revision), "this window fell behind");
        }
        assert_eq!(
            look(&file("b", 1, ""), "", ""),
            Standing::Other(Other::Document { unit: String::new(), year: 0 })
        );
        assert_eq!(look("Kính gửi", "", ""), Standing::Other(Other::NotOurs));
        assert_eq!(look(older.get(..40).unwrap_or_default(), &ours, ""), Standing::Other(Other::NotOurs));
    }
}
