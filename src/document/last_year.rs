//! The unit's assessment of the year before, for comparison: a draft on this computer, or a file opened beside the document.

use scoring::assessment::Assessment;
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

    /// Whether it is of a unit of the same name, as names are compared.
    pub fn is_of(&self, unit: &str) -> bool {
        plain(&self.document.assessment().unit.name) == plain(unit)
    }
}

/// A unit's name as it is compared: without case and needless spaces. Marks count: Phú An and Phù An are two communes.
pub(crate) fn plain(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
