//! The unit's assessment of the year before, for comparison: a draft on this computer, or a file opened beside the document.

use scoring::assessment::{Answer, Assessment};
use scoring::invisible_chars::is_invisible;
use scoring::loaded_set::LoadedSet;
use scoring::scored_document::ScoredDocument;
use std::rc::Rc;

/// The assessment of the year before. It is only read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastYear {
    /// What the unit entered then, and scored by the goals of that year.
    pub document: ScoredDocument,
    /// Name of the file that it was opened from; blank for a draft on this computer.
    pub file: String,
    /// The document, by its id, beside which the file was opened; blank for a draft.
    pub beside: String,
}

/// Why a file can't stand for the year before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotLastYear {
    /// It is of this year, where another is wanted.
    Year {
        /// The file's.
        file: u16,
        /// The year before the document's.
        wanted: u16,
    },
    /// It is of a unit of another level.
    Level,
    /// It answers another set of targets.
    Set,
    /// One of the two is a sample and the other is not.
    Sample,
}

impl NotLastYear {
    /// A stable word for the page's `data-problem`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Year { .. } => "not-last-year",
            Self::Level => "other-level",
            Self::Set => "other-set",
            Self::Sample => "sample",
        }
    }
}

impl LastYear {
    /// An assessment of the year before; or why it is none.
    pub fn of(earlier: Assessment, open: &Assessment, loaded: &Rc<LoadedSet>) -> Result<Self, NotLastYear> {
        if earlier.is_sample() != open.is_sample() {
            return Err(NotLastYear::Sample);
        }
        let named = &earlier.target_set.id;
        if !named.is_empty() && *named != loaded.set.id {
            return Err(NotLastYear::Set);
        }
        if earlier.unit.level != open.unit.level {
            return Err(NotLastYear::Level);
        }
        if earlier.year.checked_add(1) != Some(open.year) {
            let wanted = open.year.saturating_sub(1);
            return Err(NotLastYear::Year { file: earlier.year, wanted });
        }
        let document = ScoredDocument::new(Rc::clone(loaded), earlier);
        Ok(Self { document, file: String::new(), beside: String::new() })
    }

    /// What was entered for a target then, as a proposal while nothing is entered for it now: figures or a reason, and the
    /// documents that go with them.
    pub fn proposal(&self, target: &str, now: Option<&Answer>) -> Option<&Rc<Answer>> {
        let blank = |answer: &Answer| {
            answer.not_applicable.is_none() && answer.figures.values().all(|text| text.trim().is_empty())
        };
        let untouched =
            |answer: &Answer| blank(answer) && answer.note.is_empty() && answer.evidence.is_empty();
        let then = self.document.assessment().answers.get(target)?;
        (!blank(then) && now.is_none_or(untouched)).then_some(then)
    }

    /// Whether it is of a unit of the same name, as names are compared.
    pub fn is_of(&self, unit: &str) -> bool {
        plain(&self.document.assessment().unit.name) == plain(unit)
    }
}

/// The five tone marks as they stand alone, each with the vowels that carry it.
const TONES: [(char, &str); 5] = [
    ('\u{300}', "àằầèềìòồờùừỳ"),
    ('\u{301}', "áắấéếíóốớúứý"),
    ('\u{309}', "ảẳẩẻểỉỏổởủửỷ"),
    ('\u{303}', "ãẵẫẽễĩõỗỡũữỹ"),
    ('\u{323}', "ạặậẹệịọộợụựỵ"),
];
/// The same vowels without a tone, in the same order.
const VOWELS: &str = "aăâeêioôơuưy";
/// The marks of vowels as they stand alone, each with letters before and after.
const MARKS: [(char, &str, &str); 3] =
    [('\u{302}', "aeo", "âêô"), ('\u{306}', "a", "ă"), ('\u{31b}', "ou", "ơư")];

/// A unit's name as it is compared: without case and needless spaces, wherever in a word its tone mark stands (Hòa, Hoà),
/// however letters are composed, and y as i (Quý, Quí). Tones themselves count: Phú An and Phù An are two communes.
pub(crate) fn plain(name: &str) -> String {
    let words = name.split(|c: char| c.is_whitespace() || is_invisible(c)).filter(|word| !word.is_empty());
    words.map(plain_word).collect::<Vec<_>>().join(" ")
}

/// A word with its tone mark behind it.
fn plain_word(word: &str) -> String {
    let (mut letters, mut tones) = (String::new(), String::new());
    for c in word.chars().flat_map(char::to_lowercase) {
        let with_tone = TONES.iter().find_map(|(tone, vowels)| {
            let place = vowels.chars().position(|vowel| vowel == c)?;
            Some((*tone, VOWELS.chars().nth(place)?))
        });
        let marked = MARKS.iter().find(|(mark, ..)| *mark == c).and_then(|(_, before, after)| {
            let place = before.chars().position(|letter| letters.ends_with(letter))?;
            after.chars().nth(place)
        });
        match (with_tone, marked) {
            (Some((tone, vowel)), _) => {
                letters.push(vowel);
                tones.push(tone);
            }
            (None, Some(marked)) => {
                letters.pop();
                letters.push(marked);
            }
            (None, None) if TONES.iter().any(|(tone, _)| *tone == c) => tones.push(c),
            (None, None) => letters.push(c),
        }
    }
    letters.replace('y', "i") + &tones
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn one_name_is_one_however_it_is_written() {
        for (one, other) in [
            ("UBND xã Thủy Hòa", "UBND xã Thuỷ Hoà"),
            ("Phường Quý Sơn", "phường  Quí Sơn"),
            ("XÃ PHÚ MẬU", "xã Phú Mậu "),
            ("Xã Phú Mậu", "Xa\u{303} Phu\u{301} Ma\u{323}\u{302}u"),
            ("Xã Lý Bôn", "Xã Lí Bôn"),
            ("Xã Thượng Lộ", "Xa\u{303} Thu\u{31b}o\u{31b}\u{323}ng Lo\u{302}\u{323}"),
        ] {
            assert_eq!(plain(one), plain(other), "{one}");
        }
    }

    #[test]
    fn names_that_differ_in_a_tone_or_a_letter_are_two() {
        for (one, other) in [
            ("Phú An", "Phù An"),
            ("Phú Mậu", "Phú Mâu"),
            ("Thủy Hòa", "Thủy Hóa"),
            ("Đại Lộc", "Dai Lộc"),
            ("Lộc An", "Lôc An"),
        ] {
            assert_ne!(plain(one), plain(other), "{one}");
        }
    }
}
